// Who may ask for whom on a day, which days change that, and which channel may carry what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "service/requests/channels.h"
#include "service/requests/standing_to_ask.h"
#include "service/requests/turning_points.h"

namespace service::requests {
namespace {

Date on(const std::string& iso) { return parseIso(iso).value(); }

IntakeInput mothersRequest() {
    IntakeInput input;
    input.persons = {{"moeder", "Sanne Dorst", on("1986-07-09"), {}, "", {}, false},
                     {"kind", "Fenna", on("2010-03-10"), {}, "", {}, false},
                     {"oma", "Riet", on("1940-01-01"), {}, "", {}, false},
                     {"jeugdbeschermer", "Lot Berg", {}, {}, "", {}, false, "gi"}};
    input.relations = {{"parent", "moeder", "kind"}};
    input.authority = {{"kind", "moeder", AuthorityKind::joint, on("2010-03-10"), {}}};
    input.capacity = Capacity::parent, input.requester = "moeder", input.subjects = {"moeder", "kind"};
    input.today = on("2026-03-09");
    return input;
}

struct MayRow {
    const char* story;
    std::function<void(IntakeInput&)> change;
    const char* subject;
    bool may;
    const char* why;
};

void asRepresentative(IntakeInput& i) { i.capacity = Capacity::representative, i.subjects = {"oma"}; }
void asLawyer(IntakeInput& i) { i.capacity = Capacity::representative, i.requester = "oma", i.subjects = {"moeder", "kind"}, i.consents = {{"moeder", "oma", "machtiging", on("2026-03-01"), {}, Mandate::covers}}; }
void asGuardian(IntakeInput& i) { i.capacity = Capacity::guardian, i.requester = "jeugdbeschermer", i.subjects = {"kind"}; }

TEST(StandingToAsk, FollowsFromTheFactsOfTheDay) {
    const std::vector<MayRow> rows{
        {"the day before she turns 16", [](auto&) {}, "kind", true, "parent"},
        {"the day she turns 16", [](auto& i) { i.today = on("2026-03-10"); }, "kind", false, "child-16plus"},
        {"16 and consents", [](auto& i) { i.today = on("2026-03-10"), i.consents = {{"kind", "moeder", "alles", on("2026-03-10"), {}}}; }, "kind", true, "child-consent"},
        {"16 and withdrew", [](auto& i) { i.today = on("2026-03-12"), i.consents = {{"kind", "moeder", "alles", on("2026-03-10"), on("2026-03-12")}}; }, "kind", false, "child-16plus"},
        {"16 and not able", [](auto& i) { i.today = on("2026-03-10"), i.persons[1].able = false; }, "kind", true, "child-not-able"},
        {"18 and not able", [](auto& i) { i.today = on("2028-03-10"), i.persons[1].able = false; }, "kind", false, "adult"},
        {"18 and not able, her mother asks as representative", [](auto& i) { i.today = on("2028-03-10"), i.persons[1].able = false, i.capacity = Capacity::representative; }, "kind", true, "kin"},
        {"18 with a mentor", [](auto& i) { i.today = on("2028-03-10"), i.relations.push_back({"mentor", "moeder", "kind", on("2028-03-10"), {}}); }, "kind", true, "mentor"},
        {"authority suspended", [](auto& i) { i.authority.push_back({"kind", "moeder", AuthorityKind::suspended, on("2026-03-01"), {}}); }, "kind", false, "authority-suspended"},
        {"authority ended today", [](auto& i) { i.authority[0].to = on("2026-03-09"); }, "kind", false, "authority-unknown"},
        {"no birth date", [](auto& i) { i.persons[1].birthdate.reset(); }, "kind", false, "age-unknown"},
        {"for herself", [](auto&) {}, "moeder", true, "self"},
        {"a child under 12 itself", [](auto& i) { i.requester = "kind", i.capacity = Capacity::self, i.today = on("2022-03-09"); }, "kind", false, "under-12"},
        {"the day it turns 12", [](auto& i) { i.requester = "kind", i.capacity = Capacity::self, i.today = on("2022-03-10"); }, "kind", true, "self"},
        {"the institution of the youth worker has guardianship", [](auto& i) { asGuardian(i), i.authority = {{"kind", "gi", AuthorityKind::guardian, on("2024-01-01"), {}}}; }, "kind", true, "guardian"},
        {"another institution has", [](auto& i) { asGuardian(i), i.authority = {{"kind", "gi2", AuthorityKind::guardian, on("2024-01-01"), {}}}; }, "kind", false, "no-guardianship"},
        {"its guardianship ended", [](auto& i) { asGuardian(i), i.authority = {{"kind", "gi", AuthorityKind::guardian, {}, on("2026-03-01")}}; }, "kind", false, "no-guardianship"},
        {"her daughter, while grandmother decides for herself", [](auto& i) { asRepresentative(i), i.relations.push_back({"parent", "oma", "moeder", {}, {}}); }, "oma", false, "authorisation-missing"},
        {"her daughter, now that she cannot", [](auto& i) { asRepresentative(i), i.persons[2].able = false, i.relations.push_back({"parent", "oma", "moeder", {}, {}}); }, "oma", true, "kin"},
        {"her husband goes before", [](auto& i) { asRepresentative(i), i.persons[2].able = false, i.relations.push_back({"parent", "oma", "moeder", {}, {}}), i.relations.push_back({"spouse", "opa", "oma", {}, {}}), i.persons.push_back({"opa", "Opa", {}, {}, "", {}}); }, "oma", false, "authorisation-missing"},
        {"who has died goes before nobody", [](auto& i) { asRepresentative(i), i.persons[2].able = false, i.relations.push_back({"parent", "oma", "moeder", {}, {}}), i.relations.push_back({"spouse", "opa", "oma", {}, {}}), i.persons.push_back({"opa", "Opa", {}, on("2020-01-01"), "", {}}); }, "oma", true, "kin"},
        {"a mentor goes before", [](auto& i) { asRepresentative(i), i.persons[2].able = false, i.relations.push_back({"parent", "oma", "moeder", {}, {}}), i.relations.push_back({"mentor", "kind", "oma", {}, {}}); }, "oma", false, "authorisation-missing"},
        {"a former partner is no partner", [](auto& i) { asRepresentative(i), i.persons[2].able = false, i.relations.push_back({"ex-partner", "moeder", "oma", {}, {}}); }, "oma", false, "authorisation-missing"},
        {"curator", [](auto& i) { asRepresentative(i), i.relations.push_back({"curator", "moeder", "oma", on("2025-01-01"), {}}); }, "oma", true, "curator"},
        {"curatorship ended", [](auto& i) { asRepresentative(i), i.relations.push_back({"curator", "moeder", "oma", on("2025-01-01"), on("2026-03-09")}); }, "oma", false, "authorisation-ended"},
        {"curatorship begins tomorrow", [](auto& i) { asRepresentative(i), i.relations.push_back({"curator", "moeder", "oma", on("2026-03-10"), {}}); }, "oma", false, "authorisation-missing"},
        {"signed authorisation", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "Machtiging voor inzage", on("2026-03-01"), {}, Mandate::covers}}; }, "oma", true, "authorised"},
        {"it ran out", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "Machtiging voor inzage", on("2026-01-01"), on("2026-03-09"), Mandate::covers}}; }, "oma", false, "authorisation-ended"},
        {"consent to share one report is no authorisation", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "het schoolrapport", on("2026-03-01"), {}}}; }, "oma", false, "authorisation-missing"},
        {"authorised, nobody knows for what", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "machtiging", on("2026-03-01"), {}, Mandate::unclear}}; }, "oma", false, "authorisation-unclear"},
        {"authorised for another right", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "inzage", on("2026-03-01"), {}, Mandate::elsewhere}}; }, "oma", false, "authorisation-elsewhere"},
        {"one for another right and one for this", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "inzage", on("2026-03-01"), {}, Mandate::elsewhere}, {"oma", "moeder", "alles", on("2026-03-01"), {}, Mandate::covers}}; }, "oma", true, "authorised"},
        {"authorised by her mother, nobody knows for what", [](auto& i) { asLawyer(i), i.consents[0].mandate = Mandate::unclear; }, "kind", false, "authorisation-unclear"},
        {"her lawyer, for her child", asLawyer, "kind", true, "for-holder"},
        {"once that child is 16", [](auto& i) { asLawyer(i), i.today = on("2026-03-10"); }, "kind", false, "authorisation-missing"},
        {"once her authority ended", [](auto& i) { asLawyer(i), i.authority[0].to = on("2026-03-09"); }, "kind", false, "authorisation-missing"},
        {"once the authorisation ended", [](auto& i) { asLawyer(i), i.consents[0].withdrawn = on("2026-03-09"); }, "kind", false, "authorisation-missing"},
        {"of a mother who is not asked for", [](auto& i) { asLawyer(i), i.subjects = {"kind"}; }, "kind", false, "authorisation-missing"},
        {"the dead: a human weighs", [](auto& i) { i.persons[2].deceased = on("2026-01-01"), i.subjects = {"oma"}; }, "oma", true, "deceased"},
    };
    for (const auto& row : rows) {
        auto input = mothersRequest();
        row.change(input);
        const auto standing = standingToAsk(input, row.subject);
        EXPECT_EQ(standing.may, row.may) << row.story;
        EXPECT_EQ(standing.why, row.why) << row.story;
        const bool mayEnd = !standing.may && standing.why != "under-12" && standing.why != "age-unknown";
        EXPECT_EQ(endedWords(standing.why).title != endedWords("").title, mayEnd) << row.story;
    }
}

