#include "service/casework/intake.h"

#include <algorithm>

#include "connectors/connector.h"
#include "service/casework/access.h"
#include "service/casework/applications.h"
#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/identity.h"
#include "service/casework/incoming_letter.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/passing_days.h"
#include "service/casework/words.h"
#include "service/requests/remaining.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

// The front desk may log for any household it has no conflict with; everybody else only for their own.
void requireDesk(Office& office, const Actor& actor, const std::string& householdId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    if (!office.store.households().findHousehold(householdId) || !isAtDesk(office, actor, householdId)) requireOpen(office, actor, householdId);
}

std::string howAsked(const store::Partner& partner) {
    const auto* kind = connectors::findKind(partner.connector);
    return kind ? kind->dutchName : "met de hand";
}

std::vector<PartnerAsked> partnersAsked(Office& office, const std::string& householdId) {
    std::vector<PartnerAsked> asked;
    for (const auto& it : office.store.households().partners(householdId)) {
        const auto partner = office.store.partners().find(it.partnerId);
        if (!partner || !partner->active) continue;
        asked.push_back({partner->id, partner->name, partnerKindWords(partner->kind), howAsked(*partner), partner->publicBody,
                         partner->contested, connectors::findKind(partner->connector) != nullptr});
    }
    return asked;
}

std::vector<DuplicateRow> duplicatesFrom(Office& office, const requests::IntakeInput& input) {
    std::vector<DuplicateRow> rows;
    for (const auto& it : requests::likelyDuplicates(input)) {
        const auto stored = office.store.requests().findByReference(it.reference);
        rows.push_back({stored ? stored->id : std::string(), it.reference,
                        it.reference + ", ontvangen " + dutchDay(household::toIso(it.received)) + (it.open ? ", loopt nog" : ", afgerond")});
    }
    return rows;
}

std::vector<std::string> becomes(const household::Case& known, const RequestForm& form) {
    if (form.requesterId.empty()) return {};
    std::vector<std::string> about;
    for (const auto& id : form.subjectIds) about.push_back(id == form.requesterId ? "zichzelf" : nameIn(known, id));
    std::string sentence = nameIn(known, form.requesterId) + " vraagt " + rightName(form.right);
    if (!about.empty()) sentence += (form.right == "access" ? " in de gegevens over " : " van de gegevens over ") + joinedWords(about);
    std::vector<std::string> lines{sentence + "."};
    if (!form.capacity.empty()) lines.push_back("De verzoeker vraagt als: " + capacityName(form.capacity) + ".");
    return lines;
}

bool blocks(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const auto& it) { return it.weight == Weight::blocks; });
}

Finding refused(std::string code, std::string words, std::string field) {
    Finding finding;
    finding.weight = Weight::blocks;
    finding.code = std::move(code);
    finding.title = words;
    finding.words = std::move(words);
    finding.field = std::move(field);
    return finding;
}

// Basis: domain rule R13: the same people entered again must not lose what protects them
Finding protectedElsewhere() {
    auto finding = refused("protection-elsewhere", "Voor deze mensen geldt in een ander huishouden een afscherming die hier ontbreekt. Boek het verzoek daar in, "
                           "of laat een behandelaar de afscherming hier overnemen.", "household");
    finding.title = "Er is een afscherming in een ander huishouden";
    return finding;
}

// What the law says of a right asked in the same letter, as far as it was not said yet.
void addFindings(Office& office, const household::Case& known, RequestForm form, const std::string& right, std::vector<Finding>& findings) {
    form.right = right;
    for (auto& it : findingsFrom(requests::findings(intakeInput(office, known, form))))
        if (std::none_of(findings.begin(), findings.end(), [&](const auto& told) { return told.code == it.code && told.personId == it.personId; }))
            findings.push_back(std::move(it));
}

void judge(Office& office, const Actor& actor, const household::Case& known, const RequestForm& form, Preview& preview) {
    const auto input = intakeInput(office, known, form);
    preview.findings = findingsFrom(requests::findings(input));
    for (const auto& right : form.alsoRights) addFindings(office, known, form, right, preview.findings);
    preview.duplicates = duplicatesFrom(office, input);
    for (const auto& choice : requests::capacityChoices(input))
        preview.capacities.push_back({requests::toText(choice.capacity), choice.words, choice.consequence, choice.open});
    preview.protections = protectionsAgainst(namedFor(office, actor, known), form.requesterId, today(office));
    if (office.store.households().leavesOutProtection(known, form.householdId)) preview.findings.push_back(protectedElsewhere());
    if (!input.received || *input.received > today(office)) return;
    requests::Course course;
    course.received = *input.received;
    if (const auto partner = office.store.partners().find(form.addressedTo)) course.ownTermDays = partner->ownTermDays;
    preview.clock = clockFor(office, course);
}

