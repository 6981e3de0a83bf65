#include <algorithm>

#include "tests/unit/store/fresh_store.h"

namespace service::store {

namespace household = redaction::household;

using HouseholdsTest = FreshStore;

TEST_F(HouseholdsTest, ACaseComesOutAsItWentIn) {
    const auto in = family();
    const auto made = store->households().importCase(in, "els");
    reopen();
    EXPECT_EQ(household::toJson(store->households().load(made.id)), household::toJson(in));
}

TEST_F(HouseholdsTest, AFactThatChangesIsClosedAndTheOldOneCanBeTold) {
    const auto made = household();
    auto& households = store->households();
    const auto facts = households.facts(made.id);
    const auto father = std::find_if(facts.begin(), facts.end(), [](const Fact& f) { return f.body.find("\"vader\"") != std::string::npos; });
    auto person = *household::findPerson(households.load(made.id), "vader");
    person.phones = {"0600000000"};
    clock.advance(std::chrono::hours(1));
    const auto changed = households.changeFact(father->id, 1, bodyOf(person), "els");

    EXPECT_EQ(households.loadHousehold(made.id).version, 2);
    EXPECT_EQ(households.facts(made.id).size(), facts.size());
    EXPECT_EQ(household::findPerson(households.load(made.id), "vader")->phones.size(), 1u);
    EXPECT_TRUE(household::findPerson(households.loadVersion(made.id, 1), "vader")->phones.empty());
    const auto change = households.changes(made.id).front();
    EXPECT_EQ(change.before, father->body);
    EXPECT_EQ(change.after, changed.body);
    EXPECT_EQ(change.by, "els");
    EXPECT_EQ(change.version, 2);
    EXPECT_EQ(change.at, mondayMorning + std::chrono::hours(1));
}

TEST_F(HouseholdsTest, TheSecondOfTwoWhoChangeAtOnceIsRefused) {
    const auto made = household();
    household::Consent consent;
    consent.person = "kind1";
    consent.to = "vader";
    consent.scope = "school";
    store->households().addConsent(made.id, 1, consent, "els");
    EXPECT_EQ(refusal([&] { store->households().addConsent(made.id, 1, consent, "jan"); }), "conflict");
    EXPECT_EQ(store->households().load(made.id).consents.size(), 1u);
}

TEST_F(HouseholdsTest, AnEndedProtectionIsGoneFromTheCaseAndStaysInTheHistory) {
    const auto made = household();
    const auto facts = store->households().facts(made.id);
    const auto protection =
        std::find_if(facts.begin(), facts.end(), [](const Fact& f) { return f.kind == FactKind::protection; });
    const auto els = someone("els", Role::professional), jan = someone("jan", Role::professional);
    const auto proposed = store->households().proposeWeakening(made.id, protection->id, "", "dreiging voorbij", els);
    store->households().confirmWeakening(proposed.id, "nagevraagd bij moeder", jan);
    EXPECT_TRUE(store->households().load(made.id).protections.empty());
    EXPECT_EQ(store->households().loadVersion(made.id, 1).protections.size(), 1u);
    const auto change = store->households().changes(made.id).front();
    EXPECT_EQ(change.kind, FactKind::protection);
    EXPECT_EQ(change.before, protection->body);
    EXPECT_EQ(change.after, "");
}

TEST_F(HouseholdsTest, RefusesWhatIsNoFact) {
    const auto made = household();
    EXPECT_THROW(store->households().addFact(made.id, 1, FactKind::person, "geen json", "els"), household::FormatError);
    EXPECT_THROW(store->households().addFact(made.id, 1, FactKind::person, R"({"id":"x","birthdate":"gisteren"})", "els"),
                 household::FormatError);
    EXPECT_EQ(store->households().loadHousehold(made.id).version, 1);
}

TEST_F(HouseholdsTest, APartnerIdThatMeansAnotherPartnerElsewhereIsGivenANewOne) {
    household();
    auto other = family();
    other.id = "gezin-elders";
    other.partners[0].name = "Veilig Thuis Elders";
    const auto made = store->households().importCase(other, "els");
    const auto it = store->households().load(made.id);
    EXPECT_NE(it.partners[0].id, "vt");
    EXPECT_EQ(it.partners[0].name, "Veilig Thuis Elders");
    EXPECT_EQ(household::findPerson(it, "prof1")->partner, it.partners[0].id);
    EXPECT_EQ(it.partners[1].id, "lt");
}

struct SearchCase {
    const char* words;
    std::size_t hits;
};

TEST_F(HouseholdsTest, IsFoundByNameNumberTitleReferenceAndPartner) {
    request();
    store->households().setPartners(household().id, {{"vt", {"VT-2024-77"}}}, "els");
    const SearchCase cases[] = {
        {"Zoë", 1},         {"zoe", 1},          {"ZOE orsted", 1},      {"sukran", 1},       {"novak", 2},
        {"Čedo Novák", 1},  {"cedomir", 1},      {"gezin-proef", 1},     {"111222333", 1},    {"111222", 0},
        {"lw-2026-0001", 1}, {"veilig thuis", 1}, {"vt-2024-77", 1},      {"niemand", 0},      {"", 0},
        {"%", 0},           {"_", 0},            {"zoe novak", 0},
    };
    for (const auto& [words, hits] : cases) EXPECT_EQ(store->households().search(words).size(), hits) << words;
}

TEST_F(HouseholdsTest, SearchFollowsAChangeOfName) {
    const auto made = household();
    auto person = *household::findPerson(store->households().load(made.id), "kind1");
    person.id = "kind2";
    person.called = "Jörmungandr";
    store->households().addPerson(made.id, 1, person, "els");
    ASSERT_EQ(store->households().search("jormungandr").size(), 1u);
    EXPECT_EQ(store->households().search("jormungandr")[0].personId, "kind2");
}

using AssignmentsTest = FreshStore;

TEST_F(AssignmentsTest, OnlyThoseAssignedMayOpenAndNeverOnesOwnFamily) {
    const auto els = account("els", Role::professional).id, jan = account("jan", Role::professional).id;
    const auto id = household().id;
    auto& assignments = store->assignments();
    assignments.assign(id, els, "chef");
    EXPECT_EQ(assignments.accessOf(id, els), Access::assigned);
    EXPECT_EQ(assignments.accessOf(id, jan), Access::none);
    assignments.recordConflict(id, els, "zwager", "chef");
    EXPECT_EQ(assignments.accessOf(id, els), Access::conflict);
    EXPECT_TRUE(assignments.householdsOf(els).empty());
    EXPECT_EQ(refusal([&] { assignments.assign(id, els, "chef"); }), "forbiddenByRule");
    EXPECT_EQ(refusal([&] { assignments.openEmergency(id, els, "haast"); }), "forbiddenByRule");
}

TEST_F(AssignmentsTest, EmergencyAccessNeedsAReasonEndsAndIsReported) {
    const auto jan = account("jan", Role::professional).id;
    const auto id = household().id;
    auto& assignments = store->assignments();
    EXPECT_EQ(refusal([&] { assignments.openEmergency(id, jan, "  "); }), "forbiddenByRule");
    const auto opened = assignments.openEmergency(id, jan, "acute dreiging", std::chrono::minutes(60));
    EXPECT_EQ(assignments.accessOf(id, jan), Access::emergency);
    EXPECT_EQ(assignments.householdsOf(jan), std::vector<Id>{id});
    ASSERT_EQ(assignments.unseenEmergencies().size(), 1u);
    clock.advance(std::chrono::minutes(60));
    EXPECT_EQ(assignments.accessOf(id, jan), Access::none);
    assignments.markSeen(opened.id, "po");
    EXPECT_TRUE(assignments.unseenEmergencies().empty());
    EXPECT_EQ(assignments.emergencies(id)[0].seenBy, "po");
}

// Typed at the desk, or from a file that says no day: the ages in its documents are reckoned from the day it was recorded.
TEST_F(HouseholdsTest, WithoutADayOfItsOwnItsFactsAreOfTheDayTheyWereRecorded) {
    clock.moveTo(std::chrono::sys_days{std::chrono::year{2026} / 3 / 9} + std::chrono::hours(23));  // midnight has passed in Amsterdam
    const auto made = store->households().importCase(household::parseCase(R"({"case":"aan de balie","persons":[{"id":"a","kind":"family","given":["Ab"],"family":"Doe"}]})"), "els");
    EXPECT_EQ(store->households().load(made.id).referenceDate, Date(std::chrono::year{2026} / 3 / 10));
    EXPECT_EQ(store->households().load(household().id).referenceDate, Date(std::chrono::year{2026} / 3 / 2)) << "as its file says";
}

}  // namespace service::store
