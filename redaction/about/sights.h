// More of what is seen of a person around a passage: how they are named, who stands in the lines beside it, groups, labels.
#pragma once

#include "redaction/about/around.h"
#include "redaction/about/clues.h"
#include "redaction/about/cues.h"
#include "redaction/about/passage_words.h"

namespace redaction::about {

struct Scene {  // a passage and all that is known around it; of one stretch, for everybody
    const detect::TextView& view;
    const detect::People& people;
    const Stretch& stretch;
    std::size_t at;  // of the stretch
    const Around& around;
    const PassageWords& words;
    const Voice& voice;
    const Cues& cues;
    std::vector<std::string> keptFrom;
    const std::string& answersNext, &answeredLast;  // of Around
    std::string partner;
    bool inPlan = false, opensSection = false, afterReporter = false;  // afterReporter: the passage before told of the reporter
};

struct Seen {  // the person looked at
    const std::string& id;
    std::size_t number = 0;  // Named::number
    bool child = false, parent = false, reporter = false, family = false;
    detect::Gender gender = detect::Gender::unknown;
    std::size_t mentions = 0;
};

void seeScene(Clues& clues, const Scene& scene);                      // the same for everybody
void seeManner(Clues& clues, const Scene& scene, const Seen& person);  // how they are named in it
void seeAround(Clues& clues, const Scene& scene, const Seen& person);  // before, behind, in groups

}  // namespace redaction::about
