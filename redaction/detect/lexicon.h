// Which words are names, places or ordinary Dutch words, from the lists of Debian's frogdata and wdutch. Where a list is
// not there the answers are "no": recognition then rests on titles, capitals and what the case knows.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "redaction/detect/vocabulary.h"

namespace redaction::detect {

// A set of folded words, kept as hashes: small, and quick to load and to ask.
class WordSet {
  public:
    explicit WordSet(Fact fact) : fact_(fact) {}  // by which a word of a text is known to be in it
    void addFile(const std::filesystem::path& file);       // one entry a line; keeps those with a capital or not alike
    void addLowerCase(const std::filesystem::path& file);  // only entries that are written in lower case
    void addCapitals(const std::filesystem::path& file);   // only entries that are written with a capital
    void addFrequent(const std::filesystem::path& file, int fewest);  // "count word …" a line, the most frequent first
    void finish();
    bool has(std::string_view folded) const;
    bool has(const Word& word) const { return word.is(fact_); }
    std::size_t size() const { return count_; }

  private:
    std::size_t slotOf(std::uint64_t hash) const;  // where it stands, or the free slot where it would

    std::vector<std::uint64_t> hashes_;  // until finish()
    std::vector<std::uint32_t> slots_;   // fingerprints, open addressing, a power of two; 0: free
    std::size_t count_ = 0;
    Fact fact_;
};

struct Lexicon {
    WordSet givenNames{Fact::givenName}, familyNames{Fact::familyName}, places{Fact::place}, ordinary{Fact::ordinary};
    WordSet waters{Fact::water};      // also names of rivers, hamlets and regions
    WordSet streets{Fact::street};    // whole names: "op den dries"
    WordSet proper{Fact::proper};     // countries, languages, feasts, makes: with a capital in the dictionary
    WordSet everyday{Fact::everyday};  // the ordinary words that are often used: "roos" and "wil", not "aga"
};

const Lexicon& lexicon();  // read once, at first use

}  // namespace redaction::detect
