#include "service/requests/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "service/requests/disguise.h"

namespace service::requests {
namespace {

Date on(const std::string& iso) { return parseIso(iso).value(); }
constexpr const char* today = "2026-03-10";

// A father (no BSN trouble), his children of 8, 13 and 16, their mother, an adult brother.
IntakeInput household() {
    IntakeInput input;
    input.persons = {{"vader", "Koen Verbeek", on("1984-02-01"), {}, "111222333", {}, false},
                     {"moeder", "Sanne Dorst", on("1986-07-09"), {}, "", {}, false},
                     {"kind8", "Daan", on("2017-06-30"), {}, "", {}, false},
                     {"kind13", "Fenna", on("2012-11-02"), {}, "", {}, false},
                     {"kind16", "Jurre", on("2009-05-20"), {}, "", {}, false},
                     {"broer", "Pim Verbeek", on("1990-01-01"), {}, "", {}, false}};
    for (const auto* child : {"kind8", "kind13", "kind16"}) {
        input.relations.push_back({"parent", "vader", child});
        input.relations.push_back({"parent", "moeder", child});
        input.authority.push_back({child, "vader", AuthorityKind::joint, on("2018-01-01"), {}});
        input.authority.push_back({child, "moeder", AuthorityKind::joint, on("2018-01-01"), {}});
    }
    input.capacity = Capacity::parent;
    input.requester = "vader";
    input.subjects = {"vader", "kind8"};
    input.received = on("2026-03-09");
    input.today = on(today);
    input.identity = IdentityMethod::documentSeen;
    return input;
}

std::string severityWord(Severity severity) {
    switch (severity) {
        case Severity::info: return "info";
        case Severity::warning: return "warning";
        case Severity::question: return "question";
        case Severity::blocks: return "blocks";
    }
    return "?";
}

std::vector<std::string> codesOf(const std::vector<Finding>& found) {
    std::vector<std::string> codes;
    for (const auto& finding : found) codes.push_back(severityWord(finding.severity) + " " + finding.code);
    return codes;
}

void changeAuthority(IntakeInput& input, const char* child, std::optional<AuthorityKind> kind) {
    std::erase_if(input.authority, [&](const AuthorityFacts& fact) { return fact.child == child && fact.holder == "vader"; });
    if (kind) input.authority.push_back({child, "vader", *kind, on("2025-01-01"), {}});
}

struct Row {
    const char* story;
    std::function<void(IntakeInput&)> change;
    std::vector<std::string> expected;  // all findings, ordered
};

TEST(Intake, TellsTheDeskWhatTheFactsMean) {
    const std::vector<Row> rows{
        {"a father asks for himself and his son of 8", [](auto&) {}, {"info child-under-12", "info identity-no-copy"}},
        {"for himself only", [](auto& i) { i.capacity = Capacity::self; i.subjects = {"vader"}; }, {"info identity-no-copy"}},
        {"for a child of 13", [](auto& i) { i.subjects = {"kind13"}; }, {"info child-12-15", "info identity-no-copy"}},
        {"for a child of 13, where the rules of the day say 14", [](auto& i) { i.subjects = {"kind13"}, i.ages.confidence = 14; }, {"info child-under-12", "info identity-no-copy"}},
        {"for a child of 13, where the rules of the day say it decides at 13", [](auto& i) { i.subjects = {"kind13"}, i.ages.own = 13; }, {"warning child-16plus", "info identity-no-copy"}},
        {"for a child of 16 without consent", [](auto& i) { i.subjects = {"kind16"}; }, {"warning child-16plus", "info identity-no-copy"}},
        {"for a child of 16 with consent", [](auto& i) { i.subjects = {"kind16"}; i.consents = {{"kind16", "vader", "schoolrapport", on("2026-02-01"), {}}}; },
         {"info child-16plus-consent", "info identity-no-copy"}},
        {"for a child of 16 that withdrew", [](auto& i) { i.subjects = {"kind16"}; i.consents = {{"kind16", "vader", "alles", on("2026-01-01"), on("2026-03-01")}}; },
         {"warning child-16plus", "info identity-no-copy"}},
        {"for a child of 16 not able to weigh its interests", [](auto& i) { i.subjects = {"kind16"}; i.persons[4].able = false; },
         {"question child-16plus-not-able", "info identity-no-copy"}},
        {"without authority", [](auto& i) { changeAuthority(i, "kind8", AuthorityKind::none); }, {"warning no-authority", "info identity-no-copy"}},
        {"with suspended authority", [](auto& i) { i.authority.push_back({"kind8", "vader", AuthorityKind::suspended, on("2026-01-01"), {}}); },
         {"warning authority-suspended", "info identity-no-copy"}},
        {"with a suspension that has ended", [](auto& i) { i.authority.push_back({"kind8", "vader", AuthorityKind::suspended, on("2025-01-01"), on("2026-03-10")}); },
         {"info child-under-12", "info identity-no-copy"}},
        {"with authority that nobody recorded", [](auto& i) { changeAuthority(i, "kind8", std::nullopt); }, {"question authority-unknown", "info identity-no-copy"}},
        {"with facts that contradict each other", [](auto& i) { i.authority.push_back({"kind8", "vader", AuthorityKind::none, {}, {}}); },
         {"question authority-unknown", "info identity-no-copy"}},
        {"with authority that begins tomorrow", [](auto& i) { changeAuthority(i, "kind8", AuthorityKind::sole); i.authority.back().from = on("2026-03-11"); },
         {"question authority-unknown", "info identity-no-copy"}},
        {"for a child of 16 without authority", [](auto& i) { i.subjects = {"kind16"}; changeAuthority(i, "kind16", AuthorityKind::none); },
         {"warning child-16plus", "warning no-authority", "info identity-no-copy"}},
        {"for someone else's child", [](auto& i) { i.requester = "broer"; i.subjects = {"kind8"}; },
         {"question not-a-parent", "question authority-unknown", "info identity-no-copy"}},
        {"for a child without birth date", [](auto& i) { i.persons[2].birthdate.reset(); }, {"question birthdate-missing", "info identity-no-copy"}},
        {"for his adult brother", [](auto& i) { i.subjects = {"broer"}; }, {"question not-a-parent", "question adult-subject", "info identity-no-copy"}},
        {"for himself but also for a child", [](auto& i) { i.capacity = Capacity::self; }, {"question self-but-other-subject", "info identity-no-copy"}},
        {"for a child that has died", [](auto& i) { i.persons[2].deceased = on("2026-01-02"); }, {"question subject-deceased", "info identity-no-copy"}},
        {"as guardian without papers", [](auto& i) { i.capacity = Capacity::guardian; }, {"question guardianship-unknown", "info identity-no-copy"}},
        {"as guardian", [](auto& i) { i.capacity = Capacity::guardian; changeAuthority(i, "kind8", AuthorityKind::guardian); }, {"info guardian", "info identity-no-copy"}},
        {"as the institution with guardianship",
         [](auto& i) {
             i.persons.push_back({"jeugdbeschermer", "Lot Berg", {}, {}, "", {}, false, "gi"});
             i.capacity = Capacity::guardian; i.requester = "jeugdbeschermer"; i.subjects = {"kind8"};
             i.authority = {{"kind8", "gi", AuthorityKind::guardian, on("2024-01-01"), {}}};
         },
         {"info guardian", "info identity-no-copy"}},
        {"as representative with authorisation", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.consents = {{"broer", "vader", "machtiging", on("2026-03-01"), {}, Mandate::covers}}; },
         {"info authorised", "info identity-no-copy"}},
        {"his lawyer for him and his son", [](auto& i) { i.capacity = Capacity::representative, i.requester = "broer", i.subjects = {"vader", "kind8"}, i.consents = {{"vader", "broer", "machtiging", on("2026-03-01"), {}, Mandate::covers}}; },
         {"info authorised", "info authorised-for-child", "info identity-no-copy"}},
        {"as representative without", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; }, {"question authorisation-missing", "info identity-no-copy"}},
        {"as representative after withdrawal", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.consents = {{"broer", "vader", "machtiging", on("2026-01-01"), on("2026-02-01"), Mandate::covers}}; },
         {"warning authorisation-withdrawn", "info identity-no-copy"}},
        {"as curator", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.relations.push_back({"curator", "vader", "broer", on("2025-01-01"), {}}); },
         {"info curator", "info identity-no-copy"}},
        {"as mentor", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.relations.push_back({"mentor", "vader", "broer", {}, {}}); },
         {"info mentor", "info identity-no-copy"}},
        {"as mentor of former days", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.relations.push_back({"mentor", "vader", "broer", {}, on("2026-03-01")}); },
         {"warning authorisation-withdrawn", "info identity-no-copy"}},
        {"for his brother who cannot decide", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.persons.back().able = false; i.relations.push_back({"sibling", "vader", "broer", {}, {}}); },
         {"question kin-represents", "info identity-no-copy"}},
        {"with consent to share one report only", [](auto& i) { i.capacity = Capacity::representative; i.subjects = {"broer"}; i.consents = {{"broer", "vader", "het rapport", on("2026-03-01"), {}}}; },
         {"question authorisation-missing", "info identity-no-copy"}},
        {"for a dead child that objected", [](auto& i) { i.persons[3].deceased = on("2026-01-02"); i.persons[3].objectionRecorded = true; i.subjects = {"kind13"}; },
         {"warning subject-deceased-objected", "info identity-no-copy"}},
        {"who withdrew consent to a partner", [](auto& i) { i.subjects = {"vader"}, i.capacity = Capacity::self, i.consents = {{"vader", "vt", "delen met de school", {}, on("2026-03-01")}}; },
         {"warning consent-withdrawn-earlier", "info identity-no-copy"}},
        {"whose consent ends tomorrow", [](auto& i) { i.subjects = {"vader"}, i.capacity = Capacity::self, i.consents = {{"vader", "vt", "delen met de school", {}, on("2026-03-11")}}; }, {"info identity-no-copy"}},
        {"who objected to use", [](auto& i) { i.subjects = {"vader"}, i.capacity = Capacity::self, i.relations.push_back({"objection", "vader", "vt", on("2026-01-05"), {}}); },
         {"warning objection-earlier", "info identity-no-copy"}},
        {"whose objection ended", [](auto& i) { i.subjects = {"vader"}, i.capacity = Capacity::self, i.relations.push_back({"objection", "vader", "vt", on("2025-01-05"), on("2026-03-10")}); }, {"info identity-no-copy"}},
        {"a child of 8 itself", [](auto& i) { i.requester = "kind8"; i.subjects = {"kind8"}; i.capacity = Capacity::self; }, {"warning child-asks-itself", "info identity-no-copy"}},
        {"a child of 13 itself", [](auto& i) { i.requester = "kind13"; i.subjects = {"kind13"}; i.capacity = Capacity::self; }, {"question child-12-15-asks-itself", "info identity-no-copy"}},
        {"a child of 16 itself", [](auto& i) { i.requester = "kind16"; i.subjects = {"kind16"}; i.capacity = Capacity::self; }, {"info identity-no-copy"}},
        {"a child about to turn 12", [](auto& i) { i.persons[2].birthdate = on("2014-05-01"); }, {"info child-under-12", "info turns-12", "info identity-no-copy"}},
        {"protection against him", [](auto& i) { i.protections = {{"moeder", {"vader"}, {"address", "school"}, {}, {}}}; },
         {"warning protection-against-requester", "info child-under-12", "info identity-no-copy"}},
        {"several protections against him are one warning",
         [](auto& i) { i.protections = {{"moeder", {"vader"}, {"address"}, {}, {}}, {"kind8", {"vader"}, {"address"}, {}, {}}, {"kind13", {"vader"}, {"school"}, {}, {}}}; },
         {"warning protection-against-requester", "info child-under-12", "info identity-no-copy"}},
        {"protection that ended, or against another", [](auto& i) { i.protections = {{"moeder", {"vader"}, {"address"}, {}, on("2026-03-01")}, {"moeder", {"broer"}, {"address"}, {}, {}}}; },
         {"info child-under-12", "info identity-no-copy"}},
        {"received tomorrow", [](auto& i) { i.received = on("2026-03-11"); }, {"blocks received-in-future", "info child-under-12", "info identity-no-copy"}},
        {"received today", [](auto& i) { i.received = on(today); }, {"info child-under-12", "info identity-no-copy"}},
        {"received two months ago", [](auto& i) { i.received = on("2026-01-10"); }, {"question received-long-ago", "info child-under-12", "info identity-no-copy"}},
        {"no date of receipt", [](auto& i) { i.received.reset(); }, {"blocks received-missing", "info child-under-12", "info identity-no-copy"}},
        {"a BSN with two digits swapped", [](auto& i) { i.persons[0].bsn = "111222342"; }, {"blocks bsn-invalid", "info child-under-12", "info identity-no-copy"}},
        {"a wrong BSN of someone not involved", [](auto& i) { i.persons[1].bsn = "1"; }, {"info child-under-12", "info identity-no-copy"}},
        {"identity not checked yet", [](auto& i) { i.identity = IdentityMethod::notYet; }, {"question identity-not-checked", "info child-under-12"}},
        {"nothing filled in", [](auto& i) { i.requester.clear(); i.subjects.clear(); i.capacity.reset(); },
         {"blocks requester-missing", "blocks subjects-missing", "blocks capacity-missing"}},
        {"a repeated request that still runs", [](auto& i) { i.earlier = {{"LW-2025-0044", Right::access, "vader", {"kind8"}, on("2025-06-01"), true}}; },
         {"question likely-duplicate", "info child-under-12", "info identity-no-copy"}},
        {"a repeated request within 90 days", [](auto& i) { i.earlier = {{"LW-2025-0099", Right::access, "vader", {"vader"}, on("2025-12-09"), false}}; },
         {"question likely-duplicate", "info child-under-12", "info identity-no-copy"}},
        {"a request of 91 days ago, another right, another requester, other subjects",
         [](auto& i) { i.earlier = {{"a", Right::access, "vader", {"vader"}, on("2025-12-08"), false}, {"b", Right::erasure, "vader", {"vader"}, on("2026-03-01"), true},
                                    {"c", Right::access, "moeder", {"kind8"}, on("2026-03-01"), true}, {"d", Right::access, "vader", {"kind13"}, on("2026-03-01"), true}}; },
         {"info child-under-12", "info identity-no-copy"}},
        {"erasure for a child with another holder", [](auto& i) { i.right = Right::erasure; }, {"question erasure-other-holder", "info child-under-12", "info identity-no-copy"}},
        {"erasure by the only holder", [](auto& i) { i.right = Right::erasure; i.authority = {{"kind8", "vader", AuthorityKind::sole, {}, {}}}; },
         {"info child-under-12", "info identity-no-copy"}},
        {"a Woo request", [](auto& i) { i.text = "Hierbij doe ik een WOO verzoek"; }, {"question disguised-woo", "info child-under-12", "info identity-no-copy"}},
    };
    for (const auto& row : rows) {
        IntakeInput input = household();
        row.change(input);
        const auto found = findings(input);
        EXPECT_EQ(codesOf(found), row.expected) << row.story;
        for (const auto& finding : found)
            EXPECT_FALSE(finding.title.empty() || finding.explanation.empty() || finding.source.empty()) << row.story;
    }
}

