#include "redaction/detect/name_pieces.h"

#include <algorithm>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/near_words.h"
#include "redaction/detect/organisation_words.h"
#include "redaction/detect/sentence_words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {
constexpr std::size_t kShortestForTypo = 5, kShortestForScan = 4;
}

std::vector<const NamePart*> NamePieces::knownParts(const Word& word, std::size_t i, bool& typo) const {
    std::vector<const NamePart*> found;
    const auto collect = [&](const auto& key) {
        if (const auto* parts = c_.people.partsOf(key))
            for (const auto& part : *parts)
                if (matchesWords(part, i)) found.push_back(&part);
    };
    collect(word);
    if (found.empty() && word.size() > 3 && word.back() == 's') collect(word.substr(0, word.size() - 1));
    constexpr std::size_t kShortestLowerCase = 6;  // "sibren" for Sybren, in a text with capitals
    const bool written = token(i).capital || c_.hurried[i] || (word[0] >= '0' && word[0] <= '9');  // "0rlando"
    if (!found.empty() || !(written || word.size() >= kShortestLowerCase) || isCalendarWord(word)) return found;
    const bool namedHere = token(i).capital && !token(i).sentenceStart && lexicon().givenNames.has(word) && !lexicon().everyday.has(word);  // "Salam" for Selam
    if (lexicon().ordinary.has(word) && !namedHere) return found;
    if (!written) {
        for (const auto& near : nearWords(c_.people.nameWords(), word)) collect(near);
        found.erase(std::remove_if(found.begin(), found.end(), [](const NamePart* p) { return p->part != Part::given && p->part != Part::nickname; }), found.end());
        typo = !found.empty();
        return found;
    }
    if (word.size() >= kShortestForScan)
        if (const auto* same = c_.people.scannedAs(asScanned(word)))
            for (const auto& name : *same) collect(name);
    if (const auto* same = word.size() == kShortestForScan && found.empty() ? c_.people.heardAs(asHeard(word)) : nullptr)
        for (const auto& name : *same)
            if (name[0] == word[0] && name.size() == word.size()) collect(name);
    if (found.empty() && word.size() >= kShortestForTypo) {
        for (const auto& near : nearWords(c_.people.nameWords(), word)) collect(near);
        if (const auto* same = c_.people.heardAs(asHeard(word)); same && found.empty())
            for (const auto& name : *same)
                if (name[0] == word[0] || name.size() >= kShortestForTypo) collect(name);
    }
    if (found.empty()) found = petForms(word, i);
    typo = !found.empty();
    return found;
}

// "Oli", "Kubus": of one person of the family only, and no given name of its own.
std::vector<const NamePart*> NamePieces::petForms(const Word& word, std::size_t i) const {
    std::vector<const NamePart*> found;
    const auto* names = word.size() >= 3 && !lexicon().givenNames.has(word) && !token(i).allCaps ? c_.people.petFormOf(word) : nullptr;
    if (!names || lexicon().places.has(word)) return found;
    for (const auto& name : *names)
        if (isPetForm(word, name))
            for (const auto& part : *c_.people.partsOf(name))
                if ((part.part == Part::given || part.part == Part::nickname) && c_.people.isFamily(part.person)) found.push_back(&part);
    const bool one = std::all_of(found.begin(), found.end(), [&](const NamePart* p) { return p->person == found.front()->person; });
    return one ? found : std::vector<const NamePart*>();
}

namespace {
bool opensNameWord(const std::vector<std::string>& sorted, std::string_view opening) {
    const auto it = std::lower_bound(sorted.begin(), sorted.end(), opening);
    return it != sorted.end() && std::string_view(*it).substr(0, opening.size()) == opening;
}
}  // namespace

std::vector<const NamePart*> NamePieces::brokenParts(const NameChain& chain, std::size_t i) const {
    std::vector<const NamePart*> found;
    const auto between = v_.between(i);
    const bool atLineEnd = between == "-\n" || between == "- \n", apart = between == " ";
    if (!(token(i).capital || c_.hurried[i]) || !(atLineEnd || apart) || token(i + 1).capital) return found;
    if (!c_.people.mayOpenName(v_.word(i)) || !opensNameWord(c_.people.nameWords(), v_.word(i))) return found;
    const std::string word(v_.word(i)), rest(v_.word(i + 1)), whole = word + rest;
    const bool follows = !chain.pieces.empty() && !c_.people.partsOf(word);
    if (whole.size() < kShortestForTypo || (apart && lexicon().ordinary.has(rest) && !follows)) return found;
    if (const auto* parts = c_.people.partsOf(whole))
        for (const auto& part : *parts)
            if (part.words.size() == 1 && part.part != Part::glued) found.push_back(&part);
    return found;
}

