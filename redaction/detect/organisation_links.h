// Schools, firms and institutions that a dossier names once with their kind ("obs De Notenkraker", "Huis Zeekraal") and
// elsewhere without. Lives for one dossier.
#pragma once

#include <string>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/detect/people.h"
#include "redaction/detect/text_view.h"
#include "redaction/words/index.h"

namespace redaction::detect {

class OrganisationLinks {
  public:
    void learn(const TextView& view, const People& people, const std::vector<Mention>& mentions);
    // Adds the places where such a name stands by itself. mentions: ordered, disjoint; stays so.
    void link(const TextView& view, std::vector<Mention>& mentions) const;

  private:
    struct Named {
        std::vector<std::string> words;
        Kind kind;
        std::string subject;
        bool withArticle;  // an ordinary word: only "de klapekster"
    };
    void add(const TextView& view, const Mention& m, std::size_t first, std::size_t last);
    bool standsAt(const TextView& view, const Named& named, std::size_t i) const;

    words::Index firstWords_;
    std::vector<std::vector<Named>> named_;  // of each of firstWords_
};

}  // namespace redaction::detect
