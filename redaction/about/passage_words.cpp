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
bool isFirstPerson(const detect::Word& w) { return w == "ik" || w == "mij" || w == "mijn" || w == "me" || w == "mn" || w == "wij" || w == "we" || w == "ons" || w == "onze" || w == "mezelf"; }
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

}  // namespace

PassageWords::PassageWords(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) {
    std::size_t next = 0;
    bool anybody = false;
    for (auto i = view.tokenAt(s.start); i < view.tokens().size() && view.tokens()[i].start < s.end; ++i) {
        while (next < named.size() && named[next].afterToken <= i) ++next;
        if (next < named.size() && named[next].token <= i) {
            anybody = anybody || !named[next].staff;
            continue;
        }
        const auto w = view.word(i);
        Gender g = Gender::unknown;
        if (isPronoun(w, g)) {
            (anybody ? pronounLater : pronounFirst) = true;
            if (gender == Gender::unknown) gender = g;
        } else if (isFirstPerson(w)) firstPerson = true;
        else if (isSecondPerson(w)) secondPerson = true;
        else readGroup(w, i > 0 ? view.word(i - 1) : detect::Word());
    }
    subjectDropped = opensWithVerb(view, s, named);
    if (const auto colon = view.folded().find(':', s.start); colon != std::string::npos && colon > s.start && colon - s.start <= 3 && colon < s.end) label = view.folded()[s.start];
    quote = view.slice(s.start, s.end).find('"') != std::string_view::npos;
    client = detect::holds(s.facts, detect::Fact::client) && namesClient(view.slice(s.start, s.end));
    silent = std::none_of(named.begin(), named.end(), [](const Named& n) { return !n.staff; });
}

// "de kinderen", "de meiden", "beide ouders", "het gezin"
void PassageWords::readGroup(const detect::Word& w, const detect::Word& before) {
    static const words::Set all{"de", "beide", "twee", "hun", "haar", "zijn", "mijn", "alle", "onze", "drie", "vier", "jullie", "uw"};
    static const words::Set girls{"meiden", "meisjes", "zusjes", "zussen", "dochters"}, boys{"jongens", "broertjes", "broers", "zoons", "zonen"};
    if (w == "kdn" || w == "kids" || w == "ouders" || w == "kinderen" || w == "tweeling" || girls.count(w) || boys.count(w)) {
        if (w != "kdn" && w != "kids" && !all.count(before)) return;
        (w == "ouders" ? parents : children) = true;
        if (w != "ouders") childGender = girls.count(w) ? Gender::female : boys.count(w) ? Gender::male : Gender::unknown;
    } else if ((w == "gezin" && (before == "het" || before == "dit" || before == "hun" || before == "ons")) || w == "gezinsleden") {
        family = true;
    }
}

}  // namespace redaction::about