// A form of ours offers no other values: what comes along was made by hand, and is not stored.
void checkCodes(Office& office, const RequestForm& form, std::vector<Finding>& findings) {
    const auto isUnknown = [](const std::string& code, const std::string& words) { return !code.empty() && words == code; };
    const auto isNoRight = [](const std::string& right) { return !requests::rightFrom(right); };
    if (isNoRight(form.right) || std::any_of(form.alsoRights.begin(), form.alsoRights.end(), isNoRight)) findings.push_back(refused("right-unknown", "Kies wat de verzoeker vraagt.", "right"));
    if (isUnknown(form.channel, channelName(form.channel))) findings.push_back(refused("channel-missing", "Kies hoe het verzoek binnenkwam.", "channel"));
    if (isUnknown(form.identityMethod, identityName(form.identityMethod)))
        findings.push_back(refused("identity-unknown", "Kies hoe de identiteit is vastgesteld.", "identity"));
    // Only a code that was really sent and named again, and a partner that is named, count: both are recorded after logging.
    if (form.identityMethod == "code-sent" || form.identityMethod == "via-partner" || form.identityMethod == "refused")
        findings.push_back(refused("identity-later", "Boek het verzoek in en leg deze manier daarna vast bij Identiteit.", "identity"));
    if (!form.addressedTo.empty() && !office.store.partners().find(form.addressedTo))
        findings.push_back(refused("addressee-unknown", "Kies aan welke partner het verzoek is gericht.", "addressed_to"));
}

// Who decide must be partners of this household, and somebody must.
void checkPartners(Office& office, const RequestForm& form, std::vector<Finding>& findings) {
    if (form.householdId.empty() || (!form.partnersShown && form.partnerIds.empty())) return;
    const auto partners = office.store.households().partners(form.householdId);
    const auto isStrange = [&](const std::string& id) { return std::none_of(partners.begin(), partners.end(), [&](const auto& it) { return it.partnerId == id; }); };
    if (form.partnerIds.empty() && !partners.empty()) findings.push_back(refused("partner-missing", "Kies ten minste één partner die moet beslissen.", "partners"));
    if (std::any_of(form.partnerIds.begin(), form.partnerIds.end(), isStrange))
        findings.push_back(refused("partner-unknown", "Deze partner hoort niet bij dit huishouden.", "partners"));
}

// Chosen by hand, the desk hears why it cannot be; a partner it may not name becomes a part of its own without a word.
// Basis: Convenant art. 5.2
void checkMandates(Office& office, const RequestForm& form, Preview& preview) {
    if (!form.partnersShown || form.handling != requests::Handling::together || form.partnerIds.size() < 2) return;
    for (const auto& partner : preview.partners) {
        if (std::find(form.partnerIds.begin(), form.partnerIds.end(), partner.id) == form.partnerIds.end() || !handlesItself(office, partner.id)) continue;
        auto finding = refused("mandate-missing", partner.name + " behandelt verzoeken zelf, en er is geen mandaat aan de regio vastgelegd. Kies “Elke partner apart”, "
                               "of laat een beheerder eerst het mandaat vastleggen bij deze partner.", "handling");
        finding.title = "Samen behandelen kan niet met " + partner.name;
        preview.findings.push_back(std::move(finding));
    }
}

void checkRest(const household::Case& known, const RequestForm& form, const Preview& preview, std::vector<Finding>& findings) {
    for (const auto& id : form.subjectIds)
        if (!household::findPerson(known, id)) findings.push_back(refused("subject-unknown", "Deze persoon staat niet in het huishouden.", "subjects"));
    if (!form.requesterId.empty() && !household::findPerson(known, form.requesterId))
        findings.push_back(refused("requester-unknown", "De verzoeker staat niet in het huishouden.", "requester"));
    if (form.channel.empty()) findings.push_back(refused("channel-missing", "Kies hoe het verzoek binnenkwam.", "channel"));
    if (!preview.duplicates.empty() && !form.duplicateSeen)
        findings.push_back(refused("duplicate-not-seen", "Dit verzoek lijkt al te lopen. Bevestig dat het toch een nieuw verzoek is.", "duplicate"));
}

std::string addressee(Office& office, const RequestForm& form) {
    if (!form.addressedTo.empty()) return form.addressedTo;
    const auto partners = office.store.households().partners(form.householdId);
    return partners.empty() ? std::string() : partners.front().partnerId;
}

