// People by what they are to somebody: "moeder", "zijn ex", "oma van vaderskant", "de buurvrouw van nummer 14".
#include <algorithm>

#include "redaction/detect/role_owner.h"
#include "redaction/detect/role_span.h"

namespace redaction::detect {

namespace {

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
    NamedSoFar named{r.found, {}};
    for (std::size_t i = 0; i < v.tokens().size(); ++i) {
        auto key = v.word(i);
        if (key == "ex" && v.between(i) == "-") {  // "ex-vrouw" is two words to the eye of the view
            const auto whole = v.slice(v.tokens()[i].start, i + 1 < v.tokens().size() ? v.tokens()[i + 1].end : v.tokens()[i].end);
            if (kinWord(whole).kin != Kin::none || kinWord(v.word(i + 1)).kin != Kin::none) key = "ex";
        }
        const auto word = kinWord(key);
        if (word.kin == Kin::none || startsName(r, r.found, i)) continue;
        auto span = roleSpanAt(r, i);
        if (key == "ex" && v.between(i) == "-" && kinWord(v.word(i + 1)).kin != Kin::none) span.last = i + 2;
        if (isGenericRole(r, span, i, word)) continue;
        std::vector<std::size_t> who;
        if (!span.side.empty()) who = kinBySide(r, span.side, word);
        else if (span.owner == "?") who = {};
        else if (span.owner.empty() && (key == "vriendin" || key == "vriend")) who = {};
        else if (!span.owner.empty()) who = kinOfOwner(r, named, v.tokens()[span.first].start, span.owner, word);
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
