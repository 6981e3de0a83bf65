#include "redaction/about/wrapped_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace redaction::about {

namespace {

using document::Document;
using document::Page;

constexpr double kSameEdge = 6, kIndent = 40, kSlack = 2, kSpace = 0.22, kTaller = 1.7, kGap = 1.6, kApart = 0.95;  // points; kSpace, kGap, kApart: of the height of a line
constexpr std::size_t kLongestLabel = 26;

struct PageLine {
    std::size_t start = 0, end = 0;  // code points
    double x0 = 0, x1 = 0, y0 = 0, y1 = 0, height = 0, firstWidth = 0;
    bool afterBlank = true, hasCells = false;
};

std::vector<PageLine> linesOf(const Document& document, const Page& page) {
    std::vector<PageLine> lines;
    std::size_t last = page.start;
    for (const auto& word : page.words) {
        if (word.start < last || word.end > document.text.size()) continue;
        const auto between = std::u32string_view(document.text).substr(last, word.start - last);
        const auto breaks = std::count(between.begin(), between.end(), U'\n');
        if (lines.empty() || breaks > 0) lines.push_back({word.start, word.end, word.box.x0, word.box.x1, word.box.y0, word.box.y1, 0, word.box.x1 - word.box.x0, lines.empty() || breaks > 1, false});
        auto& line = lines.back();
        line.hasCells = line.hasCells || word.box.x0 - line.x1 > kGap * (word.box.y1 - word.box.y0);
        line.end = word.end, line.x1 = std::max(line.x1, word.box.x1);
        line.y0 = std::min(line.y0, word.box.y0), line.y1 = std::max(line.y1, word.box.y1);
        line.height = std::max(line.height, word.box.y1 - word.box.y0);
        last = word.end;
    }
    return lines;
}

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool isOneOf(char32_t c, std::u32string_view of) { return of.find(c) != of.npos; }

// "1.", "b)", "14-11-2025", "07.50", "- ", "• ", "Adres: …"
bool startsAnew(std::u32string_view line) {
    if (isOneOf(line[0], U"-–—*•·▪◦[|☐☒☑>")) return true;
    std::size_t digits = 0;
    while (digits < line.size() && isDigit(line[digits])) ++digits;
    if (digits > 0 && digits < line.size() && isOneOf(line[digits], U".)-/:")) return true;
    if (line.size() > 1 && line[1] == U')') return true;
    const auto colon = line.substr(0, kLongestLabel).find(U':');
    return colon != line.npos && !(line[0] >= U'a' && line[0] <= U'z');
}

// OCR sees the end of a paragraph where a line is a little shorter: in the middle of a sentence, with no room between, it is none.
bool isCutApart(const Document& document, const PageLine& before, const PageLine& line) {
    const bool near = line.y0 - before.y1 < kApart * std::max(before.height, line.height) && line.y0 > before.y0;
    return near && !isOneOf(document.text[before.end - 1], U".!?:;)\"”’");
}

bool goesOn(const Document& document, const PageLine& before, const PageLine& line, double margin) {
    if ((line.afterBlank && !isCutApart(document, before, line)) || before.hasCells || line.hasCells || line.x0 < before.x0 - kIndent || line.x0 > before.x0 + kIndent) return false;
    if (std::max(before.height, line.height) > kTaller * std::min(before.height, line.height)) return false;  // a heading
    if (before.x1 + kSpace * before.height + line.firstWidth <= margin - kSlack) return false;                 // it would have fitted
    return !startsAnew(std::u32string_view(document.text).substr(line.start, line.end - line.start));
}

// How far to the right the lines go that begin at about the same left edge.
class Margins {
  public:
    explicit Margins(const std::vector<PageLine>& lines) {
        for (const auto& line : lines) {
            const auto [edge, isNew] = furthest_.try_emplace(edgeOf(line), line.x1);
            if (!isNew) edge->second = std::max(edge->second, line.x1);
        }
    }
    double of(const PageLine& line) const {
        double margin = line.x1;
        for (auto edge = edgeOf(line) - 1; edge <= edgeOf(line) + 1; ++edge)
            if (const auto found = furthest_.find(edge); found != furthest_.end()) margin = std::max(margin, found->second);
        return margin;
    }

  private:
    static long edgeOf(const PageLine& line) { return std::lround(std::clamp(line.x0, -1e6, 1e6) / kSameEdge); }
    std::map<long, double> furthest_;  // by left edge
};

}  // namespace

std::optional<std::vector<std::size_t>> linesThatGoOn(const Document& document) {
    if (document.pages.empty()) return std::nullopt;
    std::vector<std::size_t> starts;
    for (const auto& page : document.pages) {
        const auto lines = linesOf(document, page);
        const Margins margins(lines);
        for (std::size_t at = 1; at < lines.size(); ++at)
            if (goesOn(document, lines[at - 1], lines[at], margins.of(lines[at - 1]))) starts.push_back(lines[at].start);
    }
    return starts;
}

}  // namespace redaction::about
