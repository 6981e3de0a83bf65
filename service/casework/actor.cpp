#include "service/casework/actor.h"

#include <array>

namespace service::casework {

namespace {
struct RoleName {
    Role role;
    std::string_view stored, dutch;
};
constexpr std::array<RoleName, 4> roleNames{{{Role::frontDesk, "front-desk", "Balie"},
                                             {Role::professional, "professional", "Professional"},
                                             {Role::privacyOfficer, "privacy-officer", "Privacy officer"},
                                             {Role::administrator, "administrator", "Beheerder"}}};
const RoleName& nameOf(Role role) {
    for (const auto& name : roleNames)
        if (name.role == role) return name;
    return roleNames[1];
}
}  // namespace

std::string toText(Role role) { return std::string(nameOf(role).stored); }
std::string dutchName(Role role) { return std::string(nameOf(role).dutch); }

std::optional<Role> roleFrom(std::string_view stored) {
    for (const auto& name : roleNames)
        if (name.stored == stored) return name.role;
    return std::nullopt;
}

}  // namespace service::casework
