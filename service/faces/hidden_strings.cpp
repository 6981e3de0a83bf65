#include "service/faces/hidden_strings.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "redaction/document/document.h"

namespace service::faces {

namespace {

std::string asUtf8(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, mark.size()) == mark) bytes.remove_prefix(mark.size());
    if (redaction::document::toCodePoints(bytes).find(U'\uFFFD') == std::u32string::npos) return std::string(bytes);
    std::u32string latin;
    for (const char byte : bytes) latin += static_cast<char32_t>(static_cast<unsigned char>(byte));
    return redaction::document::toUtf8(latin);
}

std::string trimmed(const std::string& line) {
    const auto isSpace = [](unsigned char one) { return std::isspace(one) != 0; };
    const auto first = std::find_if_not(line.begin(), line.end(), isSpace);
    const auto last = std::find_if_not(line.rbegin(), std::make_reverse_iterator(first), isSpace).base();
    return {first, last};
}

}  // namespace

std::vector<std::string> hiddenStrings(std::string_view file) {
    std::vector<std::string> strings;
    std::istringstream stream(asUtf8(file));
    for (std::string line; std::getline(stream, line);)
        if (auto string = trimmed(line); !string.empty() && std::find(strings.begin(), strings.end(), string) == strings.end())
            strings.push_back(std::move(string));
    return strings;
}

std::string notSearched(std::size_t tooShort) {
    if (tooShort == 0) return {};
    return "Let op: " + std::to_string(tooShort) + (tooShort == 1 ? " tekst van één of twee tekens is" : " teksten van één of twee tekens zijn") +
           " niet nagezocht, omdat zo'n korte tekst overal staat; kijk zelf of er niets van te lezen is.\n";
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

}  // namespace service::faces
