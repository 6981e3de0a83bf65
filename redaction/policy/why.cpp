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

constexpr std::string_view kPolice = "politie of justitie";

std::string_view matterOf(detect::Kind kind) {
    switch (kind) {
        case detect::Kind::health: case detect::Kind::gp: return "gezondheid";
        case detect::Kind::criminal: return kPolice;
        case detect::Kind::religion: return "geloof";
        case detect::Kind::ethnicity: return "afkomst";
        case detect::Kind::sexuality: return "seksualiteit";
        case detect::Kind::finance: case detect::Kind::iban: return "geld";
        case detect::Kind::school: return "school";
        case detect::Kind::employer: return "werk";
        case detect::Kind::address: case detect::Kind::postcode: case detect::Kind::place: return "waar iemand is";
        default: return {};
    }
}

// What it tells of them, as far as it is known: the kinds of data in it.
std::vector<std::string_view> mattersOf(const ReadFragment& fragment, const about::Passage& passage) {
    std::vector<std::string_view> matters;
    const auto add = [&](std::string_view matter) {
        if (!matter.empty() && std::find(matters.begin(), matters.end(), matter) == matters.end()) matters.push_back(matter);
    };
    if (passage.cls == about::Class::police) add(kPolice);
    for (const auto& m : fragment.mentionsIn(passage)) add(matterOf(m.kind));
    return matters;
}

std::size_t sizeOf(const std::vector<std::string_view>& words) {  // with what joins them
    std::size_t size = 0;
    for (const auto word : words) size += word.size() + 4;
    return size;
}

void append(std::string& text, const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) text.append(i == 0 ? "" : i + 1 == words.size() ? " en " : ", ").append(words[i]);
}

// It is withheld, or may be, because of whose it is: then it says what was asked for.
bool turnsOnWhatIsAsked(const Verdict& verdict) {
    static constexpr std::string_view rules[] = {"R5", "R7", "R10", "R12", "R21", "R22"};
    return verdict.decision != Decision::release && std::find(std::begin(rules), std::end(rules), verdict.rule) != std::end(rules);
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

std::string whyOf(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage, const Verdict& verdict) {
    std::vector<std::string_view> roles;
    for (const auto& i : passage.about) {
        if (i.weight == about::Weight::mentioned && passage.about.size() > 1) continue;
        const auto role = roleOf(r, i.subject);
        if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
    }
    if (roles.empty() || passage.cls == about::Class::header) return std::string(verdict.why);
    const auto matters = mattersOf(fragment, passage);
    const std::string_view asked = turnsOnWhatIsAsked(verdict) ? std::string_view(r.standing.asked()) : std::string_view();
    std::string text;
    text.reserve(verdict.why.size() + asked.size() + sizeOf(roles) + sizeOf(matters) + 16);
    append(text.append("Gaat over "), roles);
    if (!matters.empty()) append(text.append(": "), matters);
    text.append(". ");
    if (!asked.empty()) text.append(asked).append(" ");
    return text.append(verdict.why);
}

StrangersForms::StrangersForms(const std::vector<ReadFragment>& fragments) {
    constexpr std::size_t kMost = 4;
    for (const auto& fragment : fragments)
        for (const auto& m : fragment.mentions) {
            if (!detect::isStranger(m.subject) || (m.kind != detect::Kind::name && m.kind != detect::Kind::role && m.kind != detect::Kind::initials)) continue;
            auto& forms = forms_[m.subject];
            if (forms.size() == kMost) continue;
            std::string form;
            for (auto at = m.start; at < m.end; ++at) {
                const char c = fragment.view.folded()[at];
                if (c == '.') continue;  // the sentence goes on
                form += c == '\n' ? ' ' : fragment.view.isUpper(at) && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            }
            if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
        }
}

std::string StrangersForms::linked(const std::string& key) const {
    const auto found = forms_.find(key);
    if (found == forms_.end() || found->second.size() < 2) return {};
    std::string text = "Iemand die het huishouden niet kent, in dit dossier ook: ";
    for (std::size_t i = 0; i < found->second.size(); ++i) text.append(i == 0 ? "" : ", ").append(found->second[i]);
    return text.append(". ");
}

}  // namespace redaction::policy
