#include "service/casework/child_view.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/people_rules.h"
#include "service/casework/words.h"
#include "service/requests/standing_to_ask.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

bool holds(const std::vector<std::string>& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

FormOutcome refusedAt(std::string code, std::string words, std::string field) {
    FormOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words), outcome.field = std::move(field);
    return outcome;
}

// Those that were asked for pieces; before that those the household works with.
std::vector<store::Partner> partnersConcerned(Office& office, const store::Request& request) {
    std::vector<std::string> ids;
    for (const auto& it : office.store.collections().ofRequest(request.id)) ids.push_back(it.partnerId);
    if (ids.empty())
        ids = office.store.requests().partnersOf(request);
    std::vector<store::Partner> partners;
    for (const auto& id : ids)
        if (auto partner = office.store.partners().find(id)) partners.push_back(std::move(*partner));
    return partners;
}

std::vector<std::string> whoRequires(Office& office, const store::Request& request, const ChildViewRules& rules) {
    std::vector<std::string> names;
    for (const auto& it : partnersConcerned(office, request))
        if ((it.childView.empty() ? rules.policyOf(it.kind) : it.childView) == "required") names.push_back(it.name);
    return names;
}

// Authorised by a parent, not by the child: the parent asks. In doubt the child is heard.
bool asksForAnother(Office& office, const store::Request& request, const household::Case& known, const std::string& child) {
    if (request.capacity != "representative") return false;
    const auto why = requests::standingToAsk(intakeInput(office, known, formOf(office, request)), child).why;
    return why != "authorised" && why != "child-consent";
}

std::vector<ChildToHear> toHear(Office& office, const store::Request& request) {
    const auto rules = loadPeopleRules(office.templates).childView;
    std::vector<ChildToHear> children;
    if (!holds(rules.rights, request.right)) return children;
    const auto known = office.store.households().load(request.householdId);
    for (const auto& id : request.subjects) {
        if (!holds(rules.capacities, request.capacity) && !asksForAnother(office, request, known, id)) continue;
        const auto* person = household::findPerson(known, id);
        if (!person || id == request.requesterId || !person->birthdate || person->deceased) continue;
        const int age = household::ageOn(*person->birthdate, today(office));
        if (age >= rules.fromAge && age < rules.belowAge) children.push_back({id, shortName(*person), age, false, {}, {}});
    }
    if (children.empty()) return children;
    const auto requiring = whoRequires(office, request, rules);
    for (const auto& view : office.store.childViews().ofRequest(request.id))
        for (auto& child : children)
            if (child.id == view.childId)
                child.views.push_back({askedWords(view.asked), view.why, view.answer, view.weighed, requests::toIso(view.on), accountName(office, view.recordedBy), dutchMoment(view.recordedAt)});
    for (auto& child : children) child.requiredBy = requiring, child.required = !requiring.empty();
    return children;
}

constexpr const char* asking = "de mening van een kind van 12 tot 16 is nog niet vastgelegd. Vraag het kind, of leg vast waarom dat niet veilig is of niet kan";

}  // namespace

std::string askedWords(std::string_view asked) {
    const std::pair<std::string_view, const char*> all[] = {{"asked", "gevraagd, en het kind gaf antwoord"}, {"not-safe", "niet gevraagd: dat is niet veilig"},
                                                            {"not-able", "niet gevraagd: het kind kan dit niet"}, {"no-answer", "gevraagd, maar het kind wil of kan niet antwoorden"}};
    for (const auto& [code, words] : all)
        if (code == asked) return words;
    return std::string(asked);
}

std::vector<ChildToHear> childrenToHear(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    return toHear(office, requireRequest(office, actor, requestId));
}

FormOutcome recordChildView(Office& office, const Actor& actor, std::string_view requestId, std::string_view childId, const ChildViewForm& form) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    if (!isOpen(request)) throw Failure(Failure::notNow, "Op dit verzoek is al beslist.");
    const auto children = toHear(office, request);
    if (std::none_of(children.begin(), children.end(), [&](const auto& it) { return it.id == childId; })) throw Failure(Failure::notFound, "Dit kind hoeft hier niet te worden gehoord.");
    if (askedWords(form.asked) == form.asked) return refusedAt("asked-unknown", "Kies of het kind is gevraagd.", "asked");
    const auto on = household::parseDate(form.on);
    if (!on || *on > today(office)) return refusedAt("date-wrong", "Vul de dag in waarop dit is gebeurd of besloten: niet in de toekomst.", "on");
    if (form.asked == "asked" && form.answer.empty()) return refusedAt("answer-missing", "Schrijf wat het kind zei, in zijn eigen woorden.", "answer");
    if (form.asked == "asked" && form.weighed.empty()) return refusedAt("weighed-missing", "Schrijf hoe dit is meegewogen.", "weighed");
    if (form.asked != "asked" && form.why.empty()) return refusedAt("reason-missing", "Schrijf waarom er geen antwoord is.", "why");
    office.store.transact([&] {
        office.store.childViews().add({{}, request.id, std::string(childId), form.asked, form.why, *on, form.answer, form.weighed, actor.accountId, {}});
        // The trail says that, not what: others than the professionals read it.
        record(office, actor, {"child-view.recorded", request.householdId, request.id, std::string(childId), {}, "{}"});
    });
    FormOutcome outcome;
    outcome.done = true, outcome.code = "done", outcome.words = "Vastgelegd. De verzoeker ziet dit niet, en het komt in geen brief.";
    return outcome;
}

std::vector<std::string> childViewBlocks(Office& office, const store::Request& request) {
    std::vector<std::string> words;
    for (const auto& child : toHear(office, request))
        if (child.required && child.views.empty()) words.push_back(std::string(asking) + "; " + joinedWords(child.requiredBy) + " wil dat weten voordat er wordt beslist");
    return words;
}

std::vector<std::string> childViewCautions(Office& office, const store::Request& request) {
    std::vector<std::string> words;
    for (const auto& child : toHear(office, request))
        if (!child.required && child.views.empty()) words.push_back(std::string("Let op: ") + asking + ".");
    return words;
}

}  // namespace service::casework
