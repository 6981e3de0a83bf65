// One word of a name: whether it is a name of the case, or looks like one, and not the ordinary word it also is.
#pragma once

#include "redaction/detect/name_chain.h"

namespace redaction::detect {

class NamePieces {
  public:
    explicit NamePieces(const NameContext& context) : c_(context), v_(context.view) {}

    // Known forms at token i: the word itself, its possessive, or one typing error away.
    std::vector<const NamePart*> knownParts(const Word& word, std::size_t i, bool& typo) const;
    // A name that a line end or a bad scan broke in two: "Brink-⏎huis", "Fem ke". Empty: none.
    std::vector<const NamePart*> brokenParts(const NameChain& chain, std::size_t i) const;
    // Is this really the name and not the word it looks like ("storm", "roos", "bakker")? chain: what was read before it.
    bool plausible(const NamePiece& piece, const NameChain& chain, std::size_t i) const;
    // A word the case does not know: a given name by the lists, or whatever stands after a title or initials. Sets the type.
    bool unknownPiece(NamePiece& piece, const NameChain& chain, std::size_t i) const;

  private:
    const Token& token(std::size_t i) const { return v_.tokens()[i]; }
    bool spaceBefore(std::size_t i) const { return i > 0 && v_.between(i - 1) == " "; }
    std::vector<const NamePart*> petForms(const Word& word, std::size_t i) const;
    bool introducedPerson(std::size_t i) const;
    bool opensAsVerb(std::size_t i) const;
    bool actsInNote(std::size_t i) const;
    bool standsAsPerson(std::size_t i) const;
    bool isSurnameInNote(const NamePiece& piece, const NameChain& chain, std::size_t i) const;
    bool followsLabel(std::size_t i) const;
    bool isForeignPair(const Word& word, std::size_t i) const;
    bool isPressName(const Word& word, std::size_t i) const;
    bool isFullName(const Word& word, std::size_t i) const;
    bool matchesWords(const NamePart& part, std::size_t i) const;
    bool isDate(std::size_t i) const;
    bool looksLikeName(std::size_t i) const;
    bool nextIsSamePerson(const NamePiece& piece, std::size_t i) const;
    bool isNamedInNote(const Word& word, std::size_t i) const;
    bool givenFollows(std::size_t i) const;
    bool isGivenName(const Word& word, std::size_t i) const;
    bool followedBySurname(std::size_t i) const;
    NamePiece::Type givenOrSurname(const NamePiece& piece, const NameChain& chain) const;

    const NameContext& c_;
    const TextView& v_;
};

}  // namespace redaction::detect
