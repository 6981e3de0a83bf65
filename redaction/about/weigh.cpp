#include "redaction/about/weigh.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "redaction/detect/sentence_words.h"
#include "redaction/words/set.h"

namespace redaction::about {

namespace {

using detect::Kind;
using Words = words::Set;

constexpr std::size_t kMostMarks = 8;  // full stops and brackets behind a label

// One stretch, of which everything is read once, however many people are named in it.
class Turns {
  public:
    Turns(const detect::TextView& view, std::size_t start, std::size_t end) : v_(view), start_(start), end_(end), first_(view.tokenAt(start)), date_(view, first_) {}

    // "Fatma (2-12, thuis) vertelt": the word behind the brackets. Asked in the order of the text.
    detect::Word afterBrackets(std::size_t at) {
        if (at + 2 >= end_ || v_.slice(at, at + 2) != " (") return {};
        if (close_ < at) close_ = at + std::min(v_.slice(at, end_).find(')'), end_ - at);
        return close_ + 2 >= end_ ? detect::Word() : v_.word(v_.tokenAt(close_ + 1));
    }

    // "Z.: Goed.", "[8-1 22:03] Hakan: ik weet": the mention is the label of a turn.
    bool isLabel(const Named& n) {
        auto at = n.mention->end;
        while (at < v_.size() && at < n.mention->end + kMostMarks && (v_.folded()[at] == '.' || v_.folded()[at] == ')')) ++at;
        if (v_.slice(at, std::min(at + 2, v_.size())) != ": ") return false;
        const bool opens = n.token == first_ || v_.tokens()[n.token].sentenceStart || date_.reaches(n.token);
        return opens && isTalk();
    }

  private:
    bool isTalk() {
        const auto text = v_.slice(start_, end_);
        if (!talk_) talk_ = speaksInFirstPerson(text) || text.find('"') != std::string_view::npos || text[0] == '[';
        return *talk_;
    }

    const detect::TextView& v_;
    std::size_t start_, end_, first_, close_ = 0;
    detect::OpeningDate date_;
    std::optional<bool> talk_;
};

}  // namespace

Voice voiceOf(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end) {
    Voice voice;
    const auto first = view.tokenAt(start), last = view.tokenAt(end);
    Turns turns(view, start, end);
    for (const auto& n : named) {
        if (n.staff || n.quoted) continue;
        const auto before = n.token > first ? view.word(n.token - 1) : detect::Word();
        const auto after = n.afterToken < last ? view.word(n.afterToken) : detect::Word();
        if (before == "over" && (n.token == first + 1 || view.tokens()[n.token - 1].sentenceStart) && voice.topic.empty()) {
            voice.topic = n.mention->subject;
            continue;
        }
        if (turns.isLabel(n)) {
            voice.speaker = n.mention->subject;
            voice.told = voice.label = true;
            break;
        }
        const bool according = before == "volgens";
        const bool inverted = isStrictSaying(before) && before != "noemt" && before != "vraagt";
        const bool quotes = view.slice(n.mention->end, std::min(n.mention->end + 3, view.size())) == ": \"";
        const bool direct = (isStrictSaying(after) || isStrictSaying(turns.afterBrackets(n.mention->end)) || quotes) && n.weight != Weight::mentioned;
        if (voice.speaker.empty() && (according || inverted || direct)) {
            voice.speaker = n.mention->subject;
            voice.told = direct;
        }
    }
    if (!voice.speaker.empty()) return voice;
    for (auto i = first; i < last && i < first + 14; ++i) {
        const auto w = view.word(i);
        if (w != "hij" && w != "zij" && w != "ze" && w != "ie") continue;
        const auto after = i + 1 < last ? view.word(i + 1) : detect::Word(), before = i > first ? view.word(i - 1) : detect::Word();
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
