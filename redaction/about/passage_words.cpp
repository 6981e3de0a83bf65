#include "redaction/about/passage_words.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/detect/sentence_words.h"
#include "redaction/detect/name_words.h"
#include "redaction/words/classes.h"
#include "redaction/words/set.h"

namespace redaction::about {

namespace {

using detect::Gender;

enum Is : std::uint32_t {
    kHe = 1u << 0, kHim = 1u << 1, kShe = 1u << 2, kHer = 1u << 3, kHis = 1u << 4, kThem = 1u << 5, kFirst = 1u << 6, kSecond = 1u << 7, kGroup = 1u << 8, kReporter = 1u << 9,
    kBoy = 1u << 10, kGirl = 1u << 11, kParty = 1u << 12, kSigns = 1u << 13, kEachOther = 1u << 14, kBoth = 1u << 15, kCase = 1u << 16
};
constexpr std::uint32_t kMale = kHe | kHim, kFemale = kShe | kHer, kPronoun = kMale | kFemale | kHis;

std::uint32_t classesOf(const detect::Word& w) {
    static const words::Classes classes{
        {kHe, {"hij", "ie"}}, {kHim, {"hem"}}, {kShe, {"zij", "ze"}}, {kHer, {"haar"}}, {kHis, {"zijn"}}, {kThem, {"hun", "hen"}},
        {kFirst, {"ik", "mij", "mijn", "me", "mn", "wij", "we", "ons", "onze", "mezelf", "ikzelf"}},
        {kSecond, {"je", "jij", "jou", "jouw", "u", "uw"}},
        {kGroup, {"kdn", "kids", "kinderen", "tweeling", "ouders", "meiden", "meisjes", "zusjes", "zussen", "dochters", "jongens", "broertjes", "broers", "zoons", "zonen", "gezin", "gezinsleden"}},
        {kReporter, {"melder", "meldster", "informant", "informante", "tipgever"}},
        {kBoy, {"jongen", "jongetje", "knul", "ventje", "kereltje"}},
        {kGirl, {"meisje", "meid"}},
        {kParty, {"betrokkene", "verdachte", "aangeefster", "aangever", "slachtoffer", "bewoonster", "bewoner", "patient", "patiente", "client", "cliente", "getuige", "jeugdige", "jongere", "leerling", "minderjarige"}},
        {kSigns, {"akkoord", "paraaf", "paraferen", "getekend", "ondertekend", "handtekening", "handtekeningen", "aanwezig", "aanwezigen", "afwezig", "gezien"}},
        {kEachOther, {"elkaar", "elkaars"}},
        {kBoth, {"beiden", "allebei", "beide"}},
        {kCase, {"gezin", "casus", "zaak", "onderzoek", "besluit", "triage", "zitting", "kinderrechter", "rechtbank", "beschikking", "raadsonderzoek", "ondertoezichtstelling", "veiligheid", "conclusie", "beslissing", "advies", "iedereen", "huishouden"}}};
    return classes.of(w);
}

// Behind a bullet, a date or a time the first word is a finite verb: somebody acts who was named before.
bool opensWithVerb(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) {
    for (auto i = view.tokenAt(s.start); i < view.tokens().size() && view.tokens()[i].start < s.end; ++i) {
        const auto w = view.word(i);
        if (view.tokens()[i].digits || detect::isCalendarWord(w) || w == "uur") continue;
        if (!named.empty() && named.front().token <= i) return false;
        const auto next = view.word(i + 1);
        return (isFiniteVerb(w) || isSayingVerb(w)) && next != "er" && next != "het" && (classesOf(next) & (kPronoun | kFirst | kSecond)) == 0;
    }
    return false;
}

// "patiënte", "bovengenoemde": whom the letter is about.
bool namesClient(std::string_view folded) {
    static const RE2 words(R"(\b(?:patiente?|clienten?|cliente|bovengenoemde?|de jongere|ondergetekende|de betrokkene)\b)");
    return RE2::PartialMatch({folded.data(), folded.size()}, words);
}

bool isPluralVerb(const detect::Word& w) {
    static const words::Set verbs{"zijn", "gaan", "staan", "zien", "doen", "slaan"};
    return verbs.count(w) != 0 || (w.size() > 4 && w.substr(w.size() - 2) == "en" && w != "alleen" && w != "samen" && w != "allebei" && w != "tegen" && w != "binnen" && w != "tussen");
}

bool isPlural(const detect::TextView& view, std::size_t i, std::uint32_t is) {  // "zij hebben", "gaan ze"
    if ((is & kShe) == 0) return false;
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
        const auto is = classesOf(w);
        if (is == 0) continue;
        if ((is & kPronoun) != 0) {
            (anybody ? pronounLater : pronounFirst) = true;
            if (gender == Gender::unknown && !isPlural(view, i, is)) gender = (is & kMale) != 0 ? Gender::male : (is & kFemale) != 0 ? Gender::female : Gender::unknown;
        }
        firstPerson = firstPerson || (is & kFirst) != 0;
        secondPerson = secondPerson || (is & kSecond) != 0;
        if ((is & kGroup) != 0) readGroup(w, i > 0 ? view.word(i - 1) : detect::Word(), standOf(view, i, first));
        if ((is & kReporter) != 0) {
            reporter = true;
            reporterActs = reporterActs || standOf(view, i, first) == Group::acting;
        }
        readMore(view, i, is);
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

void PassageWords::readMore(const detect::TextView& view, std::size_t at, std::uint32_t is) {
    const bool many = isPlural(view, at, is);
    he = he || (is & kHe) != 0;
    him = him || (is & kHim) != 0;
    she = she || ((is & kShe) != 0 && !many);
    her = her || (is & kHer) != 0;
    plural = plural || many || (is & kThem) != 0;
    boy = boy || (is & kBoy) != 0;
    girl = girl || (is & kGirl) != 0;
    party = party || (is & kParty) != 0;
    signsOff = signsOff || (is & kSigns) != 0;
    eachOther = eachOther || (is & kEachOther) != 0;
    both = both || (is & kBoth) != 0;
    caseWord = caseWord || (is & kCase) != 0;
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
