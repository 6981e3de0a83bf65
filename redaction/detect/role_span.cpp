#include "redaction/detect/role_span.h"

#include <algorithm>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/sentence_words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

using Words = words::Set;

constexpr std::size_t kEnumeration = 43;  // code points in which an enumeration ends in "en"

bool isOwnerWord(const Word& w) {
    static const Words words{"zijn", "haar", "hun", "mijn", "je", "jouw", "uw", "ons", "onze", "zn", "dr", "mn", "hr", "us", "syn", "myn", "har", "mien", "jullie", "diens", "rnijn"};
    return words.count(w) != 0;
}

// "eigen", "oudste", "toenmalige", "demente": what stands between the owner or the article and the relative.
bool isBetween(const Word& w) {
    static const Words words{"eigen", "ex", "beide", "vier", "drie", "twee", "wijlen"};
    static const Words never{"deze", "beide", "alle", "welke", "toe", "mede", "ene", "hoe", "zoe", "hele", "goede", "iedere", "elke", "enige", "ze", "we", "de", "me", "je", "en", "andere"};
    return words.count(w) != 0 || (w.size() > 4 && w.back() == 'e' && !never.count(w) && kinWord(w).kin == Kin::none && lexicon().ordinary.has(w)) || kinWord(w).kin == Kin::child;
}
bool isArticle(const Word& w) { return w == "de" || w == "het" || w == "een" || w == "n" || w == "t"; }

// The first token of what stands before the relative, where an owner or an article opens it: "|haar toenmalige schoonvader".
std::size_t openingOf(const Reading& r, std::size_t first) {
    constexpr int kMostBetween = 2;
    auto at = first;
    for (int k = 0; k < kMostBetween && at > 0 && r.view.between(at - 1) == " " && isBetween(r.view.word(at - 1)); ++k) --at;
    if (at == first) return first;
    const bool opened = at > 0 && r.view.between(at - 1) == " " && (isOwnerWord(r.view.word(at - 1)) || isArticle(r.view.word(at - 1)));
    static const Words alone{"oudste", "jongste", "grote", "kleine", "eigen", "beste", "lieve"};
    return opened ? at : alone.count(r.view.word(first - 1)) ? first - 1 : first;
}

// "m'n moeder", "z'n ex", "d'r zus": the tokens of the owner, of which the last stands right before `first`.
bool isClipped(const Reading& r, std::size_t first) {
    return first >= 2 && r.view.word(first - 1) == "n" && r.view.between(first - 2) == "'" && (r.view.word(first - 2) == "m" || r.view.word(first - 2) == "z");
}

// What tells which outsider: "van het koor", "uit groep 3", "van nummer 14", "van boven", "chalet 14", "op nr. 9".
std::size_t whichEnd(const Reading& r, std::size_t last, Kin kin) {
    const auto& v = r.view;
    const auto space = [&](std::size_t i) { return v.between(i) == " " || v.between(i) == ". "; };
    static const Words links{"van", "uit", "op", "aan"}, units{"nummer", "nr", "huisnummer", "chalet", "plaats", "kamer", "huis", "flat", "unit", "appartement", "woning", "groep", "klas", "trap", "verdieping"};
    if (last >= v.tokens().size() || v.between(last - 1) != " ") return last;
    auto i = last;
    static const Words adverbs{"beneden", "boven", "hiernaast", "hiertegenover", "tegenover", "onder"};
    if (adverbs.count(v.word(i)) && v.between(i) != " ") return i + 1;  // "de buurvrouw beneden."
    const bool linked = links.count(v.word(i)) != 0;
    if (linked) ++i;
    if (i < v.tokens().size() && units.count(v.word(i)) && space(i) && i + 1 < v.tokens().size() && v.word(i + 1).size() && v.word(i + 1)[0] >= '0' && v.word(i + 1)[0] <= '9') return i + 2;
    if (!linked || (v.word(last) != "van" && v.word(last) != "uit") || i >= v.tokens().size() || !space(last)) return last;
    static const Words alone{"boven", "beneden", "hiernaast", "school", "vroeger", "hiertegenover", "verderop", "links", "rechts", "ernaast", "betrokkene", "betrokkenen", "tegenover", "werk", "voetbal", "achter", "onder", "kantoor"};
    if (alone.count(v.word(i))) return i + 1;
    if (kin != Kin::outsider && kin != Kin::partner) return last;  // "een dochter uit een eerdere relatie"
    if (!isArticle(v.word(i)) || !space(i) || i + 1 >= v.tokens().size()) return last;
    const auto& noun = v.tokens()[i + 1];
    const auto after = v.word(i + 1);
    return noun.capital || noun.digits || after.size() < 3 || kinWord(after).kin != Kin::none || after == "melder" || after == "client" ? last : i + 2;
}

