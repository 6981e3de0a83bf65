#include "service/casework/signoff.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "service/casework/basis.h"
#include "service/casework/case_file.h"
#include "service/casework/child_reader.h"
#include "service/casework/child_view.h"
#include "service/casework/identity.h"
#include "service/casework/items.h"
#include "service/casework/letter_answers.h"
#include "service/casework/letter_editing.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/mandates.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/partner_register.h"
#include "service/casework/passing_days.h"
#include "service/casework/putting_aside.h"
#include "service/casework/standing.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
using Json = nlohmann::json;
using store::Step;

std::string groundName(Office& office, const std::string& ground) {
    for (const auto& it : office.rules.grounds())
        if (it.id == ground) return it.code;
    return ground;
}

std::vector<GroundCount> groundCounts(Office& office, const std::map<std::string, std::size_t>& counts) {
    std::vector<GroundCount> rows;
    for (const auto& [ground, marks] : counts) rows.push_back({ground, groundName(office, ground), marks});
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.marks > b.marks; });
    return rows;
}

std::string outcomeWords(const std::string& outcome) {
    return outcome == "released" ? "geheel getoond" : outcome == "partly" ? "gedeeltelijk getoond" : "achtergehouden";
}

void addDocuments(Office& office, const Standing& standing, const std::string& contents, SignOffSummary& summary) {
    const auto json = Json::parse(contents, nullptr, false);
    std::map<std::string, std::size_t> all;
    for (const auto& it : json.is_object() ? json.value("documents", Json::array()) : Json::array()) {
        const std::string id = it.value("fragment", "");
        const auto fragment = std::find_if(standing.fragments.begin(), standing.fragments.end(), [&](const auto& one) { return one.id == id; });
        if (fragment == standing.fragments.end()) continue;
        DocumentSummary document;
        document.fragment = fragmentRow(office, standing, *fragment);
        document.outcome = it.value("outcome", ""), document.outcomeWords = outcomeWords(document.outcome);
        document.withheldPercent = it.value("percent", 0), document.packageFile = it.value("file", "");
        const auto grounds = it.value("grounds", std::map<std::string, std::size_t>());
        for (const auto& [ground, marks] : grounds) all[ground] += marks;
        document.grounds = groundCounts(office, grounds);
        if (!document.packageFile.empty()) summary.pagesOut += it.value("pages", std::size_t(0));
        summary.documents.push_back(std::move(document));
    }
    summary.grounds = groundCounts(office, all);
}

// ruling: nullptr where it stands as proposed.
bool touchesProtection(const store::Proposal& proposal, const store::Ruling* ruling) {
    const auto protects = [](const std::string& ground) { return ground == "safety" || ground == "reporter"; };
    return protects(proposal.ground) || (ruling && protects(ruling->ground));
}

void addPassages(Office& office, const Standing& standing, SignOffSummary& summary) {
    for (const auto& fragment : standing.fragments) {
        const auto found = standing.proposals.find(fragment.id);
        if (found == standing.proposals.end()) continue;
        std::optional<redaction::document::Document> document;
        const auto row = [&](const store::Proposal& proposal) {
            if (!document) document = loadDocument(office, fragment);
            return JudgedPassage{fragment.id, fragment.title, std::size_t(fragment.number), proposalRow(office, standing, proposal, document ? &*document : nullptr)};
        };
        for (const auto& proposal : found->second) {
            const auto* ruling = rulingOn(standing, proposal.id);
            const auto lifts = standing.lifts.find(proposal.id);
            if (lifts != standing.lifts.end() && lifts->second.size() == 1) summary.safetyToLift.push_back(row(proposal));
            if (!proposal.correctionId.empty()) summary.corrected.push_back(row(proposal));
            if (touchesProtection(proposal, ruling)) summary.protections.push_back(row(proposal));
            if (!ruling) continue;
            if (proposal.decision == policy::Decision::judge) summary.judged.push_back(row(proposal));
            if (deviates(proposal, *ruling)) summary.deviations.push_back(row(proposal));
        }
    }
}

