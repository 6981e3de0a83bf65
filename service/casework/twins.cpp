#include "service/casework/twins.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "redaction/document/likeness.h"
#include "service/casework/standing.h"

namespace service::casework {

namespace {

namespace document = redaction::document;
namespace policy = redaction::policy;

// The passages of all fragments as one row of numbers, and which of them say the same.
class Classes {
  public:
    explicit Classes(const std::vector<document::Passages>& fragments) {
        for (const auto& fragment : fragments) {
            first_.push_back(size_);
            size_ += fragment.passages.size();
        }
        leader_.resize(size_);
        std::iota(leader_.begin(), leader_.end(), std::size_t(0));
    }
    void join(std::size_t fragment, std::size_t passage, std::size_t otherFragment, std::size_t otherPassage) {
        leader_[leaderOf(first_[fragment] + passage)] = leaderOf(first_[otherFragment] + otherPassage);
    }
    std::size_t of(std::size_t fragment, std::size_t passage) { return leaderOf(first_[fragment] + passage); }

  private:
    std::size_t leaderOf(std::size_t at) {
        while (leader_[at] != at) at = leader_[at] = leader_[leader_[at]];
        return at;
    }
    std::size_t size_ = 0;
    std::vector<std::size_t> first_, leader_;
};

std::string keyOf(const policy::Proposal& it) {
    return it.fragment + "/" + policy::toText(it.scope) + "/" + std::to_string(it.start) + "-" + std::to_string(it.end);
}

std::vector<document::Passages> passagesOf(const std::vector<policy::Fragment>& fragments, const std::vector<policy::Proposal>& proposals) {
    std::map<std::string, std::vector<document::Stretch>> found;
    for (const auto& it : proposals)
        if (it.scope == policy::Scope::passage) found[it.fragment].push_back({it.start, it.end});
    std::vector<document::Passages> all;
    for (const auto& fragment : fragments) {
        auto& stretches = found[fragment.name];
        std::sort(stretches.begin(), stretches.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
        document::Passages passages{fragment.document->text, {}};
        for (const auto& it : stretches)
            if (passages.passages.empty() || it.start >= passages.passages.back().end) passages.passages.push_back(it);
        all.push_back(std::move(passages));
    }
    return all;
}

// Of a stretch: which words of which passage, counted in letters, so that the same words elsewhere have the same.
std::string placeOf(const policy::Proposal& it, std::size_t fragment, const document::Passages& passages, Classes& classes) {
    const auto after = std::upper_bound(passages.passages.begin(), passages.passages.end(), it.start, [](std::size_t at, const auto& passage) { return at < passage.start; });
    if (after == passages.passages.begin() || it.end > std::prev(after)->end || it.start >= it.end) return {};
    const auto& within = *std::prev(after);
    const auto letters = [&](std::size_t from, std::size_t to) { return std::to_string(document::folded(passages.text.substr(from, to - from)).size()); };
    const auto passage = std::size_t(std::prev(after) - passages.passages.begin());
    return std::to_string(classes.of(fragment, passage)) + "/" + policy::toText(it.scope) + "/" + letters(within.start, it.start) + "/" + letters(it.start, it.end);
}

struct Grouped {
    std::set<std::size_t> fragments;
    std::vector<std::string> keys;
};

std::map<std::string, int> groupsOf(const std::vector<policy::Fragment>& fragments, const std::vector<policy::Proposal>& proposals,
                                    const std::vector<document::Passages>& passages, Classes& classes) {
    std::map<std::string, std::size_t> number;
    for (std::size_t at = 0; at < fragments.size(); ++at) number[fragments[at].name] = at;
    std::map<std::string, Grouped> places;
    for (const auto& it : proposals) {
        const auto fragment = number.find(it.fragment);
        if (fragment == number.end()) continue;
        const auto place = placeOf(it, fragment->second, passages[fragment->second], classes);
        if (place.empty()) continue;
        places[place].fragments.insert(fragment->second);
        places[place].keys.push_back(keyOf(it));
    }
    std::map<std::string, int> groups;
    int group = 0;
    for (const auto& [place, found] : places) {
        if (found.fragments.size() < 2) continue;
        ++group;
        for (const auto& key : found.keys) groups[key] = group;
    }
    return groups;
}

// Told to who reviews, and no more: no passage of theirs is decided with another by it.
void addResembling(const std::vector<policy::Fragment>& fragments, const std::vector<document::Passages>& passages, Alike& alike) {
    std::set<std::pair<std::string, std::string>> linked;
    for (const auto& it : alike.fragments) linked.insert({it.one, it.other});
    std::vector<std::u32string_view> texts;
    for (const auto& fragment : passages) texts.push_back(fragment.text);
    for (const auto& [one, other] : document::findResembling(texts))
        if (linked.count({fragments[one].name, fragments[other].name}) == 0)
            alike.fragments.push_back({fragments[one].name, fragments[other].name, 0, int(passages[one].passages.size()), int(passages[other].passages.size()), false});
}

// A judgement rests on why it is asked, so there the reasons must be the same too.
bool saysTheSame(const store::Proposal& one, const store::Proposal& other) {
    return one.decision == other.decision && one.ground == other.ground && one.rule == other.rule && one.subject == other.subject && one.kind == other.kind &&
           one.uncorrected == other.uncorrected && (one.decision != policy::Decision::judge || one.why == other.why);
}

}  // namespace

Alike findAlike(const std::vector<policy::Fragment>& fragments, const std::vector<policy::Proposal>& proposals) {
    const auto passages = passagesOf(fragments, proposals);
    Classes classes(passages);
    Alike alike;
    for (const auto& found : document::findLikeness(passages)) {
        for (const auto& [one, other] : found.twins) classes.join(found.one, one, found.other, other);
        alike.fragments.push_back({fragments[found.one].name, fragments[found.other].name, int(found.twins.size()), int(passages[found.one].passages.size()),
                                   int(passages[found.other].passages.size()), found.isSame()});
    }
    addResembling(fragments, passages, alike);
    alike.groups = groupsOf(fragments, proposals, passages, classes);
    return alike;
}

void keepAlike(store::Store& store, const std::string& requestId, const Alike& alike) {
    std::map<std::string, int> groups;
    for (const auto& it : store.proposals().ofRequest(requestId))
        if (const auto found = alike.groups.find(stretchKey(it)); it.origin == store::Origin::engine && found != alike.groups.end()) groups[it.id] = found->second;
    store.proposals().setTwins(requestId, groups, alike.fragments);
}

Twins twinsOf(const Standing& standing, const store::Proposal& proposal) {
    Twins twins;
    const auto group = standing.twinGroups.find(proposal.id);
    if (group == standing.twinGroups.end() || standing.twinPlaces.count(group->second) == 0) return twins;
    for (const auto& [fragment, at] : standing.twinPlaces.at(group->second)) {
        if (fragment == proposal.fragmentId) continue;
        const auto& it = standing.proposals.at(fragment)[at];
        (saysTheSame(proposal, it) ? twins.same : twins.otherwise).push_back(&it);
    }
    return twins;
}

}  // namespace service::casework
