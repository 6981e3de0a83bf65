// Reading the documents of a case: one that cannot be read goes to a human with the reason while the others go on, and
// what hides in a document is nobody's to decide.
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "redaction/apply/redacted_document.h"
#include "redaction/document/unseen.h"
#include "service/casework/jobs.h"
#include "service/casework/queue.h"
#include "tests/unit/casework/reviewed_office.h"
#include "tests/unit/reader/samples.h"

namespace service::casework {
namespace {

using namespace std::chrono_literals;
using store::FragmentState;

// Draws a billion squares: it works until it is stopped.
std::string endlessPdf() {
    samples::PdfParts parts{"/X0 Do\n", "/XObject << /X0 6 0 R >>", "", "", {}};
    for (int level = 0; level < 9; ++level) {
        const std::string next = "/X" + std::to_string(level + 1);
        std::string content;
        for (int i = 0; i < 10; ++i) content += next + " Do ";
        parts.objects.push_back(samples::stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << " + next + " " +
                                                std::to_string(7 + level) + " 0 R >> >>", content));
    }
    parts.objects.push_back(samples::stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "0 0 5 5 re f"));
    return samples::pdfOf(parts);
}

// Kills the first reader program this process starts.
class Killer {
  public:
    Killer() : thread_([this] { lookAndKill(); }) {}
    ~Killer() {
        stop_ = true;
        thread_.join();
    }

  private:
    void lookAndKill() {
        while (!stop_) {
            for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
                std::ifstream children(task.path() / "children");
                if (pid_t child; children >> child) {
                    std::this_thread::sleep_for(100ms);
                    kill(child, SIGKILL);
                    return;
                }
            }
            std::this_thread::sleep_for(5ms);
        }
    }
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

class Reading : public ReviewedOffice {
  protected:
    store::Fragment delivered(const std::string& name, const std::string& bytes) {
        store::NewFragment wanted;
        wanted.requestId = request().id, wanted.partnerId = "vt", wanted.externalId = name, wanted.title = name, wanted.fileName = name;
        wanted.sha256 = std::string(64 - name.size(), 'b') + name, wanted.size = bytes.size();
        wanted.sourceBlob = store->blobs().write(request().id, bytes);
        return store->fragments().add(wanted);
    }
    store::Fragment read(const store::Fragment& fragment, redaction::reader::Limits limits = {}) {
        const redaction::reader::ReaderProcess limited(std::filesystem::path(LAKWERK_BUILD_DIR) / "lakwerk-reader", limits);
        Office here{*store, environment, limited, rules, letterBook, office.templates, board, readings, [] {}};
        store->jobs().add(job::read, fragment.id, "{}", request().id);
        for (auto job = store->jobs().claim("test"); job; job = store->jobs().claim("test")) {
            if (job->kind == job::read) runReading(here, *job, StopSign(here, stopping, job->id));
            else store->jobs().finish(job->id);
        }
        return store->fragments().load(fragment.id);
    }
    std::atomic<bool> stopping{false};
};

TEST_F(Reading, AReaderThatDiesPutsItsDocumentToAHumanAndTheOthersGoOn) {
    const auto hostile = delivered("kapot.pdf", endlessPdf()), slow = delivered("traag.pdf", endlessPdf()), good = delivered("goed.txt", "Zoë belde vandaag.");
    {
        const Killer killer;
        const auto read = this->read(hostile);
        EXPECT_EQ(read.state, FragmentState::needsHuman);
        EXPECT_NE(read.doubt.find("de lezer is gestopt"), std::string::npos) << read.doubt;
    }
    redaction::reader::Limits second;
    second.timePerDocument = 1s;
    const auto stopped = read(slow, second);
    EXPECT_EQ(stopped.state, FragmentState::needsHuman);
    EXPECT_TRUE(stopped.doubt.find("te lang") != std::string::npos || stopped.doubt.find("te veel geheugen") != std::string::npos) << stopped.doubt;
    EXPECT_EQ(read(good).state, FragmentState::read);
    EXPECT_EQ(numberOf("SELECT count(*) FROM audit_entry WHERE action = 'fragment.unreadable'"), 2);
}

TEST_F(Reading, AConvertedDocumentKeepsTheBytesItsPositionsReferTo) {
    const auto read = this->read(delivered("brief.rtf", "{\\rtf1\\ansi Zo\\'eb belde over de school.\\par}"));
    EXPECT_EQ(read.layout, "paged") << read.doubt;
    ASSERT_FALSE(read.readableBlob.empty());
    const auto bytes = store->blobs().read(store::rebuiltFrom(read));
    EXPECT_EQ(bytes.substr(0, 5), "%PDF-");
    const auto document = redaction::document::documentFromJson(store->blobs().read(read.modelBlob));
    const auto made = redaction::apply::Writer(reader, rules).build(bytes, document, {}, "Stuk 1");
    EXPECT_NE(made.released().find("belde over de school"), std::string::npos);
    clock.advance(24h * 60);
    store->blobs().sweep();
    EXPECT_TRUE(store->blobs().exists(read.readableBlob));
}

TEST_F(Reading, WhatHidesInAPageIsNobodysToDecide) {
    redaction::document::Document text;
    text.layout = redaction::document::Layout::paged;
    text.text = U"Zoë heeft schulden bij de bank.";
    text.pages.push_back({0, text.text.size(), 595, 842, false, false, {{0, 3, {10, 10, 30, 20}}, {4, 9, {31, 10, 50, 20}}, {10, 18, {51, 10, 90, 20}}, {19, 22, {91, 10, 99, 20}}, {23, 25, {100, 10, 110, 20}}, {26, 31, {111, 10, 130, 20}}}});
    text.blocks.push_back({redaction::document::BlockKind::paragraph, 0, 0, text.text.size(), ""});
    const auto seen = text.text.size();
    redaction::document::addUnseen(text, U"Zoë woont nu op Schuilpad 3 in Verweg.", "opmerking op deze pagina");
    store->fragments().setRead(document.id, store->blobs().write(request().id, redaction::document::toJson(text)), "paged", 1, "");
    store->jobs().add(job::propose, request().id, "{}", request().id);
    for (auto job = store->jobs().claim("test"); job; job = store->jobs().claim("test")) runProposing(office, *job, StopSign(office, stopping, job->id));
    std::size_t onPage = 0;
    for (const auto& proposal : store->proposals().ofFragment(document.id)) {
        EXPECT_LE(proposal.end, seen);
        ++onPage;
    }
    EXPECT_GT(onPage, 0u);
}

}  // namespace
}  // namespace service::casework