// "Vanaf de trein zijn moeder, opa en Jan lang onderweg": a verb, no owner.
bool isVerbHere(const Reading& r, std::size_t owner, std::size_t role) {
    if (r.view.word(owner) != "zijn") return false;
    const auto after = r.view.between(role);
    const auto end = std::size_t{r.view.tokens()[role].end};
    const auto nearby = r.view.slice(end, std::min(r.view.size(), end + kEnumeration));
    const auto isSomebody = [&](std::size_t i) { return i < r.view.tokens().size() && (kinWord(r.view.word(i)).kin != Kin::none || (r.view.tokens()[i].capital && r.people.partsOf(r.view.word(i)))); };
    return (after == ", " && isSomebody(role + 1) && nearby.find(" en ") != std::string_view::npos) ||
           (after == " " && r.view.word(role + 1) == "en" && isSomebody(role + 2));
}

// "zij doet het als moeder.": what somebody is; "als moeder weer uitvalt": who.
bool isCapacity(const Reading& r, std::size_t role) {
    const auto after = r.view.between(role);
    if (after != " ") return true;
    static const Words ends{"van", "voor", "zijnde", "met", "te", "in", "zo"};
    return ends.count(r.view.word(role + 1)) != 0;
}

}  // namespace

RoleSpan roleSpanAt(const Reading& r, std::size_t i) {
    const auto& v = r.view;
    RoleSpan span{i, i + 1, {}, {}, false};
    auto first = i;
    if (first > 0 && v.word(first - 1) == "oud" && v.between(first - 1) == "-") span.first = --first;  // "oud-collega"
    first = openingOf(r, first);
    if (isClipped(r, first)) {
        span.owner = v.word(first - 2) == "m" ? "mijn" : "zijn";
        span.first = first - 2;
    } else if (first > 0 && v.between(first - 1) == " " && isOwnerWord(v.word(first - 1)) && !isVerbHere(r, first - 1, i)) {
        span.owner = v.word(first - 1);
        span.first = first - 1;
    } else if (first > 0 && v.between(first - 1) == " " && isArticle(v.word(first - 1))) {
        span.article = true;
        span.first = first - 1;
    } else if (i > 0 && v.between(i - 1) == "'s ") {
        span.owner = "?";
    } else if (first > 0 && v.between(first - 1) == " " && (v.word(first - 1) == "deze" || v.word(first - 1) == "die")) {  // "deze vader"
        span.first = first - 1;
    }
    if (v.between(i) == "'" && v.word(i + 1) == "s") ++span.last;  // "oma's"
    if (span.last == i + 1 && v.word(i + 1) == "van" && v.between(i) == " " && v.between(i + 1) == " ") {
        const auto next = v.word(i + 2);
        if (next == "vaderskant" || next == "moederskant" || next == "vaderszijde" || next == "moederszijde") {
            span.side = next;
            span.last = i + 3;
            return span;
        }
    }
    if (span.last == i + 1 && (v.between(i) == " " || v.between(i) == " (")) {  // "oma (vz)"
        const auto next = v.word(i + 1);
        const bool stands = v.between(i) == " " || v.between(i + 1).starts_with(")");
        if (stands && (next == "vz" || next == "mz")) span.side = next == "vz" ? "vaderszijde" : "moederszijde";
        if (!span.side.empty()) return span;
    }
    const bool oneOfMore = span.article && v.word(span.first) == "een";
    const auto key = v.word(i);
    if (kinWord(key).kin == Kin::outsider || oneOfMore || key == "vriend" || key == "vriendin") {
        const auto end = whichEnd(r, span.last, kinWord(key).kin);
        span.which = end != span.last;
        span.last = end;
    }
    return span;
}

