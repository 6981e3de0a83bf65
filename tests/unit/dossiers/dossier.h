// A dossier of tests/data/dossiers: a household, fragments with marked data, and per request the decision on every
// passage. Only reads; what is measured is measure.h's business.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/household/household.h"
#include "redaction/policy/proposal.h"

namespace dossiers {

struct Answer {
    redaction::policy::Decision decision = redaction::policy::Decision::release;
    std::string ground;
};

struct Span {
    std::size_t start = 0, end = 0;  // code points
    std::string subject, kind;
};

struct Passage {
    std::size_t start = 0, end = 0;
    std::vector<std::string> about;         // person ids; x1, x2 … people the case does not know
    std::string kind;                       // "confidential:kind1", "whereabouts:moeder" …; empty where it was not noted
    std::map<std::string, Answer> answers;  // per request
    std::vector<Span> spans;
};

struct Fragment {
    std::string name, partner;
    redaction::document::Document document;
    std::vector<Passage> passages;
};

struct SpanRule {  // data that are withheld in a released passage too; the first that fits holds
    std::vector<std::string> subjects, kinds;
    Answer answer;
};

struct Request {
    redaction::household::AccessRequest asked;
    std::vector<SpanRule> spans;
};

struct Dossier {
    std::string name;
    redaction::household::Case household;
    std::vector<Request> requests;
    std::vector<Fragment> fragments;
};

// The passage that shares most with a stretch; nullptr: none.
const Passage* under(const Fragment& fragment, std::size_t start, std::size_t end);

std::vector<Dossier> loadAll(const std::filesystem::path& folder);  // throws when one cannot be read
std::string readText(const std::filesystem::path& file);

}  // namespace dossiers
