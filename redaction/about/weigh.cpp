#include "redaction/about/weigh.h"

#include <algorithm>
#include <unordered_set>

namespace redaction::about {

namespace {

using detect::Kind;
using Words = std::unordered_set<std::string_view>;

bool isPreposition(std::string_view w) {
    static const Words words{"met", "bij", "aan", "van", "naar", "door", "voor", "tegen", "over", "op", "uit", "langs", "om", "namens", "tussen", "zonder", "via", "richting", "rond", "tegenover", "in", "naast", "v", "vd", "nr", "dan", "als"};
    return words.count(w) != 0;
}

bool isSayingVerb(std::string_view w) {
    static const Words words{"vertelt", "vertelde", "zegt", "zei", "vindt", "vond", "noemt", "noemde", "erkent", "meldt", "meldde", "verklaart", "verklaarde", "benadrukt", "beschrijft", "schrijft", "schreef", "geeft", "gaf", "vraagt", "vroeg", "denkt", "hoopt", "gelooft", "wil", "wilde", "klaagt", "appt", "mailt", "antwoordt", "stelt", "reageert", "reageerde", "begrijpt", "herinnert", "ervaart", "ziet", "voelt", "schaamt", "mist", "legt", "bevestigt", "bevestigde", "ontkent", "verwijt", "heeft"};
    return words.count(w) != 0;
}
bool isStrictSaying(std::string_view w) {
    static const Words words{"vertelt", "vertelde", "zegt", "zei", "vindt", "vond", "noemt", "noemde", "erkent", "verklaart", "verklaarde", "benadrukt", "beschrijft", "schrijft", "schreef", "geeft", "gaf", "meldt", "verwijt", "ontkent", "begrijpt", "hoopt", "gelooft", "reageert", "stelt", "voelt", "ervaart", "klaagt", "mist", "denkt", "vraagt", "vroeg"};
    return words.count(w) != 0;
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
        n.strong = !isPreposition(before) || opens || view.tokens()[n.token].sentenceStart;
        if (!result.empty() && (before == "en" || before == "of") && n.token >= 1 && result.back().afterToken + 1 >= n.token) n.strong = result.back().strong;
        n.possessive = it->kind != Kind::initials && it->end > it->start && view.folded()[it->end - 1] == 's' && n.afterToken < view.tokens().size() && view.between(n.afterToken - 1) == " ";
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
        const bool according = before == "volgens";
        const bool inverted = isStrictSaying(before) && before != "noemt" && before != "vraagt";
        const bool direct = isStrictSaying(after) && n.strong;
        if (voice.speaker.empty() && (according || inverted || direct)) voice.speaker = n.mention->subject;
    }
    if (!voice.speaker.empty()) return voice;
    for (auto i = first; i < last && i < first + 14; ++i) {
        const auto w = view.word(i);
        if (w != "hij" && w != "zij" && w != "ze" && w != "ie") continue;
        const auto after = i + 1 < last ? view.word(i + 1) : std::string_view(), before = i > first ? view.word(i - 1) : std::string_view();
        if (isSayingVerb(after) || isSayingVerb(before) || before == "volgens") {
            voice.pronoun = true;
            break;
        }
    }
    const auto opening = view.word(first);
    if (opening == "volgens" && (view.word(first + 1) == "hem" || view.word(first + 1) == "haar")) voice.pronoun = true;
    return voice;
}

bool startsWithPronoun(const detect::TextView& view, std::size_t start, std::size_t end) {
    static const Words words{"hij", "zij", "ze", "haar", "zijn", "hem", "ie"};
    const auto first = view.tokenAt(start), last = view.tokenAt(end);
    for (auto i = first; i < last && i < first + 6; ++i)
        if (words.count(view.word(i))) return true;
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
