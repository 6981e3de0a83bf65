#include "service/web/pages/intake_form.h"

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/words.h"
#include "service/web/forms.h"
#include "service/web/pages/case_data.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

using redaction::household::Person;

Data choices(const Visit& visit, std::string_view family, std::initializer_list<std::string_view> codes, const std::string& chosen) {
    auto list = Data::array();
    for (const auto code : codes)
        list.push_back({{"value", code}, {"words", visit.say(std::string(family) + "." + std::string(code))}, {"selected", chosen == code}});
    return list;
}

std::string birthWords(const Visit& visit, const Person& person) {
    if (!person.birthdate) return {};
    const auto today = amsterdamDay(visit.site.office.environment.clock.now());
    return view::dayInWords(redaction::household::toIso(*person.birthdate), visit.language()) + " · " +
           visit.say("family.age", {{"age", static_cast<long>(redaction::household::ageOn(*person.birthdate, today))}});
}

bool canAsk(const Person& person) { return person.kind != "professional" && person.kind != "reporter" && person.kind != "informant"; }

Data peopleData(const Visit& visit, const Desk& desk) {
    auto list = Data::array();
    if (!desk.household) return list;
    for (const auto& person : desk.household->facts.persons) {
        if (!canAsk(person)) continue;
        const auto& subjects = desk.form.subjectIds;
        list.push_back({{"value", person.id}, {"words", casework::fullName(person)}, {"birth", birthWords(visit, person)},
                        {"asks", person.id == desk.form.requesterId}, {"subject", std::find(subjects.begin(), subjects.end(), person.id) != subjects.end()}});
    }
    return list;
}

// Who decide, as boxes; all of them at first, each for itself. One partner leaves nothing to choose.
void offerPartners(Desk& desk, const casework::Preview& preview) {
    auto& form = desk.form;
    if (!desk.household || form.partnersShown || preview.partners.size() < 2) return;
    form.partnersShown = true, form.handling = service::requests::Handling::apart;
    form.partnerIds.clear();
    for (const auto& partner : preview.partners) form.partnerIds.push_back(partner.id);
}

Data decidersData(const Desk& desk, const casework::Preview& preview) {
    if (!desk.form.partnersShown) return Data(false);
    auto list = Data::array();
    const auto& chosen = desk.form.partnerIds;
    for (const auto& partner : preview.partners)
        list.push_back({{"value", partner.id}, {"words", partner.name}, {"kind", partner.kindWords}, {"chosen", std::find(chosen.begin(), chosen.end(), partner.id) != chosen.end()}});
    const bool together = desk.form.handling == service::requests::Handling::together;
    return {{"boxes", list}, {"together", together}, {"apart", !together}};
}

Data alsoData(const Visit& visit, const Desk& desk) {
    auto list = Data::array();
    const auto& chosen = desk.form.alsoRights;
    for (const std::string code : {"access", "rectification", "erasure", "restriction", "objection", "portability"})
        list.push_back({{"value", code}, {"words", visit.say("right." + code)}, {"chosen", std::find(chosen.begin(), chosen.end(), code) != chosen.end()}});
    return list;
}

Data partsData(const Visit& visit, const casework::Preview& preview) {
    auto list = Data::array();
    for (const auto& part : preview.parts)
        list.push_back({{"partner", part.partnerName}, {"right", visit.inOurWords(part.rightWords)}, {"due", visit.inOurWords(part.dueWords)}, {"steps", stepsData(part.derivation)}});
    return list;
}

Data capacitiesData(const Desk& desk, const casework::Preview& preview) {
    auto list = Data::array();
    for (const auto& choice : preview.capacities)
        list.push_back({{"value", choice.capacity}, {"words", choice.words}, {"consequence", choice.consequence}, {"allowed", choice.allowed},
                        {"selected", choice.capacity == desk.form.capacity}});
    return list;
}

Data partnersData(const casework::Preview& preview) {
    auto list = Data::array();
    for (const auto& partner : preview.partners)
        list.push_back({{"id", partner.id}, {"name", partner.name}, {"kind", partner.kindWords}, {"how", partner.howWords}, {"can", partner.canBeAsked}});
    return list;
}

std::string quoteFor(const Desk& desk, std::string_view field) {
    if (!desk.letter || !desk.unconfirmed.contains(std::string(field))) return {};
    for (const auto& guess : desk.letter->guesses)
        if (guess.field == field) return guess.quote;
    return {};
}

