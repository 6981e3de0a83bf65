#include "service/web/permission.h"

namespace service::web {

namespace {

struct Row {
    Permission permission;
    bool frontDesk, professional, privacyOfficer, administrator;
};

// Nobody has everything: an administrator sees no case, a privacy officer does not review, a reviewer does not sign.
constexpr Row table[] = {
    {Permission::anyone, true, true, true, true},
    {Permission::signedIn, true, true, true, true},
    {Permission::seeWork, true, true, true, false},
    {Permission::logRequest, true, true, true, false},
    {Permission::keepHousehold, true, true, true, false},
    {Permission::collect, true, true, true, false},
    {Permission::seeDocuments, false, true, true, false},
    {Permission::review, false, true, false, false},
    {Permission::signOff, false, false, true, false},
    {Permission::handOut, true, true, true, false},
    {Permission::oversee, false, false, true, false},
    {Permission::report, false, false, true, true},
    {Permission::administer, false, false, false, true},
};

}  // namespace

bool has(store::Role role, Permission permission) {
    for (const auto& row : table) {
        if (row.permission != permission) continue;
        switch (role) {
            case store::Role::frontDesk: return row.frontDesk;
            case store::Role::professional: return row.professional;
            case store::Role::privacyOfficer: return row.privacyOfficer;
            case store::Role::administrator: return row.administrator;
        }
    }
    return false;
}

}  // namespace service::web
