// The same text in two documents of a request is decided once; where the proposal is another, or elsewhere, it is not. And what asks for a
// human as a whole: hidden text, pages by hand.
#include <algorithm>

#include "service/casework/handwritten.h"
#include "service/casework/hidden_text.h"
#include "service/casework/review.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/casework/office_with_text.h"

namespace service::casework {
namespace {

namespace policy = redaction::policy;

class TwinTexts : public OfficeWithText {
  protected:
    TwinTexts() {
        copy = add(request().id, "doc-copy", told);
        store->jobs().add("propose", request().id, "{}", request().id);
        proposed();
    }
    store::Fragment add(const std::string& requestId, const std::string& name, const std::string& text) {
        store::NewFragment piece;
        piece.requestId = requestId, piece.partnerId = "vt", piece.externalId = name, piece.title = "Afschrift", piece.fileName = name + ".txt";
        piece.sha256 = name, piece.sourceBlob = store->blobs().write(requestId, text);
        const auto made = store->fragments().add(piece);
        redaction::document::Document document;
        document.text = redaction::document::toCodePoints(text);
        store->fragments().setRead(made.id, store->blobs().write(requestId, redaction::document::toJson(document)), "flow", 0, "");
        return store->fragments().load(made.id);
    }
    store::Proposal passageIn(const std::string& fragmentId, const std::string& part) {
        for (const auto& it : store->proposals().ofFragment(fragmentId))
            if (it.scope == policy::Scope::passage && it.start <= placeOf(part) && placeOf(part) < it.end) return it;
        ADD_FAILURE() << "no passage over " << part;
        return {};
    }
    std::optional<store::Ruling> on(const store::Proposal& proposal) {
        auto latest = store->rulings().latest(proposal.id);
        if (latest && latest->decision == store::RulingDecision::withdrawn) latest.reset();
        return latest;
    }
    DecisionOutcome decideOn(const store::Proposal& it, const std::string& decision, const std::string& reason) {
        const auto last = store->rulings().latest(it.id);
        return decide(office, reviewer(), {it.id, last ? std::size_t(last->number) : 0, decision, decision == "redact" ? "third-party" : "", {}, {}, reason});
    }
    ProposalRow seen(const store::Proposal& proposal) {
        const auto view = reviewDocument(office, reviewer(), proposal.fragmentId);
        return *std::find_if(view.proposals.begin(), view.proposals.end(), [&](const auto& it) { return it.id == proposal.id; });
    }
    FragmentRow row(const std::string& fragmentId) {
        const auto overview = reviewOverview(office, reviewer(), request().id);
        return *std::find_if(overview.fragments.begin(), overview.fragments.end(), [&](const auto& it) { return it.id == fragmentId; });
    }

