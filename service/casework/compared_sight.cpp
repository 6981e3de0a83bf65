#include "service/casework/compared_sight.h"

#include <algorithm>

#include "service/casework/proposing.h"
#include "service/casework/standing.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
namespace marks = redaction::marks;
namespace policy = redaction::policy;

// The same bytes are the same document; a second copy in one request is told apart by its turn.
std::string keyOf(const std::map<std::string, SideDocument>& taken, const store::Fragment& fragment) {
    std::string key = fragment.sha256;
    while (taken.count(key) != 0) key += "+";
    return key;
}

std::string groundOfWhole(const store::Fragment& fragment) { return fragment.doubt.substr(0, fragment.doubt.find(':')); }

SideDocument documentOf(const Standing& standing, const store::Fragment& fragment) {
    SideDocument it{fragment, {}, {}, fragment.modelBlob.empty()};
    const auto found = standing.proposals.find(fragment.id);
    if (found != standing.proposals.end())
        for (const auto& proposal : found->second)
            if (proposal.scope == policy::Scope::passage) it.passages.emplace_back(proposal.start, proposal.end);
    if (fragment.state == store::FragmentState::withheldWhole)
        it.decided = {{0, SIZE_MAX, policy::Decision::redact, groundOfWhole(fragment), {}, {}}};
    else it.decided = decidedOf(standing, fragment.id);
    return it;
}

// As a parent asks: for themself, and for those children of the request that are theirs.
household::AccessRequest imagined(const store::Request& request, const std::string& personId, const household::Case& known) {
    household::AccessRequest asked;
    asked.id = "vergelijking", asked.requester = personId, asked.capacity = "self", asked.subjects = {personId}, asked.addressedTo = request.addressedTo;
    for (const auto& subject : request.subjects) {
        const bool child = std::any_of(known.relations.begin(), known.relations.end(), [&](const auto& it) { return it.type == "parent" && it.from == personId && it.to == subject; });
        if (!child || subject == personId) continue;
        asked.capacity = "parent";
        asked.subjects.push_back(subject);
    }
    return asked;
}

// Judged stretches taken as `as`: what is hidden then.
std::vector<marks::Mark> marksWith(const redaction::document::Document& document, std::vector<marks::Decided> decided, policy::Decision as) {
    for (auto& it : decided) {
        it.end = std::min(it.end, document.text.size());
        if (it.decision == policy::Decision::judge) it.decision = as;
    }
    return marks::resolveMarks(document, decided);
}

}  // namespace

Side sideOf(Office& office, const store::Request& request, const household::Case& known) {
    Side side;
    side.requestId = request.id, side.personId = request.requesterId, side.personName = nameIn(known, request.requesterId);
    side.reference = request.reference, side.stepWords = stepWords(toText(request.step));
    if (request.step == store::Step::released || request.step == store::Step::closed) side.released = "released";
    else if (office.store.signOffs().standing(request.id)) side.released = "signed";
    return side;
}

SideView viewOfRequest(Office& office, const store::Request& request, const household::Case& known) {
    SideView view{sideOf(office, request, known), request, {}};
    const auto standing = standingOf(office, request);
    for (const auto& fragment : standing.fragments) view.documents.emplace(keyOf(view.documents, fragment), documentOf(standing, fragment));
    return view;
}

SideView viewOfPerson(Office& office, const store::Request& documentsOf, const std::string& personId, const household::Case& known) {
    SideView view;
    view.side.personId = personId, view.side.personName = nameIn(known, personId), view.request = documentsOf;
    std::map<std::string, SideDocument*> byFragment;
    for (const auto& fragment : office.store.fragments().ofRequest(documentsOf.id)) {
        const bool read = !fragment.modelBlob.empty() && fragment.state != store::FragmentState::withheldWhole;
        const auto [at, isNew] = view.documents.emplace(keyOf(view.documents, fragment), SideDocument{fragment, {}, {}, !read});
        byFragment[fragment.id] = &at->second;
    }
    for (const auto& it : proposalsAs(office, documentsOf, imagined(documentsOf, personId, known), known)) {
        auto& document = *byFragment.at(it.fragment);
        const bool opened = it.decision == policy::Decision::release && it.uncorrected && *it.uncorrected != policy::Decision::release;
        document.decided.push_back({it.start, it.end, opened ? policy::Decision::judge : it.decision, it.ground, {}, {}});
        if (it.scope == policy::Scope::passage) document.passages.emplace_back(it.start, it.end);
    }
    return view;
}

Seen seenOf(const SideDocument& side, const redaction::document::Document& document) {
    Seen sight;
    sight.at.assign(document.text.size(), side.unread ? Seen::open : Seen::visible);
    if (side.unread) return sight;
    try {
        for (const auto& mark : marksWith(document, side.decided, policy::Decision::redact)) std::fill(sight.at.begin() + std::ptrdiff_t(mark.start), sight.at.begin() + std::ptrdiff_t(mark.end), Seen::open);
        for (const auto& mark : marksWith(document, side.decided, policy::Decision::release)) {
            auto ground = std::find(sight.grounds.begin(), sight.grounds.end(), mark.ground);
            if (ground == sight.grounds.end()) ground = sight.grounds.insert(ground, mark.ground);
            std::fill(sight.at.begin() + std::ptrdiff_t(mark.start), sight.at.begin() + std::ptrdiff_t(mark.end), std::uint8_t(Seen::hidden + (ground - sight.grounds.begin())));
        }
    } catch (const marks::StillOpen&) {
        sight.at.assign(document.text.size(), Seen::open);
    }
    return sight;
}

}  // namespace service::casework
