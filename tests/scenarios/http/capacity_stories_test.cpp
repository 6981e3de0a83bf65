// Who asks, for whom: what each may see of the same two documents.
#include <gtest/gtest.h>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

const Document visit{"vt", "Huisbezoek", "2026-01-15",
                     "Verslag huisbezoek 15 januari 2026\n\nTijn Kuipers vertelt over zijn zwemles.\n\n"
                     "Harmen Kuipers werkt mee aan het plan en komt op tijd.\n\n"
                     "Lotte Vonk is onder behandeling bij een psycholoog.\n\n"
                     "Jip Kuipers vertelt in vertrouwen dat ze bang is voor ruzies thuis. Ze wil niet dat papa of mama dit weet.\n\n"
                     "Mare Kuipers heeft een nieuwe studiekeuze gemaakt.\n"};

const char *const tijns = "zwemles", *const fathers = "komt op tijd", *const mothers = "psycholoog", *const jips = "bang is voor ruzies", *const mares = "studiekeuze";

// From the desk to the package: the words that went out. Questions are answered with `answer`.
std::string given(Town& town, const Asked& asked) {
    town.holds({visit});
    return inOne(throughToTheEnd(town, logged(town, asked)));
}

auto authorityOf(const char* child, const char* holder, const char* type) {
    return [=](nlohmann::json& family) {
        for (auto& row : family["authority"])
            if (row["child"] == child && row["holder"] == holder) row["type"] = type;
    };
}

void consentFrom(nlohmann::json& family, const char* person, const char* to, const char* scope) {
    family["consents"].push_back({{"person", person}, {"to", to}, {"scope", scope}, {"given", "2026-02-20"}, {"withdrawn", nullptr}});
}

}  // namespace

