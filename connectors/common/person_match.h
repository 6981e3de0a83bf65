// Whether a person a partner names is a person who is sought: by BSN, else by family name and date of birth.
#pragma once

#include <string>

#include "connectors/connector.h"

namespace connectors {

struct NamedPerson {
    std::string name, birthdate, bsn;  // as the partner gives them; birthdate YYYY-MM-DD or empty
};

// possible: same family name and date of birth but other initials, or a namesake without date of birth. A person at the
// partner has to look; nothing is delivered on it.
enum class Match { no, possible, yes };

Match matchOf(const Sought& sought, const NamedPerson& named);

}  // namespace connectors
