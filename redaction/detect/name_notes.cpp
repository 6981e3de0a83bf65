// Names in hurried notes, which are written without capitals: the words around tell.
#include <string>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_pieces.h"
#include "redaction/detect/sentence_words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

// "wil doet me denken aan": what opens a line and acts is a person.
bool NamePieces::actsInNote(std::size_t i) const {
    static const words::Set verbs{"is", "was", "heeft", "had", "doet", "deed", "zegt", "zei", "komt", "kwam", "gaat", "ging", "kan", "kon", "moet", "belt", "belde", "appt", "mailt", "vraagt",
                                                            "vroeg", "vertelt", "geeft", "gaf", "wordt", "ziet", "denkt", "vindt", "krijgt", "kreeg", "zit", "slaapt", "huilt", "lacht", "woont", "werkt", "stond", "staat", "liep", "loopt", "keek", "kijkt", "sprak", "spreekt", "wilde", "wil", "speelt", "speelde", "at", "eet", "reed", "rijdt", "bracht", "haalde", "bleef", "leest", "schrijft", "schreef", "tekent", "tekende", "oefent", "blijft", "weet", "stuurt", "haalt", "brengt"};
    return v_.between(i) == " " && verbs.count(v_.word(i + 1)) != 0;
}

// "bewindvoerder |kramer| gebeld", "mail van karin |de boer|", "overleg met |van dijk|": in a note without capitals.
bool NamePieces::isSurnameInNote(const NamePiece& piece, const NameChain& chain, std::size_t i) const {
    static const words::Set never{"hele", "laatste", "eerste", "volgende", "andere", "enige", "beste", "auto", "dag", "deur", "hond", "straat", "school", "politie", "kinderen", "groep", "klas", "week", "nacht", "tijd", "huis"};
    const auto& t = token(i);
    const auto& w = piece.word;
    if (!c_.hurried[i] || t.capital || t.digits || w.size() < 3 || !lexicon().familyNames.has(w) || w.is(Fact::preposition) || isPersonalPronoun(w) || never.count(w) || isCalendarWord(w) || kinWord(w).kin != Kin::none) return false;
    const bool common = lexicon().everyday.has(w) || isFiniteVerb(w);
    if (chain.pieces.empty()) {
        if (chain.title != Title::none || !chain.initials.empty()) return false;
        if (piece.prefix.empty()) return chain.afterJob && !common && !lexicon().places.has(w);
        static const words::Set before{"met", "door", "bij", "van", "aan", "namens", "volgens"};  // "met van dijk": no other word follows two such
        const auto first = chain.firstToken;
        return piece.prefix.starts_with("va") && first > 0 && v_.between(first - 1) == " " && before.count(v_.word(first - 1)) != 0 && v_.word(first - 1) != "van" && !lexicon().places.has(w);
    }
    const auto& given = chain.pieces.back();
    const bool isGiven = chain.pieces.size() == 1 && (given.type == NamePiece::Type::given || given.type == NamePiece::Type::unknownGiven) && lexicon().givenNames.has(given.word) && !lexicon().everyday.has(given.word);
    const bool linked = piece.prefix.starts_with("d") || piece.prefix.starts_with("v") || piece.prefix.starts_with("te") || piece.prefix == "el" || piece.prefix == "al";
    static const words::Set introduces{"met", "van", "door", "aan", "bij", "voor", "en", "tegen", "namens", "volgens", "over"};
    const auto opens = chain.firstToken;
    if (piece.prefix == "de" && !(opens > 0 && v_.between(opens - 1) == " " && introduces.count(v_.word(opens - 1)))) return false;  // "jolanda de wekker is gelukt"
    return isGiven && spaceBefore(i) && (linked || (piece.prefix.empty() && !common && !lexicon().ordinary.has(w)));
}

// "fietst met pim": in a note without capitals a given name behind such a word.
bool NamePieces::isNamedInNote(const Word& word, std::size_t i) const {
    static const words::Set before{"met", "bij", "door", "van", "naar", "aan", "en", "collega", "vriend", "vriendin", "broer", "zus", "zoon", "dochter", "buurman", "buurvrouw", "oom", "tante", "nicht", "neef", "partner", "man", "vrouw", "voor", "tegen", "volgens", "vlgs", "stagiaire"};
    if (!c_.hurried[i] || lexicon().places.has(word) || lexicon().everyday.has(word)) return false;
    if (word.size() > 4 && lexicon().givenNames.has(word) && !lexicon().ordinary.has(word) && !word.is(Fact::proper) && !word.is(Fact::water) && spaceBefore(i) && isFiniteVerb(v_.word(i - 1))) return true;  // "mag lotte mee"
    if (spaceBefore(i) && before.count(v_.word(i - 1)) != 0) return !lexicon().ordinary.has(word) || word.size() > 2;
    static const words::Set greetings{"salaam", "salam", "selam", "hallo", "hoii", "merhaba", "hola", "wallah", "insallah", "inshallah", "mashallah", "groetjes", "groet", "doei", "doeg", "haha", "hahaha", "abla", "lieverd", "shukran", "dankje"};
    if (greetings.count(word)) return false;
    return word.size() > 3 && !lexicon().ordinary.has(word) && !lexicon().waters.has(word) && (token(i).sentenceStart || (i > 0 && (v_.between(i - 1) == ", " || (v_.tokens()[i - 1].digits && v_.between(i - 1) == " "))));
}

}  // namespace redaction::detect
