// People who occur in the dossier but not in the case: kept apart from each other, and linked where the same given name
// or surname returns ("juf Nynke" … "Nynke"). Lives for one dossier; nothing is remembered across families.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/detect/organisation_links.h"
#include "redaction/detect/vocabulary.h"
#include "redaction/words/index.h"

namespace redaction::detect {

struct Stranger {
    std::string key;  // "~…", stable within the dossier
    std::string given, surname;
    bool inFunction = false;
};

class Strangers {
  public:
    Stranger meet(const std::string& given, const std::string& surname, bool inFunction);
    const Stranger* byWord(const Word& word) const {  // by given name or surname
        const auto found = words_.find(word);
        return found == words::Index::kNone ? nullptr : &all_[called_[found].front()];
    }
    const std::vector<Stranger>& all() const { return all_; }
    OrganisationLinks& organisations() { return organisations_; }
    const OrganisationLinks& organisations() const { return organisations_; }

  private:
    void index(std::size_t at);

    std::vector<Stranger> all_;
    OrganisationLinks organisations_;
    words::Index words_;                           // given names and surnames
    std::vector<std::vector<std::size_t>> called_;  // of each of words_
};

}  // namespace redaction::detect
