#include "service/casework/application_letters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/deciding_anew.h"
#include "service/casework/applications.h"
#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/outcomes.h"
#include "service/casework/package_letters.h"
#include "service/casework/partner_wall.h"
#include "service/casework/standing.h"
#include "service/letters/application_letters.h"

namespace service::casework {

namespace {

requests::Right rightOf(const store::Request& request) { return requests::rightFrom(request.right).value_or(requests::Right::access); }

// Every partner of a part that may be named, as it decided, or as it still must: who did not answer, decided nothing.
void addPart(Office& office, const redaction::household::Case& known, const store::Request& part, letters::Overview& overview) {
    const auto hidden = hiddenPartners(office, known, part);
    const auto decided = decidedOn(office, part);
    const auto release = office.store.releases().latest(part.id);
    const bool transferred = office.store.applications().findTransfer(part.id).has_value();
    for (const auto& id : office.store.requests().partnersOf(part)) {
        const auto partner = office.store.partners().find(id);
        if (!partner || hidden.count(id) != 0 || transferred) continue;
        if (const auto own = decided.byPartner.find(id); own != decided.byPartner.end())
            overview.decisions.push_back({controllerFrom(office, part, *partner), rightOf(part), own->second, service::amsterdamDay(*release->releasedAt)});
        else overview.open.push_back({partner->name, rightOf(part), decisionClock(office, part).due.end});
    }
}

nlohmann::json detailsOf(const store::Application& application) { return {{"reference", application.reference}}; }

}  // namespace

bool mayReadLetter(Office& office, const Actor& actor, const store::ApplicationLetter& letter) {
    if (letter.kind == store::ApplicationLetterKind::overview) return partnerOf(office, actor).empty();
    const auto part = office.store.requests().find(letter.requestId);
    return part && !isBehindWall(office, actor, *part);
}

void keepLetter(Office& office, const Actor& actor, const store::Request& part, store::ApplicationLetterKind kind, const letters::Letter& letter, const MayStand& may) {
    store::ApplicationLetter kept;
    kept.applicationId = part.applicationId, kept.kind = kind, kept.requestId = part.id, kept.madeBy = actor.accountId;
    kept.blobId = office.store.blobs().write(part.id, guardedPdf(office, standingOf(office, part), letter, may));
    office.store.applications().addLetter(kept);
}

DownloadFile applicationLetter(Office& office, const Actor& actor, std::string_view applicationId, std::string_view letterId) {
    const auto view = viewApplication(office, actor, applicationId);
    const auto letters = office.store.applications().letters(view.id);
    const auto found = std::find_if(letters.begin(), letters.end(), [&](const auto& it) { return it.id == letterId; });
    if (view.atDesk || found == letters.end() || !mayReadLetter(office, actor, *found)) throw Failure(Failure::notFound, "Deze brief bestaat niet.");
    const auto application = office.store.applications().load(view.id);
    record(office, actor, {"application.letter-seen", application.householdId, {}, application.requesterId, {}, detailsOf(application).dump()});
    return {toText(found->kind) + "-" + application.reference + ".pdf", "application/pdf", office.store.blobs().read(found->blobId)};
}

Outcome writeOverview(Office& office, const Actor& actor, std::string_view applicationId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto view = viewApplication(office, actor, applicationId);
    if (!partnerOf(office, actor).empty()) throw Failure(Failure::notAllowed, "Het overzicht maakt de regio.");
    const auto application = office.store.applications().load(view.id);
    const auto first = livingPartOf(office, application.id);
    const auto known = office.store.households().load(application.householdId);
    letters::Overview overview;
    overview.received = application.receivedOn, overview.terms = termsOf(office), overview.calendar = calendarOf(office);
    for (const auto& part : partsOf(office, application.id)) addPart(office, known, part, overview);
    if (overview.decisions.empty()) return Outcome::refused("nothing-decided", "Er is nog niets beslist dat in een overzicht kan staan.");
    const auto standing = standingOf(office, first);
    overview.frame = frameOf(office, standing, nullptr), overview.reader = readerOf(office, standing);
    overview.frame.reference = application.reference;
    const auto letter = letters::overview(office.letterBook, letters::languageFrom(first.language), overview);
    try {
        office.store.transact([&] {
            keepLetter(office, actor, first, store::ApplicationLetterKind::overview, letter);
            record(office, actor, {"application.overview-made", application.householdId, {}, application.requesterId, {}, detailsOf(application).dump()});
        });
    } catch (const LetterStopped& stopped) {
        return Outcome::refused("letter-stopped", stopped.what());
    }
    return Outcome::success("Het overzicht is gemaakt.");
}

}  // namespace service::casework
