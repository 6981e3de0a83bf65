// When one fact protects less than another. Pure; the triggers ask it too (sqlite/connection.cpp).
#include <algorithm>

#include "service/store/fact_bodies.h"

namespace service::store {

namespace household = redaction::household;

namespace {

using Texts = std::vector<std::string>;
using Day = std::optional<household::Date>;

bool holdsAll(const Texts& wanted, const Texts& in) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& one) { return std::find(in.begin(), in.end(), one) != in.end(); });
}

bool startsLater(const Day& before, const Day& after) { return after && (!before || *before < *after); }
bool endsEarlier(const Day& before, const Day& after) { return after && (!before || *after < *before); }

bool protectsLess(const household::Protection& before, const household::Protection& after) {
    return before.person != after.person || !holdsAll(before.against, after.against) || !holdsAll(before.hide, after.hide) ||
           !holdsAll(before.hidePartners, after.hidePartners) || startsLater(before.from, after.from) || endsEarlier(before.until, after.until);
}

bool hasSecretAddress(const household::Person& person) {
    return std::any_of(person.addresses.begin(), person.addresses.end(), [](const auto& it) { return it.secret; });
}

bool isShielded(const household::Person& it) {
    return it.isProtected || it.anonymous || it.identityKeptBack || it.objectionRecorded || hasSecretAddress(it);
}

bool protectsLess(const household::Person& before, const household::Person& after) {
    if (!isShielded(before)) return false;
    return before.id != after.id || before.kind != after.kind || (before.isProtected && !after.isProtected) || (before.anonymous && !after.anonymous) ||
           (before.identityKeptBack && !after.identityKeptBack) || (before.objectionRecorded && !after.objectionRecorded) ||
           (hasSecretAddress(before) && !hasSecretAddress(after));
}

// Basis: AVG art. 7(3): who withdrew, withdrew; only the person can open more again; a right that was not recorded, opens.
bool opensMore(const household::Consent& before, const household::Consent& after) {
    const bool morePartners = !before.partners.empty() && (after.partners.empty() || !holdsAll(after.partners, before.partners));
    return before.person != after.person || before.to != after.to || before.scope != after.scope || !holdsAll(after.rights, before.rights) || morePartners || endsEarlier(after.withdrawn, before.withdrawn) ||
           startsLater(after.given, before.given);
}

household::Case alone(FactKind kind, std::string_view body) {
    household::Case frame;
    frame.id = "x";
    return body.empty() ? frame : caseFromBodies(frame, {{kind, std::string(body)}});
}

bool judged(const household::Case& before, const household::Case& after) {
    for (const auto& it : before.protections)
        if (after.protections.empty() || protectsLess(it, after.protections.front())) return true;
    for (const auto& it : before.persons)
        if (after.persons.empty() ? isShielded(it) : protectsLess(it, after.persons.front())) return true;
    for (const auto& it : before.consents)
        if (!after.consents.empty() && opensMore(it, after.consents.front())) return true;
    return false;
}

}  // namespace

bool weakens(FactKind kind, std::string_view before, std::string_view after) {
    try {
        return judged(alone(kind, before), alone(kind, after));
    } catch (const household::FormatError&) {
        return true;
    }
}

}  // namespace service::store
