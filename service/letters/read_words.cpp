#include "service/letters/read_words.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "service/requests/disguise.h"

namespace service::letters {
namespace {

constexpr std::string_view around = ".,;:()[]\"'!?*_<>";

std::string trimmed(std::string_view text, std::string_view what) {
    const auto first = text.find_first_not_of(what);
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(what) - first + 1)};
}

// Characters that OCR takes for one another become one.
std::string shapeOf(std::string_view folded) {
    std::string shape;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char c = folded[at];
        const bool pair = at + 1 < folded.size();
        if (c == 'r' && pair && folded[at + 1] == 'n') shape += 'm', ++at;
        else if (c == 'v' && pair && folded[at + 1] == 'v') shape += 'w', ++at;
        else if (c == '0') shape += 'o';
        else if (c == '1' || c == '|' || c == '!' || c == 'i') shape += 'l';
        else if (c == '5') shape += 's';
        else if (c == '8') shape += 'b';
        else shape += c;
    }
    return shape;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j)
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)}));
    }
    return row[b.size()];
}

// "K.Verbeek" is two words; an e-mail address stays whole.
void addWords(std::string_view piece, std::size_t line, std::vector<ReadWord>& words) {
    const bool mail = piece.find('@') != std::string_view::npos;
    for (std::size_t dot = piece.find('.'); !mail && dot != std::string_view::npos; dot = piece.find('.', dot + 1)) {
        if (dot + 1 >= piece.size() || dot > 2 || (piece[dot + 1] >= '0' && piece[dot + 1] <= '9')) continue;
        addWords(piece.substr(0, dot), line, words);
        return addWords(piece.substr(dot + 1), line, words);
    }
    std::string raw = trimmed(piece, around);
    if (!raw.empty()) words.push_back({raw, requests::folded(raw), line});
}

// The word before ended in a hyphen at the line's end: this one goes on with it.
bool continues(const ReadText& text) {
    if (text.words.empty() || text.lines.size() < 2) return false;
    const auto& before = text.words.back();
    return before.line + 2 == text.lines.size() && before.raw.size() > 2 && before.raw.back() == '-';
}

void addLine(std::string_view raw, ReadText& text) {
    text.lines.push_back(trimmed(raw, " \t\r\f"));
    const std::string& line = text.lines.back();
    bool joins = continues(text);
    for (std::size_t at = 0; at < line.size() && text.words.size() < maxWords;) {
        const auto end = std::min(line.find_first_of(" \t", at), line.size());
        const std::string_view piece = std::string_view{line}.substr(at, end - at);
        if (joins && !piece.empty()) {
            auto& before = text.words.back();
            before.raw = before.raw.substr(0, before.raw.size() - 1) + trimmed(piece, around);
            before.folded = requests::folded(before.raw);
            joins = false;
        } else if (!piece.empty()) {
            addWords(piece, text.lines.size() - 1, text.words);
        }
        at = end + 1;
    }
}

}  // namespace

ReadText readWords(std::string_view utf8) {
    ReadText text;
    for (std::size_t at = 0; at <= utf8.size() && text.words.size() < maxWords;) {
        const auto end = std::min(utf8.find('\n', at), utf8.size());
        addLine(utf8.substr(at, end - at), text);
        at = end + 1;
    }
    return text;
}

double likeness(std::string_view read, std::string_view meant) {
    if (read == meant) return 1;
    if (read.size() > meant.size() + 4 || meant.size() > read.size() + 4) return 0;
    const std::string a = shapeOf(read), b = shapeOf(meant);
    if (a == b) return 0.9;
    const std::size_t length = std::min(a.size(), b.size());
    if (length < 5 || std::max(a.size(), b.size()) - length > 2) return 0;
    const auto distance = editDistance(a, b);
    if (distance == 1) return 0.8;
    return distance == 2 && length >= 9 ? 0.7 : 0;
}

double phraseAt(const ReadText& text, std::size_t at, std::string_view phrase) {
    double least = 1;
    while (!phrase.empty()) {
        const auto end = phrase.find(' ');
        if (at >= text.words.size()) return 0;
        least = std::min(least, likeness(text.words[at++].folded, phrase.substr(0, end)));
        if (least == 0) return 0;
        phrase = end == std::string_view::npos ? std::string_view{} : phrase.substr(end + 1);
    }
    return least;
}

}  // namespace service::letters
