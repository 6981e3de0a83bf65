#include "redaction/about/whose.h"

#include <algorithm>

#include "redaction/about/attribution.h"

namespace redaction::about {

using detect::Kind;

void involveOwners(Passage& p, const Stretch& s, const std::vector<detect::Mention>& mentions, const detect::People& people) {
    for (auto k = s.firstMention; k < s.lastMention; ++k) {
        const auto& m = mentions[k];
        const auto person = people.indexOf(m.subject);
        if (person < people.persons().size() && people.isFamily(person)) involve(p, m.subject, Weight::subject, m.certainty);
    }
}

void markHealth(Passage& p, const Stretch& s, const std::vector<detect::Mention>& mentions) {
    for (auto k = s.firstMention; k < s.lastMention; ++k) {
        const auto& m = mentions[k];
        if ((m.kind != Kind::health && m.kind != Kind::criminal && m.kind != Kind::sexuality) || m.subject.empty()) continue;
        if (std::find(p.health.begin(), p.health.end(), m.subject) == p.health.end()) p.health.push_back(m.subject);
    }
}

}  // namespace redaction::about