// The mark on a field that came from the letter: the words it rests on and a button to confirm.
Data markData(const Desk& desk) {
    Data marks = Data::object();
    for (const auto* field : {"right", "receivedOn", "requesterId", "subjectIds", "capacity"})
        marks[field] = desk.unconfirmed.contains(field) ? Data{{"quote", quoteFor(desk, field)}, {"confirm", std::string("bevestig:") + field}} : Data(false);
    return marks;
}

Data foundHouseholds(Visit& visit, const Desk& desk) {
    auto list = Data::array();
    if (!desk.searchAsked) return list;
    for (const auto& row : casework::findHouseholds(visit.office(), visit.actor(), desk.searched))
        list.push_back({{"choose", "kies:" + row.id}, {"title", row.title}, {"people", row.peopleWords}});
    return list;
}

Data letterData(const Desk& desk) {
    if (!desk.letter) return Data(false);
    const auto state = desk.letter->state;
    return {{"id", desk.letter->letterId}, {"words", desk.letter->words}, {"reading", state == casework::Prefill::reading},
            {"ready", state == casework::Prefill::ready}, {"failed", state == casework::Prefill::failed},
            {"state_link", "/verzoeken/nieuw/brief/" + desk.letter->letterId}, {"text", desk.letter->text}, {"has_text", !desk.letter->text.empty()}};
}

// The desk may log for a household that is not theirs: it sees names and birth dates, nothing else. A conflict of
// interest closes it for everyone.
casework::HouseholdView householdForDesk(Visit& visit, const std::string& id) {
    const auto opening = casework::mayOpen(visit.office(), visit.actor(), id);
    const bool desk = visit.actor().role == store::Role::frontDesk && opening == casework::Opening::notAssigned;
    if (!desk) casework::requireOpen(visit.office(), visit.actor(), id);
    casework::HouseholdView view;
    view.id = id;
    view.title = visit.store().households().loadHousehold(id).title;
    view.facts = visit.store().households().load(id);
    return view;
}

bool opensHousehold(Visit& visit, const std::string& id) {
    const auto opening = casework::mayOpen(visit.office(), visit.actor(), id);
    return opening == casework::Opening::open || opening == casework::Opening::emergency;
}

// A letter that was not logged within a day is gone; the rest of the form stays.
void findLetter(Visit& visit, Desk& desk) {
    try {
        desk.letter = casework::prefillState(visit.office(), visit.actor(), desk.form.letterId);
    } catch (const casework::Failure& gone) {
        if (gone.kind() != casework::Failure::notFound) throw;
        desk.form.letterId.clear(), desk.unconfirmed.clear();
    }
}

Data unconfirmedData(const Desk& desk) {
    auto list = Data::array();
    for (const auto& field : desk.unconfirmed) list.push_back({{"field", field}});
    return list;
}

}  // namespace

void chooseHousehold(Visit& visit, Desk& desk, const std::string& id) {
    auto& form = desk.form;
    form.householdId = id;
    form.requesterId = form.capacity = form.addressedTo = "";
    form.subjectIds.clear(), form.partnerIds.clear(), form.partnersShown = false;
    desk.household.reset();
    if (id.empty()) return;
    desk.household = householdForDesk(visit, id);
    takeOver(desk);
}

Desk deskFrom(Visit& visit, const Sent& sent) {
    Desk desk;
    auto& form = desk.form;
    form.householdId = sent.get("household");
    form.requesterId = sent.get("requester");
    form.subjectIds = sent.all("subject");
    if (sent.has("right")) form.right = sent.get("right");
    form.capacity = sent.get("capacity");
    form.addressedTo = sent.get("addressed_to");
    form.receivedOn = sent.get("received_on");
    form.channel = sent.get("channel");
    form.identityMethod = sent.get("identity_method");
    form.identityOn = sent.get("identity_on");
    form.identityNote = sent.get("identity_note");
    form.remarks = sent.get("remarks");
    if (sent.get("language") == "en") form.language = "en";
    form.letterId = sent.get("letter_id");
    form.duplicateSeen = sent.has("duplicate_seen");
    form.alsoRights = sent.all("also");
    std::erase(form.alsoRights, form.right);
    form.partnerIds = sent.all("partner"), form.partnersShown = sent.has("partners_shown");
    if (form.partnersShown && sent.get("handling") != "together") form.handling = service::requests::Handling::apart;
    desk.searched = sent.get("search");
    for (const auto& field : sent.all("unconfirmed")) desk.unconfirmed.insert(field);
    if (!form.householdId.empty()) desk.household = householdForDesk(visit, form.householdId);
    if (!form.letterId.empty()) findLetter(visit, desk);
    return desk;
}

