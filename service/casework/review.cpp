#include "service/casework/review.h"

#include <algorithm>

#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/child_view.h"
#include "service/casework/corrections.h"
#include "service/casework/items.h"
#include "service/casework/moments.h"
#include "service/casework/page_pictures.h"
#include "service/casework/queue.h"
#include "service/casework/standing.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
using Blocker = ReviewOverview::Blocker;

void requireReader(const Actor& actor) { requireRole(actor, {Role::professional, Role::privacyOfficer}); }

std::string called(const store::Fragment& fragment) { return "stuk " + std::to_string(fragment.number); }

void addFragmentBlockers(const Standing& standing, const store::Fragment& fragment, std::vector<Blocker>& blockers) {
    if (fragment.state == store::FragmentState::fetched || fragment.state == store::FragmentState::reading)
        blockers.push_back({called(fragment) + " wordt nog gelezen", fragment.id, {}});
    if (fragment.state == store::FragmentState::needsHuman) blockers.push_back({called(fragment) + ": kijk zelf. " + fragment.doubt, fragment.id, {}});
    if (fragment.state == store::FragmentState::withheldWhole) return;
    const auto found = standing.proposals.find(fragment.id);
    if (found == standing.proposals.end()) return;
    std::size_t turned = 0;
    for (const auto& proposal : found->second) {
        if (rulingOn(standing, proposal.id)) continue;
        if (store::isOpened(proposal))
            blockers.push_back({"beslis in " + called(fragment) + ": alleen een verbetering zegt dat dit getoond mag worden", fragment.id, proposal.id});
        else if (proposal.decision == policy::Decision::judge)
            blockers.push_back({"beslis in " + called(fragment) + ": " + proposal.why, fragment.id, proposal.id});
        else turned += isTurned(standing, proposal);
    }
    // What nobody decided stands as proposed; what somebody decided otherwise before does not.
    if (turned)
        blockers.push_back({called(fragment) + ": " + std::to_string(turned) + (turned == 1 ? " voorstel is" : " voorstellen zijn") + " anders dan eerder is beslist; kijk opnieuw", fragment.id, {}});
}

// Basis: AVG art. 12(4): a refusal states its reasons
void addRefusals(Office& office, const Standing& standing, std::vector<Blocker>& blockers) {
    for (const auto& it : office.store.collections().ofRequest(standing.request.id)) {
        const bool delivered = std::any_of(standing.fragments.begin(), standing.fragments.end(), [&](const auto& one) { return one.partnerId == it.partnerId; });
        if (it.state == store::CollectionState::done && it.answer == "refused" && it.explanation.empty() && !delivered)
            blockers.push_back({standing.partnerNames.at(it.partnerId) + " weigert zonder reden. De behandelaar vraagt de reden na en legt die vast bij het antwoord van de partner; "
                                "zonder reden kan de brief niet weg", {}, {}});
    }
}

std::vector<Blocker> blockersOf(Office& office, const Standing& standing) {
    std::vector<Blocker> blockers;
    for (const auto& it : office.store.collections().ofRequest(standing.request.id))
        if (it.state != store::CollectionState::done) {
            const auto name = standing.partnerNames.find(it.partnerId);
            blockers.push_back({(name == standing.partnerNames.end() ? it.partnerId : name->second) + " heeft nog niet geantwoord", {}, {}});
        }
    addRefusals(office, standing, blockers);
    for (const auto& fragment : standing.fragments) addFragmentBlockers(standing, fragment, blockers);
    if (office.store.jobs().findOpen(job::propose, standing.request.id)) blockers.push_back({"de voorstellen worden opnieuw gemaakt", {}, {}});
    for (const auto& words : childViewBlocks(office, standing.request)) blockers.push_back({words, {}, {}});
    for (const auto& remark : office.store.reviews().remarks(standing.request.id))
        if (!remark.settledAt) blockers.push_back({"opmerking van de privacy officer: " + remark.text, {}, remark.proposalId});
    return blockers;
}