void addReview(Office& office, const store::Request& request, const Standing& standing, SignOffSummary& summary) {
    std::set<std::string> names;
    for (const auto& id : office.store.rulings().decidersOf(request.id)) names.insert(accountName(office, id));
    for (const auto& [item, decision] : office.store.items().latest(request.id)) names.insert(accountName(office, decision.decidedBy));
    if (const auto review = office.store.reviews().find(request.id)) {
        names.insert(accountName(office, review->finishedBy));
        summary.finishedAtWords = dutchMoment(review->finishedAt);
    }
    const auto counts = countsOf(standing, {});
    summary.decided = counts.decided, summary.asProposed = counts.proposals - counts.decided;
    summary.takenOverWords = dutchCount(summary.decided) + (summary.decided == 1 ? " voorstel" : " voorstellen") + " door een mens beslist, " + dutchCount(summary.asProposed) + " overgenomen zoals voorgesteld";
    summary.reviewerNames = joinedWords({names.begin(), names.end()});
    for (const auto& it : office.store.reviews().remarks(request.id))
        summary.remarks.push_back({it.id, it.proposalId, {}, it.text, accountName(office, it.by), dutchMoment(it.at), it.settledAt.has_value()});
}

void addSignature(Office& office, const store::Request& request, SignOffSummary& summary) {
    if (const auto standing = office.store.signOffs().standing(request.id)) {
        summary.signedByName = accountName(office, standing->signedBy);
        summary.signedAtWords = dutchMoment(standing->signedAt), summary.signedHash = standing->packageHash;
    }
    const auto history = office.store.signOffs().history(request.id);
    if (!history.empty() && history.back().voidedAt)
        summary.voidedWords = "Het akkoord van " + dutchMoment(history.back().signedAt) + " is vervallen: " + history.back().voidedWhy;
}

// Empty: the package is of today and rests on what stands now.
std::string whyOutOfDate(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    if (!release) return "Er is geen pakket; maak het opnieuw.";
    // Basis: domain page redaction-rules: age and authority are taken on the day of the decision; the terms in the letters run from it
    if (service::amsterdamDay(release->builtAt) != today(office))
        return "Het pakket is van een eerdere dag. Leeftijd, gezag en termijnen gelden op de dag van de beslissing: maak het pakket opnieuw.";
    const auto contents = Json::parse(release->contents, nullptr, false);
    if (!contents.is_object() || contents.value("basis", "") != basisOf(office, standingOf(office, request)))
        return "Nadat het pakket is gemaakt, is er iets veranderd: maak het pakket opnieuw.";
    return {};
}

// Empty: this person may sign now.
std::string whyNotSign(Office& office, const Actor& actor, const store::Request& request, const PackageView& package) {
    if (actor.role != Role::privacyOfficer) return "Alleen een privacy officer geeft akkoord.";
    if (request.step != Step::signOff) return "Het verzoek staat bij de stap '" + stepWords(toText(request.step)) + "'.";
    if (auto ended = whyMandateEnded(office, request); !ended.empty()) return ended;
    if (!package.verification.passed) return "De controle van het pakket is niet geslaagd.";
    if (auto open = whyNotToAnswer(office, request); !open.empty()) return open;
    if (auto stopped = whyStopped(office, request); !stopped.empty()) return stopped;
    if (auto lacking = whyPointsLack(office, request); !lacking.empty()) return lacking;
    if (auto young = whyNotToYoung(office, request); !young.empty()) return young;
    if (auto late = whyTooLateToPutAside(office, request); !late.empty()) return late;
    if (const auto unheard = childViewBlocks(office, request); !unheard.empty() && !isNotTakenUp(office, request)) return unheard.front();
    if (!office.store.signOffs().maySign(request.id, actor.accountId))
        return "U hebt zelf in deze beoordeling beslist. Een andere privacy officer moet akkoord geven.";
    if (office.store.signOffs().standing(request.id)) return "Het akkoord is al gegeven.";
    if (hasOutdatedEdit(office, request.id)) return "Een gewijzigde alinea in een brief past niet meer bij wat Lakwerk nu schrijft: lees haar na bij Brieven wijzigen.";
    return whyOutOfDate(office, request);
}