struct PointRow {
    const char* story;
    std::function<void(IntakeInput&)> change;
    const char *about, *acting;  // of other, child, may, holder, under12
};

std::string wordsOf(const ActingFor& it) {
    std::string words;
    for (const auto& [is, word] : {std::pair{it.other, "other"}, {it.child, "child"}, {it.may, "may"}, {it.otherHolder, "holder"}, {it.under12, "under12"}, {it.unclear, "unclear"}})
        if (is) words += std::string(words.empty() ? "" : " ") + word;
    return words;
}

// P11, R5, R7, R9, R22-R24: who may have something done with another's data, whatever the age of that other.
TEST(ActingFor, FollowsFromTheFactsOfTheDay) {
    const auto alsoFather = [](auto& i) { i.authority.push_back({"kind", "vader", AuthorityKind::joint, on("2010-03-10"), {}}); };
    const std::vector<PointRow> rows{
        {"about herself", [](auto&) {}, "moeder", ""},
        {"a parent with authority", [](auto&) {}, "kind", "other child may"},
        {"and another holder", alsoFather, "kind", "other child may holder"},
        {"authority ended", [](auto& i) { i.authority[0].to = on("2026-03-09"); }, "kind", "other child"},
        {"asks for herself only", [](auto& i) { i.capacity = Capacity::self; }, "kind", "other child"},
        {"a child without a birth date", [](auto& i) { i.persons[1].birthdate.reset(); }, "kind", "other child"},
        {"and another holder", [&](auto& i) { i.persons[1].birthdate.reset(), alsoFather(i); }, "kind", "other child holder"},
        {"16", [](auto& i) { i.today = on("2026-03-10"); }, "kind", "other child"},
        {"16 and lets her mother read along", [](auto& i) { i.today = on("2026-03-10"), i.consents = {{"kind", "moeder", "alles", on("2026-03-10"), {}}}; }, "kind", "other child"},
        {"16 and authorises her mother", [](auto& i) { i.today = on("2026-03-10"), i.consents = {{"kind", "moeder", "machtiging", on("2026-03-10"), {}, Mandate::covers}}; }, "kind", "other child may"},
        {"16 and not able", [](auto& i) { i.today = on("2026-03-10"), i.persons[1].able = false; }, "kind", "other child may"},
        {"18", [](auto& i) { i.today = on("2028-03-10"); }, "kind", "other"},
        {"18 and authorises her mother", [](auto& i) { i.today = on("2028-03-10"), i.consents = {{"kind", "moeder", "machtiging", on("2028-03-10"), {}, Mandate::covers}}; }, "kind", "other may"},
        {"another adult, who authorised nobody", [](auto& i) { i.subjects = {"moeder", "oma"}; }, "oma", "other"},
        {"another adult, asked for as representative without authorisation", asRepresentative, "oma", "other"},
        {"with an authorisation", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "machtiging", on("2026-03-01"), {}, Mandate::covers}}; }, "oma", "other may"},
        {"for another right", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "machtiging", on("2026-03-01"), {}, Mandate::elsewhere}}; }, "oma", "other"},
        {"nobody knows for what", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "machtiging", on("2026-03-01"), {}, Mandate::unclear}}; }, "oma", "other unclear"},
        {"that ended", [](auto& i) { asRepresentative(i), i.consents = {{"oma", "moeder", "machtiging", on("2026-01-01"), on("2026-03-09"), Mandate::covers}}; }, "oma", "other"},
        {"the dead", [](auto& i) { i.persons[2].deceased = on("2026-01-01"), i.subjects = {"oma"}; }, "oma", "other"},
        {"a guardian institution: who works for it and the institution are one", [](auto& i) { asGuardian(i), i.authority = {{"kind", "gi", AuthorityKind::guardian, on("2024-01-01"), {}}}; }, "kind", "other child may"},
        {"a guardian institution beside a parent", [](auto& i) { asGuardian(i), i.authority.push_back({"kind", "gi", AuthorityKind::guardian, on("2024-01-01"), {}}); }, "kind", "other child may holder"},
        {"the lawyer of a parent with authority", asLawyer, "kind", "other child may"},
        {"beside the other parent", [&](auto& i) { asLawyer(i), alsoFather(i); }, "kind", "other child may holder"},
        {"the guardianship of another institution", [](auto& i) { asGuardian(i), i.authority = {{"kind", "gi2", AuthorityKind::guardian, on("2024-01-01"), {}}}; }, "kind", "other child holder"},
        {"a child under 12 itself", [](auto& i) { i.requester = "kind", i.capacity = Capacity::self, i.today = on("2022-03-09"); }, "kind", "under12"},
        {"the day it turns 12", [](auto& i) { i.requester = "kind", i.capacity = Capacity::self, i.today = on("2022-03-10"); }, "kind", ""},
    };
    for (const auto& row : rows) {
        auto input = mothersRequest();
        row.change(input);
        EXPECT_EQ(wordsOf(actingFor(input, row.about)), row.acting) << row.story << ", about " << row.about;
    }
}