std::string fragmentOfProposal(const Standing& standing, const std::string& proposalId) {
    for (const auto& [fragment, proposals] : standing.proposals)
        for (const auto& proposal : proposals)
            if (proposal.id == proposalId) return fragment;
    return {};
}

void addPickLists(Office& office, const Standing& standing, ReviewOverview& overview) {
    for (const auto& person : standing.household.persons) overview.persons.emplace_back(person.id, shortName(person));
    for (const auto& ground : office.rules.grounds()) overview.grounds.emplace_back(ground.id, ground.sentence);
    for (const auto& [code, words] : spanKinds()) overview.kinds.emplace_back(std::string(code), std::string(words));
}

void setNeighbours(const Standing& standing, DocumentView& view) {
    for (std::size_t at = 0; at < standing.fragments.size(); ++at) {
        if (standing.fragments[at].id != view.fragment.id) continue;
        if (at > 0) view.previousFragmentId = standing.fragments[at - 1].id;
        if (at + 1 < standing.fragments.size()) view.nextFragmentId = standing.fragments[at + 1].id;
    }
}

void setImages(Office& office, const store::Fragment& fragment, DocumentView& view) {
    for (const auto& image : office.store.fragments().pageImages(fragment.id)) {
        if (view.images.size() <= std::size_t(image.page)) view.images.resize(std::size_t(image.page) + 1);
        view.images[std::size_t(image.page)] = {image.width, image.height};
    }
}

}  // namespace

ReviewOverview reviewOverview(Office& office, const Actor& actor, std::string_view requestId) {
    requireReader(actor);
    const auto request = requireRequest(office, actor, requestId);
    const Standing standing = standingOf(office, request);
    ReviewOverview overview;
    overview.requestId = request.id, overview.reference = request.reference, overview.step = toText(request.step);
    for (const auto& fragment : standing.fragments) overview.fragments.push_back(fragmentRow(office, standing, fragment));
    overview.counts = countsOf(standing, {});
    overview.blockers = blockersOf(office, standing);
    overview.cautions = childViewCautions(office, request);
    for (const auto& it : office.store.reviews().remarks(request.id))
        overview.remarks.push_back({it.id, it.proposalId, fragmentOfProposal(standing, it.proposalId), it.text, accountName(office, it.by),
                                    dutchMoment(it.at), it.settledAt.has_value()});
    addPickLists(office, standing, overview);
    overview.finished = office.store.reviews().find(request.id).has_value();
    overview.mayDecide = request.step == store::Step::review && actor.role == Role::professional;
    overview.mayFinish = overview.mayDecide && overview.blockers.empty();
    record(office, actor, trailOf(request, "review.seen"));
    return overview;
}

DocumentView reviewDocument(Office& office, const Actor& actor, std::string_view fragmentId) {
    requireReader(actor);
    const auto fragment = requireFragment(office, actor, fragmentId);
    const auto request = office.store.requests().load(fragment.requestId);
    const Standing standing = standingOf(office, request);
    DocumentView view;
    view.requestId = request.id, view.reference = request.reference, view.rulesVersion = request.rulesVersion;
    view.fragment = fragmentRow(office, standing, fragment);
    if (auto document = loadDocument(office, fragment)) view.document = std::move(*document);
    setImages(office, fragment, view);
    if (const auto found = standing.proposals.find(fragment.id); found != standing.proposals.end())
        for (const auto& proposal : found->second) view.proposals.push_back(proposalRow(office, standing, proposal, &view.document));
    setNeighbours(standing, view);
    record(office, actor, trailOf(request, "fragment.seen", {}, "{\"number\":" + std::to_string(fragment.number) + "}"));
    return view;
}

std::string pageImage(Office& office, const Actor& actor, std::string_view fragmentId, std::size_t page) {
    requireReader(actor);
    const auto fragment = requireFragment(office, actor, fragmentId);
    auto picture = findPagePicture(office, fragment, page);
    if (!picture) throw Failure(Failure::notFound, "Deze pagina is er niet.");
    record(office, actor, trailOf(office.store.requests().load(fragment.requestId), "page.seen", {},
           "{\"number\":" + std::to_string(fragment.number) + ",\"page\":" + std::to_string(page + 1) + "}"));
    return std::move(*picture);
}