bool NamePieces::matchesWords(const NamePart& part, std::size_t i) const {
    for (std::size_t k = 1; k < part.words.size(); ++k)
        if (v_.word(i + k) != part.words[k] || v_.between(i + k - 1).size() != 1) return false;
    return true;
}

// "3 jan", "Jan 2026"; but "Jan" is also a name, as most other words of the calendar are not.
bool NamePieces::isDate(std::size_t i) const {
    if (!isCalendarWord(v_.word(i))) return false;
    if (v_.word(i) != "jan") return true;
    const bool before = i > 0 && token(i - 1).digits && v_.between(i - 1).size() == 1, behind = i + 1 < v_.tokens().size() && token(i + 1).digits && v_.between(i).size() <= 2;
    return before || behind || !token(i).capital;
}

bool NamePieces::looksLikeName(std::size_t i) const {
    constexpr std::size_t kLongestCode = 5;
    const auto& t = token(i);
    if (t.length() <= kLongestCode && t.capital && !t.allCaps && v_.isUpper(t.end - 1)) return false;  // "NvtH": letters for a name
    return !t.digits && t.length() >= 2 && (t.capital || (c_.hurried[i] && !lexicon().ordinary.has(v_.word(i)))) && !isDate(i);
}

bool NamePieces::plausible(const NamePiece& piece, const NameChain& chain, std::size_t i) const {
    const bool first = chain.pieces.empty();
    const auto& t = token(i);
    const bool introduced = chain.title != Title::none || !chain.initials.empty() || !first;
    const bool common = lexicon().ordinary.has(piece.word) || lexicon().ordinary.has(v_.word(i));
    const auto before = i > 0 && spaceBefore(i) ? v_.word(i - 1) : Word();
    const bool family = std::all_of(piece.parts.begin(), piece.parts.end(), [](const NamePart* p) { return p->part != Part::given && p->part != Part::nickname; });
    if (t.capital) {
        if (isDate(i) && !introduced) return false;
        if (isNamePrefix(piece.word) && t.sentenceStart && !introduced) return false;
        if (common && !introduced && (before == "een" || before == "geen" || before == "oude" || before == "elke" || before == "iedere")) return false;
        if (!common || introduced || !piece.prefix.empty()) return true;
        if (t.allCaps) return true;
        if (family) return !t.sentenceStart || givenFollows(i) || standsAsPerson(i);
        return !(t.sentenceStart && opensAsVerb(i));
    }
    if (nextIsSamePerson(piece, i)) return true;  // "ab jansen", "roos-jansen"
    if (introduced && (chain.title != Title::kin || !common)) return !common || chain.title != Title::none || c_.hurried[i];
    const bool everyday = lexicon().everyday.has(piece.word) || lexicon().everyday.has(v_.word(i));
    static const words::Set articles{"een", "de", "het", "t", "n", "geen", "deze", "die"};
    if (common && !family && c_.hurried[i] && !everyday) return piece.word.size() >= 3 && !articles.count(before);
    if (common && family && chain.afterJob && c_.hurried[i] && spaceBefore(i) && !isFiniteVerb(v_.word(i))) return true;  // "bewindvoerder kramer"
    if (common) return !family && c_.hurried[i] && !blocksCommonWord(before) && (piece.word.size() >= 4 || (t.sentenceStart && actsInNote(i)));
    if (family) return piece.word.size() >= 5 || c_.hurried[i];
    return piece.word.size() >= 3;
}

// "Wil meewerken", "Mag niet": a word that is a name and a verb opens the sentence as a verb.
bool NamePieces::opensAsVerb(std::size_t i) const {
    if (!lexicon().everyday.has(v_.word(i)) || v_.between(i) != " ") return false;
    static const words::Set behind{"niet", "wel", "graag", "geen", "dat", "hij", "zij", "ze", "je", "jij", "u", "de", "het", "een", "zelf", "nog", "er", "meer", "liever", "alleen", "mijn", "zijn", "haar", "ik", "we"};
    const auto next = v_.word(i + 1);
    if (v_.word(i) != "wil" && v_.word(i) != "mag" && v_.word(i) != "will") return false;
    return behind.count(next) != 0 || (next.size() > 5 && next.substr(next.size() - 2) == "en" && lexicon().ordinary.has(next));
}

