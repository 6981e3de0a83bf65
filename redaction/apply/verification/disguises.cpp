#include "redaction/apply/verification/disguises.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "redaction/apply/verification/sayings.h"
#include "redaction/document/document.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t longestEntity = 12;
constexpr std::size_t shortestHexRun = 10, shortestBase64Run = 8;  // characters
constexpr std::size_t wrappedLine = 60;  // from here on a run goes on over the end of a line
constexpr double readableShare = 0.9;

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

int base64Value(char letter) {
    if (letter >= 'A' && letter <= 'Z') return letter - 'A';
    if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9') return letter - '0' + 52;
    if (letter == '+' || letter == '-') return 62;
    if (letter == '/' || letter == '_') return 63;
    return -1;
}

std::string character(unsigned long value) {
    const char32_t one = value > 0 && value < 0x110000 ? static_cast<char32_t>(value) : U' ';
    return document::toUtf8(std::u32string_view(&one, 1));
}

// The value of `count` hexadecimal digits at a place; -1: there are none.
long hexAt(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    long value = 0;
    for (std::size_t digit = 0; digit < count; ++digit) {
        const int one = hexValue(text[at + digit]);
        if (one < 0) return -1;
        value = value * 16 + one;
    }
    return value;
}

// Bytes that may be UTF-8 or Latin-1.
std::string asUtf8(std::string bytes) {
    if (document::toCodePoints(bytes).find(U'\uFFFD') == std::u32string::npos) return bytes;
    std::u32string text;
    for (const char byte : bytes) text += static_cast<char32_t>(static_cast<unsigned char>(byte));
    return document::toUtf8(text);
}

// One byte behind a sign: %43, =43.
std::string withBytes(std::string_view text, char sign) {
    std::string read;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const long value = text[at] == sign ? hexAt(text, at + 1, 2) : -1;
        read += value < 0 ? text[at] : static_cast<char>(value);
        if (value >= 0) at += 2;
        else if (sign == '=' && text[at] == '=' && at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r')) read.back() = '\n';
    }
    return asUtf8(std::move(read));
}

std::string withEntities(std::string_view text) {
    std::string read;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto end = text[at] == '&' ? text.find(';', at) : text.npos;
        if (end != text.npos && end - at < longestEntity) {
            read += characterOfEntity(std::string(text.substr(at + 1, end - at - 1)));
            at = end;
        } else {
            read += text[at];
        }
    }
    return read;
}

// \u0043, \x43
std::string withEscapes(std::string_view text) {
    std::string read;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t digits = text[at] != '\\' || at + 1 >= text.size() ? 0 : text[at + 1] == 'u' ? 4 : text[at + 1] == 'x' ? 2 : 0;
        const long value = digits > 0 ? hexAt(text, at + 2, digits) : -1;
        read += value < 0 ? std::string(1, text[at]) : character(static_cast<unsigned long>(value));
        if (value >= 0) at += 1 + digits;
    }
    return read;
}

bool canBeRead(const std::string& bytes) {
    const auto readable = std::count_if(bytes.begin(), bytes.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value >= 0x20 && value != 0x7F) || value == '\n' || value == '\r' || value == '\t';
    });
    return !bytes.empty() && static_cast<double>(readable) >= readableShare * static_cast<double>(bytes.size());
}

void addReading(std::string& readings, const std::string& bytes) {
    if (canBeRead(bytes)) readings += asUtf8(bytes) + apart;
}

void addWide(std::string& readings, const std::string& bytes) {
    std::u32string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        text += static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
    if (std::all_of(text.begin(), text.end(), [](char32_t one) { return one >= 0x20 && one < 0x250; })) readings += document::toUtf8(text) + apart;
}

void addHex(std::string& readings, const std::string& run) {
    if (run.size() < shortestHexRun) return;
    std::string bytes;
    for (std::size_t at = 0; at + 1 < run.size(); at += 2) bytes += static_cast<char>(hexValue(run[at]) * 16 + hexValue(run[at + 1]));
    addReading(readings, bytes);
    addWide(readings, bytes);
}

// A run may begin before the code does: behind a word that is glued to it.
void addBase64(std::string& readings, const std::string& run) {
    if (run.size() < shortestBase64Run) return;
    for (std::size_t from = 0; from < 4; ++from) {
        std::string bytes;
        unsigned value = 0;
        int bits = 0;
        for (std::size_t at = from; at < run.size(); ++at) {
            value = (value << 6 | static_cast<unsigned>(base64Value(run[at]))) & 0xFFFFFF;
            if ((bits += 6) >= 8) bytes += static_cast<char>(value >> (bits -= 8) & 0xFF);
        }
        addReading(readings, bytes);
    }
}

// Rows of letters of one kind; what separates pairs of digits, or the lines of a long row, does not end it.
template <class Belongs, class Bridges, class Add>
void eachRun(std::string_view text, Belongs belongs, Bridges bridges, Add add) {
    std::string run;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (belongs(text[at])) {
            run += text[at];
        } else if (!run.empty() && !(at + 1 < text.size() && belongs(text[at + 1]) && bridges(text[at], run.size()))) {
            add(run);
            run.clear();
        }
    }
    if (!run.empty()) add(run);
}

}  // namespace

std::string characterOfEntity(const std::string& entity) {
    static const std::map<std::string, std::string> named{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"},
                                                          {"nbsp", " "}, {"shy", ""}, {"eacute", "é"}, {"euml", "ë"}, {"iuml", "ï"},
                                                          {"ouml", "ö"}, {"uuml", "ü"}, {"egrave", "è"}, {"ccedil", "ç"}};
    if (entity.size() > 1 && entity[0] == '#') {
        const bool hex = entity[1] == 'x' || entity[1] == 'X';
        return character(std::strtoul(entity.c_str() + (hex ? 2 : 1), nullptr, hex ? 16 : 10));
    }
    const auto known = named.find(entity);
    return known == named.end() ? " " : known->second;
}

std::vector<std::string> unescaped(std::string_view text) {
    std::vector<std::string> readings;
    for (const char sign : {'%', '='}) {
        bool occurs = false;
        for (auto at = text.find(sign); at != text.npos && !occurs; at = text.find(sign, at + 1)) occurs = hexAt(text, at + 1, 2) >= 0;
        if (occurs) readings.push_back(withBytes(text, sign));
    }
    const auto ampersand = text.find('&');
    if (ampersand != text.npos && text.find(';', ampersand) != text.npos) readings.push_back(withEntities(text));
    if (text.find("\\u") != text.npos || text.find("\\x") != text.npos) readings.push_back(withEscapes(text));
    return readings;
}

std::string decodedRuns(std::string_view text) {
    std::string readings;
    eachRun(text, [](char one) { return hexValue(one) >= 0; },
            [](char between, std::size_t length) { return length % 2 == 0 && (between == ' ' || between == ':' || between == '\n'); },
            [&](const std::string& run) { addHex(readings, run); });
    eachRun(text, [](char one) { return base64Value(one) >= 0; },
            [](char between, std::size_t length) { return between == '\n' && length >= wrappedLine; },
            [&](const std::string& run) { addBase64(readings, run); });
    return readings;
}

}  // namespace redaction::apply::verification