SourceFile fragmentSource(Office& office, const Actor& actor, std::string_view fragmentId) {
    requireReader(actor);
    const auto fragment = requireFragment(office, actor, fragmentId);
    const auto request = office.store.requests().load(fragment.requestId);
    record(office, actor, trailOf(request, "fragment.downloaded", {}, "{\"number\":" + std::to_string(fragment.number) + "}"));
    return {fragment.fileName, fragment.mediaType, office.store.blobs().read(fragment.sourceBlob)};
}

Outcome decideWhole(Office& office, const Actor& actor, std::string_view fragmentId, WholeFragment decision, std::string_view ground, std::string_view reason) {
    requireRole(actor, {Role::professional});
    const auto fragment = requireFragment(office, actor, fragmentId);
    const auto request = office.store.requests().load(fragment.requestId);
    requireStep(request, {store::Step::collecting, store::Step::reading, store::Step::review});
    if (reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom; de privacy officer leest het na.");
    const bool withhold = decision == WholeFragment::withhold;
    if (withhold && !isGround(office, ground)) return Outcome::refused("ground-missing", "Kies de grond waarop het stuk wordt achtergehouden.");
    if (!withhold && fragment.modelBlob.empty())
        return Outcome::refused("no-text", "Van dit stuk is geen tekst gelezen, dus er is niets te beoordelen. Houd het achter, of voeg een leesbare versie toe.");
    office.store.transact([&] {
        const std::string doubt = withhold ? std::string(ground) + ": " + std::string(reason) : std::string(reason);
        office.store.fragments().setState(fragment.id, withhold ? store::FragmentState::withheldWhole : store::FragmentState::byHand, doubt);
        record(office, actor, trailOf(request, withhold ? "fragment.withheld" : "fragment.read-by-hand", std::string(reason),
               "{\"number\":" + std::to_string(fragment.number) + "}"));
        moveOnWhenComplete(office, request.id);
    });
    office.wakeWorkers();
    return Outcome::success();
}

Outcome settleRemark(Office& office, const Actor& actor, std::string_view remarkId) {
    requireRole(actor, {Role::professional});
    for (const auto& request : office.store.requests().all())
        for (const auto& remark : office.store.reviews().remarks(request.id)) {
            if (remark.id != remarkId) continue;
            requireRequest(office, actor, request.id);
            office.store.transact([&] {
                office.store.reviews().settleRemark(remark.id);
                record(office, actor, trailOf(request, "remark.settled"));
            });
            return Outcome::success();
        }
    throw Failure(Failure::notFound, "Deze opmerking bestaat niet.");
}

Outcome finishReview(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {store::Step::review});
    if (isAnsweredByItems(request)) return Outcome::refused("items", "Dit verzoek wordt per punt beslist. Rond de punten af.");
    const auto standing = standingOf(office, request);
    const auto blockers = blockersOf(office, standing);
    const auto counts = countsOf(standing, {});
    if (!blockers.empty()) return Outcome::refused("blocked", "Afronden kan nog niet: " + blockers.front().words + (blockers.front().words.ends_with('.') ? "" : "."));
    office.store.transact([&] {
        office.store.reviews().finish(request.id, actor.accountId);
        office.store.requests().moveTo(request.id, store::Step::review, store::Step::packaging);
        record(office, actor, trailOf(request, "review.finished", {}, "{\"decided\":" + std::to_string(counts.decided) + ",\"as_proposed\":" + std::to_string(counts.proposals - counts.decided) + "}"));
        queuePackaging(office, request.id);
    });
    office.wakeWorkers();
    return Outcome::success("De beoordeling is afgerond. Lakwerk maakt het pakket en controleert het; daarna is de privacy officer aan zet.");
}

Outcome reopenReview(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {store::Step::packaging, store::Step::signOff});
    office.store.transact([&] {
        office.store.reviews().reopen(request.id);
        office.store.requests().moveTo(request.id, request.step, store::Step::review);
        record(office, actor, trailOf(request, "review.reopened"));
    });
    return Outcome::success();
}

}  // namespace service::casework
