// What a reviewer corrects changes what is proposed, for that place or wherever the same stands; and opens nothing that is
// hidden for safety or for a reporter.
#include <gtest/gtest.h>

#include "redaction/document/document.h"
#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "tests/unit/policy/invented_family.h"

namespace {

using namespace redaction;
using household::Correction;
using household::Reach;
using household::Target;
using policy::Decision;
using policy::Proposal;
using policy::Scope;

class Correcting : public testing::Test {
  protected:
    household::Case c = invented::family();
    std::vector<std::string> texts;

    std::size_t place(std::size_t fragment, const std::string& part) { return document::toCodePoints(texts[fragment].substr(0, texts[fragment].find(part))).size(); }
    Correction mention(const std::string& form, const std::string& from, std::vector<std::string> to, Reach reach = Reach::everywhere) {
        Correction it;
        it.id = "v1", it.form = form, it.from = from, it.to = std::move(to), it.reach = reach, it.fragment = "stuk0";
        it.start = place(0, form), it.end = it.start + document::toCodePoints(form).size();
        return it;
    }
    Correction passage(const std::string& text, std::vector<std::string> to) {
        Correction it;
        it.id = "v2", it.target = Target::passage, it.to = std::move(to), it.fragment = "stuk0";
        it.start = place(0, text), it.end = it.start + document::toCodePoints(text).size();
        return it;
    }
    std::vector<Proposal> proposals(const household::Corrections& corrections, const char* requester = "vader") {
        static const auto rules = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
        household::AccessRequest request;
        request.id = "r1", request.requester = requester, request.capacity = "self", request.subjects = {requester}, request.addressedTo = "vt";
        std::vector<document::Document> documents(texts.size());
        std::vector<policy::Fragment> fragments;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            documents[i].text = document::toCodePoints(texts[i]);
            fragments.push_back({"stuk" + std::to_string(i), "vt", &documents[i]});
        }
        return policy::propose(c, request, fragments, rules, *c.referenceDate, corrections);
    }
    Proposal over(const std::vector<Proposal>& all, std::size_t fragment, const std::string& part, Scope scope) {
        const auto at = place(fragment, part);
        for (const auto& p : all)
            if (p.fragment == "stuk" + std::to_string(fragment) && p.scope == scope && p.start <= at && at < p.end) return p;
        ADD_FAILURE() << "no proposal over " << part;
        return {};
    }
    void hideMother() { c.protections.push_back({"moeder", {"vader"}, {"address", "postcode", "place", "phone"}, "proef", {}, {}, {}}); }
};

TEST_F(Correcting, AMentionOfSomebodyElseMovesTheWholePassage) {
    texts = {"Ada heeft last van haar heup.\n\nVader belde vandaag.", "Ada vertelt dat zij verhuist."};
    const auto without = proposals({});
    EXPECT_EQ(over(without, 0, "Ada", Scope::passage).decision, Decision::redact);
    EXPECT_FALSE(over(without, 0, "Ada", Scope::passage).uncorrected);
    const auto with = proposals({mention("Ada", "oma", {"vader"})});
    const auto moved = over(with, 0, "Ada", Scope::passage);
    EXPECT_EQ(moved.decision, Decision::release);
    EXPECT_EQ(moved.correction, "v1");
    EXPECT_EQ(moved.uncorrected, Decision::redact);
    EXPECT_EQ(over(with, 0, "Ada", Scope::span).subject, "vader");
    EXPECT_EQ(over(with, 1, "Ada", Scope::span).subject, "vader") << "the same form elsewhere in the dossier";
    EXPECT_EQ(over(with, 1, "Ada", Scope::passage).uncorrected, Decision::redact);
    EXPECT_TRUE(over(with, 0, "Vader", Scope::passage).correction.empty()) << "what it does not change says so";
}

TEST_F(Correcting, OnePlaceIsThatPlaceOnly) {
    texts = {"Ada heeft last van haar heup.", "Ada heeft last van haar heup."};
    const auto with = proposals({mention("Ada", "oma", {"vader"}, Reach::place)});
    EXPECT_EQ(over(with, 0, "Ada", Scope::span).subject, "vader");
    EXPECT_EQ(over(with, 1, "Ada", Scope::span).subject, "oma");
    EXPECT_TRUE(over(with, 1, "Ada", Scope::passage).correction.empty());
}

TEST_F(Correcting, OnlyTheSameFormOfTheSamePersonIsMeant) {
    texts = {"Ada heeft last van haar heup.", "Femke heeft last van haar heup. Ada Brinkhuis komt langs."};
    const auto with = proposals({mention("Ada", "oma", {"vader"})});
    EXPECT_EQ(over(with, 1, "Femke", Scope::span).subject, "moeder");
    EXPECT_EQ(over(with, 1, "Ada Brinkhuis", Scope::span).subject, "oma");
    const auto other = proposals({mention("Ada", "moeder", {"vader"})});
    EXPECT_EQ(over(other, 0, "Ada", Scope::span).subject, "oma") << "it was corrected for another person";
}

TEST_F(Correcting, APlaceWhoseWordsAreOthersIsLeftAlone) {
    texts = {"Ada heeft last van haar heup."};
    auto moved = mention("Ada", "oma", {"vader"}, Reach::place);
    moved.form = "Eva";
    EXPECT_EQ(over(proposals({moved}), 0, "Ada", Scope::span).subject, "oma");
}

