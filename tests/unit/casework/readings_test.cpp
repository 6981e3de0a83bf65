// A dossier is read once for all who ask: proposals are the same to the letter whether it was read for them or for another, and
// whatever decides what is read makes it be read again.
#include "service/casework/readings.h"

#include <thread>

#include "service/casework/case_file.h"
#include "service/casework/corrections.h"
#include "service/casework/proposing.h"
#include "tests/unit/casework/office_with_text.h"
#include "tests/unit/policy/invented_family.h"

namespace service::casework {
namespace {

namespace household = redaction::household;
namespace policy = redaction::policy;

std::string described(const std::vector<policy::Proposal>& proposals) {
    std::string all;
    for (const auto& p : proposals)
        all += p.fragment + " " + std::to_string(p.start) + "-" + std::to_string(p.end) + policy::toText(p.scope) + policy::toText(p.decision) + p.rule + p.ground + p.subject.value_or("-") + p.kind.value_or("-") +
               p.why + std::to_string(p.certainty) + p.correction + (p.uncorrected ? policy::toText(*p.uncorrected) : "-") + "\n";
    return all;
}

class OneReadingForAll : public OfficeWithText {
  protected:
    std::string proposalsFor(const store::Request& it, Readings& readings) {
        Office other{*store, environment, reader, rules, letterBook, office.templates, board, readings, [] {}};
        return described(proposalsAs(other, it, store->requests().accessRequest(it.id), store->households().load(it.householdId)));
    }
};

TEST_F(OneReadingForAll, TheSecondRequestOnADossierReadsNothingAgainAndGetsTheSame) {
    ASSERT_EQ(readings.timesRead(), 1u);
    const auto mothers = another(household(), "moeder");
    EXPECT_EQ(readings.timesRead(), 1u);
    for (const auto& it : {request(), mothers}) {
        Readings fresh;
        const auto alone = proposalsFor(it, fresh);
        EXPECT_EQ(fresh.timesRead(), 1u);
        EXPECT_FALSE(alone.empty());
        EXPECT_EQ(proposalsFor(it, readings), alone) << it.requesterId;
    }
    EXPECT_NE(proposalsFor(request(), readings), proposalsFor(mothers, readings));
    EXPECT_EQ(readings.timesRead(), 1u);
}

TEST_F(OneReadingForAll, ACorrectionIsReadWithItselfOnly) {
    const auto mothers = another(household(), "moeder");
    const auto made = correct(office, reviewer(), {passage("schulden").id, {"vader"}, household::Reach::place, "zo staat het in het verslag"});
    ASSERT_TRUE(made.done) << made.words;
    proposed();
    EXPECT_EQ(readings.timesRead(), 2u) << "once with the correction, for both";
    for (const auto& it : {request(), mothers}) {
        Readings fresh;
        EXPECT_EQ(proposalsFor(it, readings), proposalsFor(it, fresh));
        EXPECT_EQ(fresh.timesRead(), 2u);
    }
    const auto correction = store->corrections().ofHousehold(request().householdId).front().id;
    ASSERT_TRUE(withdrawCorrection(office, reviewer(), correction, "toch niet").done);
    proposed();
    EXPECT_EQ(readings.timesRead(), 2u);
    Readings fresh;
    EXPECT_EQ(proposalsFor(request(), readings), proposalsFor(request(), fresh));
}

TEST_F(OneReadingForAll, IsDroppedWithTheRequestsItServes) {
    const auto mothers = another(household(), "moeder");
    readings.forget(request().id);
    EXPECT_GT(readings.charactersKept(), 0u);
    readings.forget(mothers.id);
    EXPECT_EQ(readings.charactersKept(), 0u);
}

// Without the service: what a reading rests on, one thing at a time.
class WhatIsRead : public testing::Test {
  protected:
    struct Piece {
        std::string partner, content;
    };
    ReadDossier read(const std::string& requestId = "r1") {
        documents_.clear(), fragments_.clear(), contents_.clear();
        documents_.reserve(pieces.size());
        for (const auto& it : pieces) {
            documents_.emplace_back().text = redaction::document::toCodePoints(it.content);
            fragments_.push_back({requestId + it.partner + std::to_string(fragments_.size()), it.partner, &documents_.back()});
            contents_.push_back(it.content);
        }
        return readings.of({requestId, householdId, known, fragments_, contents_, corrections}, now);
    }
    std::string proposals(const ReadDossier& dossier, const std::string& requester) {
        household::AccessRequest asked;
        asked.id = "r", asked.requester = requester, asked.capacity = "self", asked.subjects = {requester}, asked.addressedTo = "vt";
        return described(dossier.propose(known, asked, rules, *known.referenceDate));
    }
    void expectReadAgain(const char* what) {
        const auto before = readings.timesRead();
        read();
        EXPECT_EQ(readings.timesRead(), before + 1) << what;
        read("r2");
        EXPECT_EQ(readings.timesRead(), before + 1) << what;
    }

