// What a route asks of whoever calls it, and which roles have it. One table; casework checks the household on top.
#pragma once

#include <array>

#include "service/store/accounts.h"

namespace service::web {

enum class Permission {
    anyone,         // also who is not signed in
    signedIn,       // everyone with an account: own settings, drafts, signing out
    seeWork,        // worklist, cases, households
    logRequest,     // the front desk's form
    keepHousehold,  // change what is known of a household
    collect,        // ask the partners, add a fragment by hand
    seeDocuments,   // open fragments and page pictures
    review,         // decide on proposals
    signOff,        // judge and sign a release, lift a safety mark
    handOut,        // give the signed package to the requester
    oversee,        // emergency accesses, the whole trail
    report,         // counts over all cases, what is destroyed when: no names
    administer,     // accounts, partners, holidays
};

inline constexpr std::array allPermissions{Permission::anyone,  Permission::signedIn,     Permission::seeWork, Permission::logRequest,
                                           Permission::keepHousehold, Permission::collect, Permission::seeDocuments, Permission::review,
                                           Permission::signOff, Permission::handOut,      Permission::oversee, Permission::report, Permission::administer};

// A route's permission. It has no default: a route that names none does not compile.
struct Needs {
    constexpr Needs(Permission asked) : permission(asked) {}
    Permission permission;
};

bool has(store::Role role, Permission permission);

}  // namespace service::web