TEST(CapacityStories, AParentWithJointAuthorityGetsTheChildOfEightToo) {
    Town town;
    const auto words = given(town, {.capacity = "parent", .about = {"vader", "tijn"}});
    EXPECT_TRUE(has(words, tijns));
    EXPECT_TRUE(has(words, fathers));
    for (const auto* hidden : {mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, AParentWhoAsksOnlyForHimselfGetsNothingOfTheChild) {
    Town town;
    const auto words = given(town, {});
    EXPECT_TRUE(has(words, fathers));
    for (const auto* hidden : {tijns, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, AParentWithoutAuthorityGetsHisOwnOnly) {
    Town town("2026-03-09", authorityOf("tijn", "vader", "none"));
    const auto words = given(town, {.capacity = "parent", .about = {"vader", "tijn"}});
    EXPECT_TRUE(has(words, fathers));
    EXPECT_FALSE(has(words, tijns));
}

TEST(CapacityStories, AParentWhoseAuthorityIsSuspendedGetsHisOwnOnly) {
    Town town("2026-03-09", authorityOf("tijn", "vader", "suspended"));
    const auto words = given(town, {.capacity = "parent", .about = {"vader", "tijn"}});
    EXPECT_TRUE(has(words, fathers));
    EXPECT_FALSE(has(words, tijns));
}

TEST(CapacityStories, AParentWithSoleAuthorityGetsTheChild) {
    Town town("2026-03-09", [](nlohmann::json& family) {
        authorityOf("tijn", "moeder", "sole")(family);
        authorityOf("tijn", "vader", "none")(family);
    });
    const auto words = given(town, {.requester = "moeder", .capacity = "parent", .about = {"moeder", "tijn"}});
    EXPECT_TRUE(has(words, tijns));
    EXPECT_TRUE(has(words, mothers));
    EXPECT_FALSE(has(words, fathers));
}

TEST(CapacityStories, WhatAChildOfThirteenSaidInConfidenceIsAQuestionAndWithheldHere) {
    Town town;
    town.holds({visit});
    const auto request = logged(town, {.requester = "moeder", .capacity = "parent", .about = {"jip"}});
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    const auto unanswered = reviewer.post("/verzoeken/" + request + "/beoordeling-afronden", {});
    EXPECT_NE(town.stepOf(request), "packaging") << "a question must be answered by a human first";
    answerQuestions(reviewer, request, "redact", "Jip vroeg dit niet te delen");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    EXPECT_FALSE(has(inOne(packageWords(officer, request)), jips));
}

TEST(CapacityStories, AChildOfThirteenAsksItself) {
    Town town;
    town.holds({visit});
    const auto request = logged(town, {.requester = "jip", .about = {"jip"}});
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "release", "van Jip zelf");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    const auto words = inOne(packageWords(officer, request));
    EXPECT_TRUE(has(words, jips));
    for (const auto* hidden : {tijns, fathers, mothers, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, AChildOfEightIsSentToItsParent) {
    Town town;
    auto desk = town.as("balie");
    const auto seen = desk.post("/verzoeken/nieuw/voorbeeld", {{"household", town.household()}, {"requester", "tijn"}, {"subject", "tijn"}, {"capacity", "self"}, {"right", "access"},
                                                               {"received_on", "2026-03-02"}, {"channel", "letter"}, {"identity_method", "known-in-person"}, {"identity_on", "2026-03-02"}});
    EXPECT_TRUE(says(seen, "Een kind onder de 12 oefent het recht niet zelf uit")) << textOf(seen.body);
}

TEST(CapacityStories, AParentGetsNothingOfAChildOfSixteenThatDidNotConsent) {
    Town town("2026-05-11");
    const auto words = given(town, {.capacity = "parent", .received = "2026-05-04", .about = {"vader", "mare"}});
    EXPECT_TRUE(has(words, fathers));
    EXPECT_FALSE(has(words, mares));
}

TEST(CapacityStories, AParentGetsWhatAChildOfSixteenConsentedTo) {
    Town town("2026-05-11", [](nlohmann::json& family) { consentFrom(family, "mare", "vader", "stageverslag"), family["protections"].clear(); });
    town.holds({visit, {"vt", "Stageverslag", "2026-02-02", "Stageverslag Mare\n\nMare Kuipers haalt goede cijfers voor natuurkunde. Mare Kuipers werkt goed samen met de anderen.\n"}});
    const auto request = logged(town, {.capacity = "parent", .received = "2026-05-04", .about = {"vader", "mare"}});
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "release", "valt onder de toestemming van Mare");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    const auto words = inOne(packageWords(officer, request));
    EXPECT_TRUE(has(words, "natuurkunde"));
    EXPECT_FALSE(has(words, mares)) << "outside what she consented to";
}

TEST(CapacityStories, AGuardianGetsTheChild) {
    Town town("2026-03-09", [](nlohmann::json& family) {
        authorityOf("tijn", "vader", "none")(family);
        authorityOf("tijn", "moeder", "none")(family);
        family["authority"].push_back({{"child", "tijn"}, {"holder", "oma"}, {"type", "guardian"}, {"from", "2025-06-01"}, {"to", nullptr}});
    });
    const auto words = given(town, {.requester = "oma", .capacity = "guardian", .about = {"tijn"}});
    EXPECT_TRUE(has(words, tijns));
    for (const auto* hidden : {fathers, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, SomeoneAuthorisedGetsWhatTheFatherWouldGet) {
    Town town("2026-03-09", [](nlohmann::json& family) { consentFrom(family, "vader", "oma", "machtiging: volledige inzage in mijn dossier"); });
    const auto words = given(town, {.requester = "oma", .capacity = "representative", .about = {"vader"}});
    EXPECT_TRUE(has(words, fathers));
    for (const auto* hidden : {tijns, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

// Procedure P11
TEST(CapacityStories, AGrandmotherWithoutAuthorityGetsNothingOfTheFamily) {
    Town town;
    const auto words = given(town, {.requester = "oma", .about = {"oma"}});
    for (const auto* hidden : {tijns, fathers, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

// Procedure P11: the Woo opens no family file; it is handled as a request for one's own data, and the desk is told so.
TEST(CapacityStories, AWooRequestForTheFileOfAFamilyOpensNothingOfIt) {
    Town town;
    town.holds({visit});
    const std::string woo = "Ik vraag op grond van de Wet open overheid het hele gezinsdossier van Tijn.";
    auto desk = town.as("balie");
    const auto preview = desk.post("/verzoeken/nieuw", {{"household", town.household()}, {"requester", "oma"}, {"subject", "oma"}, {"right", "access"}, {"capacity", "self"}, {"addressed_to", "vt"},
                                                        {"received_on", "2026-03-02"}, {"channel", "letter"}, {"remarks", woo}, {"do", "refresh"}});
    EXPECT_TRUE(has(textOf(preview.body), "Dit lijkt een Woo-verzoek om een gezinsdossier"));
    const auto request = logged(town, {.requester = "oma", .about = {"oma"}, .more = {{"remarks", woo}}});
    EXPECT_TRUE(has(textOf(town.as("oordeel").get("/verzoeken/" + request).body), "Dit lijkt een Woo-verzoek om een gezinsdossier")) << "who handles it reads it too";
    const auto words = inOne(throughToTheEnd(town, request));
    for (const auto* hidden : {tijns, fathers, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
    EXPECT_TRUE(has(words, "AVG art. 15")) << words;
    EXPECT_FALSE(has(words, "Woo")) << "no decision under that act";
}

// Rule R23: who acts by order of the court gets what the person would get, no more and no less.
TEST(CapacityStories, ACuratorGetsWhatTheFatherWouldGet) {
    Town town("2026-03-09", [](nlohmann::json& family) { family["relations"].push_back({{"type", "curator"}, {"from", "oma"}, {"to", "vader"}, {"since", "2025-05-01"}}); });
    const auto words = given(town, {.requester = "oma", .capacity = "representative", .about = {"vader"}});
    EXPECT_TRUE(has(words, fathers));
    for (const auto* hidden : {tijns, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, AMentorGetsWhatTheMotherWouldGet) {
    Town town("2026-03-09", [](nlohmann::json& family) { family["relations"].push_back({{"type", "mentor"}, {"from", "oma"}, {"to", "moeder"}, {"since", "2025-05-01"}}); });
    const auto words = given(town, {.requester = "oma", .capacity = "representative", .about = {"moeder"}});
    EXPECT_TRUE(has(words, mothers));
    for (const auto* hidden : {tijns, fathers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, AMentorWhoseOrderEndedGetsNothingOfTheMother) {
    Town town("2026-03-09", [](nlohmann::json& family) {
        family["relations"].push_back({{"type", "mentor"}, {"from", "oma"}, {"to", "moeder"}, {"since", "2024-05-01"}, {"until", "2026-02-01"}});
    });
    const auto words = given(town, {.requester = "oma", .capacity = "representative", .about = {"moeder"}});
    for (const auto* hidden : {mothers, tijns, fathers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(CapacityStories, ALawyerWithASignedAuthorisationGetsWhatTheFatherWouldGet) {
    Town town("2026-03-09", [](nlohmann::json& family) {
        family["persons"].push_back({{"id", "advocaat"}, {"kind", "other"}, {"function", "advocaat van vader"}, {"given", {"Ilse"}}, {"called", "Ilse"}, {"family", "Terpstra"}, {"birthdate", "1979-04-04"},
                                     {"addresses", {{{"street", "Kade"}, {"number", "3"}, {"postcode", "8903 EF"}, {"city", "Zeegat"}, {"secret", false}}}}});
        consentFrom(family, "vader", "advocaat", "machtiging om namens mij mijn dossier op te vragen");
    });
    const auto words = given(town, {.requester = "advocaat", .capacity = "representative", .about = {"vader"}});
    EXPECT_TRUE(has(words, fathers));
    for (const auto* hidden : {tijns, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

// Rule R24: the organisation holds the guardianship, one of its people asks.
TEST(CapacityStories, AnOrganisationWithGuardianshipGetsTheChild) {
    Town town("2026-03-09", [](nlohmann::json& family) {
        authorityOf("tijn", "vader", "none")(family);
        authorityOf("tijn", "moeder", "none")(family);
        family["authority"].push_back({{"child", "tijn"}, {"holder", "gi"}, {"type", "guardian"}, {"from", "2025-06-01"}, {"to", nullptr}});
        family["persons"].push_back({{"id", "voogd"}, {"kind", "professional"}, {"partner", "gi"}, {"function", "voogd"}, {"given", {"Noortje"}}, {"called", "Noortje"}, {"family", "Bouma"}});
    });
    const auto words = given(town, {.requester = "voogd", .capacity = "guardian", .about = {"tijn"}});
    EXPECT_TRUE(has(words, tijns));
    for (const auto* hidden : {fathers, mothers, jips, mares}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

// Rule R22: what is about someone who died is for a human, each time.
TEST(CapacityStories, WhatIsAboutADaughterWhoDiedIsWeighedByAHuman) {
    Town town("2026-03-09", [](nlohmann::json& family) {
        for (auto& person : family["persons"])
            if (person["id"] == "mare") person["deceased"] = "2026-01-20";
    });
    town.holds({visit});
    const auto request = logged(town, {.capacity = "parent", .about = {"vader", "mare"}});
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    reviewer.post("/verzoeken/" + request + "/beoordeling-afronden", {});
    EXPECT_EQ(town.stepOf(request), "review") << "a question must be answered by a human first";
    answerQuestions(reviewer, request, "release", "verwerking van het verlies, en Mare heeft er zich nooit tegen verzet");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    const auto words = inOne(packageWords(officer, request));
    EXPECT_TRUE(has(words, mares));
    EXPECT_FALSE(has(words, mothers));
}

}  // namespace scenarios