store::NewRequest storedForm(Office& office, const Actor& actor, const RequestForm& form) {
    store::NewRequest wanted;
    wanted.id = form.letterId;
    wanted.householdId = form.householdId, wanted.right = form.right, wanted.requesterId = form.requesterId;
    wanted.capacity = form.capacity, wanted.subjects = form.subjectIds, wanted.addressedTo = addressee(office, form);
    wanted.receivedOn = *household::parseDate(form.receivedOn);
    wanted.channel = form.channel, wanted.identityMethod = form.identityMethod, wanted.identityBy = actor.accountId;
    wanted.identityOn = household::parseDate(form.identityOn), wanted.identityNote = form.identityNote;
    wanted.remarks = form.remarks, wanted.language = form.language.empty() ? "nl" : form.language;
    wanted.createdBy = actor.accountId;
    return wanted;
}

// At the counter others listen and look along: that there is a protection, never what it hides or why.
void keepFromDesk(Office& office, const std::string& requesterId, const household::Case& known, Preview& preview) {
    const char* words = "Er is een afscherming tegen deze verzoeker. Zeg hierover niets, ook niet dat zij er is. Controleer naar welk adres brieven gaan.";
    if (!preview.protections.empty()) preview.protections = {words};
    // The same with what it hides, and what others decided about their own data.
    std::erase_if(preview.findings, [](const auto& it) { return it.code == "protection-against-requester" || it.code == "consent-withdrawn-earlier" || it.code == "objection-earlier"; });
    store::Request asked;
    asked.requesterId = requesterId;
    const auto hidden = hiddenPartners(office, known, asked);
    std::erase_if(preview.partners, [&](const auto& it) { return hidden.count(it.id) != 0; });
}

// Who entered a new household at the desk lets go of it with the request: from then on it is the handlers'.
void handOver(Office& office, const Actor& actor, const std::string& householdId) {
    if (actor.role != Role::frontDesk) return;
    for (const auto& it : office.store.assignments().ofHousehold(householdId)) {
        if (it.accountId != actor.accountId || it.assignedBy != actor.accountId) continue;
        office.store.assignments().unassign(householdId, actor.accountId);
        record(office, actor, {"household.handed-over", householdId, {}, {}, {}, "{}"});
    }
}

// What the form becomes, as far as this person may hear of it.
void describeParts(Office& office, const Actor& actor, const RequestForm& form, Preview& preview) {
    const auto parts = partsWanted(office, actor, form);
    if (parts.size() < 2 || preview.clock.due.empty()) return;
    const auto nameOf = [&](const std::string& id) {
        const auto shown = std::find_if(preview.partners.begin(), preview.partners.end(), [&](const auto& it) { return it.id == id; });
        return shown == preview.partners.end() ? std::string() : shown->name;
    };
    for (const auto& part : parts) {
        std::vector<std::string> names;
        for (const auto& id : part.partner.empty() ? part.together : std::vector<std::string>{part.partner})
            if (auto name = nameOf(id); !name.empty()) names.push_back(std::move(name));
        if (names.empty()) continue;  // at the counter not every partner is named
        requests::Course course;
        course.received = *household::parseDate(form.receivedOn);
        if (const auto partner = office.store.partners().find(part.partner)) course.ownTermDays = partner->ownTermDays;
        auto clock = clockFor(office, course);
        preview.parts.push_back({joinedWords(names), rightName(part.right), clock.dueWords, std::move(clock.derivation)});
    }
}

// One part as it is stored. What is handled together by all partners of the household follows the household.
store::NewRequest partOf(Office& office, const store::NewRequest& whole, const requests::Part& part) {
    store::NewRequest wanted = whole;
    wanted.right = part.right, wanted.partnerId = part.partner;
    if (!part.partner.empty()) wanted.addressedTo = part.partner;
    const auto all = office.store.households().partners(whole.householdId);
    const bool everyone = std::all_of(all.begin(), all.end(), [&](const auto& it) { return std::find(part.together.begin(), part.together.end(), it.partnerId) != part.together.end(); });
    if (!everyone) wanted.togetherWith = part.together;
    return wanted;
}