TEST_F(Correcting, WhoIsNobodyOfTheFamilyIsAnother) {
    texts = {"Gijs werkt in een garage en heeft schulden."};
    EXPECT_EQ(over(proposals({}), 0, "Gijs", Scope::passage).decision, Decision::release);
    const auto with = proposals({mention("Gijs", "vader", {std::string(household::outsider)})});
    EXPECT_EQ(over(with, 0, "Gijs", Scope::passage).decision, Decision::redact);
    EXPECT_EQ(over(with, 0, "Gijs", Scope::passage).uncorrected, Decision::release);
    EXPECT_FALSE(over(with, 0, "Gijs", Scope::span).subject);
}

TEST_F(Correcting, WhoIsNotKnownIsPutToAHuman) {
    texts = {"Gijs werkt in een garage en heeft schulden."};
    const auto with = proposals({mention("Gijs", "vader", {})});
    EXPECT_EQ(over(with, 0, "Gijs", Scope::passage).decision, Decision::judge);
    EXPECT_EQ(over(with, 0, "Gijs", Scope::span).decision, Decision::judge);
}

TEST_F(Correcting, APassageIsAboutWhomTheReviewerSays) {
    texts = {"Vader belde vandaag.\n\nMoeder houdt niet van lawaai."};
    const auto with = proposals({passage("Moeder houdt niet van lawaai.", {"vader", "moeder"})});
    const auto p = over(with, 0, "Moeder", Scope::passage);
    EXPECT_EQ(p.rule, "R12") << "about the requester and another";
    EXPECT_EQ(p.decision, Decision::judge);
    EXPECT_EQ(p.correction, "v2");
    EXPECT_EQ(p.uncorrected, Decision::redact);
    EXPECT_EQ(over(proposals({passage("Moeder houdt niet van lawaai.", {"vader"})}), 0, "Moeder", Scope::passage).decision, Decision::release);
}

TEST_F(Correcting, WhatIsHiddenForSafetyIsPutToAHumanAtMost) {
    hideMother();
    texts = {"Moeder woont nu aan de Zandkamp 14 in Oudewater."};
    ASSERT_EQ(over(proposals({}), 0, "Moeder", Scope::passage).ground, "safety");
    const auto corrected = {passage(texts[0], {"vader"}), mention("Zandkamp 14", "moeder", {"vader"}), mention("Oudewater", "moeder", {"vader"}), mention("Moeder", "moeder", {"vader"})};
    for (const auto& p : proposals(corrected)) {
        EXPECT_NE(p.decision, Decision::release) << texts[0].substr(p.start, p.end - p.start);
        EXPECT_EQ(p.ground, "safety") << texts[0].substr(p.start, p.end - p.start) << ": the ground that asks for two people stays";
    }
    const auto p = over(proposals(corrected), 0, "Moeder", Scope::passage);
    EXPECT_EQ(p.decision, Decision::judge);
    EXPECT_EQ(p.rule, "R13");
    EXPECT_EQ(p.uncorrected, Decision::redact);
}

TEST_F(Correcting, NobodyBecomesUnprotectedBecauseTheirAddressIsSaidToBeAnothers) {
    hideMother();
    texts = {"Vader belde vandaag twee keer; moeder was in Oudewater."};
    const auto span = over(proposals({mention("Oudewater", "moeder", {"oma"})}), 0, "Oudewater", Scope::span);
    EXPECT_NE(span.decision, Decision::release);
    EXPECT_EQ(span.ground, "safety");
}

TEST_F(Correcting, AReporterStaysHidden) {
    texts = {"GEGEVENS MELDER: mevr. Corrie Mulder, woont in de straat."};
    for (const auto& corrected : {mention("mevr. Corrie Mulder", "melder", {"vader"}), mention("Corrie Mulder", "melder", {"vader"}), passage(texts[0], {"vader"})})
        for (const auto& p : proposals({corrected})) {
            EXPECT_NE(p.decision, Decision::release);
            EXPECT_EQ(p.ground, "reporter");
        }
}

TEST_F(Correcting, TheLastCorrectionOfAPlaceHolds) {
    texts = {"Ada heeft last van haar heup."};
    auto second = mention("Ada", "vader", {"moeder"});
    second.id = "v9";
    const auto span = over(proposals({mention("Ada", "oma", {"vader"}), second}), 0, "Ada", Scope::span);
    EXPECT_EQ(span.subject, "moeder");
    EXPECT_EQ(span.correction, "v9");
}

TEST_F(Correcting, NothingIsTakenToAnotherHousehold) {
    texts = {"Ada heeft last van haar heup."};
    const auto before = proposals({});
    proposals({mention("Ada", "oma", {"vader"})});
    const auto after = proposals({});
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i].why + before[i].rule + before[i].subject.value_or(""), after[i].why + after[i].rule + after[i].subject.value_or(""));
}

TEST(Corrections, AreReadFromAFileOrRefusedWithTheirPlace) {
    const auto read = household::parseCorrections(R"({"corrections":[{"id":"a","target":"mention","reach":"everywhere","form":"Ada","from":"oma","to":["vader"]},
        {"id":"b","target":"passage","fragment":"x.txt","start":3,"end":9,"to":["vader","~buiten"]}]})");
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].reach, Reach::everywhere);
    EXPECT_EQ(read[1].end, 9u);
    for (const char* wrong : {R"([])", R"({"corrections":[{"id":"a","target":"anders"}]})", R"({"corrections":[{"id":"a","target":"passage","fragment":"x","start":1,"end":2}]})",
                              R"({"corrections":[{"id":"a","target":"mention","start":-1,"end":2,"fragment":"x"}]})", R"({"corrections":[{"id":"a","target":"mention","reach":"everywhere"}]})"})
        EXPECT_THROW(household::parseCorrections(wrong), household::FormatError) << wrong;
}

}  // namespace
