#include "redaction/apply/finish/font_programs.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace redaction::apply {

namespace {

constexpr std::size_t standardStrings = 391;  // of CFF; the font's own come behind them
constexpr char overwritten = 'x';

bool isSpace(char character) { return character == ' ' || character == '\n' || character == '\r' || character == '\t'; }

void blank(std::string& text, std::size_t from, std::size_t to) {
    for (auto at = from; at < to; ++at)
        if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
}

void blankRemarks(std::string& text, std::size_t end) {
    for (std::size_t at = std::min(text.find('\n'), end); at < end; ++at)  // the first line says what it is; its name is written over
        if (text[at] == '%') blank(text, at, std::min({text.find('\n', at), text.find('\r', at), end}));
}

void blankStrings(std::string& text, std::size_t end) {
    int depth = 0;
    for (std::size_t at = 0; at < end; ++at) {
        if (text[at] == ')') depth = std::max(0, depth - 1);
        if (depth > 0 && text[at] != '(') blank(text, at, at + 1);
        if (text[at] == '(' && depth++ > 0) blank(text, at, at + 1);
    }
}

void overwriteWord(std::string& text, std::size_t at, std::size_t end) {
    while (at < end && !isSpace(text[at])) text[at++] = overwritten;
}

void overwriteName(std::string& text, std::size_t end) {
    constexpr std::string_view key = "/FontName /", head = "%!PS-AdobeFont-1.0: ";
    if (const auto at = text.find(key); at < end) overwriteWord(text, at + key.size(), end);
    if (text.compare(0, head.size(), head) == 0) blank(text, head.size(), std::min({text.find('\n'), text.find('\r'), end}));
}

// "12 dict begin" opens the font; what stands before it asks whether another font of the name is there already.
void blankPrologue(std::string& text, std::size_t end) {
    const auto begin = text.find(" dict begin");
    if (begin >= end) return;
    auto from = begin;
    while (from > 0 && !isSpace(text[from - 1])) --from;
    blank(text, std::min(text.find('\n'), from), from);
}

// CFF: Adobe Technical Note 5176.
class Cff {
  public:
    explicit Cff(std::string& bytes) : bytes_(bytes) {}

    void overwriteWords() {
        const auto names = index(number(2, 1)), top = index(names.end), strings = index(top.end);
        for (const auto& [from, to] : names.entries) overwrite(from, to);
        for (const auto& [from, to] : top.entries)
            for (const auto string : stringsNamedIn(from, to))
                if (string >= standardStrings && string - standardStrings < strings.entries.size()) {
                    const auto& [first, last] = strings.entries[string - standardStrings];
                    overwrite(first, last);
                }
    }

  private:
    struct Index {
        std::vector<std::pair<std::size_t, std::size_t>> entries;
        std::size_t end = 0;
    };

    std::size_t number(std::size_t at, std::size_t size) const {
        std::size_t value = 0;
        for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes_.at(at + i));
        return value;
    }

    Index index(std::size_t at) const {
        Index made;
        const auto count = number(at, 2);
        if (count == 0) return {{}, at + 2};
        const auto size = number(at + 2, 1), data = at + 2 + (count + 1) * size;
        for (std::size_t i = 0; i < count; ++i)
            made.entries.emplace_back(data + number(at + 3 + i * size, size), data + number(at + 3 + (i + 1) * size, size));
        made.end = made.entries.back().second;
        return made;
    }

    void overwrite(std::size_t from, std::size_t to) {
        for (auto at = from; at < to; ++at) bytes_.at(at) = overwritten;
    }

    // Of version, Notice, FullName, FamilyName, Weight, Copyright, PostScript, BaseFontName.
    static bool isWords(std::size_t operation) {
        static const std::set<std::size_t> words{0, 1, 2, 3, 4, 12 << 8, 12 << 8 | 21, 12 << 8 | 22};
        return words.count(operation) != 0;
    }

    // ROS (registry and ordering of glyphs) is needed as it is.
    std::vector<std::size_t> stringsNamedIn(std::size_t at, std::size_t end) const {
        std::vector<std::size_t> strings, operands;
        while (at < end) {
            const auto first = number(at, 1);
            if (first <= 21) {
                const auto operation = first == 12 ? first << 8 | number(at + 1, 1) : first;
                if (isWords(operation)) strings.insert(strings.end(), operands.begin(), operands.end());
                operands.clear();
                at += first == 12 ? 2 : 1;
            } else {
                operands.push_back(operandAt(at));
            }
        }
        return strings;
    }

    // Moves behind it. A real or negative number names no string.
    std::size_t operandAt(std::size_t& at) const {
        const auto first = number(at++, 1);
        if (first >= 32 && first <= 246) return first - 139;
        if (first >= 247 && first <= 250) return (first - 247) * 256 + number(at++, 1) + 108;
        if (first == 28) return at += 2, number(at - 2, 2);
        if (first == 29) return at += 4, number(at - 4, 4);
        if (first == 30)
            while ((number(at, 1) & 0x0F) != 0x0F && number(at, 1) >> 4 != 0x0F) ++at;
        ++at;
        return 0;
    }

    std::string& bytes_;
};

}  // namespace

std::string withoutWordsOfTypeOne(std::string program) {
    const auto end = std::min(program.find("eexec"), program.size());
    blankRemarks(program, end);
    blankStrings(program, end);
    blankPrologue(program, end);
    overwriteName(program, end);
    return program;
}

std::string withoutWordsOfCff(std::string program) {
    auto changed = program;
    try {
        Cff(changed).overwriteWords();
    } catch (const std::out_of_range&) {
        return program;
    }
    return changed;
}

}  // namespace redaction::apply
