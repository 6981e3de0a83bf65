// People who occur in the dossier but not in the case: kept apart from each other, and linked where the same given name
// or surname returns ("juf Nynke" … "Nynke"). Lives for one dossier; nothing is remembered across families.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::detect {

struct Stranger {
    std::string key;  // "~…", stable within the dossier
    std::string given, surname;
    bool inFunction = false;
};

class Strangers {
  public:
    const Stranger& meet(const std::string& given, const std::string& surname, bool inFunction);
    const Stranger* byWord(std::string_view word) const;  // by given name or surname
    const std::vector<Stranger>& all() const { return all_; }

  private:
    std::vector<Stranger> all_;
};

}  // namespace redaction::detect
