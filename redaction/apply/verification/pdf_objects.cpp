#include "redaction/apply/verification/pdf_objects.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "redaction/apply/verification/pdf_strings.h"
#include "redaction/document/document.h"

namespace redaction::apply::verification {

namespace {

constexpr double textShare = 0.9;         // of the first bytes of a stream that are printable, for it to be text
constexpr std::size_t lookedAt = 4096;    // bytes

bool isPrintable(unsigned char byte) { return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\r' || byte == '\t'; }

bool isText(std::string_view bytes) {
    const auto head = bytes.substr(0, lookedAt);
    const auto printable = std::count_if(head.begin(), head.end(), [](char byte) { return isPrintable(static_cast<unsigned char>(byte)); });
    return static_cast<double>(printable) >= textShare * static_cast<double>(head.size());
}

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

struct Forbidden {
    std::string_view name, words;
};
constexpr std::array<Forbidden, 16> forbiddenNames{{{"/JavaScript", "programmacode"}, {"/JS", "programmacode"},
    {"/EmbeddedFile", "een bijlage"}, {"/EmbeddedFiles", "een bijlage"}, {"/Filespec", "een bijlage"}, {"/AcroForm", "een formulier"},
    {"/XFA", "een formulier"}, {"/OCProperties", "lagen die aan en uit kunnen"}, {"/Launch", "een opdracht"},
    {"/URI", "een koppeling naar buiten"}, {"/GoToR", "een koppeling naar buiten"}, {"/PieceInfo", "gegevens van een ander programma"},
    {"/Thumb", "een miniatuur"}, {"/Annots", "aantekeningen"}, {"/RichMedia", "beeld of geluid"}, {"/Encrypt", "een wachtwoord"}}};

bool hasName(std::string_view objects, std::string_view name) {
    for (auto at = objects.find(name); at != objects.npos; at = objects.find(name, at + 1)) {
        const auto behind = at + name.size();
        if (behind >= objects.size() || !std::isalnum(static_cast<unsigned char>(objects[behind]))) return true;
    }
    return false;
}

std::vector<std::string> forbiddenParts(std::string_view objects) {
    std::vector<std::string> found;
    for (const auto& [name, words] : forbiddenNames)
        if (hasName(objects, name) && std::find(found.begin(), found.end(), words) == found.end()) found.emplace_back(words);
    return found;
}

bool draws(std::string_view stream) {
    for (const std::string_view sign : {" Tj", "]TJ", " TJ", " cm\n", " re\n", " Do\n"})
        if (stream.find(sign) != stream.npos) return true;
    return false;
}

// What a page draws counts by its strings (its numbers and operators would cut words anew); any other text counts as it
// stands.
Sayings textOf(std::string_view stream) {
    if (draws(stream)) return stringsInContent(stream);
    auto sayings = stream.substr(0, 1) == "<" ? sayingsOfMarkup(stream) : sayingsOfLines(stream);
    sayings.push_back(byItself({}));
    for (auto& one : stringsInSyntax(stream)) sayings.push_back(std::move(one));
    return sayings;
}

std::string codesAsText(std::string_view digits) {
    std::u32string text;
    for (std::size_t at = 0; at + 3 < digits.size(); at += 4)
        text += static_cast<char32_t>(hexValue(digits[at]) << 12 | hexValue(digits[at + 1]) << 8 | hexValue(digits[at + 2]) << 4 | hexValue(digits[at + 3]));
    return document::toUtf8(text);
}

// Single letters do not count: they stand in the order of their first use and would spell words nobody wrote. What one
// code stands for counts, and all that is no code.
Sayings textOfCharacterMap(std::string_view map) {
    std::string codes, rest;
    for (std::size_t at = 0; at < map.size(); ++at) {
        const auto end = map[at] == '<' ? map.find('>', at) : map.npos;
        if (end == map.npos || map.substr(at + 1, end - at - 1).find_first_not_of("0123456789abcdefABCDEF") != map.npos) {
            rest += map[at];
            continue;
        }
        if (end - at > 5) codes += codesAsText(map.substr(at + 1, end - at - 1)) + apart;
        at = end;
    }
    auto sayings = sayingsOfLines(rest);
    sayings.push_back({{}, codes});
    return sayings;
}

// The two random numbers every file is given: sixteen bytes in which a short name turns up by chance. One that reads as
// text is kept, for it is no random number.
void leaveOutRandomId(std::string& objects) {
    constexpr std::string_view key = "/ID [";
    for (auto at = objects.find(key); at != objects.npos; at = objects.find(key, at + 1)) {
        const auto end = std::min(objects.find(']', at), objects.size());
        const auto inner = std::string_view(objects).substr(at + key.size(), end - at - key.size());
        auto text = joined(stringsInSyntax(inner));
        for (auto between = text.find(apart); between != text.npos; between = text.find(apart)) text.erase(between, std::string_view(apart).size());
        if (!isText(text)) objects.erase(at, end - at);
    }
}

}  // namespace

PdfObjects takeApart(const std::string& qdf) {
    constexpr std::string_view begin = "\nstream\n", end = "\nendstream";
    PdfObjects parts;
    std::string objects;
    const std::string_view all(qdf);
    std::size_t at = 0;
    for (auto start = all.find(begin); start != all.npos; start = all.find(begin, at)) {
        objects += all.substr(at, start - at);
        const auto stop = std::min(all.find(end, start + begin.size() - 1), all.size());
        const auto body = all.substr(start + begin.size(), stop > start + begin.size() ? stop - start - begin.size() : 0);
        if (body.find("begincmap") != body.npos)
            parts.characterMaps.push_back(textOfCharacterMap(body));
        else if (isText(body))
            parts.texts.push_back(textOf(body));
        else
            parts.binaries.push_back(body);
        at = stop;
    }
    objects += all.substr(at);
    leaveOutRandomId(objects);
    parts.strings = stringsInSyntax(objects);
    parts.forbidden = forbiddenParts(objects);
    return parts;
}

}  // namespace redaction::apply::verification
