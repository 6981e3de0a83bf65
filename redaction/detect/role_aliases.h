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

  private:
    bool standsAlone(std::size_t token) const;

    const NameContext& context_;
    std::map<std::string, KinWord, std::less<>> said_;
};

}  // namespace redaction::detect
