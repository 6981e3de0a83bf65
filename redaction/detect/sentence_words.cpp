#include "redaction/detect/sentence_words.h"

#include <string>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/words/words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

using Words = words::Set;

bool isVerb(std::string_view w) {  // finite verbs that often stand before their subject
    static const Words words{"is", "was", "heeft", "had", "kan", "kon", "wil", "wilde", "zal", "zou", "gaat", "ging", "komt", "kwam", "krijgt", "kreeg", "staat", "stond", "zit", "zat", "belt", "belde", "neemt", "nam", "mag", "mocht", "moet", "moest", "houdt", "hield", "woont", "woonde", "werkt", "werkte", "brengt", "bracht", "haalt", "haalde", "slaapt", "sliep", "eet", "speelt", "gebruikt", "volgt", "doet", "deed", "blijft", "bleef", "loopt", "liep", "zag", "hoorde", "merkt", "maakt", "maakte", "droeg", "draagt", "drinkt", "dronk", "leest", "las", "bezoekt", "wacht"};
    return words.count(w) != 0;
}

// "kijkt", "loopt", "zit": a word on -t of which the dictionary knows the infinitive.
bool isThirdPerson(std::string_view w) {
    if (w.size() < 4 || w.back() != 't' || isPreposition(w)) return false;
    const auto& words = lexicon().ordinary;
    const std::string stem(w.substr(0, w.size() - 1));
    const auto n = stem.size();
    const bool longVowel = n >= 3 && stem[n - 2] == stem[n - 3] && std::string_view("aeou").find(stem[n - 2]) != std::string_view::npos;
    if (longVowel) return words.has(stem.substr(0, n - 2) + stem[n - 1] + "en");  // loopt: lopen
    return words.has(stem + "en") || words.has(stem + stem.back() + "en");        // kijkt: kijken; zegt: zeggen
}

}  // namespace

bool isPreposition(std::string_view w) {
    static const Words words{"met", "bij", "aan", "van", "naar", "door", "voor", "tegen", "over", "op", "uit", "langs", "om", "namens", "tussen", "zonder", "via", "richting", "rond", "tegenover", "in", "naast", "v", "vd", "nr", "dan", "als"};
    return words.count(w) != 0;
}


bool isStrictSaying(std::string_view w) {
    static const auto say = words::setOf("verbs", "say"), feel = words::setOf("verbs", "feel");
    return say.count(w) != 0 || feel.count(w) != 0;
}
bool isSayingVerb(std::string_view w) {
    static const auto wish = words::setOf("verbs", "wish");
    return isStrictSaying(w) || wish.count(w) != 0;
}

bool opensClause(std::string_view w) {
    static const Words words{"dat", "maar", "want", "hoe", "dan", "ook", "daarna", "dus", "zegt", "vindt", "waarom", "omdat", "doordat", "terwijl", "toen", "nadat", "voordat", "zodat", "wanneer", "zodra", "hoewel", "tenzij"};
    return words.count(w) != 0;
}

bool isFiniteVerb(std::string_view word) { return isVerb(word) || isThirdPerson(word); }

bool isPersonalPronoun(std::string_view word) {
    static const Words words{"hij", "zij", "ze", "ik", "wij", "we"};
    return words.count(word) != 0;
}

bool OpeningDate::reaches(std::size_t token) {
    for (; at_ < token; ++at_) {
        const auto w = v_.word(at_);
        const bool small = v_.tokens()[at_].digits || isCalendarWord(w) || w.size() <= 2 || w == "uur";
        if (!small) return false;
    }
    return true;
}

}  // namespace redaction::detect
