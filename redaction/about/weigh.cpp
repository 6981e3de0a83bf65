#include "redaction/about/weigh.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/words/words.h"

namespace redaction::about {

namespace {

using detect::Kind;
using Words = std::unordered_set<std::string_view>;

bool isPreposition(std::string_view w) {
    static const Words words{"met", "bij", "aan", "van", "naar", "door", "voor", "tegen", "over", "op", "uit", "langs", "om", "namens", "tussen", "zonder", "via", "richting", "rond", "tegenover", "in", "naast", "v", "vd", "nr", "dan", "als"};
    return words.count(w) != 0;
}

bool isStrictSaying(std::string_view w) {
    static const auto say = words::setOf("verbs", "say"), feel = words::setOf("verbs", "feel");
    const std::string word(w);
    return say.count(word) != 0 || feel.count(word) != 0;
}
bool isSayingVerb(std::string_view w) {
    static const auto wish = words::setOf("verbs", "wish");
    return isStrictSaying(w) || wish.count(std::string(w)) != 0;
}

bool opensClause(std::string_view w) {
    static const Words words{"dat", "maar", "want", "hoe", "dan", "ook", "daarna", "dus", "zegt", "vindt", "waarom"};
    return words.count(w) != 0;
}
bool isVerb(std::string_view w) {  // finite verbs that often stand before their subject
    static const Words words{"is", "was", "heeft", "had", "kan", "kon", "wil", "wilde", "zal", "zou", "gaat", "ging", "komt", "kwam", "krijgt", "kreeg", "staat", "stond", "zit", "zat", "belt", "belde", "neemt", "nam", "mag", "mocht", "moet", "moest", "houdt", "hield", "woont", "woonde", "werkt", "werkte", "brengt", "bracht", "haalt", "haalde", "slaapt", "sliep", "eet", "speelt", "gebruikt", "volgt", "doet", "deed", "blijft", "bleef", "loopt", "liep", "zag", "hoorde", "merkt", "maakt", "maakte", "droeg", "draagt", "drinkt", "dronk", "leest", "las", "bezoekt", "wacht"};
    return words.count(w) != 0;
}

// "kijkt", "loopt", "zit": a word on -t of which the dictionary knows the infinitive.
bool isThirdPerson(std::string_view w) {
    if (w.size() < 4 || w.back() != 't' || isPreposition(w)) return false;
    const auto& words = detect::lexicon().ordinary;
    const std::string stem(w.substr(0, w.size() - 1));
    const auto n = stem.size();
    const bool longVowel = n >= 3 && stem[n - 2] == stem[n - 3] && std::string_view("aeou").find(stem[n - 2]) != std::string_view::npos;
    if (longVowel) return words.has(stem.substr(0, n - 2) + stem[n - 1] + "en");  // loopt: lopen
    return words.has(stem + "en") || words.has(stem + stem.back() + "en");        // kijkt: kijken; zegt: zeggen
}

// "12/1 – jan gebeld": what comes right after the date, a time or a dash is what the entry is about.
bool followsDate(const detect::TextView& view, std::size_t first, std::size_t token) {
    for (auto i = first; i < token; ++i) {
        const auto w = view.word(i);
        const bool small = view.tokens()[i].digits || detect::isCalendarWord(w) || w.size() <= 2 || w == "uur";
        if (!small) return false;
    }
    return true;
}

// "Fatma (2-12, thuis) vertelt": the word behind the brackets.
std::string_view afterBrackets(const detect::TextView& view, std::size_t at, std::size_t end) {
    if (at + 2 >= end || view.slice(at, at + 2) != " (") return {};
    const auto close = view.folded().find(')', at);
    if (close == std::string::npos || close + 2 >= end) return {};
    return view.word(view.tokenAt(close + 1));
}

// "Zij wil haar zoon zien": whoever "zij" is acts, not the son.
bool hasPersonalPronoun(const detect::TextView& view, std::size_t from, std::size_t to) {
    static const Words words{"hij", "zij", "ze", "ik", "wij", "we"};
    for (auto i = from; i < to; ++i)
        if (words.count(view.word(i))) return true;
    return false;
}

// "Z.: Goed.", "[8-1 22:03] Hakan: ik weet": the mention is the label of a turn.
bool isLabel(const detect::TextView& view, const Named& n, std::size_t first, std::string_view text) {
    auto at = n.mention->end;
    while (at < view.size() && (view.folded()[at] == '.' || view.folded()[at] == ')')) ++at;
    if (view.slice(at, std::min(at + 2, view.size())) != ": ") return false;
    const bool opens = n.token == first || view.tokens()[n.token].sentenceStart || followsDate(view, first, n.token);
    return opens && (speaksInFirstPerson(text) || text.find('"') != std::string_view::npos || text[0] == '[');
}

// "Vader haalt Jinte": somebody acts already, so who stands behind the verb is touched.
bool actsBefore(const detect::TextView& view, const std::vector<Named>& named, std::size_t token) {
    auto sentence = token;
    while (sentence > 0 && !view.tokens()[sentence].sentenceStart) --sentence;
    return std::any_of(named.begin(), named.end(), [&](const Named& n) { 
        const bool aside = n.token > 0 && (isPreposition(view.word(n.token - 1)) || view.word(n.token - 1) == "volgens");  // "Volgens moeder kijkt vader"
        return n.weight == Weight::subject && !n.quoted && !aside && n.token >= sentence;
    });
}

bool isQuoted(const detect::TextView& view, std::size_t from, std::size_t at) {
    return std::count(view.folded().begin() + static_cast<std::ptrdiff_t>(from), view.folded().begin() + static_cast<std::ptrdiff_t>(at), '"') % 2 == 1;
}

}  // namespace

std::vector<Named> namedIn(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, std::size_t start, std::size_t end) {
    std::vector<Named> result;
    auto it = std::lower_bound(mentions.begin(), mentions.end(), start, [](const detect::Mention& m, std::size_t at) { return m.start < at; });
    for (; it != mentions.end() && it->start < end; ++it) {
        if (it->subject.empty() || (it->kind != Kind::name && it->kind != Kind::role && it->kind != Kind::initials)) continue;
        Named n;
        n.mention = &*it;
        n.token = view.tokenAt(it->start);
        n.afterToken = view.tokenAt(it->end > 0 ? it->end - 1 : 0) + 1;
        n.quoted = isQuoted(view, start, it->start);
        const auto person = people.indexOf(it->subject);
        n.staff = (person < people.persons().size() && people.isStaff(person)) || (detect::isStranger(it->subject) && it->inFunction);
        const auto before = n.token > 0 && view.between(n.token - 1).find_first_not_of(" \"") == std::string_view::npos ? view.word(n.token - 1) : std::string_view();
        const bool opens = n.token == view.tokenAt(start) + 1 && before == "over";
        const auto first = view.tokenAt(start);
        const bool pronounActs = hasPersonalPronoun(view, first, n.token);
        if (opens || view.tokens()[n.token].sentenceStart || opensClause(before) || n.token <= first + 1 || followsDate(view, first, n.token)) n.weight = Weight::subject;
        else if (!pronounActs && !actsBefore(view, result, n.token) && (isSayingVerb(before) || isVerb(before) || isThirdPerson(before))) n.weight = Weight::subject;
        else if (!isPreposition(before)) n.weight = Weight::object;
        const bool firstNamed = !pronounActs && std::none_of(result.begin(), result.end(), [](const Named& o) { return !o.staff; });
        if (firstNamed && !n.staff && !n.quoted && !isPreposition(before)) n.weight = Weight::subject;
        if (n.quoted && n.weight == Weight::subject && !view.tokens()[n.token].sentenceStart) n.weight = Weight::object;
        if (!result.empty() && (before == "en" || before == "of") && result.back().afterToken + 1 >= n.token) n.weight = result.back().weight;
        result.push_back(n);
    }
    return result;
}

Voice voiceOf(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end) {
    Voice voice;
    const auto first = view.tokenAt(start), last = view.tokenAt(end);
    for (std::size_t i = 0; i < named.size(); ++i) {
        const auto& n = named[i];
        if (n.staff || n.quoted) continue;
        const auto before = n.token > first ? view.word(n.token - 1) : std::string_view();
        const auto after = n.afterToken < last ? view.word(n.afterToken) : std::string_view();
        if (before == "over" && (n.token == first + 1 || view.tokens()[n.token - 1].sentenceStart) && voice.topic.empty()) {
            voice.topic = n.mention->subject;
            continue;
        }
        if (isLabel(view, n, first, view.slice(start, end))) {
            voice.speaker = n.mention->subject;
            voice.told = voice.label = true;
            break;
        }
        const bool according = before == "volgens";
        const bool inverted = isStrictSaying(before) && before != "noemt" && before != "vraagt";
        const bool quotes = view.slice(n.mention->end, std::min(n.mention->end + 3, view.size())) == ": \"";
        const bool direct = (isStrictSaying(after) || isStrictSaying(afterBrackets(view, n.mention->end, end)) || quotes) && n.weight != Weight::mentioned;
        if (voice.speaker.empty() && (according || inverted || direct)) {
            voice.speaker = n.mention->subject;
            voice.told = direct;
        }
    }
    if (!voice.speaker.empty()) return voice;
    for (auto i = first; i < last && i < first + 14; ++i) {
        const auto w = view.word(i);
        if (w != "hij" && w != "zij" && w != "ze" && w != "ie") continue;
        const auto after = i + 1 < last ? view.word(i + 1) : std::string_view(), before = i > first ? view.word(i - 1) : std::string_view();
        if (isStrictSaying(before)) {  // "Over mama zegt ze"
            voice.pronoun = true;
            break;
        }
        if (!view.tokens()[i].sentenceStart && !(i > first && view.tokens()[i - 1].sentenceStart)) continue;
        if (isSayingVerb(after) || isSayingVerb(before) || before == "volgens") {
            voice.pronoun = true;
            break;
        }
    }
    const auto opening = view.word(first);
    if (opening == "volgens" && (view.word(first + 1) == "hem" || view.word(first + 1) == "haar")) voice.pronoun = true;
    return voice;
}

bool speaksInFirstPerson(std::string_view folded) {
    static const RE2 expression(R"(\b(?:ik|mij|mijn|me|mezelf|m'n|wij|we|ons|onze|mn)\b)");
    return RE2::PartialMatch({folded.data(), folded.size()}, expression);
}

bool startsWithPronoun(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end) {
    static const Words words{"hij", "zij", "ze", "haar", "zijn", "hem", "ie", "zelf"};
    const auto first = view.tokenAt(start), last = view.tokenAt(end);
    for (auto i = first; i < last && i < first + 8; ++i) {
        for (const auto& n : named)
            if (n.token <= i && i < n.afterToken) return false;
        if (words.count(view.word(i))) return true;
    }
    return false;
}

detect::Gender pronounGender(const detect::TextView& view, std::size_t start, std::size_t end) {
    const auto last = view.tokenAt(end);
    for (auto i = view.tokenAt(start); i < last; ++i) {
        const auto w = view.word(i);
        if (w == "hij" || w == "hem") return detect::Gender::male;
        if (w == "zij" || w == "haar" || (w == "ze" && i + 1 < last)) return detect::Gender::female;
    }
    return detect::Gender::unknown;
}

}  // namespace redaction::about
