#include "service/casework/release.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/answer_forms.h"
#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/child_reader.h"
#include "service/casework/identity.h"
#include "service/casework/items.h"
#include "service/casework/late.h"
#include "service/casework/moments.h"
#include "service/casework/passing_days.h"
#include "service/casework/putting_aside.h"
#include "service/casework/queue.h"
#include "service/casework/safe_channels.h"
#include "service/casework/term_events.h"
#include "service/casework/words.h"
#include "service/casework/work_orders.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;
using store::ReleaseState;
using store::Step;

std::string fragmentOfFile(const std::string& contents, const std::string& file) {
    const auto json = Json::parse(contents, nullptr, false);
    for (const auto& it : json.is_object() ? json.value("documents", Json::array()) : Json::array())
        if (!file.empty() && it.value("file", std::string()) == file) return it.value("fragment", std::string());
    return {};
}

void addStopped(Office& office, const std::string& contents, VerificationView& view) {
    const auto json = Json::parse(contents, nullptr, false);
    for (const auto& it : json.is_object() ? json.value("stopped", Json::array()) : Json::array()) {
        const auto partner = office.store.partners().load(it.value("partner", std::string()));
        view.stopped.push_back({partner.id, partner.name, it.value("block", std::string())});
    }
}

VerificationView verificationFrom(const std::string& text, const std::string& contents) {
    VerificationView view;
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return view;
    view.passed = json.value("passed", false);
    view.stringsSearched = json.value("strings", std::size_t(0)), view.filesSearched = json.value("files", std::size_t(0));
    view.stringsTooShort = json.value("too-short", std::size_t(0));
    view.programs = json.value("programs", std::vector<std::string>());
    if (const auto pages = json.value("pages", Json::object()); pages.is_object()) {
        view.pages = pages.value("all", std::size_t(0)), view.pagesRead = pages.value("seen", std::size_t(0));
        view.pagesCompared = pages.value("compared", std::size_t(0));
    }
    for (const auto& hit : json.value("hits", Json::array())) {
        view.hits.push_back(hit.value("file", std::string()) + ": " + hit.value("where", std::string()));
        view.hitFragments.push_back(fragmentOfFile(contents, hit.value("file", std::string())));
    }
    view.words = dutchCount(view.stringsSearched) + " verborgen tekstdelen gezocht in " + dutchCount(view.filesSearched) + " bestanden met " +
                 std::to_string(view.programs.size()) + " programma's: " +
                 (view.passed ? "niets gevonden" : std::to_string(view.hits.size()) + " keer iets gevonden");
    return view;
}

std::vector<PackageFile> filesFrom(const std::string& text) {
    std::vector<PackageFile> files;
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return files;
    for (const auto& it : json.value("files", Json::array()))
        files.push_back({it.value("name", ""), it.value("title", ""), it.value("sha256", ""), it.value("kind", ""), it.value("size", std::size_t(0)),
                         it.value("pages", std::size_t(0))});
    return files;
}

void describeJob(Office& office, const store::Request& request, PackageView& view) {
    if (request.step != Step::packaging) return;
    view.state = "building";
    const std::string line = office.board.read(request.id);
    view.progress.push_back(line.empty() ? "het pakket staat in de rij" : line);
    for (const auto& job : office.store.jobs().ofRequest(request.id)) {
        if (job.kind != job::package) continue;
        if (job.state == store::JobState::failed) view.state = "failed", view.progress = {job.error};
        break;
    }
}

// The stored package, when it is exactly what was described. Throws Failure.
std::string loadZip(Office& office, const store::Release& release) {
    const std::string zip = office.store.blobs().read(release.packageBlob);
    if (sha256Hex(zip) != release.packageHash) throw Failure(Failure::notNow, "Het bewaarde pakket klopt niet met zijn controlegetal.");
    return zip;
}

store::Release requireRelease(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    if (!release) throw Failure(Failure::notFound, "Er is nog geen pakket.");
    return *release;
}

std::string mediaTypeOf(const std::string& name) {
    return name.size() > 5 && name.substr(name.size() - 5) == ".json" ? "application/json" : "application/pdf";
}

}  // namespace

