// The rule files of this repository load; broken, hostile or incomplete ones are refused with file and line.
#include "redaction/policy/rules.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <initializer_list>
#include <set>

#include "redaction/policy/standing.h"
#include "redaction/policy/verdict.h"

namespace {

using namespace redaction;
using policy::RuleSet;
namespace fs = std::filesystem;

const fs::path kRules = fs::path(LAKWERK_SOURCE_DIR) / "templates/rules";
const household::Date kToday = *household::parseDate("2026-03-02");

TEST(Rules, HoldEveryRuleFromOneToTwentySeven) {  // a region may add to them
    const auto rules = RuleSet::load(kRules);
    for (int i = 1; i <= 27; ++i) {
        const auto& rule = rules.rule("R" + std::to_string(i), kToday);
        EXPECT_FALSE(rule.source.empty()) << rule.id;
        EXPECT_EQ(rule.sentence.back(), '.') << rule.id;
        if (!rule.ground.empty()) {
            EXPECT_FALSE(rules.ground(rule.ground).code.empty());
        }
    }
    EXPECT_EQ(rules.grounds().size(), 12u);
    EXPECT_THROW(rules.rule("R99", kToday), std::out_of_range);
    EXPECT_THROW(rules.rule("R1", *household::parseDate("2017-01-01")), std::out_of_range);
    EXPECT_THROW(rules.ground("zomaar"), std::out_of_range);
    EXPECT_TRUE(rules.holdOn(kToday));
    EXPECT_FALSE(rules.holdOn(*household::parseDate("2017-01-01")));
}

// Those that the engine or casework puts to a human somewhere: by its own data, by R8 at a partner without such a right, by a
// number of nobody known (R27), and what is hidden for someone's safety where a correction or a partner's name casts doubt.
TEST(Rules, EveryRuleThatCanJudgeAsksAQuestionAndSpeaksForEitherSide) {
    const auto rules = RuleSet::load(kRules);
    std::set<std::string> judging{"R8", "R13", "R14", "R16", "R27"};
    for (const auto& rule : rules.rules())
        if (rule.proposal == "judge") judging.insert(rule.id);
    EXPECT_GE(judging.size(), 16u);
    for (const auto& id : judging)
        for (const auto& ground : rules.grounds()) {
            const auto* weighing = rules.weighing(id, ground.id, kToday);
            ASSERT_NE(weighing, nullptr) << id;
            EXPECT_EQ(weighing->question.back(), '?') << id;
            for (const auto* side : {&weighing->toShow, &weighing->toHide}) {
                EXPECT_FALSE(side->empty()) << id;
                for (const auto& line : *side) EXPECT_EQ(line.back(), '.') << line;
            }
        }
    EXPECT_NE(rules.weighing("R12", "child-16plus", kToday)->question, rules.weighing("R12", "third-party", kToday)->question);
    EXPECT_EQ(rules.weighing("R1", "", kToday), nullptr);
}

TEST(Rules, KnowTheLawOfEachKindOfPartner) {
    const auto rules = RuleSet::load(kRules);
    EXPECT_NE(rules.lawOf("veilig-thuis")->access.find("Wmo"), std::string::npos);
    EXPECT_NE(rules.lawOf("gecertificeerde-instelling")->letter.find("Jeugdwet"), std::string::npos);
    EXPECT_EQ(rules.lawOf("raad-voor-de-kinderbescherming")->letter.find("Jeugdwet"), std::string::npos);
    EXPECT_EQ(rules.lawOf("kapper"), nullptr);
}

// Basis: domain rules, R8.
TEST(Rules, SayFromWhichAgeAChildAsksAPartnerItself) {
    const auto rules = RuleSet::load(kRules);
    for (const char* kind : {"veilig-thuis", "lokaal-team", "gecertificeerde-instelling", "jeugdhulp", "ggz"}) EXPECT_EQ(rules.lawOf(kind)->ownRequestFrom, 12) << kind;
    for (const char* kind : {"raad-voor-de-kinderbescherming", "zorg-en-veiligheidshuis"}) EXPECT_EQ(rules.lawOf(kind)->ownRequestFrom, 16) << kind;
}

class ChangedRules : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("lakwerk-rules-" + std::to_string(::getpid()));
        fs::remove_all(folder_);
        fs::copy(kRules, folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    void write(const char* file, const std::string& text) { std::ofstream(folder_ / file) << text; }
    std::string refusal() {
        try {
            RuleSet::load(folder_);
            return "";
        } catch (const household::FormatError& error) {
            return error.what();
        }
    }
    // The newer one stands first in the file: the day decides, not the order.
    static std::string versions(const std::string& until, const std::string& next) {
        const auto rule = [](const std::string& dates, const char* sentence) { return "<rule id=\"R1\" proposal=\"release\" " + dates + "><title>t</title><source>b</source><sentence>" + sentence + "</sentence></rule>"; };
        return "<rules edition=\"x\">" + rule("valid-from=\"" + next + "\"", "Nieuw.") + rule("valid-from=\"2020-01-01\" " + until, "Oud.") + "</rules>";
    }
    fs::path folder_;
};

TEST_F(ChangedRules, GiveAnotherVersion) {
    const auto before = RuleSet::load(folder_).version();
    std::ofstream(folder_ / "grounds.xml", std::ios::app) << "\n";
    EXPECT_NE(RuleSet::load(folder_).version(), before);
    EXPECT_EQ(RuleSet::load(kRules).version(), before);
}
TEST_F(ChangedRules, MissingFileIsRefused) {
    fs::remove(folder_ / "grounds.xml");
    EXPECT_NE(refusal().find("grounds.xml"), std::string::npos);
}
TEST_F(ChangedRules, InvalidRuleIsRefusedWithItsLine) {
    write("rules.xml", "<rules edition=\"x\">\n<rule id=\"R1\" proposal=\"misschien\" valid-from=\"2020-01-01\"/></rules>");
    EXPECT_NE(refusal().find("rules.xml, regel 2"), std::string::npos) << refusal();
}
TEST_F(ChangedRules, ARuleThatJudgesWithoutAQuestionIsRefused) {
    write("rules.xml", "<rules edition=\"x\">\n<rule id=\"R4\" proposal=\"judge\" valid-from=\"2020-01-01\"><title>t</title><source>b</source><sentence>Zin.</sentence></rule></rules>");
    EXPECT_NE(refusal().find("rules.xml, regel 2"), std::string::npos) << refusal();
}
TEST_F(ChangedRules, ANewVersionHoldsFromItsDayAndTheOldOneUntilThen) {
    write("rules.xml", versions("valid-until=\"2026-07-01\"", "2026-07-01"));
    const auto rules = RuleSet::load(folder_);
    EXPECT_EQ(rules.rule("R1", *household::parseDate("2026-06-30")).sentence, "Oud.");
    EXPECT_EQ(rules.rule("R1", *household::parseDate("2026-07-01")).sentence, "Nieuw.");
    for (const auto& [day, sentence] : {std::pair("2026-06-30", "Oud."), std::pair("2026-07-01", "Nieuw.")})
        EXPECT_EQ(policy::RulesOfDay(rules, *household::parseDate(day)).by("R1").why, sentence) << day;
}
TEST_F(ChangedRules, VersionsThatHoldOnOneDayOrLeaveDaysOutAreRefused) {
    write("rules.xml", versions("", "2026-07-01"));
    EXPECT_NE(refusal().find("R1 heeft op 2026-07-01 twee versies"), std::string::npos) << refusal();
    write("rules.xml", versions("valid-until=\"2026-08-01\"", "2026-07-01"));
    EXPECT_NE(refusal().find("R1 heeft op 2026-07-01 twee versies"), std::string::npos) << refusal();
    write("rules.xml", versions("valid-until=\"2026-06-01\"", "2026-07-01"));
    EXPECT_NE(refusal().find("R1 geldt niet van 2026-06-01 tot 2026-07-01"), std::string::npos) << refusal();
    write("rules.xml", versions("valid-until=\"2019-01-01\"", "2026-07-01"));
    EXPECT_NE(refusal().find("R1 eindigt (2019-01-01) voordat hij begint"), std::string::npos) << refusal();
}
// The ages are data like the rest: a law that moves one gets a row with its day, and what is proposed follows it.
TEST_F(ChangedRules, TheAgesOfTheRulesAboutChildrenDecide) {
    std::ifstream in(folder_ / "rules.xml");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto changed = [&](std::initializer_list<std::pair<std::string, std::string>> each) {
        auto all = text;
        for (const auto& [from, to] : each)
            for (auto at = all.find(from); at != all.npos; at = all.find(from, at + to.size())) all.replace(at, from.size(), to);
        write("rules.xml", all);
    };
    const auto household = household::parseCase(R"({"case":"g","reference_date":"2026-03-02","persons":[{"id":"moeder","kind":"family","given":["Ans"],"family":"Kort","birthdate":"1985-01-01"},
        {"id":"kind","kind":"family","given":["Bo"],"family":"Kort","birthdate":"2013-05-01"}],"relations":[{"type":"parent","from":"moeder","to":"kind"}],
        "authority":[{"child":"kind","holder":"moeder","type":"sole"}]})");
    const auto day = *household.referenceDate;
    household::AccessRequest asked;
    asked.requester = "moeder", asked.capacity = "parent", asked.subjects = {"kind"};
    const auto ruleFor = [&] { return policy::Standing(household, asked, day, RuleSet::load(folder_).ages(day)).child("kind")->rule; };
    EXPECT_EQ(ruleFor(), "R3") << "twelve";
    changed({{"age-below=\"12\"", "age-below=\"14\""}, {"age-from=\"12\"", "age-from=\"14\""}});
    EXPECT_EQ(ruleFor(), "R2") << "below fourteen";
    changed({{"age-from=\"12\" age-below=\"16\"", "age-from=\"12\" age-below=\"13\""}, {"age-from=\"16\"", "age-from=\"12\""}});
    EXPECT_NE(refusal().find("de leeftijden van R2, R3, R5, R6 en R9 sluiten"), std::string::npos) << refusal();
    write("rules.xml", text);
    EXPECT_EQ(refusal(), "");
}

TEST_F(ChangedRules, ARuleOfARegionIsReadBesidesTheOthers) {
    std::ifstream in(folder_ / "rules.xml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.insert(text.rfind("</rules>"), "<rule id=\"R28\" proposal=\"release\" valid-from=\"2026-01-01\"><title>t</title><source>b</source><sentence>Eigen regel.</sentence></rule>");
    write("rules.xml", text);
    EXPECT_EQ(RuleSet::load(folder_).rule("R28", kToday).sentence, "Eigen regel.");
}
TEST_F(ChangedRules, DocumentTypeWithEntityIsRefused) {
    write("grounds.xml",
          "<!DOCTYPE grounds [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><grounds edition=\"x\"><ground "
          "id=\"safety\" code=\"x\"><sentence>&x;</sentence></ground></grounds>");
    EXPECT_NE(refusal(), "");
}

}  // namespace
