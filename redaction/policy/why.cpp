#include "redaction/policy/why.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "redaction/detect/kinship.h"

namespace redaction::policy {

namespace {

std::string_view roleOf(const Ruling& r, const std::string& subject) {
    if (subject == r.standing.requester()) return "de verzoeker zelf";
    const auto person = r.people.indexOf(subject);
    if (person >= r.people.persons().size()) return "iemand buiten het gezin";
    const auto& word = r.people.genderWordOf(person);
    if (detect::kinWord(word).kin != detect::Kin::none) return word;
    if (r.people.isMinor(person)) return "een kind";
    return r.people.isStaff(person) ? "een professional" : "een ander gezinslid";
}

// Two children are told apart by what they are called.
std::string nameOf(const Ruling& r, const std::string& subject) {
    const auto* person = household::findPerson(r.standing.household(), subject);
    return !person || person->called.empty() ? std::string(roleOf(r, subject)) : person->called;
}

}  // namespace

std::string whoItMayBe(const Ruling& r, const detect::Mention& mention) {
    std::vector<std::string> all{std::string(roleOf(r, mention.subject))};
    for (const auto& other : mention.candidates) all.emplace_back(roleOf(r, other));
    if (std::set<std::string>(all.begin(), all.end()).size() < all.size()) {
        all = {nameOf(r, mention.subject)};
        for (const auto& other : mention.candidates) all.push_back(nameOf(r, other));
    }
    std::string text = "Kan ";
    for (std::size_t i = 0; i < all.size(); ++i) text.append(i == 0 ? "" : i + 1 == all.size() ? " of " : ", ").append(all[i]);
    return text.append(" zijn. ");
}

std::string whyOf(const Ruling& r, const about::Passage& passage, const Verdict& verdict) {
    std::vector<std::string_view> roles;
    for (const auto& i : passage.about) {
        if (i.weight == about::Weight::mentioned && passage.about.size() > 1) continue;
        const auto role = roleOf(r, i.subject);
        if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
    }
    if (roles.empty() || passage.cls == about::Class::header) return std::string(verdict.why);
    std::string text;
    std::size_t size = verdict.why.size() + 12;  // with what stands before and behind the roles
    for (const auto role : roles) size += role.size() + 4;
    text.reserve(size);
    text.append("Gaat over ");
    for (std::size_t i = 0; i < roles.size(); ++i) text.append(i == 0 ? "" : i + 1 == roles.size() ? " en " : ", ").append(roles[i]);
    return text.append(". ").append(verdict.why);
}

}  // namespace redaction::policy