// Each part under its own key, the letter too: one may be destroyed before the other.
std::vector<store::Request> storeParts(Office& office, const Actor& actor, const RequestForm& form, const store::NewRequest& whole) {
    const auto application = office.store.applications().add({whole.householdId, whole.requesterId, whole.receivedOn, form.remarks, partnerOf(office, actor), actor.accountId});
    auto parts = partsWanted(office, actor, form);
    if (parts.size() == 1 && !form.partnersShown && form.partnerIds.empty() && form.right == "access" && !handlesItself(office, parts.front().partner))
        parts = {{"access", {}, parts.front().together}};
    if (parts.empty()) parts = {{form.right, {}, {}}};
    std::vector<store::Request> made;
    for (const auto& part : parts) {
        auto wanted = partOf(office, whole, part);
        wanted.applicationId = application.id, wanted.part = parts.size() > 1 ? int(made.size()) + 1 : 0;
        if (!made.empty() && !whole.letterBlob.empty())
            wanted.id = office.store.requests().makeId(), wanted.letterBlob = office.store.blobs().write(wanted.id, office.store.blobs().read(whole.letterBlob));
        else if (!made.empty()) wanted.id.clear();
        made.push_back(office.store.requests().add(wanted));
        record(office, actor, trailOf(made.back(), "request.logged", form.remarks));
        takeUpDays(office, made.back());
        keepIdentityCheck(office, actor, made.back(), {form.identityMethod.empty() ? "not-yet" : form.identityMethod, form.identityOn, form.identityNote});
    }
    return made;
}

std::vector<std::string> toReadOut(Office& office, const store::Request& request, const std::string& reference) {
    const auto clock = clockOf(office, request);
    return {"Het verzoek is ingeboekt onder nummer " + reference + ".",
            "U krijgt uiterlijk " + dutchDay(clock.due) + " een beslissing.",
            "We vragen nu de organisaties om hun stukken. Daarna kijkt een medewerker wat u mag zien.",
            "Hebt u vragen, noem dan het nummer " + reference + "."};
}

}  // namespace

Preview previewRequest(Office& office, const Actor& actor, const RequestForm& form) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    Preview preview;
    household::Case known;
    if (!form.householdId.empty()) {
        requireDesk(office, actor, form.householdId);
        known = office.store.households().load(form.householdId);
        preview.partners = partnersAsked(office, form.householdId);
    }
    judge(office, actor, known, form, preview);
    if (!form.householdId.empty()) {
        if (isAtDesk(office, actor, form.householdId)) keepFromDesk(office, form.requesterId, known, preview);
        const auto untold = untoldPartners(office, actor, known);
        std::erase_if(preview.partners, [&](const auto& it) { return untold.count(it.id) != 0; });
        record(office, actor, {"request.previewed", form.householdId, {}, form.requesterId, {}, "{}"});
    }
    checkCodes(office, form, preview.findings);
    checkRest(known, form, preview, preview.findings);
    checkPartners(office, form, preview.findings);
    checkMandates(office, form, preview);
    if (!form.householdId.empty()) describeParts(office, actor, form, preview);
    if (form.householdId.empty()) preview.findings.insert(preview.findings.begin(), refused("household-missing", "Zoek eerst het huishouden.", "household"));
    preview.willBecome = becomes(known, form);
    preview.mayBeLogged = !blocks(preview.findings);
    return preview;
}

LogOutcome logRequest(Office& office, const Actor& actor, const RequestForm& form) {
    const auto preview = previewRequest(office, actor, form);
    LogOutcome outcome;
    if (!preview.mayBeLogged) {
        outcome.code = "blocked";
        outcome.words = "Het verzoek kan zo nog niet worden ingeboekt.";
        std::copy_if(preview.findings.begin(), preview.findings.end(), std::back_inserter(outcome.findings),
                     [](const auto& it) { return it.weight == Weight::blocks; });
        return outcome;
    }
    auto wanted = storedForm(office, actor, form);
    if (!form.letterId.empty()) wanted.letterBlob = letterBlob(office, actor, form.letterId);
    const auto made = office.store.transact([&] {
        auto parts = storeParts(office, actor, form, wanted);
        handOver(office, actor, form.householdId);
        return parts;
    });
    const auto application = office.store.applications().load(made.front().applicationId);
    outcome.done = true, outcome.code = "done";
    outcome.requestId = made.front().id, outcome.reference = application.reference;
    outcome.applicationId = application.id, outcome.parts = made.size();
    outcome.mayOpen = !isBehindWall(office, actor, made.front());
    outcome.tell = toReadOut(office, made.front(), application.reference);
    if (made.size() > 1) outcome.tell.insert(outcome.tell.begin() + 1, "Iedere organisatie beslist zelf over haar eigen gegevens. U krijgt van elk een brief.");
    return outcome;
}

std::optional<StoredFile> incomingLetter(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    if (request.letterBlob.empty()) return std::nullopt;
    record(office, actor, trailOf(request, "letter.seen"));
    const std::string bytes = office.store.blobs().read(request.letterBlob);
    return StoredFile{letterFileName(bytes), letterMediaType(bytes), bytes};
}

}  // namespace service::casework
