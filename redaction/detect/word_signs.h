// Which expressions of a set may match in a line or passage, by the words in it: what a word holds of their literals is
// looked up once for each distinct word of a dossier.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "redaction/words/expressions.h"

namespace redaction::detect {

class TextView;

class WordSigns {  // of one set of expressions and one vocabulary
  public:
    struct Sign {
        std::uint32_t literal = 0;
        std::int32_t from = 0, length = 0;  // where the literal begins, from the start of the word
        bool inside = false;                // all of it is in the word
        char edge = 0;                      // the letter of it farthest from the word, looked at first
        std::int32_t edgeAt = 0;            // from where the literal begins
        unsigned char next = 0;                      // with what the word behind begins; 0: the literal does not reach it
    };
    explicit WordSigns(const words::Expressions& expressions) : expressions_(expressions), possible_(expressions) {}
    const words::Expressions& expressions() const { return expressions_; }
    words::Possible& possible() { return possible_; }  // one for all texts, which are read one after another
    struct List {
        std::uint32_t first = kUnknown;
        std::uint32_t keys = 0, others = 0;  // signs of literals that are keys come first
    };
    template <class WordOf>
    List of(std::size_t number, WordOf word) {  // the word's number in the vocabulary; itself, where it is new
        if (number >= lists_.size()) lists_.resize(2 * number + 16);
        auto& list = lists_[number];
        if (list.first == kUnknown) read(list, word());
        return list;
    }
    std::span<const Sign> keysOf(const List& list) const { return {signs_.data() + list.first, list.keys}; }
    std::span<const Sign> othersOf(const List& list) const { return {signs_.data() + list.first + list.keys, list.others}; }

  private:
    static Sign signOf(std::uint32_t literal, std::int32_t from, std::string_view text, std::size_t wordLength);
    static constexpr std::uint32_t kUnknown = static_cast<std::uint32_t>(-1);
    void read(List& list, std::string_view word);

    const words::Expressions& expressions_;
    words::Possible possible_;
    std::vector<List> lists_;  // by number of the word
    std::vector<Sign> signs_;  // of one word after another: of literals that are keys, and the others, each in the order of `next`
};

class PossibleExpressions {
  public:
    PossibleExpressions(const words::Expressions& expressions, const TextView& view);
    // The expressions that may match in [start, end), in order; holds until the next call.
    const std::vector<words::Possible::Found>& in(std::size_t start, std::size_t end);

  private:
    template <class Take>
    void eachThatStands(std::span<const WordSigns::Sign> signs, std::size_t token, std::size_t start, std::size_t end, Take take) const;
    bool stands(const WordSigns::Sign& sign, std::size_t word, std::size_t start, std::size_t end) const;

    const TextView& v_;
    WordSigns& signs_;
    words::Possible& possible_;
    std::size_t token_ = 0;  // the first of the stretch before: stretches come in order, mostly
    struct Later {
        std::size_t token = 0;
        WordSigns::List list;
    };
    std::vector<Later> later_;  // words of the stretch with signs of literals that are no keys
};

}  // namespace redaction::detect