// "(Mulder)", "Kuiper meldt dat", "Afspraak: Kuiper belt": a surname that is a word too.
bool NamePieces::standsAsPerson(std::size_t i) const {
    const auto before = i > 0 ? v_.between(i - 1) : words::Slice("\n"), after = v_.between(i);
    if (before.ends_with("(") && after.starts_with(")")) return true;
    const auto next = v_.word(i + 1);
    return after == " " && (isStrictSaying(next) || actsInNote(i)) && (!lexicon().everyday.has(v_.word(i)) || isStrictSaying(next));
}

bool NamePieces::nextIsSamePerson(const NamePiece& piece, std::size_t i) const {
    const auto between = v_.between(i);
    if (between != " " && between != "-" && between != "_" && between != ".") return false;
    auto next = i + 1;
    while (between == " " && next < i + 1 + kMaxPrefixes && isNamePrefix(v_.word(next)) && v_.between(next) == " ") ++next;
    const auto* parts = c_.people.partsOf(v_.word(next));
    if (!parts || (between == " " && !c_.hurried[i] && (token(i).capital || token(next).capital))) return false;
    return std::any_of(piece.parts.begin(), piece.parts.end(), [&](const NamePart* a) {
        return std::any_of(parts->begin(), parts->end(), [&](const NamePart& b) { return a->person == b.person && a->words != b.words; });
    });
}

bool NamePieces::givenFollows(std::size_t i) const {  // "Jansen, Piet", "Bakker, R.H."
    const auto next = i + 1;
    if (next >= v_.tokens().size() || v_.between(i) != ", " || !token(next).capital) return false;
    return c_.people.partsOf(v_.word(next)) || (token(next).length() == 1 && v_.between(next).starts_with("."));
}

bool NamePieces::unknownPiece(NamePiece& piece, const NameChain& chain, std::size_t i) const {
    const bool first = chain.pieces.empty();
    const bool titledNote = first && c_.hurried[i] && !piece.word.is(Fact::preposition) && !opensClause(piece.word) && !(isFiniteVerb(piece.word) && lexicon().ordinary.has(piece.word)) && (chain.title == Title::female || chain.title == Title::male || chain.title == Title::inFunction) && piece.word.size() >= 3;
    const bool word = lexicon().ordinary.has(piece.word) && !lexicon().familyNames.has(piece.word);
    const auto& t = token(i);
    if (isSurnameInNote(piece, chain, i)) {
        piece.type = NamePiece::Type::unknownSurname;
        return true;
    }
    if ((!looksLikeName(i) && !(titledNote && !word)) || isStreetEnding(piece.word)) return false;
    if (first) {
        if (chain.title == Title::kin && !t.capital && c_.hurried[i]) {  // "tante truus"
            piece.type = NamePiece::Type::unknownGiven;
            return lexicon().givenNames.has(piece.word);
        }
        if (chain.title != Title::none && (t.capital || (chain.title != Title::kin && chain.title != Title::neutral)) && !(chain.title == Title::neutral && !t.capital)) {
            piece.type = chain.title == Title::kin || chain.title == Title::inFunction ? givenOrSurname(piece, chain) : NamePiece::Type::unknownSurname;
            return t.capital || c_.hurried[i];
        }
        if (!chain.initials.empty()) {
            piece.type = NamePiece::Type::unknownSurname;
            const bool listed = lexicon().familyNames.has(piece.word) && (introducedPerson(chain.firstToken) || !lexicon().everyday.has(piece.word));
            if (t.sentenceStart && lexicon().ordinary.has(piece.word) && !listed) return false;
            return t.capital && (chain.initials.size() > 1 || !t.allCaps || lexicon().familyNames.has(piece.word));
        }
        piece.type = NamePiece::Type::unknownGiven;
        if (t.capital && piece.prefix.empty() && !word && (chain.afterJob || followsLabel(i))) {
            piece.type = givenOrSurname(piece, chain);
            const bool bySurname = chain.afterJob && lexicon().familyNames.has(piece.word) && spaceBefore(i) && v_.word(i - 1).size() > 4;  // "Verbalisant Bos"
            return !t.allCaps && !namesOrganisation(piece.word) && !isFormLabel(piece.word) && !lexicon().places.has(piece.word) && (bySurname || !lexicon().everyday.has(piece.word));
        }
        return (t.capital || isNamedInNote(piece.word, i)) && piece.prefix.empty() && (isGivenName(piece.word, i) || isFullName(piece.word, i) || isPressName(piece.word, i));
    }
    if (!t.capital || t.sentenceStart || (t.allCaps && (isFiniteVerb(piece.word) || isStrictSaying(piece.word)))) return false;
    if (namesOrganisation(piece.word) || (t.allCaps && lexicon().ordinary.has(piece.word) && !lexicon().familyNames.has(piece.word))) return false;
    piece.type = givenOrSurname(piece, chain);
    return true;
}

