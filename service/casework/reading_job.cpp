// Opens one fragment in the reader program and stores what it is. What cannot be read goes to a human, with the reason.
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

void keepAttachment(Office& office, const store::Fragment& mail, const reader::Attachment& attachment, std::size_t number) {
    store::NewFragment part;
    part.requestId = mail.requestId;
    part.partnerId = mail.partnerId;
    part.externalId = mail.externalId + "#" + std::to_string(number);
    part.title = attachment.name.empty() ? "Bijlage " + std::to_string(number) : attachment.name;
    part.kind = "bijlage";
    part.author = mail.author;
    part.documentDate = mail.documentDate;
    part.fileName = attachment.name;
    part.mediaType = attachment.mediaType;
    part.origin = mail.origin;
    part.confidentiality = mail.confidentiality;
    part.sha256 = sha256Hex(attachment.bytes);
    part.size = attachment.bytes.size();
    part.parentId = mail.id;
    if (office.store.fragments().has(part.requestId, part.partnerId, part.externalId)) return;
    part.sourceBlob = office.store.blobs().write(part.requestId, attachment.bytes);
    office.store.jobs().add(job::read, office.store.fragments().add(part).id, "{}", part.requestId);
}

void keepResult(Office& office, const store::Fragment& fragment, const reader::ReadResult& result) {
    const auto& document = result.document;
    const auto model = office.store.blobs().write(fragment.requestId, redaction::document::toJson(document));
    for (const auto& image : result.images)
        office.store.fragments().addPageImage({fragment.id, static_cast<int>(image.page),
                                               office.store.blobs().write(fragment.requestId, image.png), image.width, image.height});
    const bool paged = document.layout == redaction::document::Layout::paged;
    office.store.fragments().setRead(fragment.id, model, paged ? "paged" : "flow", static_cast<int>(document.pages.size()), joinedDoubts(document));
    std::size_t number = 0;
    for (const auto& attachment : result.attachments) keepAttachment(office, fragment, attachment, ++number);
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
