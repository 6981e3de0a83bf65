#include "redaction/policy/correcting.h"

#include <algorithm>
#include <set>

namespace redaction::policy {

namespace {

using household::Correction;
using household::Reach;
using household::Target;

bool isPlaced(const Correction& c, const std::string& fragment) { return c.fragment == fragment; }

std::string knownSubject(const detect::Mention& m) { return detect::isStranger(m.subject) ? std::string() : m.subject; }

// Of this place, or of the same form of the same person anywhere.
bool means(const Correction& c, const std::string& foldedForm, const std::string& fragment, const detect::TextView& view, const detect::Mention& m) {
    const bool overlaps = m.start < c.end && c.start < m.end;
    if (c.reach == Reach::place) return isPlaced(c, fragment) && overlaps && (foldedForm.empty() || (c.end <= view.size() && view.slice(c.start, c.end) == foldedForm));
    return knownSubject(m) == c.from && view.slice(m.start, m.end) == foldedForm;
}

void correct(detect::Mention& m, const Correction& c, const std::string& foldedForm) {
    m.candidates.clear();
    m.inFunction = false;
    m.certainty = c.to.empty() ? 0 : 1;
    m.subject = c.to.empty() ? std::string() : c.to.front() == household::outsider ? std::string(household::outsider) + ":" + foldedForm : c.to.front();
}

void correct(about::Passage& p, const Correction& c) {
    p.about.clear();
    for (const auto& id : c.to) p.about.push_back({id, about::Weight::subject, 1});
    if (!p.health.empty()) p.health = c.to;
    const bool plain = p.cls == about::Class::neutral || (p.cls == about::Class::statement && !p.harmful);
    if (c.to.size() > 1 && plain) p.cls = about::Class::mixed;
    if (c.to.size() == 1 && p.cls == about::Class::mixed) p.cls = about::Class::neutral;
    p.unsure = false;
    p.certainty = 1;
}

}  // namespace

Correcting::Correcting(const household::Corrections& corrections) {
    for (const auto& it : corrections) wanted_.push_back({&it, detect::fold(it.form)});
}

void Correcting::mentions(const std::string& fragment, const detect::TextView& view, std::vector<detect::Mention>& mentions) {
    for (const auto& [c, form] : wanted_) {
        if (c->target != Target::mention || (c->reach == Reach::place && !isPlaced(*c, fragment))) continue;
        for (auto& m : mentions) {
            if (!means(*c, form, fragment, view, m)) continue;
            correct(m, *c, std::string(view.slice(m.start, m.end)));
            hits_[fragment].push_back({m.start, m.end, c});
        }
    }
}

void Correcting::passages(const std::string& fragment, std::vector<about::Passage>& passages) {
    const auto found = hits_.find(fragment);
    if (found != hits_.end())
        for (auto& p : passages)
            p.unsure = p.unsure || std::any_of(found->second.begin(), found->second.end(), [&](const Hit& hit) { return hit.by->to.empty() && hit.start < p.end && p.start < hit.end; });
    for (const auto& [c, form] : wanted_) {
        if (c->target != Target::passage || !isPlaced(*c, fragment)) continue;
        for (auto& p : passages) {
            if (p.start < c->start || p.end > c->end) continue;
            correct(p, *c);
            hits_[fragment].push_back({p.start, p.end, c});
        }
    }
}

}  // namespace redaction::policy
