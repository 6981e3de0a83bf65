#include "redaction/apply/verification/plain_files.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "redaction/document/document.h"

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

std::string characterOf(const std::string& entity) {
    static const std::map<std::string, std::string> named{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"},
                                                          {"nbsp", " "}, {"shy", ""}, {"eacute", "é"}, {"euml", "ë"}, {"iuml", "ï"},
                                                          {"ouml", "ö"}, {"uuml", "ü"}, {"egrave", "è"}, {"ccedil", "ç"}};
    if (entity.size() > 1 && entity[0] == '#') {
        const bool hex = entity[1] == 'x' || entity[1] == 'X';
        const auto value = std::strtoul(entity.c_str() + (hex ? 2 : 1), nullptr, hex ? 16 : 10);
        const char32_t character = value > 0 && value < 0x110000 ? static_cast<char32_t>(value) : U' ';
        return document::toUtf8(std::u32string_view(&character, 1));
    }
    const auto known = named.find(entity);
    return known == named.end() ? " " : known->second;
}

// As it stands (attributes, comments, scripts), and as it reads (no tags, entities resolved).
std::string textOfMarkup(const std::string& bytes) {
    std::string text;
    bool inTag = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto end = bytes[at] == '&' ? bytes.find(';', at) : bytes.npos;
        if (bytes[at] == '<') inTag = true;
        else if (bytes[at] == '>') inTag = false;
        else if (end != bytes.npos && end - at < 12) text += characterOf(bytes.substr(at + 1, end - at - 1)), at = end;
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
