#include "redaction/marks/occurrences.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "redaction/marks/folded_text.h"
#include "redaction/marks/near_text.h"

namespace redaction::marks {

namespace {

constexpr std::size_t shortestInsideWords = 5;  // folded letters and digits
constexpr std::size_t longestEnding = 2;        // letters: "Jans", "Janne"
constexpr std::size_t linesOfSeam = 4, linesOfFrame = 2;
constexpr std::size_t dutchNumberDigits = 10;

char32_t lower(char32_t character) { return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(character), U_FOLD_CASE_DEFAULT)); }

bool isLetterOrDigit(char32_t character) { return u_isalnum(static_cast<UChar32>(character)); }

// Letters and digits only, in lower case, and nothing made equal to anything else.
std::u32string bare(std::u32string_view text) {
    std::u32string kept;
    for (const char32_t character : text)
        if (isLetterOrDigit(character)) kept += lower(character);
    return kept;
}

bool looksLikeAName(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), [](char32_t character) {
        return u_isupper(static_cast<UChar32>(character)) || u_isdigit(static_cast<UChar32>(character));
    });
}

bool isNumber(const std::u32string& text) {
    return std::none_of(text.begin(), text.end(), [](char32_t character) { return u_isalpha(static_cast<UChar32>(character)); });
}

// "0612345678" is "+31612345678" too.
std::vector<std::u32string> waysToWrite(const std::u32string& text) {
    std::u32string digits;
    bool onlyNumber = true;
    for (const char32_t character : text) {
        if (character >= U'0' && character <= U'9') digits += character;
        else onlyNumber = onlyNumber && !isLetterOrDigit(character);
    }
    std::vector<std::u32string> ways{text};
    if (!onlyNumber) return ways;
    if (digits.size() == dutchNumberDigits && digits[0] == U'0') ways.push_back(U"31" + digits.substr(1));
    for (const std::u32string prefix : {U"0031", U"31"})
        if (digits.size() == dutchNumberDigits - 1 + prefix.size() && digits.compare(0, prefix.size(), prefix) == 0) {
            ways.push_back(U"0" + digits.substr(prefix.size()));
            break;
        }
    return ways;
}

struct Line {
    std::size_t start, end;
};

class Search {
  public:
    Search(const document::Document& document, Misread misread, std::vector<Span>& found)
        : document_(document), text_(document.text), words_(wordSpans(document)), near_(document, misread), found_(found) {
        for (const auto& word : words_) foldedWords_.emplace_back(std::u32string_view(document.text).substr(word.start, word.end - word.start));
        gatherSeams();
    }

    void find(const std::u32string& string) {
        const FoldedText needle(string);
        if (!needle.searchable()) return findWholeWords(bare(string));
        for (const auto& span : text_.findAll(needle)) found_.push_back(span);
        findInsideWords(string, needle);
        findOverPages(needle);
        near_.find(needle, isNumber(string) ? NearText::Kind::number : NearText::Kind::words, found_);
    }

  private:
    struct Seam {
        std::u32string text;
        std::vector<std::size_t> source;  // per code point of text
    };