// Of a partner that holds nothing the letter does not say what it does with data.
bool isExplained(Office& office, const store::Request& request, const std::string& partnerId) {
    const auto all = office.store.collections().ofRequest(request.id);
    return std::none_of(all.begin(), all.end(), [&](const auto& it) { return it.partnerId == partnerId && (it.answer == "nothing-held" || it.answer == "nothing-visible-to-us"); });
}

}  // namespace

SignOffSummary signOffSummary(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const Standing standing = standingOf(office, request);
    SignOffSummary summary;
    summary.requestId = request.id, summary.householdId = request.householdId, summary.reference = request.reference, summary.step = toText(request.step);
    summary.package = packageView(office, actor, request.id);
    summary.right = request.right, summary.lettersOnly = givesLettersOnly(office, request);
    summary.items = itemRows(office, request);
    if (const auto release = office.store.releases().latest(request.id)) addDocuments(office, standing, release->contents, summary);
    if (!summary.lettersOnly) addPassages(office, standing, summary);
    addReview(office, request, standing, summary);
    addSignature(office, request, summary);
    summary.others = warningsAgainstReleased(office, request.id);
    summary.othersClosed = std::erase_if(summary.others, [&](const auto& it) { return isBehindWall(office, actor, office.store.requests().load(it.side.requestId)); });
    if (isAnsweredByItems(request)) {
        const auto decider = controllerOf(request);
        summary.paragraphs.push_back({decider, standing.partnerNames.at(decider), ownParagraph(office, request.id, decider)});
    } else for (const auto& it : office.store.collections().ofRequest(request.id)) {
        const auto& name = standing.partnerNames.at(it.partnerId);
        if (standing.hiddenPartners.count(it.partnerId) != 0) summary.unnamedPartners.push_back(name);
        else if (it.answer != "no-answer") summary.paragraphs.push_back({it.partnerId, name, ownParagraph(office, request.id, it.partnerId)});
    }
    summary.cautions = childViewCautions(office, request);
    if (isPutAside(office, request)) summary.cautions.push_back("Hiermee blijft het verzoek buiten behandeling: de verzoeker laat zich niet identificeren. Weeg of er geen lichtere manier is.");
    if (const auto young = office.store.answerForms().youngRequester(request.id); young && young->choice == "to-child") summary.cautions.push_back("De stukken gaan naar een kind onder de 12. " + accountName(office, young->decidedBy) + ": " + young->why);
    if (request.right == "access" && !isNotTakenUp(office, request))
        for (const auto& it : withoutRegister(office, request))
            if (isExplained(office, request, it.id)) summary.cautions.push_back("Het register van " + it.name + " is leeg: wat de brief zegt over doelen, ontvangers en bewaren, is de gewone tekst voor zo'n partner. Een beheerder vult het in bij Beheer, Partners, Register.");
    summary.whyNot = whyNotSign(office, actor, request, summary.package);
    summary.maySign = summary.whyNot.empty();
    record(office, actor, trailOf(request, "sign-off.seen"));
    return summary;
}

Outcome sendBack(Office& office, const Actor& actor, std::string_view requestId, const std::vector<RemarkForm>& remarks) {
    requireRole(actor, {Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::signOff});
    const bool empty = std::all_of(remarks.begin(), remarks.end(), [](const auto& it) { return it.text.empty(); });
    if (empty) return Outcome::refused("remark-missing", "Schrijf wat er nog moet gebeuren.");
    office.store.transact([&] {
        for (const auto& form : remarks) {
            if (form.text.empty()) continue;
            store::Remark remark;
            remark.requestId = request.id, remark.proposalId = form.proposalId, remark.text = form.text, remark.by = actor.accountId;
            office.store.reviews().addRemark(remark);
        }
        office.store.reviews().reopen(request.id);
        office.store.requests().moveTo(request.id, Step::signOff, Step::review);
        record(office, actor, trailOf(request, "sign-off.sent-back"));
    });
    return Outcome::success("Teruggestuurd naar de beoordelaar.");
}