TEST(Intake, NeverSaysInWordsWhereSomeoneHides) {
    IntakeInput input = household();
    input.protections = {{"moeder", {"vader"}, {}, {}, {}}};
    const auto found = findings(input);
    EXPECT_THAT(found[0].explanation, testing::HasSubstr(": verblijfplaats. "));
}

TEST(Intake, SaysOfAllTheProtectedTogetherWhatIsHidden) {
    IntakeInput input = household();
    input.protections = {{"moeder", {"vader"}, {"address"}, {}, {}}, {"kind8", {"vader"}, {"address"}, {}, {}}, {"kind13", {"vader"}, {"school"}, {}, {}}};
    const auto found = findings(input);
    const auto name = [&](int at) { return input.persons[at].name; };
    EXPECT_THAT(found[0].explanation, testing::HasSubstr("van " + name(1) + " en " + name(2) + ": adres; van " + name(3) + ": school. "));
}

TEST(Disguise, IsRecognisedByWholeWords) {
    struct Case {
        const char* text;
        std::vector<std::string> codes;
    };
    const std::vector<Case> cases{
        {"Ik vraag op grond van de Wet  open\noverheid alle stukken", {"disguised-woo"}},
        {"mijn woonplaats is Wobbestad, de woonboot", {}},
        {"Ik heb de stukken nodig voor de rechtbank.", {"disguised-court"}},
        {"Ik vraag vervangende toestemming voor inzage", {"disguised-replacement-consent"}},
        {"Laat mij alles inzien en verwijder wat niet klopt", {"mixed-request-erasure"}},
        {"Dit klopt niet, graag corrigeren", {"mixed-request-rectification"}},
        {"Ook dien ik een klacht in over de melding", {"also-complaint"}},
        {"", {}},
    };
    for (const auto& one : cases) {
        std::vector<std::string> codes;
        for (const auto& finding : disguises(one.text, Right::access)) codes.push_back(finding.code);
        EXPECT_EQ(codes, one.codes) << one.text;
    }
    EXPECT_EQ(folded("Ik  wil INZÁGE\n\nñ Ç"), "ik wil inzage n c");
}

