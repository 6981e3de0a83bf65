#include "redaction/detect/mention.h"

namespace redaction::detect {

std::string toText(Kind kind) {
    static const char* const names[] = {"name",     "initials",    "role",  "birthdate", "age",         "bsn",
                                        "address",  "postcode",    "place", "phone",     "email",       "iban",
                                        "plate",    "school",      "employer", "institution", "gp",     "health",
                                        "criminal", "religion",    "ethnicity", "sexuality", "finance", "case-number",
                                        "url",      "other",       "username"};
    return names[static_cast<int>(kind)];
}

}  // namespace redaction::detect
