// People who occur in the dossier but not in the case: kept apart from each other, and linked where the same given name
// or surname returns ("juf Nynke" … "Nynke"). Lives for one dossier; nothing is remembered across families.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace redaction::detect {

struct Stranger {
    std::string key;  // "~…", stable within the dossier
    std::string given, surname;
    bool inFunction = false;
};

class Strangers {
  public:
    Stranger meet(const std::string& given, const std::string& surname, bool inFunction);
    const Stranger* byWord(std::string_view word) const;  // by given name or surname
    const std::vector<Stranger>& all() const { return all_; }

  private:
    void index(std::size_t at);

    std::vector<Stranger> all_;
    std::unordered_map<std::string, std::vector<std::size_t>> byWord_;  // given names and surnames
};

}  // namespace redaction::detect
