// People by what they are to somebody: "moeder", "zijn ex", "oma van vaderskant", "de buurvrouw van nummer 14".
#include <algorithm>
#include <unordered_set>

#include "redaction/detect/kinship.h"
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"

namespace redaction::detect {

namespace {

using Words = std::unordered_set<std::string_view>;

bool isOwnerWord(std::string_view w) {
    static const Words words{"zijn", "haar", "hun", "mijn", "je", "jouw", "uw", "ons", "onze", "zn", "dr", "m'n"};
    return words.count(w) != 0;
}
bool isBetween(std::string_view w) {
    static const Words words{"eigen", "oudste", "jongste", "grote", "kleine", "nieuwe", "vorige", "oude", "beste", "lieve", "tweede"};
    return words.count(w) != 0;
}

constexpr std::size_t kReach = 600;  // code points back in which "zijn" and "haar" look for their owner

// Names (sorted by start) and the roles found so far, in text order.
struct Named {
    const std::vector<Mention>& names;
    std::vector<Mention> roles;
};

template <class Visit>
void eachBefore(const std::vector<Mention>& mentions, std::size_t at, Visit visit) {
    auto it = std::lower_bound(mentions.begin(), mentions.end(), at, [](const Mention& m, std::size_t value) { return m.start < value; });
    while (it != mentions.begin() && at - std::prev(it)->start < kReach) visit(*--it);
}

// The people named before `at`, the nearest first.
std::vector<std::size_t> namedBefore(const Reading& r, const Named& named, std::size_t at) {
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

bool namedInLine(const Reading& r, const Named& named, std::size_t person, std::size_t at) {
    const auto& id = r.people.persons()[person].id;
    bool found = false;
    const auto note = [&](const Mention& m) { found = found || (m.subject == id && r.view.slice(m.start, at).find('\n') == std::string_view::npos); };
    eachBefore(named.names, at, note);
    eachBefore(named.roles, at, note);
    return found;
}

// "Vanaf de trein zijn moeder, opa en Jan lang onderweg": a verb, no owner.
bool isVerbHere(const Reading& r, std::size_t owner, std::size_t role) {
    if (r.view.word(owner) != "zijn") return false;
    const auto after = r.view.between(role);
    return (after == ", " && r.view.folded().find(" en ", r.view.tokens()[role].end) < r.view.tokens()[role].end + 40) || (after == " " && r.view.word(role + 1) == "en" && r.view.word(role + 2) != "zijn");
}

// Whose? "zijn": the man named last for whom the household knows exactly such a relative.
std::vector<std::size_t> owned(const Reading& r, const Named& named, std::size_t at, std::string_view ownerWord, KinWord word) {
    const auto gender = ownerWord == "zijn" || ownerWord == "zn" ? Gender::male : ownerWord == "haar" || ownerWord == "dr" ? Gender::female : Gender::unknown;
    for (const auto p : namedBefore(r, named, at)) {
        if (!genderCanBe(r.people, p, gender)) continue;
        const auto kin = kinOf(r.people, p, word);
        if (kin.size() == 1) return kin;
        const bool sure = gender != Gender::unknown && r.people.genderOf(p) == gender && namedInLine(r, named, p, at);
        if (sure || (word.kin == Kin::partner && gender != Gender::unknown)) return {};  // a relative the case does not know
    }
    std::vector<std::size_t> any;  // nobody named: whoever has exactly one such relative
    for (std::size_t p = 0; p < r.people.persons().size(); ++p) {
        if (!r.people.isFamily(p) || !genderCanBe(r.people, p, gender)) continue;
        for (const auto k : kinOf(r.people, p, word))
            if (std::find(any.begin(), any.end(), k) == any.end()) any.push_back(k);
    }
    return any;
}

std::vector<std::size_t> bySide(const Reading& r, std::string_view side, KinWord word) {
    const auto parents = bareKin(r.people, kinWord(side == "vaderskant" || side == "vaderszijde" ? "vader" : "moeder"));
    std::vector<std::size_t> result;
    for (const auto parent : parents)
        for (const auto p : kinOf(r.people, parent, kinWord(word.gender == Gender::female ? "moeder" : "vader"))) result.push_back(p);
    return result;
}

struct RoleSpan {
    std::size_t first, last;  // tokens, last exclusive
    std::string_view owner, side;
    bool article = false;
};

RoleSpan spanOf(const Reading& r, std::size_t i) {
    const auto& v = r.view;
    RoleSpan span{i, i + 1, {}, {}, false};
    auto first = i;
    while (first > 0 && v.between(first - 1) == " " && isBetween(v.word(first - 1))) --first;
    if (first > 0 && v.between(first - 1) == " " && isOwnerWord(v.word(first - 1)) && !isVerbHere(r, first - 1, i)) {
        span.owner = v.word(first - 1);
        span.first = first - 1;
    } else if (first > 0 && v.between(first - 1) == " " && (v.word(first - 1) == "de" || v.word(first - 1) == "een" || v.word(first - 1) == "het")) {
        span.article = true;
    } else if (v.word(i).size() && i > 0 && (v.between(i - 1) == "'s " )) {
        span.owner = "?";
    }
    if (v.word(i + 1) == "van" && v.between(i) == " " && v.between(i + 1) == " ") {
        const auto next = v.word(i + 2);
        if (next == "vaderskant" || next == "moederskant" || next == "vaderszijde" || next == "moederszijde") {
            span.side = next;
            span.last = i + 3;
        } else if (next == "nummer" || next == "nr") {
            span.last = i + 4;
        } else if (next == "boven" || next == "beneden" || next == "hiernaast" || next == "school" || next == "vroeger") {
            span.last = i + 3;
        } else if (next == "betrokkene" || next == "betrokkenen") {
            span.last = i + 3;
        }
    }
    return span;
}

bool isGeneric(const Reading& r, const RoleSpan& span, std::size_t i, KinWord word) {
    const auto before = i > 0 && r.view.between(i - 1) == " " ? r.view.word(i - 1) : std::string_view();
    if (before == "als" || before == "iedere" || before == "elke" || before == "geen" || before == "andere") return true;
    if ((word.kin == Kin::partner || word.kin == Kin::exPartner) && span.owner.empty()) return !(r.view.word(i) == "echtgenoot" || r.view.word(i) == "echtgenote" || r.view.word(i) == "vriendin");
    if (word.kin == Kin::child && span.owner.empty()) return true;
    if (before == "een" && word.kin != Kin::outsider) return true;
    if (r.view.word(i) == "collega" && span.owner.empty()) return true;
    return false;
}

// "mevrouw Jansen", "tante Gerda": the name takes the title along.
bool startsName(const Reading& r, const std::vector<Mention>& names, std::size_t i) {
    const auto& t = r.view.tokens()[i];
    auto it = std::upper_bound(names.begin(), names.end(), t.start, [](std::size_t at, const Mention& m) { return at < m.start; });
    while (it != names.begin() && t.start - std::prev(it)->start < 80) {
        --it;
        if (it->kind == Kind::name && it->end >= t.end) return true;
    }
    return false;
}

}  // namespace

void findRoles(Reading& r) {
    std::sort(r.found.begin(), r.found.end(), [](const Mention& a, const Mention& b) { return a.start < b.start; });
    const auto& v = r.view;
    Named named{r.found, {}};
    for (std::size_t i = 0; i < v.tokens().size(); ++i) {
        auto key = v.word(i);
        if (key == "ex" && v.between(i) == "-") {  // "ex-vrouw" is two words to the eye of the view
            const auto whole = v.slice(v.tokens()[i].start, i + 1 < v.tokens().size() ? v.tokens()[i + 1].end : v.tokens()[i].end);
            if (kinWord(whole).kin != Kin::none || kinWord(v.word(i + 1)).kin != Kin::none) key = "ex";
        }
        const auto word = kinWord(key);
        if (word.kin == Kin::none || startsName(r, r.found, i)) continue;
        auto span = spanOf(r, i);
        if (key == "ex" && v.between(i) == "-" && kinWord(v.word(i + 1)).kin != Kin::none) span.last = i + 2;
        if (isGeneric(r, span, i, word)) continue;
        std::vector<std::size_t> who;
        if (!span.side.empty()) who = bySide(r, span.side, word);
        else if (span.owner == "?") who = {};
        else if (span.owner.empty() && (key == "vriendin" || key == "vriend")) who = {};
        else if (!span.owner.empty()) who = owned(r, named, v.tokens()[span.first].start, span.owner, word);
        else who = bareKin(r.people, word);
        if (who.empty() && word.kin != Kin::outsider && span.owner.empty() && word.kin != Kin::grandmother && word.kin != Kin::grandfather && word.kin != Kin::brother && word.kin != Kin::sister && word.kin != Kin::partner) continue;
        if (span.last > v.tokens().size()) span.last = v.tokens().size();
        Mention m;
        m.start = v.tokens()[span.first].start;
        m.end = v.tokens()[span.last - 1].end;
        m.kind = Kind::role;
        m.strength = 3;
        if (!who.empty()) {
            m.subject = r.people.persons()[who[0]].id;
            m.certainty = who.size() == 1 ? 0.95 : 0.5;
            for (std::size_t k = 1; k < who.size(); ++k) m.candidates.push_back(r.people.persons()[who[k]].id);
        } else {
            m.subject = "~" + std::string(v.word(i)) + (span.last > i + 1 ? std::string(v.slice(v.tokens()[i].end, m.end)) : "");
            m.certainty = 0.7;
        }
        named.roles.push_back(std::move(m));
        i = span.last - 1;
    }
    const auto roles = std::move(named.roles);
    r.found.insert(r.found.end(), roles.begin(), roles.end());
}

}  // namespace redaction::detect