void takeOver(Desk& desk) {
    if (!desk.letter || desk.letter->state != casework::Prefill::ready) return;
    auto& form = desk.form;
    for (const auto& guess : desk.letter->guesses) {
        bool taken = false;
        const auto fill = [&](std::string& value) {
            if (value.empty()) value = guess.value, taken = true;
        };
        if (guess.field == "right" && form.right == "access") form.right = guess.value, taken = true;
        if (guess.field == "receivedOn") fill(form.receivedOn);
        if (guess.field == "requesterId") fill(form.requesterId);
        if (guess.field == "capacity") fill(form.capacity);
        if (guess.field == "subjectIds" && (form.subjectIds.empty() || desk.unconfirmed.contains("subjectIds"))) form.subjectIds.push_back(guess.value), taken = true;
        if (taken) desk.unconfirmed.insert(guess.field);
    }
    if (form.channel.empty()) form.channel = "letter";
}

Data previewData(Visit& visit, const Desk& desk) { return previewData(visit, desk, casework::previewRequest(visit.office(), visit.actor(), desk.form)); }

Data previewData(Visit& visit, const Desk& desk, const casework::Preview& preview) {
    // What is still missing is a calm list here; it becomes an alarm only when someone presses the button.
    std::vector<casework::Finding> needed, known;
    for (const auto& finding : preview.findings) (finding.weight == casework::Weight::blocks ? needed : known).push_back(finding);
    auto duplicates = Data::array();
    for (const auto& row : preview.duplicates) duplicates.push_back({{"reference", row.reference}, {"words", row.words}, {"link", caseLink(row.requestId)}});
    return {{"findings", findingsData(known)}, {"needed", findingsData(needed)}, {"has_needed", !needed.empty()}, {"clock", clockData(visit, preview.clock)}, {"partners", partnersData(preview)}, {"duplicates", duplicates},
            {"has_duplicates", !duplicates.empty()}, {"duplicate_seen", desk.form.duplicateSeen}, {"protections", linesData(preview.protections)},
            {"has_protections", !preview.protections.empty()}, {"become", linesData(preview.willBecome)}, {"capacities", capacitiesData(desk, preview)},
            {"ready", preview.mayBeLogged}, {"has_partners", !preview.partners.empty()}, {"parts", partsData(visit, preview)}, {"has_parts", !preview.parts.empty()}};
}

Data deskData(Visit& visit, Desk desk, const std::vector<casework::Finding>& blocking) {
    auto preview = casework::previewRequest(visit.office(), visit.actor(), desk.form);
    const bool shown = desk.form.partnersShown;
    offerPartners(desk, preview);
    if (desk.form.partnersShown != shown) preview = casework::previewRequest(visit.office(), visit.actor(), desk.form);
    const auto& form = desk.form;
    Data data{{"rights", choices(visit, "right", {"access", "rectification", "erasure", "restriction", "objection", "portability"}, form.right)},
              {"channels", choices(visit, "channel", {"letter", "counter", "mail", "phone", "portal"}, form.channel)},
              {"identities", choices(visit, "identity", {"passport", "id-card", "driving-licence", "residence-permit", "digid", "known-in-person", "not-yet"}, form.identityMethod)},
              {"languages", choices(visit, "language", {"nl", "en"}, form.language)},
              {"received_on", form.receivedOn}, {"identity_on", form.identityOn}, {"identity_note", form.identityNote}, {"remarks", form.remarks},
              {"household_id", form.householdId}, {"household", desk.household ? Data{{"title", desk.household->title}, {"link", opensHousehold(visit, form.householdId) ? "/huishoudens/" + form.householdId : ""}} : Data(false)},
              {"people", peopleData(visit, desk)}, {"search", desk.searched}, {"found", foundHouseholds(visit, desk)}, {"search_asked", desk.searchAsked},
              {"letter_id", form.letterId}, {"letter", letterData(desk)}, {"mark", markData(desk)}, {"unconfirmed", unconfirmedData(desk)},
              {"has_unconfirmed", !desk.unconfirmed.empty()}, {"blocking", findingsData(blocking)}, {"is_blocked", !blocking.empty()},
              {"today", redaction::household::toIso(amsterdamDay(visit.office().environment.clock.now()))}};
    data["found_none"] = desk.searchAsked && data["found"].empty();
    data["preview"] = previewData(visit, desk, preview);
    data["deciders"] = decidersData(desk, preview), data["also"] = alsoData(visit, desk), data["has_also"] = !form.alsoRights.empty();
    auto partners = Data::array();
    for (const auto& partner : data["preview"]["partners"])
        partners.push_back({{"value", partner["id"]}, {"words", partner["name"]}, {"selected", partner["id"] == form.addressedTo}});
    data["addressees"] = partners;
    return data;
}

}  // namespace service::web::pages