TEST(Capacities, AreOpenOnlyAsTheFactsAllow) {
    struct Case {
        const char* story;
        std::function<void(IntakeInput&)> change;
        std::vector<bool> open;  // self, parent, guardian, representative
        const char* parentSays;
    };
    const std::vector<Case> cases{
        {"joint authority", [](auto&) {}, {true, true, false, false}, "De ouder krijgt ook wat over het kind gaat"},
        {"no child chosen", [](auto& i) { i.subjects = {"vader"}; }, {true, false, false, false}, "Kies eerst het kind"},
        {"suspended", [](auto& i) { changeAuthority(i, "kind8", AuthorityKind::suspended); }, {true, true, false, false}, "Het gezag is geschorst"},
        {"none", [](auto& i) { changeAuthority(i, "kind8", AuthorityKind::none); }, {true, true, false, false}, "Zonder gezag"},
        {"not recorded", [](auto& i) { changeAuthority(i, "kind8", std::nullopt); }, {true, true, false, false}, "Gezag of geboortedatum"},
        {"sixteen", [](auto& i) { i.subjects = {"kind16"}; }, {true, true, false, false}, "Een kind van 16"},
        {"guardian", [](auto& i) { changeAuthority(i, "kind8", AuthorityKind::guardian); }, {true, true, true, false}, "Zonder gezag"},
        {"authorised", [](auto& i) { i.subjects = {"broer"}; i.consents = {{"broer", "vader", "machtiging", {}, {}, Mandate::covers}}; }, {true, true, false, true}, "Een kind van 16"},
        {"authorised by a parent, for the child too", [](auto& i) { i.requester = "broer", i.subjects = {"vader", "kind8"}, i.consents = {{"vader", "broer", "machtiging", {}, {}, Mandate::covers}}; }, {true, true, false, true}, "Gezag of geboortedatum"},
        {"child under 12", [](auto& i) { i.requester = "kind8"; i.subjects = {"kind8"}; }, {false, false, false, false}, "Kies eerst"},
    };
    for (const auto& one : cases) {
        IntakeInput input = household();
        one.change(input);
        const auto choices = capacityChoices(input);
        std::vector<bool> open;
        for (const auto& choice : choices) {
            open.push_back(choice.open);
            EXPECT_FALSE(choice.consequence.empty() || choice.words.empty());
        }
        EXPECT_EQ(open, one.open) << one.story;
        EXPECT_THAT(choices[1].consequence, testing::HasSubstr(one.parentSays)) << one.story;
    }
}

