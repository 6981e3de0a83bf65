#include <algorithm>

#include "redaction/about/attribution.h"

namespace redaction::about {

namespace {
constexpr double kNamed = 0.5, kKept = 0.1, kTouched = 0.35, kActing = 0.6;  // from which certainty somebody is in it, is touched, is who it is about
constexpr std::size_t kMostStrangers = 60;
}  // namespace

void involve(Passage& p, const std::string& subject, Weight weight, double certainty) {
    for (auto& i : p.about)
        if (i.subject == subject) {
            i.weight = std::max(i.weight, weight);
            i.certainty = std::max(i.certainty, certainty);
            return;
        }
    if (detect::isStranger(subject) && p.about.size() >= kMostStrangers) return;
    p.about.push_back({subject, weight, certainty});
}

void involveFrom(Passage& p, const Weighing& weighing) {
    p.about.clear();
    for (const auto& person : weighing.people) {
        const auto is = [&](Clue clue) { return person.clues.test(static_cast<std::size_t>(clue)); };
        auto sure = person.sure;
        // Who acts in a sentence, by name, is never taken to be outside it: what others tell of somebody is theirs (AVG art. 15).
        if (is(Clue::namedActing) && !is(Clue::onlyQuoted)) sure = std::max(sure, is(Clue::ambiguous) ? kTouched : kNamed);
        if ((is(Clue::parentsAct) && is(Clue::bothParents)) || (is(Clue::childrenAct) && is(Clue::allChildren))) sure = std::max(sure, kTouched);  // "Ouders maakten ruzie"
        if (is(Clue::droppedFocus)) sure = std::max(sure, kTouched);  // under her title: "- heeft een loonbeslag"
        if (is(Clue::ambiguous)) sure = std::min(sure, kNamed);  // it may be another: never sure
        if (sure >= kKept) p.about.push_back({person.id, sure >= kActing ? Weight::subject : sure >= kTouched ? Weight::object : Weight::mentioned, sure});
    }
    const auto surer = [](const Involved& a, const Involved& b) { return a.certainty > b.certainty; };
    if (!std::is_sorted(p.about.begin(), p.about.end(), surer)) std::stable_sort(p.about.begin(), p.about.end(), surer);
}

}  // namespace redaction::about