struct DayRow {
    const char* story;
    std::function<void(IntakeInput&)> change;
    const char *after, *upTo;
    std::vector<std::string> expected;
};

TEST(TurningPoints, AreTheDaysThatChangeWhoMayAsk) {
    const std::vector<DayRow> rows{
        {"nothing the day before", [](auto&) {}, "2026-03-01", "2026-03-09", {}},
        {"16 on her birthday", [](auto&) {}, "2026-03-09", "2026-03-10", {"2026-03-10 kind turns-16"}},
        {"once only", [](auto&) {}, "2026-03-10", "2026-03-11", {}},
        {"also when nobody looked for a week", [](auto&) {}, "2026-03-05", "2026-03-15", {"2026-03-10 kind turns-16"}},
        {"12", [](auto&) {}, "2022-03-01", "2022-03-31", {"2022-03-10 kind turns-12"}},
        {"18", [](auto&) {}, "2028-03-01", "2028-03-31", {"2028-03-10 kind turns-18"}},
        {"born on a leap day: 16 on a leap day", [](auto& i) { i.persons[1].birthdate = on("2012-02-29"); }, "2028-02-01", "2028-03-31", {"2028-02-29 kind turns-16"}},
        {"born on a leap day: 18 on 1 March", [](auto& i) { i.persons[1].birthdate = on("2008-02-29"); }, "2026-02-27", "2026-03-01", {"2026-03-01 kind turns-18"}},
        {"born on a leap day: not yet on 28 February", [](auto& i) { i.persons[1].birthdate = on("2008-02-29"); }, "2026-02-01", "2026-02-28", {}},
        {"the dead have no birthdays", [](auto& i) { i.persons[1].deceased = on("2026-01-01"); }, "2026-03-09", "2026-03-10", {}},
        {"a sister nobody asked for tells nobody", [](auto& i) { i.persons.push_back({"zus", "Noor", on("2014-03-10"), {}, "", {}, false}); }, "2026-03-09", "2026-03-10",
         {"2026-03-10 kind turns-16", "2026-03-10 zus turns-12 (silent)"}},
        {"authority begins and ends", [](auto& i) { i.authority[0].to = on("2026-02-05"), i.authority.push_back({"kind", "vader", AuthorityKind::sole, on("2026-02-05"), {}}); }, "2026-02-01", "2026-02-28",
         {"2026-02-05 kind authority-ends", "2026-02-05 kind authority-begins"}},
        {"consent, curatorship, protection",
         [](auto& i) {
             i.consents = {{"oma", "moeder", "machtiging", on("2026-02-02"), on("2026-02-20"), Mandate::covers}, {"oma", "vader", "machtiging", on("2026-02-02"), {}, Mandate::covers}};
             i.relations.push_back({"curator", "moeder", "oma", {}, on("2026-02-10")});
             i.protections = {{"kind", {"moeder"}, {"address"}, on("2026-02-15"), {}}};
         },
         "2026-02-01", "2026-02-28",
         {"2026-02-02 oma consent-begins", "2026-02-10 oma representation-ends", "2026-02-15 kind protection-begins", "2026-02-20 oma consent-ends"}},
    };
    for (const auto& row : rows) {
        auto input = mothersRequest();
        row.change(input);
        std::vector<std::string> found;
        for (const auto& it : turningPoints(input, on(row.after), on(row.upTo))) {
            found.push_back(toIso(it.day) + " " + it.person + " " + it.kind + (it.tellsPeople ? "" : " (silent)"));
            EXPECT_EQ(turningWords(it.kind, it.day).find("er is iets"), std::string::npos) << it.kind;
        }
        EXPECT_EQ(found, row.expected) << row.story;
    }
}

