#include "service/casework/partner_letters.h"

#include <nlohmann/json.hpp>

#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/milestones.h"
#include "service/casework/moments.h"
#include "service/casework/package_letters.h"
#include "service/casework/standing.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

std::vector<std::string> aboutPeople(const Standing& standing) {
    std::vector<std::string> people;
    for (const auto& id : standing.request.subjects) {
        if (const auto* person = household::findPerson(standing.household, id)) people.push_back(nameWithBirth(*person));
    }
    return people;
}

// Of the region, addressed to the partner.
letters::Frame frameTo(Office& office, const Standing& standing, const store::Partner& partner) {
    auto frame = frameOf(office, standing, nullptr);
    frame.addresseeName = partner.name, frame.salutation = partner.name;
    frame.addresseeLines.clear();
    if (!partner.address.empty()) frame.addresseeLines.push_back(partner.address);
    return frame;
}

// The day for which the collecting is planned; a reminder leaves some days at least.
Date answerBy(Office& office, const store::Request& request, bool reminder) {
    const auto calendar = calendarOf(office);
    Date by = calendar.moveWorkingDays(today(office), termsOf(office, request.receivedOn).answerReminder.workingDays);
    for (const auto& line : milestonesOf(office, request))
        if (line.milestone.rule.id == "collect" && !reminder && std::chrono::sys_days{line.milestone.by} > std::chrono::sys_days{today(office)}) by = line.milestone.by;
    return by;
}

Outcome refusedFor(const store::Collection& collection, bool reminder) {
    if (reminder && !collection.askedAt) return Outcome::refused("not-asked", "Deze partner is nog niet gevraagd.");
    if (collection.state == store::CollectionState::done) return Outcome::refused("answered", "Deze partner heeft al geantwoord.");
    return Outcome::success();
}

}  // namespace

// Basis: Convenant art. 5.2; Privacyprotocol 9.1: each partner answers for its own data
Outcome makePartnerLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view kind) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const bool reminder = kind == "partner-chaser";
    if (!reminder && kind != "partner-request") throw Failure(Failure::notFound, "Deze brief bestaat niet.");
    const auto collection = office.store.collections().find(request.id, std::string(partnerId));
    if (!collection) throw Failure(Failure::notFound, "Deze partner is niet gevraagd.");
    if (auto refused = refusedFor(*collection, reminder); !refused.done) return refused;
    const auto partner = office.store.partners().load(collection->partnerId);
    const auto standing = standingOf(office, request);
    letters::PartnerAsk ask;
    ask.frame = frameTo(office, standing, partner), ask.right = requests::rightFrom(request.right).value_or(requests::Right::access);
    ask.requester = nameIn(standing.household, request.requesterId), ask.about = aboutPeople(standing), ask.received = request.receivedOn;
    ask.due = answerBy(office, request, reminder), ask.decideBy = decisionClock(office, request).due.end;
    if (collection->askedAt) ask.asked = service::amsterdamDay(*collection->askedAt);
    std::string pdf;
    try {
        pdf = guardedPdf(office, standing, reminder ? letters::chaser(office.letterBook, ask) : letters::requestToPartner(office.letterBook, ask), {partner.id, {}});
    } catch (const LetterStopped& stopped) {
        return Outcome::refused("letter-stopped", stopped.what());
    }
    office.store.transact([&] {
        store::PartnerLetter kept;
        kept.requestId = request.id, kept.partnerId = partner.id, kept.kind = std::string(kind), kept.dueDay = ask.due;
        kept.blobId = office.store.blobs().write(request.id, pdf), kept.by = actor.accountId;
        office.store.letters().addToPartner(kept);
        record(office, actor, trailOf(request, "partner.letter-made", {}, nlohmann::json{{"partner", partner.id}}.dump()));
    });
    return Outcome::success("De brief aan " + partner.name + " staat bij Brieven. Antwoord gevraagd uiterlijk op " + requests::longDutchDate(ask.due) + ".");
}

std::vector<PartnerLetterRow> partnerLetters(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequest(office, actor, requestId);
    std::vector<PartnerLetterRow> rows;
    for (const auto& it : office.store.letters().toPartners(request.id)) {
        const auto partner = office.store.partners().find(it.partnerId);
        rows.push_back({it.id, it.partnerId, partner ? partner->name : it.partnerId, it.kind, requests::toIso(it.dueDay), dutchMoment(it.at), accountName(office, it.by)});
    }
    return rows;
}

std::optional<StoredFile> partnerLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view letterId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    for (const auto& it : office.store.letters().toPartners(request.id))
        if (it.id == letterId) {
            record(office, actor, trailOf(request, "partner.letter-seen"));
            return StoredFile{(it.kind == "partner-chaser" ? "herinnering-" : "verzoek-aan-partner-") + request.reference + ".pdf", "application/pdf", office.store.blobs().read(it.blobId)};
        }
    return std::nullopt;
}

}  // namespace service::casework
