// A text prepared for recognising: folded to one byte per code point (so that every offset is a code point), with its
// words and lines. Not a document: no pages, no boxes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/detect/vocabulary.h"

namespace redaction::detect {

struct Token {                     // a run of letters or digits; small, for there are as many as words
    std::size_t start : 40 = 0;
    bool capital : 1 = false;        // first letter is upper case
    bool allCaps : 1 = false;        // two or more letters, all upper case
    bool digits : 1 = false;         // only digits
    bool sentenceStart : 1 = false;
    std::size_t end : 40 = 0;
    std::size_t word : 24 = 0;       // its number in the vocabulary
    std::size_t length() const { return end - start; }
};

struct Line {  // without its line end
    std::size_t start = 0, end = 0;
    std::size_t firstToken = 0, lastToken = 0;  // token indices, last exclusive
    std::uint64_t facts = 0;                    // what any of its words is
    std::uint32_t digits = 0, longestNumber = 0;  // how many; of the longest run of them
    std::uint32_t dashes = 0;                   // and slashes
    bool at = false, underscore = false, bracket = false, equals = false, colon = false, money = false;  // '@', '_', ')', '=', ':', '$'
    bool has(Fact fact) const { return holds(facts, fact); }
};

class TextView {
  public:
    explicit TextView(std::u32string_view text);
    TextView(std::u32string_view text, std::shared_ptr<Vocabulary> vocabulary);  // one for all texts of a dossier

    const std::string& folded() const { return folded_; }  // lower case ASCII, diacritics gone
    const std::string& numbers() const { return numbers_.empty() ? folded_ : numbers_; }  // with "l2-O4-l985" read as the digits it was
    const std::vector<Token>& tokens() const { return tokens_; }
    const std::vector<Line>& lines() const { return lines_; }
    std::size_t size() const { return folded_.size(); }
    bool isUpper(std::size_t at) const { return upper_[at] != 0; }

    Word word(std::size_t token) const {           // folded; empty beyond the end
        if (token >= tokens_.size()) return {};
        const auto& t = tokens_[token];
        return Word(std::string_view(folded_.data() + t.start, t.end - t.start), (*vocabulary_)[t.word]);
    }
    // Calls visit(token) for every word that is so, in lines that have one; it returns the last token it read.
    template <class Visit>
    void eachWord(Fact fact, Visit visit) const {
        std::size_t next = 0;
        for (const auto& line : lines_) {
            if (!line.has(fact)) continue;
            for (auto i = std::max(next, line.firstToken); i < line.lastToken; ++i, next = i)
                if ((*vocabulary_)[tokens_[i].word].facts >> static_cast<int>(fact) & 1u) i = visit(i);
        }
    }
    words::Slice between(std::size_t token) const {  // what stands between token and the next
        if (token + 1 >= tokens_.size()) return std::string_view("\n");
        const std::size_t from = tokens_[token].end;
        return std::string_view(folded_.data() + from, tokens_[token + 1].start - from);
    }
    words::Slice slice(std::size_t start, std::size_t end) const { return std::string_view(folded_).substr(start, end - start); }
    WordSigns& signsFor(const words::Expressions& expressions) const { return vocabulary_->signsFor(expressions); }
    template <class Notes>
    Notes& notes() const { return vocabulary_->notes<Notes>(); }
    std::size_t tokenAt(std::size_t offset) const {      // first token with end > offset
        if (offset >= folded_.size()) return tokens_.size();
        std::size_t token = blocks_[offset / kBlock];
        while (token < tokens_.size() && tokens_[token].end <= offset) ++token;
        return token;
    }
    std::size_t lineAt(std::size_t offset) const;        // the line that holds offset

  private:
    void read();
    std::size_t readToken(std::size_t start, bool opensSentence, Line& line);  // returns its end
    bool repairDigits(const Token& token);
    void closeLine(Line& line, std::size_t end);
    void noteBlocks();
    static constexpr std::size_t kBlock = 64;

    std::string folded_, upper_, numbers_;  // numbers_: empty where it is the same as folded_
    std::vector<Token> tokens_;
    std::vector<Line> lines_;
    std::vector<std::uint32_t> blocks_;  // tokenAt() of every so many code points
    std::shared_ptr<Vocabulary> vocabulary_;  // owned by the views of one dossier together
};

std::string fold(std::string_view utf8);      // the same folding for what the case knows
std::vector<std::string> foldedWords(std::string_view utf8);

}  // namespace redaction::detect
