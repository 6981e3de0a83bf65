#include "redaction/apply/verification/plain_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "redaction/apply/verification/disguises.h"

namespace redaction::apply::verification {

namespace {

std::string endingOf(const std::string& name) {
    const auto dot = name.rfind('.');
    auto ending = dot == name.npos ? std::string() : name.substr(dot + 1);
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

std::string textOfJson(const std::string& bytes) {
    const auto parsed = nlohmann::json::parse(bytes, nullptr, false);
    if (parsed.is_discarded()) throw std::runtime_error("json");
    return parsed.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);  // escapes become characters
}

// As it stands (attributes, comments, scripts), and as it reads (no tags, entities resolved).
std::string textOfMarkup(const std::string& bytes) {
    std::string text;
    bool inTag = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto end = bytes[at] == '&' ? bytes.find(';', at) : bytes.npos;
        if (bytes[at] == '<') inTag = true;
        else if (bytes[at] == '>') inTag = false;
        else if (end != bytes.npos && end - at < 12) text += characterOfEntity(bytes.substr(at + 1, end - at - 1)), at = end;
        else if (!inTag) text += bytes[at];
    }
    return text + "\n" + bytes;
}

}  // namespace

std::string plainTextOf(const FinishedFile& file) {
    const auto ending = endingOf(file.name);
    if (ending == "json") return textOfJson(file.bytes);
    if (ending == "html" || ending == "htm" || ending == "xml") return textOfMarkup(file.bytes);
    if (ending == "txt" || ending == "csv" || ending == "md") return file.bytes;
    throw std::runtime_error("onbekend soort bestand");
}

}  // namespace redaction::apply::verification