ChannelRules someRules() {
    ChannelRules rules;
    rules.kinds = {{"post", "per post", "", {Sending::package, Sending::letter, Sending::code}}, {"email", "per e-mail", "", {Sending::package, Sending::letter, Sending::code}},
                   {"phone", "per telefoon", "", {Sending::call, Sending::message, Sending::code}}, {"desk", "aan de balie", "", {Sending::package, Sending::letter}}};
    rules.marks = {{"secret", "geheim", "", {}},
                   {"shared-mailbox", "gedeeld", "Een ander leest hier mee.", {{"post", {Sending::package, Sending::letter, Sending::code}}, {"email", {Sending::package, Sending::letter, Sending::code}}}},
                   {"no-ring", "niet bellen", "Niet bellen.", {{"phone", {Sending::call, Sending::code}}}},
                   {"no-message", "niet inspreken", "Geen bericht.", {{"phone", {Sending::message}}}}};
    rules.closedPlaceSource = "AVG art. 15 lid 4";
    return rules;
}

struct ChannelCase {
    const char* story;
    ChannelFacts channel;
    Sending sending;
    bool allowed;
};

TEST(Channels, CarryOnlyWhatNoMarkAndNoProtectionForbids) {
    const std::string refuge = placeOfAddress("1234 ab", "3"), own = placeOfAddress("5555 CD", "12 b");
    const std::vector<ClosedPlace> closed{{refuge, "Wie daar woont, mag deze verzoeker niet weten."}, {placeOfMailbox("Rina@Voorbeeld.nl"), "Die mailbox is van een ander."}};
    const std::vector<ChannelCase> rows{
        {"post", {"post", own, {}, {}, {}}, Sending::package, true},
        {"a secret address is a requester's own to use", {"post", own, {"secret"}, {}, {}}, Sending::package, true},
        {"shared letterbox", {"post", own, {"shared-mailbox"}, {}, {}}, Sending::package, false},
        {"the refuge, written otherwise", {"post", placeOfAddress("1234AB", " 3"), {}, {}, {}}, Sending::package, false},
        {"another door in the same street", {"post", placeOfAddress("1234AB", "5"), {}, {}, {}}, Sending::package, true},
        {"another's mailbox", {"email", placeOfMailbox("rina@voorbeeld.NL"), {}, {}, {}}, Sending::letter, false},
        {"a package does not go by phone", {"phone", "0612345678", {}, {}, {}}, Sending::package, false},
        {"a code does", {"phone", "0612345678", {}, {}, {}}, Sending::code, true},
        {"do not ring", {"phone", "0612345678", {"no-ring"}, {}, {}}, Sending::code, false},
        {"do not ring, a message is well", {"phone", "0612345678", {"no-ring"}, {}, {}}, Sending::message, true},
        {"do not leave a message", {"phone", "0612345678", {"no-message"}, {}, {}}, Sending::message, false},
        {"not before it begins", {"post", own, {}, on("2026-03-11"), {}}, Sending::letter, false},
        {"on the day it begins", {"post", own, {}, on("2026-03-10"), {}}, Sending::letter, true},
        {"not on the day it ended", {"post", own, {}, {}, on("2026-03-10")}, Sending::letter, false},
        {"waits for a second person", {"post", own, {}, {}, {}, true}, Sending::letter, false},
        {"ended", {"post", own, {}, {}, {}, false, true}, Sending::letter, false},
        {"a kind nobody knows", {"pigeon", "", {}, {}, {}}, Sending::letter, false},
        {"a mark nobody knows", {"post", own, {"moon"}, {}, {}}, Sending::letter, false},
        {"the desk", {"desk", "", {}, {}, {}}, Sending::package, true},
    };
    for (const auto& row : rows) {
        const auto verdict = weigh(row.channel, row.sending, closed, someRules(), on("2026-03-10"));
        EXPECT_EQ(verdict.allowed, row.allowed) << row.story << ": " << verdict.why;
        EXPECT_EQ(verdict.why.empty(), row.allowed) << row.story;
    }
}

TEST(Channels, TwoWritingsOfOnePlaceAreOne) {
    EXPECT_EQ(placeOfAddress("1234 ab", "12 b"), "1234AB/12B");
    EXPECT_EQ(placeOfAddress("", "12"), "");
    EXPECT_EQ(placeOfNumber("+31 (0)6-1234 5678"), "0612345678");
    EXPECT_EQ(placeOfNumber("+31 6 1234 5678"), placeOfNumber("06-12345678"));
    EXPECT_EQ(placeOfNumber("0031612345678"), placeOfNumber("06 12 34 56 78"));
}

}  // namespace
}  // namespace service::requests
