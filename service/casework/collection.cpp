#include "service/casework/collection.h"

#include <algorithm>

#include "connectors/connector.h"
#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/guarded_words.h"
#include "service/casework/standing.h"
#include "service/casework/identity.h"
#include "service/casework/items.h"
#include "service/casework/mandates.h"
#include "service/casework/moments.h"
#include "service/casework/queue.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

using store::CollectionState;
using store::FragmentState;
using store::Step;
constexpr std::size_t maxManualBytes = 100u << 20;

bool isWorking(CollectionState state) {
    return state == CollectionState::waiting || state == CollectionState::asking || state == CollectionState::retrying;
}

PartnerCollection rowOf(Office& office, const store::Collection& it) {
    const auto partner = office.store.partners().load(it.partnerId);
    const auto* kind = connectors::findKind(partner.connector);
    PartnerCollection row;
    row.partnerId = partner.id, row.partnerName = partner.name, row.howWords = kind ? kind->dutchName : "met de hand";
    row.state = toText(it.state);
    row.stateWords = it.state == CollectionState::done ? answerWords(it.answer) : collectionStateWords(row.state);
    row.answer = it.answer, row.answerWords = it.answer.empty() ? std::string() : answerWords(it.answer);
    row.explanation = it.explanation, row.whoMustAct = it.whoMustAct;
    if (it.nextAttemptAt) row.nextAttempt = service::toIso(*it.nextAttemptAt), row.nextAttemptWords = dutchMoment(*it.nextAttemptAt);
    if (it.askedAt) row.askedAt = service::toIso(*it.askedAt);
    if (it.answeredAt) row.answeredAt = service::toIso(*it.answeredAt);
    row.askedByName = accountName(office, it.askedBy);
    row.expected = std::size_t(std::max(0, it.expected)), row.delivered = std::size_t(std::max(0, it.delivered)), row.attempts = std::size_t(it.attempts);
    row.searchedIn = it.searchedIn, row.searchedWith = it.searchedWith;
    for (const auto& missing : it.missing) row.missing.push_back(missing.title + ": " + missing.reason);
    row.canRetry = kind && it.state != CollectionState::asking;
    row.canMarkByHand = it.state != CollectionState::asking;
    return row;
}

std::string lineOf(const PartnerCollection& row) {
    std::string line = row.partnerName + ": ";
    if (row.state != "asking") return line + row.stateWords + (row.delivered ? ", " + std::to_string(row.delivered) + " stukken" : "");
    if (row.expected == 0) return line + "wordt gevraagd";
    return line + std::to_string(row.delivered) + " van " + std::to_string(row.expected) + " stukken";
}

void countFragments(Office& office, const std::string& requestId, CollectionProgress& progress) {
    for (const auto& it : office.store.fragments().ofRequest(requestId)) {
        ++progress.fragments;
        progress.pages += std::size_t(it.pageCount), progress.pagesRead += std::size_t(std::max(it.pagesRead, 0));
        const bool reading = it.state == FragmentState::fetched || it.state == FragmentState::reading;
        progress.fragmentsReading += reading;
        progress.fragmentsNeedHuman += it.state == FragmentState::needsHuman;
        progress.fragmentsRead += !reading && it.state != FragmentState::needsHuman;
    }
    if (progress.fragmentsReading)
        progress.lines.push_back(std::to_string(progress.fragmentsReading) + " stukken worden gelezen, " + std::to_string(progress.pagesRead) +
                                 " van " + std::to_string(progress.pages) + " pagina's");
}

void listBlockers(CollectionProgress& progress) {
    for (const auto& row : progress.partners)
        if (row.state != "done")
            progress.blockers.push_back(row.partnerName + ": " + row.stateWords + (row.whoMustAct.empty() ? "" : "; " + row.whoMustAct + " moet iets doen"));
    if (progress.fragmentsReading) progress.blockers.push_back(std::to_string(progress.fragmentsReading) + " stukken worden nog gelezen");
}

store::Collection newCollection(const store::Request& request, const Actor& actor, const std::string& partnerId) {
    store::Collection collection;
    collection.requestId = request.id, collection.partnerId = partnerId, collection.askedBy = actor.accountId;
    return collection;
}

void requireHandler(const Actor& actor) { requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer}); }

std::optional<store::Collection> findCollection(Office& office, const store::Request& request, std::string_view partnerId) {
    return office.store.collections().find(request.id, std::string(partnerId));
}

