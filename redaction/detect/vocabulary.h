// The distinct words of a dossier, each looked up once in every list: recognisers ask a word of a text what it is, and
// not the lists. Knows nothing of the family.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/detect/word_signs.h"
#include "redaction/words/word.h"

namespace redaction::detect {

struct KinWord;

enum class Fact : std::uint8_t {  // which list or class of words it is in
    prefix, streetEnding, organisation, job, acronym, formLabel, calendar, givenName, familyName, place, water, ordinary, everyday, street, proper,
    health, neighbour, preposition, strictSaying, saying, clause, finiteVerb, pronoun,
    // It holds the letters that a number or name of such a kind needs; most words hold none.
    web, account, teen, spelledAge, years, opensAge, caseNumber, bornOn, bankCode, aged, child, decade, client, doctor, acknowledged, parent, plan, announces, knownInstitution, detention, euro, rarerStreet, somebody
};
inline bool holds(std::uint64_t facts, Fact fact) { return (facts >> static_cast<int>(fact) & 1u) != 0; }

struct WordFacts {
    std::uint64_t facts = 0;       // a bit for each Fact
    std::uint32_t hash = 0;
    std::uint32_t length = 0;
    const KinWord* kin = nullptr;       // nullptr: no relative
    const char* text = nullptr;
    std::uint8_t title = 0, organisation = static_cast<std::uint8_t>(Kind::other);  // a Title, a Kind
};

inline constexpr WordFacts kNoWord;

struct WordNotes {  // what a later reader looked up of each word, by its number
    virtual ~WordNotes() = default;
};

struct Word : words::Word {  // of a text, folded
    Word() = default;
    Word(std::string_view text, const WordFacts& known) : words::Word{{text}, known.hash}, facts(&known) {}
    bool is(Fact fact) const { return holds(facts->facts, fact); }

    const WordFacts* facts = &kNoWord;
};

class Vocabulary {
  public:
    static constexpr std::size_t kMostWords = (std::size_t{1} << 24) - 1;

    std::uint32_t add(std::string_view folded);  // its number; throws std::length_error when there are too many
    const WordFacts& operator[](std::size_t number) const { return blocks_[number / kBlock][number % kBlock]; }

    WordSigns& signsFor(const words::Expressions& expressions);  // which must stay where they are
    template <class Notes>
    Notes& notes() {  // of this reader, kept as long as the words
        for (const auto& notes : notes_)
            if (auto* mine = dynamic_cast<Notes*>(notes.get())) return *mine;
        return static_cast<Notes&>(*notes_.emplace_back(std::make_unique<Notes>()));
    }

  private:
    static constexpr std::size_t kBlock = 1024, kLetters = 1 << 16;
    struct Slot {
        std::uint32_t hash = 0, number = 0;  // number: from one; 0: free
    };
    std::uint32_t addNew(std::string_view folded, std::uint32_t hash);
    const char* keep(std::string_view folded);
    void grow();

    std::vector<std::unique_ptr<WordFacts[]>> blocks_;  // stay where they are
    std::vector<std::unique_ptr<char[]>> letters_;
    char* free_ = nullptr;
    std::size_t lettersLeft_ = 0, count_ = 0;
    std::vector<Slot> slots_;
    std::vector<std::unique_ptr<WordSigns>> signs_;
    std::vector<std::unique_ptr<WordNotes>> notes_;
};

}  // namespace redaction::detect