    void findWholeWords(const std::u32string& string) {
        if (string.empty()) return;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto word = written(words_[at]);
            if (bare(word) == string || (!isNumber(string) && hasPart(word, string))) found_.push_back(words_[at]);
            else if (const auto end = letterByLetter(at, string); end > at) found_.insert(found_.end(), words_.begin() + at, words_.begin() + end);
        }
    }

    std::u32string_view written(const Span& word) const { return std::u32string_view(document_.text).substr(word.start, word.end - word.start); }

    // "Bo's", "bo/pb": letters and digits between other characters.
    static bool hasPart(std::u32string_view word, const std::u32string& string) {
        std::u32string part;
        for (const char32_t character : word) {
            if (isLetterOrDigit(character)) part += lower(character);
            else if (part == string) return true;
            else part.clear();
        }
        return part == string;
    }

    // "B o": one behind the last of its letters; at: no.
    std::size_t letterByLetter(std::size_t at, const std::u32string& string) const {
        auto next = at;
        for (const char32_t letter : string) {
            if (next == words_.size() || bare(written(words_[next])) != std::u32string(1, letter)) return at;
            ++next;
        }
        return next - at > 1 ? next : at;
    }

    void findInsideWords(const std::u32string& string, const FoldedText& needle) {
        const bool anywhere = needle.characters().size() >= shortestInsideWords;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto& folded = foldedWords_[at].characters();
            if (folded.find(needle.characters()) == std::u32string::npos) continue;
            if (anywhere || folded.find(U'@') != std::u32string::npos || isInflected(words_[at], string)) found_.push_back(words_[at]);
        }
    }

    bool isInflected(const Span& word, const std::u32string& string) const {
        const auto text = bare(written(word)), stem = bare(string);
        return looksLikeAName(string) && document_.text.compare(word.start, 1, string, 0, 1) == 0 && text.compare(0, stem.size(), stem) == 0 &&
               text.size() <= stem.size() + longestEnding && u_isalpha(static_cast<UChar32>(text.back()));
    }

    void findOverPages(const FoldedText& needle) {
        for (const auto& seam : seams_)
            for (const auto& span : FoldedText(seam.text).findAll(needle)) {
                // Two words on two pages, not what stands between them.
                for (auto at = span.start; at < span.end; ++at)
                    if (!isSpace(seam.text[at])) found_.push_back({seam.source[at], seam.source[at] + 1});
            }
    }

    std::vector<Line> linesOf(const document::Page& page) const {
        std::vector<Line> lines;
        for (std::size_t start = page.start; start < page.end;) {
            const auto end = std::min(document_.text.find(U'\n', start), page.end);
            if (std::any_of(document_.text.begin() + static_cast<std::ptrdiff_t>(start), document_.text.begin() + static_cast<std::ptrdiff_t>(end),
                            [](char32_t character) { return !isSpace(character); }))
                lines.push_back({start, end});
            start = end + 1;
        }
        return lines;
    }

    // The end of each page with the beginning of the next, without a footer or a header between them.
    void gatherSeams() {
        for (std::size_t page = 0; page + 1 < document_.pages.size(); ++page) {
            const auto above = linesOf(document_.pages[page]), below = linesOf(document_.pages[page + 1]);
            for (std::size_t footer = 0; footer <= std::min(linesOfFrame, above.size()); ++footer)
                for (std::size_t header = 0; header <= std::min(linesOfFrame, below.size()); ++header) addSeam(above, footer, below, header);
        }
    }

    void addSeam(const std::vector<Line>& above, std::size_t footer, const std::vector<Line>& below, std::size_t header) {
        Seam seam;
        const auto last = above.size() - footer;
        for (auto at = last > linesOfSeam ? last - linesOfSeam : 0; at < last; ++at) add(seam, above[at]);
        for (auto at = header; at < std::min(below.size(), header + linesOfSeam); ++at) add(seam, below[at]);
        seams_.push_back(std::move(seam));
    }

    void add(Seam& seam, const Line& line) const {
        for (auto at = line.start; at < line.end; ++at) {
            seam.text += document_.text[at];
            seam.source.push_back(at);
        }
        seam.text += U'\n';
        seam.source.push_back(line.end);
    }

    const document::Document& document_;
    const FoldedText text_;
    const std::vector<Span> words_;
    std::vector<FoldedText> foldedWords_;
    std::vector<Seam> seams_;
    const NearText near_;
    std::vector<Span>& found_;
};

}  // namespace

std::vector<Span> findOccurrences(const document::Document& document, const std::vector<std::string>& strings, Misread misread) {
    std::vector<Span> found;
    Search search(document, misread, found);
    // Characters that turn the direction: what is shown reads the other way round.
    const bool turned = document.text.find_first_of(U"\u202D\u202E\u2067\u2068") != std::u32string::npos;
    for (const auto& string : strings)
        for (const auto& way : waysToWrite(document::toCodePoints(string))) {
            search.find(way);
            if (turned) search.find({way.rbegin(), way.rend()});
        }
    return found;
}

}  // namespace redaction::marks
