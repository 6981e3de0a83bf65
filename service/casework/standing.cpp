#include "service/casework/standing.h"

#include <algorithm>

#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/corrections.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/moments.h"
#include "service/casework/twins.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
constexpr std::size_t maxQuote = 300;  // code points

std::string quote(const redaction::document::Document& document, std::size_t start, std::size_t end) {
    if (start >= document.text.size() || end <= start) return {};
    const std::size_t count = std::min({end, document.text.size()}) - start;
    std::u32string text = document.text.substr(start, std::min(count, maxQuote));
    if (count > maxQuote) text += U'…';
    return redaction::document::toUtf8(text);
}

std::string groundSentence(Office& office, const std::string& ground) {
    if (ground.empty()) return {};
    for (const auto& it : office.rules.grounds())
        if (it.id == ground) return it.sentence;
    return ground;
}

std::string ruleTitle(Office& office, const std::string& id, const Date& day) {
    for (const auto& rule : office.rules.rules())
        if (rule.id == id && rule.validFrom <= day && (!rule.validUntil || day < *rule.validUntil)) return rule.title;
    return {};
}

RulingView viewOf(const Standing& standing, const store::Ruling& ruling) {
    const auto name = standing.accountNames.find(ruling.decidedBy);
    return {std::size_t(ruling.number), toText(ruling.decision), ruling.ground, ruling.subject.value_or(""), ruling.kind.value_or(""),
            ruling.reason, ruling.batch, ruling.decidedBy, name == standing.accountNames.end() ? std::string() : name->second,
            service::toIso(ruling.decidedAt), dutchMoment(ruling.decidedAt)};
}

std::size_t numberOf(const Standing& standing, const std::string& fragmentId) {
    for (const auto& fragment : standing.fragments)
        if (fragment.id == fragmentId) return std::size_t(fragment.number);
    return 0;
}

std::size_t countAlike(const Standing& standing, const store::Proposal& proposal) {
    std::size_t count = 0;
    for (const auto& [fragment, all] : standing.proposals)
        for (const auto& other : all) count += isAlike(proposal, other) && !rulingOn(standing, other.id);
    return count;
}

std::optional<ProposalRow::Weighing> weighingOf(Office& office, const store::Proposal& it) {
    const auto& rules = office.rules.rules();
    if (std::none_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == it.rule; })) return std::nullopt;
    const auto* found = office.rules.weighing(it.rule, it.ground, today(office));
    return found ? std::optional(ProposalRow::Weighing{found->question, found->toShow, found->toHide}) : std::nullopt;
}

std::optional<ProposalRow::Correction> correctionOf(const Standing& standing, const store::Proposal& it) {
    const auto found = standing.corrections.find(it.correctionId);
    if (found == standing.corrections.end()) return std::nullopt;
    const auto& made = found->second;
    const auto name = standing.accountNames.find(made.madeBy);
    return ProposalRow::Correction{correctionSentence(standing.household, made.what), name == standing.accountNames.end() ? std::string() : name->second,
                                   dutchMoment(made.madeAt), made.reason, policy::toText(it.uncorrected.value_or(it.decision)), made.withdrawnAt.has_value()};
}