PackageView packageView(Office& office, const Actor& actor, std::string_view requestId) {
    const auto [request, sight] = requireRequestOrDesk(office, actor, requestId);
    PackageView view;
    view.state = "none";
    if (const auto release = office.store.releases().latest(request.id)) {
        view.state = toText(release->state), view.hash = release->packageHash;
        view.builtAt = service::toIso(release->builtAt), view.builtAtWords = dutchMoment(release->builtAt);
        const auto letterDay = service::amsterdamDay(release->builtAt);
        view.letterDayWords = dutchDay(redaction::household::toIso(letterDay));
        view.letterDayPassed = release->state != ReleaseState::released && letterDay != today(office);
        view.releasedAtWords = dutchMoment(release->releasedAt), view.sentTo = release->sentTo;
        if (!release->releasedBy.empty()) view.releasedByName = accountName(office, release->releasedBy);
        if (sight == Sight::whole) view.files = filesFrom(release->contents), view.verification = verificationFrom(release->verification, release->contents), addStopped(office, release->contents, view.verification);
    }
    describeJob(office, request, view);
    if (sight == Sight::desk) {
        view.progress.clear(), view.hash.clear();
        const auto release = office.store.releases().latest(request.id);
        if (release && release->releasedBy != actor.accountId) view.sentTo = view.sentTo.substr(0, view.sentTo.find(": "));
    }
    view.stateWords = packageStateWords(view.state);
    return view;
}

Outcome buildPackage(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::packaging, Step::signOff});
    office.store.transact([&] {
        if (request.step == Step::signOff) {
            office.store.signOffs().voidStanding(request.id, "Het pakket is opnieuw gemaakt.");
            office.store.requests().moveTo(request.id, Step::signOff, Step::packaging);
        }
        queuePackaging(office, request.id);
        record(office, actor, trailOf(request, "package.asked"));
    });
    office.wakeWorkers();
    return Outcome::success("Het pakket wordt gemaakt en gecontroleerd.");
}

DownloadFile packageFile(Office& office, const Actor& actor, std::string_view requestId, std::string_view name) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto release = requireRelease(office, request);
    for (auto& entry : readOwnZip(loadZip(office, release)))
        if (entry.name == name) {
            record(office, actor, trailOf(request, "package.file-seen", {}, Json{{"file", entry.name}}.dump()));
            const auto slash = entry.name.rfind('/');
            return {slash == std::string::npos ? entry.name : entry.name.substr(slash + 1), mediaTypeOf(entry.name), std::move(entry.bytes)};
        }
    throw Failure(Failure::notFound, "Dit bestand zit niet in het pakket.");
}

DownloadFile packageZip(Office& office, const Actor& actor, std::string_view requestId) {
    const auto [request, sight] = requireRequestOrDesk(office, actor, requestId);
    const auto release = requireRelease(office, request);
    if (sight == Sight::desk && release.state == ReleaseState::released && release.releasedBy != actor.accountId)
        throw Failure(Failure::notAllowed, "Het pakket haalt op wie het verstrekte.");
    const bool out = release.state == ReleaseState::released;
    if (!out && actor.role != Role::privacyOfficer)
        throw Failure(Failure::notAllowed, "Het pakket kan pas worden opgehaald als het is verstrekt.");
    if (release.state == ReleaseState::refused) throw Failure(Failure::notNow, "Dit pakket is tegengehouden en gaat er niet uit.");
    record(office, actor, trailOf(request, "package.downloaded", {}, Json{{"hash", release.packageHash}}.dump()));
    return {request.reference + ".zip", "application/zip", loadZip(office, release)};
}