    const policy::RuleSet rules = policy::RuleSet::load(std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates/rules");
    household::Case known = invented::family();
    std::string householdId = "h1";
    std::vector<Piece> pieces{{"vt", "Vader zegt dat Tijn goed slaapt."}, {"gi", "Moeder belt met oma Ada."}};
    household::Corrections corrections;
    Moment now = momentFromIso("2026-03-02T09:00:00Z");
    Readings readings;

  private:
    std::vector<redaction::document::Document> documents_;
    std::vector<policy::Fragment> fragments_;
    std::vector<std::string> contents_;
};

TEST_F(WhatIsRead, ChangesWithTheTextItsOrderItsPartnerAndItsHousehold) {
    expectReadAgain("first");
    pieces[1].content += " ";
    expectReadAgain("text");
    std::swap(pieces[0], pieces[1]);
    expectReadAgain("order");
    pieces[0].partner = "raad";
    expectReadAgain("partner");
    pieces.pop_back();
    expectReadAgain("a piece less");
    householdId = "h2";
    expectReadAgain("another household");
}

TEST_F(WhatIsRead, ChangesWithWhoThePeopleAreAndHowTheyAreRelated) {
    read();
    known.persons[0].nicknames.push_back("Fem");
    expectReadAgain("a name");
    known.persons[0].phones.push_back("0687654321");
    expectReadAgain("a number");
    ASSERT_FALSE(known.relations.empty());
    known.relations.pop_back();
    expectReadAgain("a relation");
    known.protections.emplace_back().person = "moeder";
    expectReadAgain("somebody hides");
    known.referenceDate = invented::day("2026-04-01");
    expectReadAgain("the day of the case");
}

TEST_F(WhatIsRead, IsAskedForEachRequestWhereItDoesNotRestOnIt) {
    read();
    known.authority.clear();
    known.consents.push_back({"moeder", "vader", "verslag school", {}, {}, {}});
    known.investigationOpen = true;
    for (auto& it : known.persons) it.source.text = "uittreksel";
    const auto kept = proposals(read(), "vader");
    EXPECT_EQ(readings.timesRead(), 1u);
    readings.forget("r1");
    EXPECT_EQ(proposals(read(), "vader"), kept) << "read with the new facts";
    ASSERT_EQ(readings.timesRead(), 2u);
    known.relations[0].until = invented::day("2020-01-01");
    read();
    EXPECT_EQ(readings.timesRead(), 2u);
}

TEST_F(WhatIsRead, IsNeverProposedFromForOtherPeople) {
    const auto dossier = read();
    known.persons.pop_back();
    EXPECT_THROW(proposals(dossier, "vader"), std::logic_error);
}

TEST_F(WhatIsRead, IsKeptWithinBoundsAndNoLongerThanADay) {
    Readings small(40);
    std::vector<redaction::document::Document> documents(1);
    documents[0].text = redaction::document::toCodePoints(std::string(41, 'a'));
    const std::vector<policy::Fragment> fragments{{"f", "vt", &documents[0]}};
    const std::vector<std::string> contents{"a"};
    small.of({"r1", "h1", known, fragments, contents, {}}, now);
    EXPECT_EQ(small.charactersKept(), 0u);
    read();
    readings.forgetUnused(now + Readings::keptFor - std::chrono::seconds(1));
    EXPECT_GT(readings.charactersKept(), 0u);
    readings.forgetUnused(now + Readings::keptFor);
    EXPECT_EQ(readings.charactersKept(), 0u);
    expectReadAgain("forgotten");
}

TEST_F(WhatIsRead, HoldsOneReadingForARequest) {
    read();
    const auto one = readings.charactersKept();
    pieces[0].content[0] = 'v';
    read();
    EXPECT_EQ(readings.charactersKept(), one) << "the earlier text is gone";
}

TEST_F(WhatIsRead, IsReadOnceByThoseWhoAskAtTheSameMoment) {
    for (int i = 0; i < 400; ++i) pieces[0].content += "\nJuf Annelies de Groot ziet dat Tijn goed leest. Moeder belt met oma Ada.";
    std::vector<redaction::document::Document> documents(1);
    documents[0].text = redaction::document::toCodePoints(pieces[0].content);
    const std::vector<std::string> contents{"a"};
    std::vector<std::thread> threads;
    std::vector<std::string> made(4);
    for (std::size_t i = 0; i < made.size(); ++i)
        threads.emplace_back([&, i] {
            const std::vector<policy::Fragment> fragments{{"f", "vt", &documents[0]}};
            made[i] = proposals(readings.of({"r" + std::to_string(i), "h1", known, fragments, contents, {}}, now), "vader");
        });
    for (auto& it : threads) it.join();
    EXPECT_EQ(readings.timesRead(), 1u);
    EXPECT_FALSE(made[0].empty());
    for (const auto& it : made) EXPECT_EQ(it, made[0]);
}

}  // namespace
}  // namespace service::casework