    store::Fragment copy;
    const std::string part = "Zoë heeft schulden";
};

TEST_F(TwinTexts, TheOverviewSaysWhichDocumentsSayTheSame) {
    const auto likes = row(copy.id).likes;
    ASSERT_EQ(likes.size(), 1u);
    EXPECT_TRUE(likes[0].same);
    EXPECT_EQ(likes[0].number, std::size_t(document.number));
    EXPECT_FALSE(likes[0].partnerName.empty());
    EXPECT_EQ(row(document.id).likes.at(0).number, std::size_t(copy.number));
    EXPECT_EQ(reviewOverview(office, reviewer(), request().id).fragments.size(), 2u);  // both stay in the inventory
}

TEST_F(TwinTexts, ADecisionHoldsForTheSameWordsElsewhereAndIsUndoneWithThem) {
    const auto here = passageIn(document.id, part), there = passageIn(copy.id, part);
    EXPECT_EQ(seen(here).twinsIn, std::vector<std::size_t>{std::size_t(copy.number)});
    EXPECT_TRUE(seen(here).decidedTwinsIn.empty());
    const auto outcome = decideOn(here, "redact", "te persoonlijk");
    ASSERT_TRUE(outcome.done) << outcome.words;
    EXPECT_NE(outcome.words.find("stuk " + std::to_string(copy.number)), std::string::npos) << outcome.words;
    ASSERT_TRUE(on(there));
    EXPECT_EQ(on(there)->decision, store::RulingDecision::redact);
    EXPECT_NE(on(there)->reason.find("te persoonlijk"), std::string::npos);
    EXPECT_NE(on(there)->reason.find("Zoals beslist in stuk " + std::to_string(document.number)), std::string::npos) << on(there)->reason;
    const auto trail = store->audit().ofRequest(request().id);
    EXPECT_TRUE(std::any_of(trail.begin(), trail.end(), [&](const auto& it) { return it.action == "ruling.made" && it.details.find("\"twin_of\":\"" + here.id) != std::string::npos; }));
    ASSERT_FALSE(outcome.batch.empty());
    undoBatch(office, reviewer(), request().id, outcome.batch);
    EXPECT_FALSE(on(here));
    EXPECT_FALSE(on(there));
}

TEST_F(TwinTexts, WhatSomebodyDecidedThereStays) {
    const auto here = passageIn(document.id, part), there = passageIn(copy.id, part);
    ASSERT_TRUE(decideOn(there, "redact", "eerst hier").done);
    undoBatch(office, reviewer(), request().id, on(there)->batch);
    ASSERT_TRUE(store->rulings().decide({there.id, store->rulings().latest(there.id)->number, store::RulingDecision::redact, "safety", {}, {}, "apart besloten", "", els}).isWritten());
    EXPECT_TRUE(seen(here).twinsIn.empty());
    EXPECT_EQ(seen(here).decidedTwinsIn, std::vector<std::size_t>{std::size_t(copy.number)});
    ASSERT_TRUE(decideOn(here, "redact", "nu hier").done);
    EXPECT_EQ(on(there)->reason, "apart besloten");
}

TEST_F(TwinTexts, WhereTheProposalIsAnotherItStaysOpenAndSaysSo) {
    const auto here = passageIn(document.id, part), there = passageIn(copy.id, part);
    // The engine judges the other document differently, as it would where somebody else wrote it.
    std::vector<policy::Proposal> proposals;
    for (const auto& it : store->proposals().ofRequest(request().id)) {
        policy::Proposal again{it.fragmentId, it.start, it.end, it.scope, it.decision, it.ground, it.rule, it.subject, it.kind, it.why, it.certainty, {}, {}};
        if (it.id == there.id) again.decision = policy::Decision::judge, again.ground = "reporter";
        proposals.push_back(again);
    }
    const auto groups = store->proposals().twinGroups(request().id);
    store->proposals().replaceAll(request().id, proposals, "2026-1");
    const auto changed = passageIn(copy.id, part);
    ASSERT_NE(changed.id, there.id);
    auto moved = groups;
    moved[changed.id] = groups.at(there.id);
    store->proposals().setTwins(request().id, moved, {});
    ASSERT_TRUE(decideOn(here, "redact", "te persoonlijk").done);
    EXPECT_FALSE(on(changed));
    EXPECT_TRUE(seen(here).twinsIn.empty());
    EXPECT_EQ(seen(here).otherTwinsIn, std::vector<std::size_t>{std::size_t(copy.number)});
}

TEST_F(TwinTexts, NothingIsDecidedInAnotherRequest) {
    const auto other = another(household(), "moeder");
    ASSERT_TRUE(decideOn(passageIn(document.id, part), "redact", "te persoonlijk").done);
    EXPECT_TRUE(store->rulings().latestOfRequest(other.id).empty());
}

policy::Proposal over(std::size_t start, std::size_t end, policy::Decision decision, policy::Scope scope) {
    policy::Proposal it;
    it.fragment = "f", it.start = start, it.end = end, it.decision = decision, it.scope = scope;
    return it;
}

TEST(HiddenText, WhatWouldBeShownOfItIsPutToAHuman) {
    redaction::document::Document document;
    document.text = U"Moeder slaapt goed.\nLindelaan 8\nmelder is Wil";
    document.blocks = {{redaction::document::BlockKind::paragraph, 0, 0, 19, "", ""}, {redaction::document::BlockKind::hidden, 0, 20, 31, "opmerking", ""},
                       {redaction::document::BlockKind::hidden, 0, 32, 45, "verborgen tekst", ""}};
    using policy::Decision;
    using policy::Scope;
    std::vector<policy::Proposal> proposals = {over(0, 19, Decision::release, Scope::passage), over(20, 31, Decision::release, Scope::passage), over(32, 45, Decision::redact, Scope::passage)};
    judgeHidden({{"f", "p", &document}}, proposals);
    ASSERT_EQ(proposals.size(), 3u);
    EXPECT_EQ(proposals[0].decision, Decision::release);
    EXPECT_EQ(proposals[1].decision, Decision::judge);
    EXPECT_NE(proposals[1].why.find("niet te zien (opmerking)"), std::string::npos) << proposals[1].why;
    EXPECT_EQ(proposals[2].decision, Decision::redact);
}

TEST(Handwritten, APageByHandIsOneQuestionAndItsInkGoesWithIt) {
    redaction::document::Document document;
    document.layout = redaction::document::Layout::paged;
    document.text = U"Getypte bladzijde\fonleesbare hand";
    document.pages.resize(2);
    document.pages[0].end = 17;
    document.pages[1].start = 18, document.pages[1].end = 33, document.pages[1].width = 595, document.pages[1].height = 842, document.pages[1].handwritten = true;
    using policy::Decision;
    using policy::Scope;
    std::vector<policy::Proposal> proposals = {over(0, 17, Decision::release, Scope::passage), over(18, 33, Decision::release, Scope::passage), over(18, 28, Decision::redact, Scope::span)};
    judgeHandwritten({{"f", "p", &document}}, proposals);
    ASSERT_EQ(proposals.size(), 3u);
    EXPECT_EQ(proposals[0].decision, Decision::release);  // the typed page
    EXPECT_EQ(proposals[1].decision, Decision::redact);   // what is hidden stays hidden
    EXPECT_EQ(proposals[2].decision, Decision::judge);
    EXPECT_EQ(proposals[2].start, 18u);
    EXPECT_EQ(proposals[2].end, 33u);

    std::vector<redaction::marks::Decided> shown = {{18, 33, Decision::release, "", {}, {}, {}}, {18, 28, Decision::redact, "third-party", {}, {}, {}}};
    coverHandwritten(document, shown);
    EXPECT_EQ(shown.size(), 2u);
    std::vector<redaction::marks::Decided> hidden = {{18, 33, Decision::redact, "third-party", {}, {}, {}}};
    coverHandwritten(document, hidden);
    ASSERT_EQ(hidden.size(), 2u);
    EXPECT_EQ(hidden[1].page, 1u);
    EXPECT_EQ(hidden[1].box->x1, 595);
    EXPECT_EQ(hidden[1].box->y1, 842);
}

// A letter, and a scan of a worn print of it that Tesseract reads with slips: shown to be alike, decided apart.
TEST_F(TwinTexts, AScanOfALetterIsSaidToResembleIt) {
    const std::vector<std::string> lines{"Op drie maart sprak ik met beide ouders over de afspraken in het weekend.", "Vader haalt de kinderen op vrijdag om vijf uur op bij de school.",
                                         "Moeder vindt dat te vroeg en vraagt of het een uur later kan.", "De kinderen willen graag eerst naar zwemles in de stad.",
                                         "Wij spreken elkaar in april opnieuw over de vakantie."};
    std::string text;
    for (const auto& line : lines) text += line + "\n\n";
    const auto letter = add(request().id, "brief", text);
    auto read = reader.read(drawn::scan([&](cairo_t* pen) {
        double y = 100;
        for (const auto& line : lines) drawn::text(pen, 72, y += 30, line, 7.5);
    }), "scan.png").document;
    ASSERT_GT(read.text.size(), 200u);
    std::size_t slips = 0;  // on top of those of Tesseract: as on a worn print, two a line
    for (std::size_t at = 20; at < read.text.size(); at += 33)
        if (read.text[at] >= U'a' && read.text[at] <= U'z') read.text[at] = read.text[at] == U'e' ? U'c' : U'e', ++slips;
    ASSERT_GT(slips, 5u);
    const auto scan = add(request().id, "scan", redaction::document::toUtf8(read.text));
    store->jobs().add("propose", request().id, "{}", request().id);
    proposed();
    const auto likes = row(scan.id).likes;
    ASSERT_EQ(likes.size(), 1u);
    EXPECT_EQ(likes[0].fragmentId, letter.id);
    EXPECT_FALSE(likes[0].same);
    EXPECT_EQ(likes[0].shared, 0u);
    for (const auto& it : store->proposals().ofFragment(scan.id)) EXPECT_TRUE(seen(it).twinsIn.empty()) << "decided with another by resemblance";
}

}  // namespace
}  // namespace service::casework