bool mayBeRole(const Reading& r, std::size_t i) {
    const auto word = r.view.word(i);
    const auto end = std::size_t{r.view.tokens()[i].end};
    return word.facts->kin || word.is(Fact::somebody) || word == "ex" || (end < r.view.size() && r.view.folded()[end] == '-');
}

bool weakRoleStands(const Reading& r, const RoleSpan& span, std::size_t i) {
    const auto& t = r.view.tokens()[i];
    if (t.allCaps) return false;
    const auto after = r.view.between(i);
    const auto next = r.view.word(i + 1);
    if (!next.empty() && next[0] >= '0' && next[0] <= '9' && after.size() <= 2) return false;  // "ma 12 mei"
    const bool opensLine = i == 0 || r.view.between(i - 1).find('\n') != std::string_view::npos;
    if (opensLine && r.view.word(i) == "ma" && (after == ": " || after == ". " || after == " - ")) return false;  // Monday
    static const Words days{"op", "naar", "vanaf", "tot", "di", "wo", "do", "vr", "za", "zo", "elke", "en"};
    if (r.view.word(i) == "ma" && i > 0 && days.count(r.view.word(i - 1))) return false;
    if (after == "-" || (i > 0 && (r.view.between(i - 1) == "-" || r.view.between(i - 1) == "."))) return false;
    if (t.capital && !t.sentenceStart) return !span.owner.empty() && span.owner != "?";
    return !span.article;
}

bool isFunction(std::string_view word) { return word == "mentor" || word == "baas"; }

// "een oudere man", "een onbekende vrouw": somebody, not a partner.
bool isSomeMan(const Reading& r, const RoleSpan& span, std::size_t i) {
    static const Words looks{"oudere", "jonge", "jongere", "onbekende", "vreemde", "bejaarde", "kale", "grijze", "lange", "magere", "dikke", "blonde", "donkere", "tweede", "andere"};
    const auto word = r.view.word(i);
    return (word == "man" || word == "vrouw") && span.article && span.first + 2 == i && r.view.word(span.first) == "een" && looks.count(r.view.word(i - 1)) != 0;
}

namespace {

// "de nieuwe partner", "de huidige vriend".
bool isNewer(const Reading& r, const RoleSpan& span, std::size_t i) {
    static const Words words{"nieuwe", "huidige", "vorige", "toenmalige", "vroegere", "eerste", "tweede"};
    return span.first + 2 == i && words.count(r.view.word(i - 1)) != 0;
}

// "|de oudste| zit in de brugklas", "dan slaapt |de jongste|": a child; "de oudste auto" is none.
bool isEldest(const Reading& r, const RoleSpan& span, std::size_t i) {
    const auto& v = r.view;
    if (!span.article || span.first + 1 != i || v.word(span.first) == "een" || v.tokens()[i].capital) return false;
    static const Words goesOn{"en", "die", "niet", "wel", "ook", "nog", "al", "of", "maar", "want", "zelf", "weer", "dan", "toch", "juist", "nu"};
    const auto next = v.word(i + 1);
    if (v.between(i) != " ") return v.between(i) != "-";
    return isFiniteVerb(next) || isSayingVerb(next) || isPreposition(next) || goesOn.count(next) || (span.first > 0 && v.between(span.first - 1) == " " && isFiniteVerb(v.word(span.first - 1)) && !lexicon().everyday.has(next));
}

bool isFriend(std::string_view word) { return word == "vriend" || word == "vriendin"; }

}  // namespace

