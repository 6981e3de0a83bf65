#include "service/casework/applications.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "service/casework/access.h"
#include "service/casework/application_letters.h"
#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/outcomes.h"
#include "service/casework/partner_wall.h"
#include "service/casework/transfers.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

std::vector<std::string> activePartners(Office& office, const std::string& householdId) {
    std::vector<std::string> ids;
    for (const auto& it : office.store.households().partners(householdId))
        if (const auto partner = office.store.partners().find(it.partnerId); partner && partner->active) ids.push_back(it.partnerId);
    return ids;
}

std::vector<std::string> rightsOf(const RequestForm& form) {
    std::vector<std::string> rights{form.right};
    rights.insert(rights.end(), form.alsoRights.begin(), form.alsoRights.end());
    return rights;
}

bool contains(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// Who logged it at the desk, without the household behind it.
bool isDeskOwn(Office& office, const Actor& actor, const store::Application& application) {
    return application.createdBy == actor.accountId && isAtDesk(office, actor, application.householdId);
}

std::string namesOf(Office& office, const store::Request& request, const std::set<std::string>& unnamed) {
    std::vector<std::string> names;
    for (const auto& id : office.store.requests().partnersOf(request))
        if (const auto partner = office.store.partners().find(id); partner && unnamed.count(id) == 0) names.push_back(partner->name);
    return joinedWords(names);
}

std::string handlersOf(Office& office, const store::Request& request) {
    std::vector<std::string> names;
    for (const auto& it : office.store.assignments().ofHousehold(request.householdId))
        if (const auto account = office.store.accounts().find(it.accountId); account && !isBehindWall(office, *account, request)) names.push_back(account->displayName);
    return joinedWords(names);
}

// What another partner or the desk may know of a part.
PartRow knownRow(Office& office, const store::Request& request, const std::set<std::string>& unnamed) {
    PartRow row;
    row.sight = PartRow::known;
    row.requestId = request.id, row.reference = request.reference, row.right = request.right, row.rightWords = rightName(request.right);
    row.partnerName = namesOf(office, request, unnamed);
    if (row.partnerName.empty()) row.partnerName = unnamedPartner;
    row.receivedWords = dutchDay(household::toIso(request.receivedOn));
    row.clock = clockOf(office, request);
    row.reopens = !request.reopens.empty(), row.decided = !isOpen(request), row.mayTransfer = mayTransfer(office, request), row.mayTransferOutside = row.mayTransfer && !request.partnerId.empty();
    const auto release = office.store.releases().latest(request.id);
    if (release && release->releasedAt) row.decidedWords = dutchDay(household::toIso(service::amsterdamDay(*release->releasedAt)));
    return row;
}

PartRow ownRow(Office& office, const store::Request& request, const std::set<std::string>& hidden) {
    auto row = knownRow(office, request, {});
    row.sight = PartRow::own;
    row.step = toText(request.step), row.stepWords = stepWords(row.step);
    row.who = handlersOf(office, request), row.outcomeWords = outcomeWords(decidedOn(office, request).whole);
    row.notNamed = hidden.count(request.partnerId) != 0;
    if (const auto transfer = office.store.applications().findTransfer(request.id))
        row.transferredWords = "doorgezonden aan " + transfer->toName + " op " + dutchDay(household::toIso(transfer->sentOn));
    return row;
}

// Partners whose name tells where someone stays are named to nobody who does not work on their part.
std::set<std::string> revealing(Office& office) {
    std::set<std::string> ids;
    for (const auto& partner : office.store.partners().all())
        if (partner.revealsPlace) ids.insert(partner.id);
    return ids;
}

void addLetters(Office& office, const Actor& actor, ApplicationView& view) {
    for (const auto& it : office.store.applications().letters(view.id)) {
        if (!mayReadLetter(office, actor, it)) continue;
        const char* words = it.kind == store::ApplicationLetterKind::overview   ? "Overzicht van de beslissingen"
                            : it.kind == store::ApplicationLetterKind::transfer ? "Bericht van doorzending aan de verzoeker" : "Bericht van doorzending aan de partner";
        view.letters.push_back({it.id, words, dutchMoment(it.madeAt), accountName(office, it.madeBy)});
    }
}

void requireKnown(Office& office, const Actor& actor, const store::Application& application, bool desk) {
    if (desk) return;
    requireOpen(office, actor, application.householdId);
}

void addParts(Office& office, const Actor& actor, const store::Application& application, ApplicationView& view) {
    const auto known = office.store.households().load(application.householdId);
    for (const auto& request : partsOf(office, application.id)) {
        const auto hidden = hiddenPartners(office, known, request);
        const bool closed = isBehindWall(office, actor, request);
        if (view.atDesk && hidden.count(request.partnerId) != 0) continue;  // at the counter others listen and look along
        auto unnamed = revealing(office);
        unnamed.insert(hidden.begin(), hidden.end());
        view.parts.push_back(closed || view.atDesk ? knownRow(office, request, unnamed) : ownRow(office, request, hidden));
        if (!closed && view.atDesk) view.parts.back().sight = PartRow::own, view.parts.back().stepWords = stepWords(toText(request.step));
        view.decided += view.parts.back().decided;
    }
}

}  // namespace

