// Opens one fragment in the reader program and stores what it is. What cannot be read goes to a human, with the reason.
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "redaction/reader/reader_process.h"
#include "redaction/reader/shared_reading.h"
#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/jobs.h"
#include "service/casework/queue.h"

namespace service::casework {

namespace {

namespace reader = redaction::reader;
using store::FragmentState;

// One reader process per core: more only makes each slower.
class ReadingSeat {
  public:
    enum class Wait { untilFree, no };
    explicit ReadingSeat(Wait wait) {
        std::unique_lock lock(mutex());
        if (wait == Wait::untilFree) freed().wait(lock, [] { return taken() < seats(); });
        isTaken_ = taken() < seats();
        taken() += isTaken_;
    }
    ~ReadingSeat() {
        if (!isTaken_) return;
        {
            const std::lock_guard lock(mutex());
            --taken();
        }
        freed().notify_one();
    }
    ReadingSeat(const ReadingSeat&) = delete;
    ReadingSeat& operator=(const ReadingSeat&) = delete;
    bool isTaken() const { return isTaken_; }

  private:
    static std::size_t seats() { return std::max(1u, std::thread::hardware_concurrency()); }
    static std::mutex& mutex() { static std::mutex one; return one; }
    static std::condition_variable& freed() { static std::condition_variable one; return one; }
    static std::size_t& taken() { static std::size_t count = 0; return count; }

