#include "redaction/about/passage_words.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/detect/sentence_words.h"
#include "redaction/detect/name_words.h"
#include "redaction/words/set.h"

namespace redaction::about {

namespace {

using detect::Gender;

bool isPronoun(const detect::Word& w, Gender& gender) {
    if (w == "hij" || w == "hem" || w == "ie") return gender = Gender::male, true;
    if (w == "zij" || w == "ze" || w == "haar") return gender = Gender::female, true;
    return w == "zijn";
}
bool isFirstPerson(const detect::Word& w) { return w == "ik" || w == "mij" || w == "mijn" || w == "me" || w == "mn" || w == "wij" || w == "we" || w == "ons" || w == "onze" || w == "mezelf" || w == "ikzelf"; }
bool isSecondPerson(const detect::Word& w) { return w == "je" || w == "jij" || w == "jou" || w == "jouw" || w == "u" || w == "uw"; }

// Behind a bullet, a date or a time the first word is a finite verb: somebody acts who was named before.
bool opensWithVerb(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) {
    for (auto i = view.tokenAt(s.start); i < view.tokens().size() && view.tokens()[i].start < s.end; ++i) {
        const auto w = view.word(i);
        if (view.tokens()[i].digits || detect::isCalendarWord(w) || w == "uur") continue;
        if (!named.empty() && named.front().token <= i) return false;
        const auto next = view.word(i + 1);
        Gender g = Gender::unknown;
        return (isFiniteVerb(w) || isSayingVerb(w)) && next != "er" && next != "het" && !isPronoun(next, g) && !isFirstPerson(next) && !isSecondPerson(next);
    }
    return false;
}

// "patiënte", "bovengenoemde": whom the letter is about.
bool namesClient(std::string_view folded) {
    static const RE2 words(R"(\b(?:patiente?|clienten?|cliente|bovengenoemde?|de jongere|ondergetekende|de betrokkene)\b)");
    return RE2::PartialMatch({folded.data(), folded.size()}, words);
}

bool isGroup(const detect::Word& w) {
    static const words::Set groups{"kdn", "kids", "kinderen", "tweeling", "ouders", "meiden", "meisjes", "zusjes", "zussen", "dochters", "jongens", "broertjes", "broers", "zoons", "zonen", "gezin", "gezinsleden"};
    return groups.count(w) != 0;
}

bool isReporter(const detect::Word& w) {
    static const words::Set words{"melder", "meldster", "informant", "informante", "tipgever"};
    return words.count(w) != 0;
}

bool isPluralVerb(const detect::Word& w) {
    static const words::Set verbs{"zijn", "gaan", "staan", "zien", "doen", "slaan"};
    return verbs.count(w) != 0 || (w.size() > 4 && w.substr(w.size() - 2) == "en" && w != "alleen" && w != "samen" && w != "allebei" && w != "tegen" && w != "binnen" && w != "tussen");
}

bool isPlural(const detect::TextView& view, std::size_t i, const detect::Word& w) {  // "zij hebben", "gaan ze"
    if (w != "ze" && w != "zij") return false;
    return isPluralVerb(view.word(i + 1)) || (i > 0 && isPluralVerb(view.word(i - 1)) && isFiniteVerb(view.word(i - 1)));
}

}  // namespace

PassageWords::PassageWords(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) {
    std::size_t next = 0;
    bool anybody = false;
    const auto first = view.tokenAt(s.start);
    question = view.folded()[s.end - 1] == '?';
    for (auto i = first; i < view.tokens().size() && view.tokens()[i].start < s.end; ++i) {
        while (next < named.size() && named[next].afterToken <= i) ++next;
        if (next < named.size() && named[next].token <= i) {
            anybody = anybody || !named[next].staff;
            continue;
        }
        const auto w = view.word(i);
        Gender g = Gender::unknown;
        if (isPronoun(w, g)) {
            (anybody ? pronounLater : pronounFirst) = true;
            if (gender == Gender::unknown && !isPlural(view, i, w)) gender = g;
        } else if (isFirstPerson(w)) firstPerson = true;
        else if (isSecondPerson(w)) secondPerson = true;
        else if (isGroup(w)) readGroup(w, i > 0 ? view.word(i - 1) : detect::Word(), standOf(view, i, first));
        if (isReporter(w)) {
            reporter = true;
            reporterActs = reporterActs || standOf(view, i, first) == Group::acting;
        }
        readMore(view, i, w);
    }
    subjectDropped = opensWithVerb(view, s, named);
    constexpr std::size_t kLongestLabel = 3;
    const auto colon = view.slice(s.start, std::min(s.end, s.start + kLongestLabel + 1)).find(':');
    if (colon != std::string_view::npos && colon > 0) label = view.folded()[s.start];
    quote = view.slice(s.start, s.end).find('"') != std::string_view::npos;
    client = detect::holds(s.facts, detect::Fact::client) && namesClient(view.slice(s.start, s.end));
    silent = std::none_of(named.begin(), named.end(), [](const Named& n) { return !n.staff; });
}

Group PassageWords::standOf(const detect::TextView& view, std::size_t at, std::size_t first) const {
    const auto before = at > first ? view.word(at - 1) : detect::Word(), earlier = at > first + 1 ? view.word(at - 2) : detect::Word();
    const bool opens = at <= first + 1 || view.tokens()[at].sentenceStart || view.tokens()[at - 1].sentenceStart || isFiniteVerb(view.word(at + 1));
    if (isPreposition(before) || isPreposition(earlier)) return Group::beside;
    return opens || isFiniteVerb(earlier) || isFiniteVerb(before) || detect::opensClause(earlier) ? Group::acting : Group::touched;
}

void PassageWords::readMore(const detect::TextView& view, std::size_t at, const detect::Word& w) {
    static const words::Set boys{"jongen", "jongetje", "knul", "ventje", "kereltje"}, girls{"meisje", "meid"};
    static const words::Set parties{"betrokkene", "verdachte", "aangeefster", "aangever", "slachtoffer", "bewoonster", "bewoner", "patient", "patiente", "client", "cliente", "getuige", "jeugdige", "jongere", "leerling", "minderjarige"};
    static const words::Set signs{"akkoord", "paraaf", "paraferen", "getekend", "ondertekend", "handtekening", "handtekeningen", "aanwezig", "aanwezigen", "afwezig", "gezien"};
    static const words::Set together{"elkaar", "elkaars"}, both2{"beiden", "allebei", "beide"}, cases{"gezin", "casus", "zaak", "onderzoek", "besluit", "triage", "zitting", "kinderrechter", "rechtbank", "beschikking", "raadsonderzoek", "ondertoezichtstelling", "ots", "veiligheid", "conclusie", "beslissing", "advies", "iedereen", "huishouden"};
    if (w == "hij" || w == "ie") he = true;
    else if (w == "hem") him = true;
    else if (w == "ze" || w == "zij") (isPlural(view, at, w) ? plural : she) = true;
    else if (w == "haar") her = true;
    else if (w == "hun" || w == "hen") plural = true;
    else if (w.size() < 4) return;
    else if (boys.count(w)) boy = true;
    else if (girls.count(w)) girl = true;
    else if (parties.count(w)) party = true;
    else if (signs.count(w)) signsOff = true;
    else if (together.count(w)) eachOther = true;
    else if (both2.count(w)) both = true;
    else if (cases.count(w)) caseWord = true;
}

// "de kinderen", "de meiden", "beide ouders", "het gezin"
void PassageWords::readGroup(const detect::Word& w, const detect::Word& before, Group stands) {
    static const words::Set all{"de", "beide", "twee", "hun", "haar", "zijn", "mijn", "alle", "onze", "drie", "vier", "jullie", "uw"};
    static const words::Set girls{"meiden", "meisjes", "zusjes", "zussen", "dochters"}, boys{"jongens", "broertjes", "broers", "zoons", "zonen"};
    if (w == "kdn" || w == "kids" || w == "ouders" || w == "kinderen" || w == "tweeling" || girls.count(w) || boys.count(w)) {
        const bool bare = stands == Group::acting && (w == "ouders" || w == "kinderen");  // "Ouders maken ruzie"
        if (w != "kdn" && w != "kids" && !bare && !all.count(before)) return;
        (w == "ouders" ? parents : children) = true;
        auto& how = w == "ouders" ? parentsStand : childrenStand;
        how = std::max(how, stands);
        if (w != "ouders") childGender = girls.count(w) ? Gender::female : boys.count(w) ? Gender::male : Gender::unknown;
    } else if ((w == "gezin" && (before == "het" || before == "dit" || before == "hun" || before == "ons")) || w == "gezinsleden") {
        family = true;
    }
}

}  // namespace redaction::about
