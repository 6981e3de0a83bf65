#include "service/casework/actor.h"

namespace service::casework {

std::string dutchName(Role role) {
    switch (role) {
        case Role::frontDesk: return "Balie";
        case Role::professional: return "Beoordelaar";
        case Role::privacyOfficer: return "Privacy officer";
        case Role::administrator: return "Beheerder";
    }
    return {};
}

}  // namespace service::casework