bool isGenericRole(const Reading& r, const RoleSpan& span, std::size_t i, KinWord word) {
    const auto before = i > 0 && r.view.between(i - 1) == " " ? r.view.word(i - 1) : Word();
    const bool one = span.article && r.view.word(span.first) == "een";
    if ((before == "als" && isCapacity(r, i)) || before == "iedere" || before == "dezelfde" || before == "elke" || before == "geen" || before == "andere") return true;
    if (word.kin == Kin::partner && span.owner.empty() && span.article && isNewer(r, span, i)) return false;
    if ((word.kin == Kin::partner || word.kin == Kin::exPartner) && span.owner.empty() && !isSomeMan(r, span, i)) return !(r.view.word(i) == "echtgenoot" || r.view.word(i) == "echtgenote" || r.view.word(i) == "vriendin");
    if (isFunction(r.view.word(i)) && span.owner.empty() && (!span.article || one || span.first + 1 != i)) return true;
    if (word.kin == Kin::outsider && span.first == i && (before == "is" || before == "was" || before == "wordt" || before == "werd" || before == "ben" || before == "als")) return true;  // "zij is kapster"
    if (word.kin == Kin::child && span.owner.empty()) return !isEldest(r, span, i);
    if (isFriend(r.view.word(i)) && span.article && (one || span.last > i + 1 || span.first + 1 == i)) return false;  // "een vriend": somebody
    if ((before == "geachte" || before == "beste") && span.owner.empty()) return true;
    if (one && r.view.word(i + 1) == "van" && word.kin != Kin::outsider) return false;  // "een zus van moeder"
    if (isSomeMan(r, span, i)) return false;
    static constexpr Kin wider[] = {Kin::aunt, Kin::uncle, Kin::cousin, Kin::siblingInLaw, Kin::parentInLaw};  // "een oom": of the family, whoever speaks
    if (one && std::find(std::begin(wider), std::end(wider), word.kin) != std::end(wider)) return false;
    if (one && word.kin != Kin::outsider && span.last == i + 1) return true;             // "een moeder uit groep 3" is somebody
    if (r.view.word(i) == "collega" && span.owner.empty() && span.first == i) return true;
    return false;
}

// "een jongen |uit haar klas|", "die mevrouw |met het rode autootje|": the words that tell which.
std::size_t somebodyEnd(const Reading& r, std::size_t i) {
    const auto& v = r.view;
    static const Words opens{"een", "die", "dat", "ene"};
    static const Words links{"van", "uit", "met", "in", "achter", "naast"}, which{"de", "het", "haar", "zijn", "mijn", "hun", "onze", "ons", "dat", "zn", "mn"}, never{"leeftijd", "soort", "aard", "toekomst", "zijde", "hand", "buurt", "hoop", "begin", "eind", "gang", "beurt"};
    if (i == 0 || !v.word(i).is(Fact::somebody) || !v.word(i + 1).is(Fact::preposition) || !links.count(v.word(i + 1)) || v.between(i) != " " || v.between(i + 1) != " " || v.between(i - 1) != " ") return i;
    static const Words where{"boven", "beneden", "hiernaast", "verderop", "ernaast", "links", "rechts", "school", "voetbal", "kantoor"};
    if (v.word(i + 1) == "van" && where.count(v.word(i + 2)) && (opens.count(v.word(i - 1)) || v.word(i - 1) == "de")) return i + 3;
    if (!which.count(v.word(i + 2)) || v.between(i + 2) != " ") return i;
    const bool adjective = i >= 2 && v.between(i - 2) == " " && v.word(i - 1).size() > 3 && v.word(i - 1).ends_with("e") && opens.count(v.word(i - 2));
    if (v.between(i - 1) != " " || !(opens.count(v.word(i - 1)) || adjective)) return i;
    auto noun = i + 3;
    if (v.word(noun).size() > 3 && v.word(noun).ends_with("e") && v.between(noun) == " " && v.word(noun + 1).is(Fact::ordinary) && !v.word(noun + 1).is(Fact::finiteVerb) && !v.word(noun + 1).is(Fact::preposition)) ++noun;
    if (noun >= v.tokens().size() || v.tokens()[noun].digits || v.word(noun).size() < 3 || kinWord(v.word(noun)).kin != Kin::none || never.count(v.word(noun))) return i;
    return noun + 1;
}

}  // namespace redaction::detect