// "Tolk: Xaveria", "Aan: Berhane": what stands behind such a label is a person's name.
bool NamePieces::followsLabel(std::size_t i) const {
    static const words::Set labels{"naam", "melder", "meldster", "aan", "van", "cc", "door", "tolk", "mentor", "contactpersoon", "voogd", "gezinsvoogd", "behandelaar", "afzender", "roepnaam", "leerkracht",
                                                             "opgesteld", "ondertekend", "getekend", "aanwezig", "huisarts", "partner", "moeder", "vader", "kind", "informant", "getuige", "verslag", "notulist", "voorzitter", "wijkagent"};
    return i > 0 && v_.between(i - 1) == ": " && labels.count(v_.word(i - 1)) != 0;
}

// "verdachte |Sem K.|, 19 jaar": a name as the papers write it.
bool NamePieces::isPressName(const Word& word, std::size_t i) const {
    const auto& t = token(i);
    if (t.allCaps || t.sentenceStart || word.size() < 3 || lexicon().everyday.has(word) || namesOrganisation(word) || isFormLabel(word) || isAcronym(word) || titleOf(word) != Title::none || i + 1 >= v_.tokens().size()) return false;
    const auto after = v_.between(i + 1);
    return token(i + 1).length() == 1 && token(i + 1).capital && !token(i + 1).digits && v_.between(i) == " " && after.starts_with(".") && !(after == ". " && i + 2 < v_.tokens().size() && token(i + 2).capital);
}

// A given name no list has, by the surname behind it: "Har Op 't Veld", "Xanthe Postma".
bool NamePieces::isFullName(const Word& word, std::size_t i) const {
    const auto& t = token(i);
    static const words::Set greetings{"goeiemorgen", "goedemorgen", "goeiemiddag", "goedemiddag", "goeienavond", "goedenavond", "hallo", "hoi", "hey", "lieve", "liefste", "beste", "geachte", "dag"};
    if (t.allCaps || word.size() < 3 || lexicon().everyday.has(word) || lexicon().places.has(word) || greetings.count(word)) return false;
    if (titleOf(word) != Title::none || isJobWord(word) || namesOrganisation(word) || isNamePrefix(word) || isFormLabel(word) || isStreetEnding(word) || c_.people.partsOf(word)) return false;
    auto next = i + 1;
    while (next < v_.tokens().size() && (v_.between(next - 1) == " " || v_.between(next - 1) == " '") && isNamePrefix(v_.word(next))) ++next;
    if (next >= v_.tokens().size() || v_.between(next - 1) != " " || !token(next).capital || token(next).allCaps || isStreetEnding(v_.word(next)) || isCalendarWord(v_.word(next)) || namesOrganisation(v_.word(next))) return false;
    const bool surname = lexicon().familyNames.has(v_.word(next)) && !lexicon().everyday.has(v_.word(next));
    if (t.sentenceStart && lexicon().ordinary.has(word) && !lexicon().givenNames.has(word)) return next > i + 1 && lexicon().familyNames.has(v_.word(next)) && word.size() <= 6;
    if (next == i + 1 && isForeignPair(word, i)) return true;
    if (next == i + 1 && surname && lexicon().givenNames.has(word)) return true;
    if (next == i + 1) return surname && !lexicon().ordinary.has(word) && !lexicon().places.has(v_.word(next));
    return surname || (word.size() <= 6 && !lexicon().ordinary.has(word)) || (lexicon().givenNames.has(word) && !t.sentenceStart);
}

// "Tsegay Woldu": two words in a row that stand in no list.
bool NamePieces::isForeignPair(const Word& word, std::size_t i) const {
    static const words::Set before{"via", "op", "het", "de", "een", "in", "te", "naar", "uit", "bij", "per"};
    const auto strange = [&](const Word& w) { return w.size() > 2 && !lexicon().ordinary.has(w) && !lexicon().places.has(w) && !lexicon().waters.has(w) && !isAcronym(w) && organisationKind(w) == Kind::other && !isStreetEnding(w); };
    if (!strange(word) || !strange(v_.word(i + 1)) || token(i + 1).allCaps || token(i + 1).sentenceStart) return false;
    return i == 0 || v_.between(i - 1) != " " || !before.count(v_.word(i - 1));
}

