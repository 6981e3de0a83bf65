#include "redaction/detect/role_owner.h"

#include <algorithm>

namespace redaction::detect {

namespace {

constexpr std::size_t kReach = 600;  // code points back in which "zijn" and "haar" look for their owner

template <class Visit>
void eachBefore(const std::vector<Mention>& mentions, std::size_t at, Visit visit) {
    auto it = std::lower_bound(mentions.begin(), mentions.end(), at, [](const Mention& m, std::size_t value) { return m.start < value; });
    while (it != mentions.begin() && at - std::prev(it)->start < kReach) visit(*--it);
}

// The people named before `at`, the nearest first.
std::vector<std::size_t> namedBefore(const Reading& r, const NamedSoFar& named, std::size_t at) {
    std::vector<std::pair<std::size_t, std::size_t>> hits;
    const auto note = [&](const Mention& m) {
        if (m.subject.empty() || isStranger(m.subject) || (m.kind != Kind::name && m.kind != Kind::role)) return;
        const auto p = r.people.indexOf(m.subject);
        if (p < r.people.persons().size() && r.people.isFamily(p)) hits.push_back({m.start, p});
    };
    eachBefore(named.names, at, note);
    eachBefore(named.roles, at, note);
    std::sort(hits.rbegin(), hits.rend());
    std::vector<std::size_t> result;
    for (const auto& [start, p] : hits)
        if (std::find(result.begin(), result.end(), p) == result.end()) result.push_back(p);
    return result;
}

bool genderCanBe(const People& people, std::size_t p, Gender gender) {
    return gender == Gender::unknown || people.genderOf(p) == Gender::unknown || people.genderOf(p) == gender;
}

bool namedInLine(const Reading& r, const NamedSoFar& named, std::size_t person, std::size_t at) {
    const auto& id = r.people.persons()[person].id;
    bool found = false;
    const auto note = [&](const Mention& m) { found = found || (m.subject == id && r.view.slice(m.start, at).find('\n') == std::string_view::npos); };
    eachBefore(named.names, at, note);
    eachBefore(named.roles, at, note);
    return found;
}

bool namedInSentence(const Reading& r, const NamedSoFar& named, std::size_t person, std::size_t at) {
    const auto& id = r.people.persons()[person].id;
    bool found = false;
    const auto note = [&](const Mention& m) { found = found || (m.subject == id && r.view.slice(m.start, at).find_first_of(".\n") == std::string_view::npos); };
    eachBefore(named.names, at, note);
    eachBefore(named.roles, at, note);
    return found;
}

}  // namespace

std::vector<std::size_t> kinOfOwner(const Reading& r, const NamedSoFar& named, std::size_t at, std::string_view ownerWord, KinWord word) {
    const auto gender = ownerWord == "zijn" || ownerWord == "zn" ? Gender::male : ownerWord == "haar" || ownerWord == "dr" ? Gender::female : Gender::unknown;
    auto owners = namedBefore(r, named, at);
    if (word.kin == Kin::mother || word.kin == Kin::father)  // a file speaks of a child's parents, unless the adult stands in the sentence
        std::stable_partition(owners.begin(), owners.end(), [&](std::size_t p) { return namedInSentence(r, named, p, at) || (r.people.isMinor(p) && gender != Gender::unknown && r.people.genderOf(p) == gender); });
    for (const auto p : owners) {
        if (!genderCanBe(r.people, p, gender)) continue;
        const auto kin = kinOf(r.people, p, word);
        if (kin.size() == 1) return kin;
        if (kin.size() > 1 && gender != Gender::unknown) return kin;  // one of these: open
        const bool sure = gender != Gender::unknown && r.people.genderOf(p) == gender && namedInLine(r, named, p, at);
        if (sure || (word.kin == Kin::partner && gender != Gender::unknown)) return {};  // a relative the case does not know
    }
    if (gender == Gender::unknown)  // "mijn vader", "je zus": as the family itself says it
        if (auto own = bareKin(r.people, word); !own.empty()) return own;
    std::vector<std::size_t> any;  // nobody named: whoever has exactly one such relative
    for (std::size_t p = 0; p < r.people.persons().size(); ++p) {
        if (!r.people.isFamily(p) || !genderCanBe(r.people, p, gender)) continue;
        for (const auto k : kinOf(r.people, p, word))
            if (std::find(any.begin(), any.end(), k) == any.end()) any.push_back(k);
    }
    return any;
}

std::vector<std::size_t> kinBySide(const Reading& r, std::string_view side, KinWord word) {
    const auto parents = bareKin(r.people, kinWord(side == "vaderskant" || side == "vaderszijde" ? "vader" : "moeder"));
    std::vector<std::size_t> result;
    for (const auto parent : parents)
        for (const auto p : kinOf(r.people, parent, kinWord(word.gender == Gender::female ? "moeder" : "vader"))) result.push_back(p);
    return result;
}

}  // namespace redaction::detect
