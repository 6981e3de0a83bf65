// Letters that stand for a relative in one text: as it says itself ("m = moeder"), or as the field writes in notes.
#pragma once

#include <map>
#include <string>

#include "redaction/detect/kinship.h"
#include "redaction/detect/name_chain.h"

namespace redaction::detect {

class RoleAliases {
  public:
    explicit RoleAliases(const NameContext& context);
    KinWord at(std::size_t token) const;  // Kin::none where the letters are letters
    bool mayBe(std::size_t token) const { return context_.view.tokens()[token].length() <= (said_.empty() ? 1 : kLongest); }

  private:
    static constexpr std::size_t kLongest = 4;
    bool standsAlone(std::size_t token) const;

    const NameContext& context_;
    std::map<std::string, KinWord, std::less<>> said_;
};

}  // namespace redaction::detect