NamePiece::Type NamePieces::givenOrSurname(const NamePiece& piece, const NameChain& chain) const {
    return piece.prefix.empty() && chain.pieces.empty() && lexicon().givenNames.has(piece.word) ? NamePiece::Type::unknownGiven
                                                                                               : NamePiece::Type::unknownSurname;
}

// "buurman |L. Dam|", "- |J. Wit|": a letter with a dot that stands for a given name, and ends no sentence.
bool NamePieces::introducedPerson(std::size_t i) const {
    if (i == 0 || v_.between(i - 1).find('\n') != std::string_view::npos) return true;
    const auto between = v_.between(i - 1);
    const auto before = v_.word(i - 1);
    return between == ": " || between == ", " || between == " - " || between == " (" || isJobWord(before) || kinWord(before).kin != Kin::none || before == "door" || before == "namens";
}

bool NamePieces::isGivenName(const Word& word, std::size_t i) const {
    const auto& t = token(i);
    if (t.allCaps && t.length() < 4) return false;
    const std::string_view stem = word.size() > 3 && word.back() == 's' && !lexicon().givenNames.has(word) ? std::string_view(word).substr(0, word.size() - 1) : std::string_view(word);
    static const words::Set animals{"hond", "poes", "kat", "konijn", "cavia", "pony", "paard", "hamster", "goudvis", "parkiet", "puppy", "kater"};
    if (!lexicon().givenNames.has(stem) || stem.size() < 3 || (spaceBefore(i) && animals.count(v_.word(i - 1)))) return false;
    if (titleOf(word) != Title::none || isJobWord(word) || namesOrganisation(word) || isNamePrefix(word) || isFormLabel(word)) return false;
    const bool common = lexicon().ordinary.has(word) || lexicon().ordinary.has(stem) || lexicon().places.has(word);
    if (!common) return true;
    if (c_.hurried[i] && !t.capital) return true;  // isNamedInNote has judged it
    if (t.sentenceStart && !t.allCaps && !lexicon().everyday.has(word) && (actsInNote(i) || v_.word(i + 1) == "van")) return true;  // "Geert van de fietsenmaker"
    if (t.sentenceStart && !t.allCaps && !lexicon().everyday.has(word) && i + 2 < v_.tokens().size() && token(i + 1).length() == 1 && token(i + 1).capital && v_.between(i) == " " && v_.between(i + 1).starts_with(".")) return true;  // "Puck W."
    if (t.sentenceStart || t.allCaps) return false;
    if (i > 2 && spaceBefore(i) && v_.word(i - 1) == "en" && spaceBefore(i - 1) && token(i - 2).capital && lexicon().givenNames.has(v_.word(i - 2)) && !lexicon().everyday.has(v_.word(i - 2))) return true;  // "Ans en |Ton|"
    static const words::Set before{"met", "aan", "en", "voor", "tegen", "volgens", "door", "vriend", "vriendin", "broer", "zus", "collega", "zoon", "dochter", "op", "heet", "genaamd", "dat", "als", "of"};
    static const words::Set placed{"in", "te", "uit", "naar", "op", "bij", "via", "vanuit", "vanaf", "rond", "de", "het", "een"};
    if (!lexicon().everyday.has(word) && !lexicon().places.has(word) && word == stem && spaceBefore(i) && !placed.count(v_.word(i - 1))) return true;  // a capital inside the sentence
    const bool someone = spaceBefore(i) && before.count(v_.word(i - 1)) != 0 && !lexicon().everyday.has(word) && !lexicon().places.has(word) && word == stem;
    return someone || followedBySurname(i);
}

bool NamePieces::followedBySurname(std::size_t i) const {
    auto next = i + 1;
    while (next < i + 1 + kMaxPrefixes && v_.between(next - 1) == " " && isNamePrefix(v_.word(next))) ++next;
    return next < v_.tokens().size() && v_.between(next - 1) == " " && token(next).capital && !isStreetEnding(v_.word(next)) &&
           (lexicon().familyNames.has(v_.word(next)) || c_.people.partsOf(v_.word(next)));
}

}  // namespace redaction::detect