TEST(Identity, OffersNoCopy) {
    for (const auto& choice : identityChoices()) {
        EXPECT_FALSE(choice.words.empty() || choice.explanation.empty());
        EXPECT_THAT(choice.words, testing::Not(testing::HasSubstr("opie")));
    }
    EXPECT_EQ(documentKinds().size(), 4u);
}

TEST(Bsn, PassesOnlyByTheElevenTest) {
    for (const auto* right : {"111222333", "123456782", "999990408"}) EXPECT_TRUE(passesElevenTest(right)) << right;
    for (const auto* wrong : {"", "000000000", "123456789", "12345678", "1234567822", "12345678a", "123 45678"}) EXPECT_FALSE(passesElevenTest(wrong)) << wrong;
}

TEST(Age, ChangesOnTheBirthday) {
    EXPECT_EQ(ageOn(on("2014-03-10"), on("2026-03-09")), 11);
    EXPECT_EQ(ageOn(on("2014-03-10"), on("2026-03-10")), 12);
    EXPECT_EQ(ageOn(on("2012-02-29"), on("2026-02-28")), 13);
    EXPECT_EQ(ageOn(on("2012-02-29"), on("2026-03-01")), 14);
}

TEST(Words, GoBothWays) {
    for (const auto* code : {"access", "rectification", "erasure", "restriction", "objection", "portability"}) EXPECT_EQ(toText(rightFrom(code).value()), code);
    for (const auto* code : {"self", "parent", "guardian", "representative"}) EXPECT_EQ(toText(capacityFrom(code).value()), code);
    EXPECT_FALSE(rightFrom("inzage") || capacityFrom("vader"));
    EXPECT_EQ(authorityFrom("gedeeld"), AuthorityKind::unknown);
}

// P14: showing a document or a trusted sign-in comes before a copy; no copy is asked in any way.
TEST(Identity, IsShownAndNeverCopied) {
    std::vector<IdentityMethod> offered;
    for (const auto& choice : identityChoices()) {
        offered.push_back(choice.method);
        const bool asksCopy = choice.explanation.find("kopie") != std::string::npos && choice.explanation.find("geen kopie") == std::string::npos;
        EXPECT_FALSE(asksCopy) << choice.code;
    }
    for (const auto method : {IdentityMethod::documentSeen, IdentityMethod::digid, IdentityMethod::knownToProfessional}) EXPECT_THAT(offered, testing::Contains(method));
    auto input = household();
    const auto found = findings(input);
    const auto noCopy = std::ranges::find(found, "identity-no-copy", &Finding::code);
    ASSERT_NE(noCopy, found.end());
    EXPECT_NE(noCopy->explanation.find("geen kopie"), std::string::npos);
}

}  // namespace
}  // namespace service::requests