std::vector<std::size_t> numbersOf(const Standing& standing, const std::vector<const store::Proposal*>& proposals) {
    std::vector<std::size_t> numbers;
    for (const auto* it : proposals) numbers.push_back(numberOf(standing, it->fragmentId));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<FragmentRow::Like> likesOf(const Standing& standing, const std::string& fragmentId) {
    std::vector<FragmentRow::Like> likes;
    for (const auto& it : standing.likeness) {
        const bool isOne = it.one == fragmentId;
        if (!isOne && it.other != fragmentId) continue;
        const auto& other = isOne ? it.other : it.one;
        const auto fragment = std::find_if(standing.fragments.begin(), standing.fragments.end(), [&](const auto& one) { return one.id == other; });
        if (fragment == standing.fragments.end()) continue;
        const auto partner = standing.partnerNames.find(fragment->partnerId);
        likes.push_back({std::size_t(fragment->number), other, partner == standing.partnerNames.end() ? fragment->partnerId : partner->second, it.isSame,
                         std::size_t(it.shared), std::size_t(isOne ? it.ofOne : it.ofOther)});
    }
    std::sort(likes.begin(), likes.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return likes;
}

void addCounts(const Standing& standing, const std::vector<store::Proposal>& proposals, ReviewCounts& counts) {
    for (const auto& proposal : proposals) {
        ++counts.proposals;
        const bool decided = rulingOn(standing, proposal.id) != nullptr;
        counts.decided += decided;
        counts.changed += !decided && standing.earlier.count(stretchKey(proposal)) > 0;
        counts.openJudge += !decided && (proposal.decision == policy::Decision::judge || store::isOpened(proposal));
    }
}

// A mark by hand that was taken back is no longer there.
void leaveWithdrawnOut(Standing& standing) {
    for (auto& [fragment, proposals] : standing.proposals)
        proposals.erase(std::remove_if(proposals.begin(), proposals.end(), [&](const store::Proposal& it) {
            return it.origin == store::Origin::human && !rulingOn(standing, it.id);
        }), proposals.end());
}

void placeTwins(Office& office, Standing& standing) {
    standing.twinGroups = office.store.proposals().twinGroups(standing.request.id);
    for (const auto& [fragment, proposals] : standing.proposals)
        for (std::size_t at = 0; at < proposals.size(); ++at)
            if (const auto group = standing.twinGroups.find(proposals[at].id); group != standing.twinGroups.end()) standing.twinPlaces[group->second].emplace_back(fragment, at);
}

void addEarlier(Office& office, Standing& standing) {
    for (const auto& proposal : office.store.proposals().decidedBefore(standing.request.id)) {
        const auto ruling = office.store.rulings().latest(proposal.id);
        if (ruling && ruling->decision != store::RulingDecision::withdrawn) standing.earlier.insert_or_assign(stretchKey(proposal), *ruling);
    }
}

}  // namespace

std::string stretchKey(const store::Proposal& it) {
    return it.fragmentId + "/" + policy::toText(it.scope) + "/" + std::to_string(it.start) + "-" + std::to_string(it.end);
}

Standing standingOf(Office& office, const store::Request& request) {
    Standing standing;
    standing.request = request;
    standing.household = office.store.households().load(request.householdId);
    standing.fragments = office.store.fragments().ofRequest(request.id);
    for (auto& proposal : office.store.proposals().ofRequest(request.id)) standing.proposals[proposal.fragmentId].push_back(std::move(proposal));
    for (auto& [id, ruling] : office.store.rulings().latestOfRequest(request.id)) {
        standing.lastNumbers[id] = ruling.number;
        if (ruling.decision != store::RulingDecision::withdrawn) standing.rulings.emplace(id, ruling);
    }
    leaveWithdrawnOut(standing);
    addEarlier(office, standing);
    for (auto& it : office.store.corrections().ofHousehold(request.householdId)) standing.corrections.emplace(it.id, std::move(it));
    placeTwins(office, standing);
    standing.likeness = office.store.proposals().likeness(request.id);
    standing.lifts = office.store.rulings().liftsOfRequest(request.id);
    for (const auto& partner : office.store.partners().all()) standing.partnerNames[partner.id] = partner.name;
    standing.hiddenPartners = hiddenPartners(office, standing.household, request);
    for (const auto& account : office.store.accounts().all()) standing.accountNames[account.id] = account.displayName;
    return standing;
}

const store::Ruling* rulingOn(const Standing& standing, const std::string& proposalId) {
    const auto found = standing.rulings.find(proposalId);
    return found == standing.rulings.end() ? nullptr : &found->second;
}

bool isTurned(const Standing& standing, const store::Proposal& proposal) {
    if (store::isOpened(proposal) && !rulingOn(standing, proposal.id)) return true;
    const auto before = standing.earlier.find(stretchKey(proposal));
    if (before == standing.earlier.end() || rulingOn(standing, proposal.id)) return false;
    return (before->second.decision == store::RulingDecision::release) != (proposal.decision == policy::Decision::release);
}

policy::Decision holding(const Standing& standing, const store::Proposal& proposal) {
    if (const auto* ruling = rulingOn(standing, proposal.id))
        return ruling->decision == store::RulingDecision::release ? policy::Decision::release : policy::Decision::redact;
    return isTurned(standing, proposal) ? policy::Decision::judge : proposal.decision;
}

std::string outcomeNow(const Standing& standing, const store::Fragment& fragment) {
    if (fragment.state == store::FragmentState::withheldWhole) return "withheld";
    const auto found = standing.proposals.find(fragment.id);
    if (!isFinal(fragment) || found == standing.proposals.end()) return {};
    bool shown = false, hidden = false;
    for (const auto& proposal : found->second) {
        const auto decision = holding(standing, proposal);
        if (decision == policy::Decision::judge) return {};
        shown = shown || (proposal.scope == policy::Scope::passage && decision == policy::Decision::release);
        hidden = hidden || decision == policy::Decision::redact;
    }
    return !shown ? "withheld" : hidden ? "partly" : "released";
}

std::vector<redaction::marks::Decided> decidedOf(const Standing& standing, const std::string& fragmentId) {
    std::vector<redaction::marks::Decided> decided;
    const auto found = standing.proposals.find(fragmentId);
    if (found == standing.proposals.end()) return decided;
    for (const auto& proposal : found->second) {
        redaction::marks::Decided one{proposal.start, proposal.end, holding(standing, proposal), proposal.ground, {}, proposal.box};
        if (proposal.page) one.page = std::size_t(*proposal.page);
        if (const auto* ruling = rulingOn(standing, proposal.id); ruling && !ruling->ground.empty()) one.ground = ruling->ground;
        if (one.decision == policy::Decision::release) one.ground.clear();
        decided.push_back(std::move(one));
    }
    return decided;
}

bool isGround(const Office& office, std::string_view id) {
    const auto& grounds = office.rules.grounds();
    return std::any_of(grounds.begin(), grounds.end(), [&](const auto& it) { return it.id == id; });
}

// Passages, and what names nobody who can be told apart, each ask for a look of their own. What stands round an unknown
// person may differ: a judgement on them is taken place by place.
bool isAlike(const store::Proposal& one, const store::Proposal& other) {
    if (one.id == other.id) return true;
    if (one.scope != other.scope || one.decision != other.decision || one.ground != other.ground || one.kind != other.kind || one.subject != other.subject) return false;
    return one.subject || (one.decision != policy::Decision::judge && !one.likeness.empty() && one.likeness == other.likeness);
}

bool isFinal(const store::Fragment& fragment) {
    return fragment.state == store::FragmentState::read || fragment.state == store::FragmentState::byHand ||
           fragment.state == store::FragmentState::withheldWhole;
}

bool deviates(const store::Proposal& proposal, const store::Ruling& ruling) {
    if (proposal.origin == store::Origin::human) return true;
    if (proposal.decision == policy::Decision::judge) return false;
    const bool released = ruling.decision == store::RulingDecision::release;
    return released != (proposal.decision == policy::Decision::release) || (!released && !ruling.ground.empty() && ruling.ground != proposal.ground);
}

std::optional<redaction::document::Document> loadDocument(Office& office, const store::Fragment& fragment) {
    if (fragment.modelBlob.empty()) return std::nullopt;
    return redaction::document::documentFromJson(office.store.blobs().read(fragment.modelBlob));
}

ReviewCounts countsOf(const Standing& standing, const std::string& fragmentId) {
    ReviewCounts counts;
    for (const auto& fragment : standing.fragments) {
        if (!fragmentId.empty() && fragment.id != fragmentId) continue;
        if (fragment.state == store::FragmentState::withheldWhole) continue;
        const auto found = standing.proposals.find(fragment.id);
        if (found != standing.proposals.end()) addCounts(standing, found->second, counts);
    }
    counts.words = dutchCount(counts.decided) + " van " + dutchCount(counts.proposals) + " beslist";
    return counts;
}

FragmentRow fragmentRow(Office& office, const Standing& standing, const store::Fragment& it) {
    FragmentRow row;
    row.id = it.id, row.partnerId = it.partnerId, row.title = it.title, row.kind = it.kind, row.author = it.author;
    const auto partner = standing.partnerNames.find(it.partnerId);
    row.partnerName = partner == standing.partnerNames.end() ? it.partnerId : partner->second;
    if (it.documentDate) row.documentDate = redaction::household::toIso(*it.documentDate);
    row.fileName = it.fileName, row.mediaType = it.mediaType, row.number = std::size_t(it.number);
    row.pages = std::size_t(it.pageCount), row.pagesRead = std::size_t(it.pagesRead), row.layout = it.layout;
    row.state = toText(it.state), row.stateWords = fragmentStateWords(row.state), row.doubt = it.doubt;
    row.duplicateOf = numberOf(standing, it.duplicateOf), row.partOf = numberOf(standing, it.parentId);
    if (!it.addedBy.empty()) row.addedByName = accountName(office, it.addedBy);
    row.addedReason = it.addedReason;
    row.counts = countsOf(standing, it.id);
    row.likes = likesOf(standing, it.id);
    const auto found = standing.proposals.find(it.id);
    row.released = it.state != store::FragmentState::withheldWhole && found != standing.proposals.end() &&
                   std::any_of(found->second.begin(), found->second.end(), [&](const auto& proposal) {
                       return proposal.scope == policy::Scope::passage && holding(standing, proposal) == policy::Decision::release;
                   });
    return row;
}

ProposalRow proposalRow(Office& office, const Standing& standing, const store::Proposal& it, const redaction::document::Document* document) {
    ProposalRow row;
    row.id = it.id, row.fragmentId = it.fragmentId, row.origin = it.origin == store::Origin::engine ? "engine" : "human";
    row.scope = policy::toText(it.scope), row.start = it.start, row.end = it.end, row.box = it.box;
    if (it.page) row.page = std::size_t(*it.page);
    if (document) row.text = quote(*document, it.start, it.end);
    row.decision = policy::toText(it.decision), row.ground = it.ground, row.groundWords = groundSentence(office, it.ground);
    row.rule = it.rule, row.ruleTitle = ruleTitle(office, it.rule, today(office));
    row.subject = it.subject.value_or(""), row.kind = it.kind.value_or(""), row.kindWords = kindWords(row.kind);
    if (!row.subject.empty()) row.subjectName = nameIn(standing.household, row.subject);
    row.why = it.why, row.certainty = it.certainty;
    const auto last = standing.lastNumbers.find(it.id);
    row.seenNumber = last == standing.lastNumbers.end() ? 0 : std::size_t(last->second);
    if (const auto* ruling = rulingOn(standing, it.id)) row.ruling = viewOf(standing, *ruling);
    else if (const auto before = standing.earlier.find(stretchKey(it)); before != standing.earlier.end()) row.earlier = viewOf(standing, before->second);
    if (it.decision == policy::Decision::judge) row.weighing = weighingOf(office, it);
    row.correction = correctionOf(standing, it), row.opened = store::isOpened(it);
    row.alike = countAlike(standing, it);
    auto twins = twinsOf(standing, it);
    const auto open = std::partition(twins.same.begin(), twins.same.end(), [&](const auto* twin) { return !rulingOn(standing, twin->id); });
    row.twinsIn = numbersOf(standing, {twins.same.begin(), open}), row.decidedTwinsIn = numbersOf(standing, {open, twins.same.end()});
    row.otherTwinsIn = numbersOf(standing, twins.otherwise);
    row.needsTwo = it.ground == "safety";
    const auto lifts = standing.lifts.find(it.id);
    row.liftsGiven = lifts == standing.lifts.end() ? 0 : lifts->second.size();
    return row;
}

}  // namespace service::casework
