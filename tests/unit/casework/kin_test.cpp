// Who may ask for an adult that cannot decide is judged twice: at the desk, and by the engine on the day of the decision. Both
// give one answer.
#include <gtest/gtest.h>

#include <functional>

#include "redaction/policy/mandate.h"
#include "redaction/policy/standing.h"
#include "service/requests/intake_facts.h"

namespace {

namespace household = redaction::household;
namespace requests = service::requests;
using namespace std::chrono_literals;
using household::Case;

const household::Date today = 2026y / 3 / 10;

// Grandmother cannot decide. Mother is her daughter, aunt her sister, grandfather her husband, neighbour nobody to her.
Case family() {
    Case it;
    const auto add = [&](const char* id, household::Date born) {
        household::Person person;
        person.id = id, person.kind = "family", person.birthdate = born;
        it.persons.push_back(person);
    };
    add("oma", 1940y / 1 / 1), add("moeder", 1970y / 1 / 1), add("tante", 1945y / 1 / 1), add("opa", 1938y / 1 / 1), add("buur", 1960y / 1 / 1);
    it.persons[0].able = false;
    it.relations = {{"parent", "oma", "moeder", {}, {}, {}}, {"sibling", "tante", "oma", {}, {}, {}}};
    return it;
}

bool engineSays(const Case& known, const std::string& requester) {
    household::AccessRequest asked;
    asked.requester = requester, asked.capacity = "representative", asked.subjects = {"oma"};
    return redaction::policy::Standing(known, asked, today).isRepresentative();
}

bool deskSays(const Case& known, const std::string& requester) {
    requests::IntakeInput input;
    input.requester = requester, input.subjects = {"oma"}, input.today = today;
    for (const auto& it : known.persons) input.persons.push_back({it.id, it.id, it.birthdate, it.deceased, {}, it.able});
    for (const auto& it : known.relations) input.relations.push_back({it.type, it.from, it.to, it.since, it.until});
    for (const auto& it : known.consents) input.consents.push_back({it.person, it.to, it.scope, it.given, it.withdrawn, redaction::policy::isMandate(it) ? requests::Mandate::covers : requests::Mandate::none});
    return requests::representation(input, "oma", requester) > requests::Representation::ended;
}

}  // namespace

TEST(Kin, TheDeskAndTheEngineAnswerTheSame) {
    struct Row {
        const char* what;
        std::function<void(Case&)> change;
        std::vector<std::string> may;
    };
    const household::Relation married{"spouse", "opa", "oma", {}, {}, {}};
    const auto mentor = [](const char* who, std::optional<household::Date> until = {}) { return household::Relation{"mentor", who, "oma", 2020y / 1 / 1, until, {}}; };
    const auto consent = [](const char* who, const char* scope, std::optional<household::Date> withdrawn = {}) { return household::Consent{"oma", who, scope, 2020y / 1 / 1, withdrawn, {}}; };
    const Row rows[] = {
        {"her daughter and her sister", [](Case&) {}, {"moeder", "tante"}},
        {"nobody while she can decide", [](Case& it) { it.persons[0].able.reset(); }, {}},
        {"nobody while nothing is known of her age", [](Case& it) { it.persons[0].birthdate.reset(); }, {}},
        {"nobody by kin for a minor", [](Case& it) { it.persons[0].birthdate = 2010y / 1 / 1; }, {}},
        {"her husband goes before", [&](Case& it) { it.relations.push_back(married); }, {"opa"}},
        {"not when they parted", [&](Case& it) { it.relations.push_back(married), it.relations.back().until = 2021y / 1 / 1; }, {"moeder", "tante"}},
        {"not when he died", [&](Case& it) { it.relations.push_back(married), it.persons[3].deceased = 2021y / 1 / 1; }, {"moeder", "tante"}},
        {"her mentor alone", [&](Case& it) { it.relations.push_back(mentor("buur")); }, {"buur"}},
        {"her curator alone", [&](Case& it) { it.relations.push_back({"curator", "buur", "oma", {}, {}, {}}); }, {"buur"}},
        {"after a mentorship the kin", [&](Case& it) { it.relations.push_back(mentor("buur", 2025y / 1 / 1)); }, {"moeder", "tante"}},
        {"a daughter whose mentorship ended, no more", [&](Case& it) { it.relations.push_back(mentor("moeder", 2025y / 1 / 1)); }, {"tante"}},
        {"a mentorship that is to come does not count", [&](Case& it) { it.relations.push_back({"mentor", "buur", "oma", 2027y / 1 / 1, {}, {}}); }, {"moeder", "tante"}},
        {"whoever she authorised", [&](Case& it) { it.consents.push_back(consent("buur", "volmacht voor het dossier")); }, {"buur"}},
        {"an authorisation that she withdrew", [&](Case& it) { it.consents.push_back(consent("moeder", "volmacht voor het dossier", 2025y / 1 / 1)); }, {"tante"}},
        {"a consent to share is no authorisation", [&](Case& it) { it.consents.push_back(consent("buur", "overleg met de huisarts")); }, {"moeder", "tante"}},
    };
    for (const auto& row : rows) {
        auto known = family();
        row.change(known);
        for (const auto* who : {"moeder", "tante", "opa", "buur"}) {
            const bool may = std::find(row.may.begin(), row.may.end(), who) != row.may.end();
            EXPECT_EQ(deskSays(known, who), may) << row.what << ": " << who << " at the desk";
            EXPECT_EQ(engineSays(known, who), may) << row.what << ": " << who << " in the engine";
        }
    }
}
