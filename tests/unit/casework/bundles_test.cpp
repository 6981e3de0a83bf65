// What comes in a bundle: every file in it becomes a document of its own, whatever it is and however deep it lies.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "service/casework/archive.h"
#include "service/casework/jobs.h"
#include "service/casework/queue.h"
#include "tests/unit/casework/reviewed_office.h"
#include "tests/unit/reader/samples.h"

namespace service::casework {
namespace {

class Bundles : public ReviewedOffice {
  protected:
    // Delivers a file and reads it, and all that comes out of it.
    std::vector<store::Fragment> deliver(const std::string& name, const std::string& bytes) {
        store::NewFragment piece;
        piece.requestId = request().id, piece.partnerId = "vt", piece.externalId = "bundel", piece.title = name, piece.fileName = name;
        piece.sha256 = sha256Hex(bytes), piece.sourceBlob = store->blobs().write(request().id, bytes);
        store->jobs().add(job::read, store->fragments().add(piece).id, "{}", request().id);
        for (auto due = store->jobs().claim("test"); due; due = store->jobs().claim("test"))
            if (due->kind == job::read) runReading(office, *due, StopSign(office, stopping, due->id));
        auto all = store->fragments().ofRequest(request().id);
        all.erase(std::remove_if(all.begin(), all.end(), [](const auto& it) { return it.externalId.compare(0, 6, "bundel") != 0; }), all.end());
        return all;
    }
    std::atomic<bool> stopping{false};
};

using store::FragmentState;

TEST_F(Bundles, EveryFileIsADocumentAndWhatCannotBeReadIsPutToAHuman) {
    const auto mail = "From: a@b.example\r\nTo: c@d.example\r\nSubject: Bericht\r\n\r\nDag\r\n";
    const auto all = deliver("stukken.zip", samples::zipOf({{"map/brief.txt", "Beste Roos"}, {"bericht.eml", mail}, {"geluid.mp3", std::string("\x01\x02\x03\x00\x05", 5)},
                                                            {"binnen.zip", samples::zipOf({{"diep.txt", "Diepe tekst"}})}}));
    ASSERT_EQ(all.size(), 6u);
    const auto named = [&](const std::string& title) { return *std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.title == title; }); };
    EXPECT_EQ(named("map - brief.txt").state, FragmentState::read);
    EXPECT_EQ(named("bericht.eml").state, FragmentState::read);
    EXPECT_EQ(named("geluid.mp3").state, FragmentState::needsHuman);
    EXPECT_NE(named("geluid.mp3").doubt.find("kan Lakwerk niet lezen"), std::string::npos);
    EXPECT_EQ(named("diep.txt").parentId, named("binnen.zip").id);
    EXPECT_EQ(named("diep.txt").state, FragmentState::read);
}

TEST_F(Bundles, ABundleInABundleWithoutEndStops) {
    std::string bundle = "bodem";
    for (int depth = 0; depth < 12; ++depth) bundle = samples::zipOf({{"laag.zip", bundle}});
    const auto all = deliver("lagen.zip", bundle);
    ASSERT_EQ(all.size(), 7u);
    EXPECT_EQ(all.back().state, FragmentState::needsHuman);
    EXPECT_NE(all.back().doubt.find("te diep in andere bestanden"), std::string::npos);
}

}  // namespace
}  // namespace service::casework