    bool isTaken_ = false;
};

std::string joinedDoubts(const redaction::document::Document& document) {
    std::string all;
    for (const auto& doubt : document.doubts) all += (all.empty() ? "" : " ") + doubt;
    return all;
}

// A message in a message in a ZIP file in …: a file can hold itself, so there is an end to it.
constexpr int deepestPart = 5;
constexpr std::size_t mostFragments = 5000;  // of a request, with what came out of bundles

int depthOf(const Office& office, const store::Fragment& fragment) {
    int depth = 0;
    for (auto parent = fragment.parentId; !parent.empty() && depth <= deepestPart; ++depth) parent = office.store.fragments().load(parent).parentId;
    return depth;
}

store::NewFragment partOf(const store::Fragment& whole, const reader::Attachment& attachment, std::size_t number) {
    store::NewFragment part;
    part.requestId = whole.requestId;
    part.partnerId = whole.partnerId;
    part.externalId = whole.externalId + "#" + std::to_string(number);
    part.title = attachment.name.empty() ? "Bijlage " + std::to_string(number) : attachment.name;
    part.kind = "bijlage";
    part.author = whole.author;
    part.documentDate = whole.documentDate;
    part.fileName = attachment.name;
    part.mediaType = attachment.mediaType;
    part.origin = whole.origin;
    part.confidentiality = whole.confidentiality;
    part.sha256 = sha256Hex(attachment.bytes);
    part.size = attachment.bytes.size();
    part.parentId = whole.id;
    return part;
}

// depth: of the whole it came in.
void keepAttachment(Office& office, const store::Fragment& whole, const reader::Attachment& attachment, std::size_t number, int depth) {
    auto part = partOf(whole, attachment, number);
    if (office.store.fragments().has(part.requestId, part.partnerId, part.externalId)) return;
    part.sourceBlob = office.store.blobs().write(part.requestId, attachment.bytes);
    const auto kept = office.store.fragments().add(part);
    if (depth < deepestPart) office.store.jobs().add(job::read, kept.id, "{}", part.requestId);
    else office.store.fragments().setState(kept.id, FragmentState::needsHuman, "Dit stuk zit te diep in andere bestanden en is niet gelezen. Voeg het stuk met de hand toe.");
}

// What is over the limit is told on the whole, which then waits for a human.
std::string keepAttachments(Office& office, const store::Fragment& whole, const std::vector<reader::Attachment>& attachments) {
    if (attachments.empty()) return {};
    const int depth = depthOf(office, whole);
    const auto before = office.store.fragments().ofRequest(whole.requestId).size();
    const auto room = before < mostFragments ? mostFragments - before : 0;
    for (std::size_t at = 0; at < std::min(attachments.size(), room); ++at) keepAttachment(office, whole, attachments[at], at + 1, depth);
    return attachments.size() <= room ? "" : "Niet alle bestanden hierin zijn als stuk opgenomen: dit verzoek heeft te veel stukken. Vraag de partner om ze los aan te leveren.";
}

void keepResult(Office& office, const store::Fragment& fragment, const reader::ReadResult& result) {
    const auto& document = result.document;
    const auto model = office.store.blobs().write(fragment.requestId, redaction::document::toJson(document));
    for (const auto& image : result.images)
        office.store.fragments().addPageImage({fragment.id, static_cast<int>(image.page),
                                               office.store.blobs().write(fragment.requestId, image.png), image.width, image.height});
    const bool paged = document.layout == redaction::document::Layout::paged;
    std::string doubts = joinedDoubts(document);
    const auto leftOut = keepAttachments(office, fragment, result.attachments);
    if (!leftOut.empty()) doubts += (doubts.empty() ? "" : " ") + leftOut;
    const auto readable = result.readable.empty() ? std::string{} : office.store.blobs().write(fragment.requestId, result.readable);
    office.store.fragments().setRead(fragment.id, store::ReadBlobs(model, readable), paged ? "paged" : "flow", static_cast<int>(document.pages.size()), doubts);
}

reader::ReadResult open(Office& office, const store::Fragment& fragment, const StopSign& stop) {
    const std::string bytes = office.store.blobs().read(fragment.sourceBlob);
    std::optional<ReadingSeat> second;  // where nothing else is read, a long scan gets the other core too
    if (reader::mayHoldManyScans(bytes)) second.emplace(ReadingSeat::Wait::no);
    const auto cores = second && second->isTaken() ? reader::Cores::two : reader::Cores::one;
    return office.reader.read(bytes, fragment.fileName, fragment.mediaType, [&](const reader::Progress& progress) {
        if (stop.serviceStops()) throw LeftOff{};
        office.store.fragments().setProgress(fragment.id, static_cast<int>(progress.pagesDone), static_cast<int>(progress.pagesTotal));
    }, cores);
}

void finishUnreadable(Office& office, const store::Job& claimed, const store::Fragment& fragment, const std::string& why) {
    office.store.transact([&] {
        office.store.fragments().setState(fragment.id, FragmentState::needsHuman, why);
        office.store.jobs().finish(claimed.id);
        record(office, theServiceItself(), trailOf(office.store.requests().load(fragment.requestId), "fragment.unreadable", why,
               "{\"number\":" + std::to_string(fragment.number) + "}"));
        moveOnWhenComplete(office, fragment.requestId);
    });
}

constexpr int attemptsBeforeHuman = 3;

}  // namespace

void runReading(Office& office, const store::Job& claimed, const StopSign& stop) {
    const auto fragment = office.store.fragments().load(claimed.subject);
    if (fragment.state != FragmentState::fetched && fragment.state != FragmentState::reading) {
        office.store.jobs().finish(claimed.id);
        return;
    }
    const ReadingSeat seat(ReadingSeat::Wait::untilFree);
    if (stop.serviceStops()) throw LeftOff{};
    office.store.fragments().setState(fragment.id, FragmentState::reading, "");
    try {
        const auto result = open(office, fragment, stop);
        office.store.transact([&] {
            keepResult(office, fragment, result);
            office.store.jobs().finish(claimed.id);
            moveOnWhenComplete(office, fragment.requestId);
        });
        office.wakeWorkers();
    } catch (const reader::ReadError& unreadable) {
        finishUnreadable(office, claimed, fragment, unreadable.what());
    } catch (const std::exception&) {
        if (claimed.attempts < attemptsBeforeHuman) throw;
        finishUnreadable(office, claimed, fragment, "Het lezen van dit stuk is een paar keer misgegaan.");
    }
}

}  // namespace service::casework