std::string fileTitle(const ManualFragment& fragment) { return fragment.title.empty() ? fragment.fileName : fragment.title; }

}  // namespace

Outcome startCollection(Office& office, const Actor& actor, std::string_view requestId) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    if (isAnsweredByItems(request)) requireStep(request, {Step::logged, Step::review});  // its documents are for the decider only, and may be asked while deciding
    else requireStep(request, {Step::logged});
    if (const auto open = whyNotProcessed(office, request); !open.empty()) return Outcome::refused("identity-open", open);
    if (const auto ended = whyMandateEnded(office, request); !ended.empty()) return Outcome::refused("mandate-ended", ended);
    const auto partners = office.store.requests().partnersOf(request);
    if (partners.empty()) return Outcome::refused("no-partners", "Dit huishouden heeft nog geen partners. Voeg ze eerst toe bij het huishouden.");
    office.store.transact([&] {
        office.store.requests().moveTo(request.id, request.step, Step::collecting);
        for (const auto& partner : partners) {
            office.store.collections().save(newCollection(request, actor, partner));
            queueCollecting(office, request.id, partner);
        }
        record(office, actor, trailOf(request, "collection.started"));
    });
    office.wakeWorkers();
    return Outcome::success("De partners worden gevraagd. U kunt gewoon verder werken.");
}

CollectionProgress collectionProgress(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequest(office, actor, requestId);
    CollectionProgress progress;
    progress.step = toText(request.step), progress.stepWords = stepWords(progress.step);
    for (const auto& it : office.store.collections().ofRequest(request.id)) {
        progress.partners.push_back(rowOf(office, it));
        progress.lines.push_back(lineOf(progress.partners.back()));
    }
    countFragments(office, request.id, progress);
    listBlockers(progress);
    progress.working = office.store.jobs().countOpen(request.id) > 0;
    progress.complete = progress.blockers.empty() && !progress.partners.empty();
    return progress;
}

Outcome retryPartner(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::collecting, Step::reading, Step::review});
    auto collection = findCollection(office, request, partnerId);
    if (!collection) throw Failure(Failure::notFound, "Deze partner is niet gevraagd.");
    if (collection->state == CollectionState::asking) return Outcome::refused("busy", "Deze partner wordt op dit moment gevraagd.");
    office.store.transact([&] {
        collection->state = CollectionState::waiting;
        collection->answer.clear(), collection->whoMustAct.clear(), collection->nextAttemptAt.reset();
        office.store.collections().save(*collection);
        const auto added = office.store.jobs().add(job::collect, request.id + "/" + collection->partnerId, "{}", request.id);
        if (added.state == store::JobState::ready) office.store.jobs().runAgain(added.id);
        record(office, actor, trailOf(request, "partner.asked-again", {}, "{\"partner\":\"" + collection->partnerId + "\"}"));
    });
    office.wakeWorkers();
    return Outcome::success();
}

Outcome stopPartner(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    auto collection = findCollection(office, request, partnerId);
    if (!collection) throw Failure(Failure::notFound, "Deze partner is niet gevraagd.");
    if (!isWorking(collection->state)) return Outcome::refused("not-busy", "Er is niets te stoppen.");
    office.store.transact([&] {
        collection->state = CollectionState::cancelled;
        collection->whoMustAct = "de behandelaar";
        collection->nextAttemptAt.reset();
        office.store.collections().save(*collection);
        record(office, actor, trailOf(request, "partner.stopped", {}, "{\"partner\":\"" + collection->partnerId + "\"}"));
    });
    return Outcome::success("Gestopt. Wat al binnen is, blijft. Vraag opnieuw, of leg vast hoe het is afgelopen.");
}

Outcome markByHand(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId,
                   std::string_view answer, std::string_view reason) {
    requireHandler(actor);
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::collecting, Step::reading, Step::review});
    const std::string code(answer);
    if (answerWords(code) == code) return Outcome::refused("answer-unknown", "Kies hoe de partner heeft geantwoord.");
    if (reason.empty()) return Outcome::refused("reason-missing", "Schrijf hoe u dit weet; het staat ook in de verantwoording.");
    if (saysGuarded(office, standingOf(office, request), reason))
        return Outcome::refused("guarded", "De verzoeker leest dit, en het noemt iets dat voor deze verzoeker verborgen moet blijven. Schrijf het zonder.");
    auto collection = findCollection(office, request, partnerId);
    if (!collection) throw Failure(Failure::notFound, "Deze partner is niet gevraagd.");
    if (collection->state == CollectionState::asking) return Outcome::refused("busy", "Deze partner wordt op dit moment gevraagd; stop dat eerst.");
    office.store.transact([&] {
        collection->state = CollectionState::done;
        collection->answer = code, collection->explanation = std::string(reason);
        collection->whoMustAct.clear(), collection->nextAttemptAt.reset();
        collection->answeredAt = office.environment.clock.now();
        office.store.collections().save(*collection);
        record(office, actor, trailOf(request, "partner.marked", std::string(reason), "{\"partner\":\"" + collection->partnerId + "\",\"answer\":\"" + code + "\"}"));
        moveOnWhenComplete(office, request.id);
    });
    office.wakeWorkers();
    return Outcome::success();
}