store::Application applicationOf(Office& office, std::string_view requestId) {
    return office.store.applications().load(office.store.requests().load(std::string(requestId)).applicationId);
}

std::vector<store::Request> partsOf(Office& office, std::string_view applicationId) { return office.store.requests().ofApplication(std::string(applicationId)); }

store::Request livingPartOf(Office& office, std::string_view applicationId) {
    for (auto& part : partsOf(office, applicationId))
        if (!office.store.retention().find(part.id)) return part;
    throw Failure(Failure::notFound, "De kopieën van deze aanvraag zijn vernietigd. Het bewijs staat bij Bewaren en vernietigen.");
}

namespace {

// Parts of their own, or partners that decide in one.
bool decideSeveral(Office& office, const std::string& applicationId) {
    const auto parts = office.store.requests().ofApplication(applicationId);
    return parts.size() > 1 || std::any_of(parts.begin(), parts.end(), [&](const auto& it) { return office.store.requests().partnersOf(it).size() > 1; });
}

}  // namespace

std::vector<std::string> partnersChosen(Office& office, const RequestForm& form) {
    if (form.partnersShown || !form.partnerIds.empty()) return form.partnerIds;
    if (form.householdId.empty()) return {};
    const auto all = activePartners(office, form.householdId);
    if (form.right == "access") return all;
    if (!form.addressedTo.empty()) return {form.addressedTo};
    return all.empty() ? all : std::vector<std::string>{all.front()};
}

std::vector<requests::Part> partsWanted(Office& office, const Actor& actor, const RequestForm& form) {
    auto chosen = partnersChosen(office, form);
    const bool desk = !form.householdId.empty() && isAtDesk(office, actor, form.householdId);
    if (desk || (!form.householdId.empty() && !partnerOf(office, actor).empty())) {
        store::Request asked;
        asked.requesterId = form.requesterId, asked.capacity = form.capacity, asked.subjects = form.subjectIds;
        const auto known = office.store.households().load(form.householdId);
        const auto hidden = desk ? hiddenPartners(office, known, asked) : untoldPartners(office, actor, known);
        const auto all = activePartners(office, form.householdId);
        const bool everyone = std::all_of(all.begin(), all.end(), [&](const auto& id) { return hidden.count(id) != 0 || contains(chosen, id); });
        for (const auto& id : all)
            if (everyone && hidden.count(id) != 0 && !contains(chosen, id) && (form.right == "access" || form.partnersShown)) chosen.push_back(id);
    }
    // Together is for those the region may handle for; of who handles for itself it stays a part of its own.
    std::vector<std::string> ours, theirs;
    for (const auto& id : chosen) (handlesItself(office, id) ? theirs : ours).push_back(id);
    if (form.handling == requests::Handling::apart || theirs.empty()) return requests::split(rightsOf(form), chosen, form.handling);
    auto parts = requests::split(rightsOf(form), ours, form.handling);
    for (auto& part : requests::split(rightsOf(form), theirs, requests::Handling::apart)) parts.push_back(std::move(part));
    return parts;
}

ApplicationView viewApplication(Office& office, const Actor& actor, std::string_view applicationId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto application = office.store.applications().find(std::string(applicationId));
    if (!application) throw Failure(Failure::notFound, "Deze aanvraag bestaat niet.");
    ApplicationView view;
    view.atDesk = isDeskOwn(office, actor, *application);
    requireKnown(office, actor, *application, view.atDesk);
    view.id = application->id, view.reference = application->reference, view.householdId = application->householdId;
    view.householdTitle = office.store.households().loadHousehold(application->householdId).title;
    view.requesterName = nameIn(office.store.households().load(application->householdId), application->requesterId);
    view.receivedWords = dutchDay(household::toIso(application->receivedOn)), view.asked = application->asked;
    const auto contact = office.store.partners().find(application->contactPartner);
    view.contactWords = contact ? contact->name : "de balie van de regio, voor alle partners";
    addParts(office, actor, *application, view);
    if (!view.atDesk) addLetters(office, actor, view);
    view.mayWriteOverview = !view.atDesk && partnerOf(office, actor).empty() && view.decided > 0 && decideSeveral(office, view.id);
    record(office, actor, {"application.seen", application->householdId, {}, application->requesterId, {}, nlohmann::json{{"reference", application->reference}}.dump()});
    return view;
}

}  // namespace service::casework
