#include "redaction/detect/name_middle.h"

#include <algorithm>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"

namespace redaction::detect {

namespace {

bool isDotted(const TextView& v, std::size_t i) { return v.tokens()[i].end < v.size() && v.folded()[v.tokens()[i].end] == '.'; }

bool isInitial(const TextView& v, std::size_t i) { return v.tokens()[i].length() == 1 && v.tokens()[i].capital && !v.tokens()[i].digits && isDotted(v, i); }

}  // namespace

std::size_t calledInBrackets(const NameContext& context, std::size_t token) {
    const auto& v = context.view;
    const auto& tokens = v.tokens();
    auto at = token;
    if (at > 0 && at < tokens.size() && v.between(at - 1) == " " && isInitial(v, at) && v.between(at) == ". (") ++at;
    if (at == 0 || at + 1 >= tokens.size() || !(v.between(at - 1) == " (" || v.between(at - 1) == ". (") || v.between(at) != ") ") return 0;
    if (!tokens[at].capital || tokens[at].length() < 2 || !(tokens[at + 1].capital || isNamePrefix(v.word(at + 1))) || kinWord(v.word(at)).kin != Kin::none) return 0;
    if (!context.people.partsOf(v.word(at)) && !lexicon().givenNames.has(v.word(at))) return 0;
    auto surname = at + 1;
    while (surname < at + 1 + kMaxPrefixes && isNamePrefix(v.word(surname)) && v.between(surname) == " ") ++surname;
    if (surname >= tokens.size() || !tokens[surname].capital || !(context.people.partsOf(v.word(surname)) || lexicon().familyNames.has(v.word(surname)))) return 0;
    return at;
}

bool isGivenInBrackets(const NameContext& context, std::size_t token) {
    const auto& v = context.view;
    const bool goesOn = v.between(token) == ") " && (v.tokens()[token + 1].capital || isNamePrefix(v.word(token + 1)));
    return !v.tokens()[token].digits && v.tokens()[token].length() > 1 && (goesOn || context.people.partsOf(v.word(token)));
}

bool isMiddleInitial(const NameContext& context, std::size_t token) {
    const auto& v = context.view;
    if (token == 0 || token + 1 >= v.tokens().size() || v.between(token - 1) != " " || !isInitial(v, token) || v.between(token) != ". ") return false;
    const auto* parts = v.tokens()[token + 1].capital ? context.people.partsOf(v.word(token + 1)) : nullptr;
    return parts && std::any_of(parts->begin(), parts->end(), [](const NamePart& p) { return p.part == Part::family || p.part == Part::partnerFamily; });
}

bool opensAnotherName(const NameContext& context, std::size_t token) {
    const auto& v = context.view;
    const auto next = token + 1;
    if (next >= v.tokens().size() || v.tokens()[next].length() < 2) return false;
    return v.between(token) == "." || (v.between(token) == ". " && v.tokens()[next].capital && lexicon().familyNames.has(v.word(next)) && !lexicon().ordinary.has(v.word(next)));
}

bool isLowerInitial(const NameContext& context, std::size_t token) {
    const auto& v = context.view;
    const auto next = v.word(token + 1);
    const bool bare = v.between(token) == " " && (token == 0 || v.between(token - 1) == ": " || v.between(token - 1) == "\n");  // "Van: m tesfay"
    return (bare || (isDotted(v, token) && v.between(token) == ". ")) && next.size() > 3 && !v.tokens()[token + 1].capital && !lexicon().ordinary.has(next) && context.people.partsOf(next) && !isNamePrefix(v.word(token));
}

bool isOwnedWord(const NameContext& context, std::size_t token) {
    if (token == 0 || context.view.between(token - 1) != " ") return false;
    const auto w = context.view.word(token - 1);
    return w == "zijn" || w == "haar" || w == "hun" || w == "mijn" || w == "jouw" || w == "je" || w == "uw" || w == "onze" || w == "zn" || w == "mn";
}

bool sharePerson(const NamePiece& a, const NamePiece& b) {
    for (const auto* x : a.parts)
        for (const auto* y : b.parts)
            if (x->person == y->person) return true;
    return false;
}

}  // namespace redaction::detect