FragmentOutcome addFragment(Office& office, const Actor& actor, std::string_view requestId, const ManualFragment& fragment) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::collecting, Step::reading, Step::review});
    FragmentOutcome outcome;
    const auto refuse = [&](std::string code, std::string words) { outcome.code = std::move(code), outcome.words = std::move(words); return outcome; };
    if (fragment.reason.empty()) return refuse("reason-missing", "Schrijf waarom u dit stuk zelf toevoegt.");
    const auto written = redaction::household::parseDate(fragment.documentDate);
    if (!fragment.documentDate.empty() && (!written || *written > today(office)))
        return refuse("date-wrong", "De datum van het stuk bestaat niet of ligt in de toekomst. Laat het veld leeg als u de datum niet weet.");
    if (fragment.bytes.empty()) return refuse("empty", "Dit bestand is leeg.");
    if (fragment.bytes.size() > maxManualBytes) return refuse("too-large", "Dit bestand is groter dan 100 MB.");
    if (!office.store.partners().find(fragment.partnerId)) return refuse("partner-unknown", "Kies van welke partner dit stuk is.");
    store::NewFragment wanted;
    wanted.requestId = request.id, wanted.partnerId = fragment.partnerId, wanted.sha256 = sha256Hex(fragment.bytes);
    wanted.externalId = "met-de-hand-" + wanted.sha256;
    wanted.title = fileTitle(fragment), wanted.kind = fragment.kind, wanted.author = fragment.author;
    wanted.documentDate = written;
    wanted.fileName = fragment.fileName, wanted.mediaType = fragment.mediaType, wanted.size = fragment.bytes.size();
    wanted.addedBy = actor.accountId, wanted.addedReason = fragment.reason;
    if (office.store.fragments().has(request.id, wanted.partnerId, wanted.externalId)) return refuse("already-there", "Dit bestand is al toegevoegd.");
    office.store.transact([&] {
        wanted.sourceBlob = office.store.blobs().write(request.id, fragment.bytes);
        const auto added = office.store.fragments().add(wanted);
        outcome.fragmentId = added.id;
        office.store.jobs().add(job::read, added.id, "{}", request.id);
        record(office, actor, trailOf(request, "fragment.added", fragment.reason, "{\"number\":" + std::to_string(added.number) + "}"));
    });
    office.wakeWorkers();
    outcome.done = true, outcome.code = "done";
    return outcome;
}

Outcome readAgain(Office& office, const Actor& actor, std::string_view fragmentId) {
    requireHandler(actor);
    const auto fragment = requireFragment(office, actor, fragmentId);
    if (fragment.state != FragmentState::needsHuman) return Outcome::refused("not-needed", "Dit stuk hoeft niet opnieuw gelezen te worden.");
    const auto request = office.store.requests().load(fragment.requestId);
    requireStep(request, {Step::collecting, Step::reading, Step::review});
    office.store.transact([&] {
        office.store.fragments().setState(fragment.id, FragmentState::fetched, "");
        office.store.jobs().add(job::read, fragment.id, "{}", fragment.requestId);
        record(office, actor, trailOf(request, "fragment.read-again", {}, "{\"number\":" + std::to_string(fragment.number) + "}"));
    });
    office.wakeWorkers();
    return Outcome::success();
}

Outcome startReview(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto progress = collectionProgress(office, actor, requestId);
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::collecting, Step::reading, Step::review});
    if (!progress.blockers.empty()) return Outcome::refused("not-complete", "Beoordelen kan nog niet: " + progress.blockers.front() + ".");
    office.store.transact([&] {
        moveOnWhenComplete(office, request.id);
        record(office, actor, trailOf(request, "review.asked"));
    });
    office.wakeWorkers();
    return Outcome::success("De voorstellen worden gemaakt.");
}

}  // namespace service::casework
