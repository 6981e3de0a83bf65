#include "redaction/document/document.h"
#include "tests/unit/dossiers/dossier.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace dossiers {

namespace {

using nlohmann::json;
namespace policy = redaction::policy;
namespace document = redaction::document;

Answer answerFrom(const std::string& decision, const std::string& ground) {
    const auto parsed = policy::decisionFrom(decision);
    if (!parsed) throw std::runtime_error("geen beslissing: " + decision);
    return {*parsed, ground};
}

// "{{vader,moeder class=statement:vader | r1 release | r2 redact third-party}}"; the class may be left out
Passage opened(const std::string& line, std::size_t at) {
    Passage passage;
    passage.start = at;
    std::istringstream parts(line.substr(2, line.size() - 4));
    std::string part;
    std::getline(parts, part, '|');
    std::replace(part.begin(), part.end(), ',', ' ');
    std::istringstream about(part);
    for (std::string who; about >> who;)
        if (who.rfind("class=", 0) == 0) passage.kind = who.substr(6);
        else if (who != "-") passage.about.push_back(who);
    while (std::getline(parts, part, '|')) {
        std::istringstream words(part);
        std::string request, decision, ground;
        words >> request >> decision >> ground;
        passage.answers[request] = answerFrom(decision, ground);
    }
    return passage;
}

// Appends a line without its marks; "[[moeder:name|Anna]]" becomes a span.
void addLine(std::u32string& text, const std::string& line, std::vector<Span>& spans) {
    for (std::size_t i = 0; i < line.size();) {
        const auto open = line.find("[[", i);
        text += document::toCodePoints(line.substr(i, open == std::string::npos ? open : open - i));
        if (open == std::string::npos) break;
        const auto colon = line.find(':', open), bar = line.find('|', open), close = line.find("]]", bar);
        Span span{text.size(), 0, line.substr(open + 2, colon - open - 2), line.substr(colon + 1, bar - colon - 1)};
        text += document::toCodePoints(line.substr(bar + 1, close - bar - 1));
        span.end = text.size();
        spans.push_back(std::move(span));
        i = close + 2;
    }
    text += U'\n';
}

Fragment fragmentFrom(const std::filesystem::path& file) {
    Fragment fragment;
    fragment.name = file.filename().string();
    fragment.partner = fragment.name.substr(0, fragment.name.find('-'));
    std::istringstream lines(readText(file));
    for (std::string line; std::getline(lines, line);) {
        auto& text = fragment.document.text;
        if (line == "{{/}}") fragment.passages.back().end = text.size();
        else if (line.rfind("{{", 0) == 0) fragment.passages.push_back(opened(line, text.size()));
        else if (fragment.passages.empty()) throw std::runtime_error(fragment.name + ": tekst buiten een passage");
        else addLine(text, line, fragment.passages.back().spans);
    }
    return fragment;
}

std::vector<Request> requestsFrom(const json& file) {
    std::vector<Request> requests;
    for (const auto& entry : file.at("requests")) {
        Request request;
        request.asked = redaction::household::parseRequest(entry.dump());
        for (const auto& span : entry.at("spans"))
            request.spans.push_back({span.at("subjects"), span.at("kinds"), answerFrom(span.at("decision"), span.at("ground"))});
        requests.push_back(std::move(request));
    }
    return requests;
}

template <class Entries>
std::vector<std::filesystem::path> sorted(const Entries& entries) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : entries) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

std::string readText(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("niet te lezen: " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

const Passage* under(const Fragment& fragment, std::size_t start, std::size_t end) {
    const Passage* best = nullptr;
    std::size_t most = 0;
    for (const auto& p : fragment.passages) {
        const auto from = std::max(p.start, start), to = std::min(p.end, end);
        if (to > from && to - from > most) {
            most = to - from;
            best = &p;
        }
    }
    return best;
}

std::vector<Dossier> loadAll(const std::filesystem::path& folder) {
    std::vector<Dossier> dossiers;
    for (const auto& path : sorted(std::filesystem::directory_iterator(folder))) {
        if (!std::filesystem::is_directory(path)) continue;
        Dossier dossier{path.filename().string(), redaction::household::parseCase(readText(path / "case.json")), requestsFrom(json::parse(readText(path / "requests.json"))), {}};
        for (const auto& file : sorted(std::filesystem::directory_iterator(path / "fragments"))) dossier.fragments.push_back(fragmentFrom(file));
        dossiers.push_back(std::move(dossier));
    }
    return dossiers;
}

}  // namespace dossiers