Outcome sign(Office& office, const Actor& actor, std::string_view requestId, std::string_view password, std::string_view seenHash) {
    takeUpDays(office, requireRequest(office, actor, requestId));
    const auto request = requireRequest(office, actor, requestId);
    const auto package = packageView(office, actor, request.id);
    if (const auto why = whyNotSign(office, actor, request, package); !why.empty()) return Outcome::refused("not-now", why);
    if (package.hash != seenHash) return Outcome::refused("hash-changed", "Het pakket is intussen opnieuw gemaakt. Bekijk het opnieuw.");
    const auto confirmed = office.store.accounts().confirmPassword(actor.accountId, password);
    if (confirmed.outcome == store::SignInOutcome::locked) return Outcome::refused("locked", "Te veel mislukte pogingen; probeer het later opnieuw.");
    if (confirmed.outcome != store::SignInOutcome::signedIn) return Outcome::refused("wrong-password", "Het wachtwoord klopt niet.");
    bool outOfDate = false;
    try {
        office.store.transact([&] {
            outOfDate = !whyOutOfDate(office, request).empty();
            if (outOfDate) return;
            office.store.signOffs().sign(request.id, package.hash, actor.accountId);
            record(office, actor, trailOf(request, "sign-off.signed", {}, "{\"hash\":\"" + package.hash + "\"}"));
        });
    } catch (const store::StoreError& refused) {
        if (refused.kind() != store::ErrorKind::forbiddenByRule) throw;
        return Outcome::refused("own-review", refused.what());
    }
    if (outOfDate) return Outcome::refused("hash-changed", "Er is zojuist iets veranderd. Maak het pakket opnieuw en bekijk het.");
    return Outcome::success("Akkoord gegeven. Het pakket kan worden verstrekt; iedere wijziging doet dit akkoord vervallen.");
}

namespace {

bool isForSafety(Office& office, const store::Proposal& proposal) {
    const auto history = office.store.rulings().history(proposal.id);
    return proposal.ground == "safety" || std::any_of(history.begin(), history.end(), [](const auto& it) { return it.ground == "safety"; });
}

}  // namespace

// Basis: domain rule R13: no single person may overrule it
Outcome liftSafety(Office& office, const Actor& actor, std::string_view proposalId, std::string_view reason) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto proposal = office.store.proposals().load(std::string(proposalId));
    const auto request = requireRequest(office, actor, proposal.requestId);
    requireStep(request, {Step::review, Step::signOff});
    if (reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom dit niet langer verborgen hoeft te blijven.");
    if (!isForSafety(office, proposal))
        return Outcome::refused("not-safety", "Dit is niet verborgen voor de veiligheid. De beoordelaar beslist er zelf over, zonder tweede persoon.");
    const auto before = office.store.rulings().lifts(proposal.id);
    const bool own = std::any_of(before.begin(), before.end(), [&](const auto& it) { return it.accountId == actor.accountId; });
    if (own) return Outcome::refused("second-person", "U hebt dit al voorgesteld. Een tweede persoon moet het ook doen.");
    office.store.transact([&] {
        office.store.rulings().lift(proposal.id, actor.accountId, reason);
        record(office, actor, trailOf(request, "safety.lifted", std::string(reason), "{\"proposal\":\"" + proposal.id + "\"}"));
        if (before.empty()) return;
        store::NewRuling ruling;
        ruling.proposalId = proposal.id, ruling.decision = store::RulingDecision::release, ruling.decidedBy = actor.accountId;
        ruling.reason = std::string(reason);
        if (const auto latest = office.store.rulings().latest(proposal.id)) ruling.expectedNumber = latest->number;
        office.store.rulings().decide(ruling);
        if (request.step != Step::signOff) return;
        office.store.reviews().reopen(request.id);
        office.store.requests().moveTo(request.id, Step::signOff, Step::review);
    });
    return Outcome::success(before.empty() ? "Vastgelegd. Een tweede persoon moet dit ook doen voordat het getoond wordt."
                                           : "Opgeheven door twee mensen: dit wordt getoond.");
}

}  // namespace service::casework