namespace {

// Empty code: this request may go out now. What the calendar did meanwhile is taken up first.
Outcome whyNotOut(Office& office, const store::Request& request) {
    takeUpDays(office, request);
    if (const auto open = whyNotToAnswer(office, request); !open.empty()) return Outcome::refused("identity-open", open);
    if (const auto stopped = whyStopped(office, request); !stopped.empty()) return Outcome::refused("stopped", stopped);
    if (auto lacking = whyPointsLack(office, request); !lacking.empty()) return Outcome::refused("points-lack", std::move(lacking));
    if (auto young = whyNotToYoung(office, request); !young.empty()) return Outcome::refused("under-12", std::move(young));
    if (auto late = whyTooLateToPutAside(office, request); !late.empty()) return Outcome::refused("put-aside-late", std::move(late));
    const auto signature = office.store.signOffs().standing(request.id);
    const auto release = office.store.releases().latest(request.id);
    if (!release || !signature || signature->packageHash != release->packageHash)
        return Outcome::refused("not-signed", "De privacy officer heeft dit pakket nog niet akkoord gegeven.");
    // Basis: Awb art. 3:41, 6:8; UAVG art. 35: the terms in the letter count from the day it is sent
    if (service::amsterdamDay(release->builtAt) != today(office))
        return Outcome::refused("letter-of-other-day", "De brief draagt de datum " + dutchDay(redaction::household::toIso(service::amsterdamDay(release->builtAt))) +
                                                           ". Maak het pakket opnieuw op met de datum van vandaag; daarna geeft de privacy officer opnieuw akkoord.");
    // Basis: Awb art. 4:17; AVG art. 12(3): a late decision says why
    if (auto lacking = lacksReasonForLateness(office, request); !lacking.empty()) return Outcome::refused("late-reason-missing", std::move(lacking));
    return {};
}

}  // namespace

Outcome handOut(Office& office, const Actor& actor, std::string_view requestId, std::string_view channel) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto seen = requireRequestOrDesk(office, actor, requestId);
    const auto& request = seen.request;
    requireStep(request, {Step::signOff});
    if (office.store.answerForms().formOf(request.id) == "inspection" && !wasInspected(office, request))
        return Outcome::refused("inspection", "De verzoeker ziet de stukken op locatie in. Leg eerst vast wanneer dat was; daarna gaat de beslissing op schrift uit.");
    if (channel.empty()) return Outcome::refused("channel-missing", "Kies hoe het pakket naar de verzoeker gaat.");
    requireRelease(office, request);
    if (auto refused = whyNotOut(office, request); !refused.code.empty()) return refused;
    const auto ways = waysTo(office, request, requests::Sending::package);
    const auto way = std::find_if(ways.begin(), ways.end(), [&](const auto& it) { return it.channel == channel; });
    if (way == ways.end()) return Outcome::refused("channel-unknown", "Kies een van de kanalen van deze verzoeker. Een ander adres wordt eerst vastgelegd bij Veilig contact.");
    if (!way->allowed) return Outcome::refused("channel-closed", way->why);
    if (auto shown = *way; seen.sight == Sight::desk)
        if (keepFromDesk(actor, shown); shown.kept) return Outcome::refused("channel-kept", "Dit adres ziet u niet. Een professional of privacy officer verstuurt het pakket.");
    const auto release = requireRelease(office, request);
    loadZip(office, release);
    try {
        office.store.transact([&] {
            office.store.releases().markReleased(release.id, actor.accountId, {way->channel, way->place, way->words()});
            endOpenSuspensions(office, actor, request);
            office.store.requests().moveTo(request.id, Step::signOff, Step::released);
            orderWork(office, actor, request);
            record(office, actor, trailOf(request, "package.released", way->kindWords, Json{{"hash", release.packageHash}}.dump()));
        });
    } catch (const store::StoreError& refused) {
        if (refused.kind() != store::ErrorKind::forbiddenByRule) throw;
        return Outcome::refused("forbidden", std::string("Dit gaat zo niet uit: ") + refused.what() + ".");
    }
    return Outcome::success("Het pakket is verstrekt. U kunt het nu ophalen. " + way->handling);
}

Outcome closeRequest(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    requireStep(request, {Step::released});
    if (const auto work = openWork(office, request)) return Outcome::refused("work-open", "Afsluiten kan nog niet: " + work->words + ".");
    office.store.transact([&] {
        office.store.requests().moveTo(request.id, Step::released, Step::closed);
        record(office, actor, trailOf(request, "request.closed"));
    });
    return Outcome::success();
}

}  // namespace service::casework
