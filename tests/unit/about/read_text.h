// Reads a text about the invented family and shows its passages in one line each, as the tables expect them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "redaction/about/about.h"
#include "redaction/document/document.h"
#include "tests/unit/policy/invented_family.h"

namespace read_text {

inline std::string nameOf(redaction::about::Class cls) {
    using redaction::about::Class;
    switch (cls) {
        case Class::neutral: return "neutral";
        case Class::header: return "header";
        case Class::jointPlan: return "joint-plan";
        case Class::statement: return "statement";
        case Class::confidential: return "confidential";
        case Class::whereabouts: return "whereabouts";
        case Class::reporter: return "reporter";
        case Class::worknote: return "worknote";
        case Class::internal: return "internal";
        case Class::police: return "police";
        case Class::investigation: return "investigation";
        case Class::mixed: return "mixed";
    }
    return "";
}

struct Reading {
    redaction::detect::TextView view;
    std::vector<redaction::about::Passage> passages;
    std::string textOf(const redaction::about::Passage& p) const { return std::string(view.slice(p.start, p.end)); }
};

inline Reading read(const std::string& text) {
    static const auto household = invented::family();
    static const redaction::detect::People people(household);
    redaction::document::Document document;
    document.text = redaction::document::toCodePoints(text);
    redaction::detect::TextView view(document.text);
    redaction::detect::Strangers strangers;
    const auto mentions = redaction::detect::detect(view, people, strangers);
    auto passages = redaction::about::passagesOf(view, people, mentions, document);
    return {std::move(view), std::move(passages)};
}

// The people a passage is likelier about than not, or at least touches, in the order of the alphabet: "kind1 vader".
inline std::string aboutOf(const redaction::about::Passage& p) {
    std::set<std::string> who;
    for (const auto& i : p.about)
        if (!redaction::detect::isStranger(i.subject) && i.weight != redaction::about::Weight::mentioned) who.insert(i.subject);
    std::string all;
    for (const auto& id : who) all += (all.empty() ? "" : " ") + id;
    return all;
}

}  // namespace read_text
