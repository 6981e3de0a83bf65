// Who is named in a stretch, and with what weight. One walk over the stretch: linear also in one passage of megabytes.
#include <algorithm>

#include "redaction/detect/sentence_words.h"
#include "redaction/about/weigh.h"

namespace redaction::about {

namespace {

using detect::Kind;

bool namesSomebody(const detect::Mention& m) { return !m.subject.empty() && (m.kind == Kind::name || m.kind == Kind::role || m.kind == Kind::initials); }

class Walk {
  public:
    Walk(const detect::TextView& view, const detect::People& people, std::size_t start, std::size_t count) : v_(view), people_(people), first_(view.tokenAt(start)), at_(start), token_(first_), date_(view, first_) { result_.reserve(count); }

    void add(const detect::Mention& mention) {
        Named n;
        n.mention = &mention;
        n.token = v_.tokenAt(mention.start);
        n.afterToken = v_.tokenAt(mention.end > 0 ? mention.end - 1 : 0) + 1;
        goTo(mention.start, n.token);
        n.quoted = quoted_;
        n.person = people_.indexOf(mention.subject);
        n.staff = (n.person < people_.persons().size() && people_.isStaff(n.person)) || (detect::isStranger(mention.subject) && mention.inFunction);
        n.weight = weightOf(n);
        note(n);
    }

    std::vector<Named> take() { return std::move(result_); }

  private:
    void goTo(std::size_t offset, std::size_t token) {
        for (; at_ < offset; ++at_)
            if (v_.folded()[at_] == '"') quoted_ = !quoted_;
        for (; token_ <= token && token_ < v_.tokens().size(); ++token_) {
            if (v_.tokens()[token_].sentenceStart) actsInSentence_ = false;
            if (token_ < token && isPersonalPronoun(v_.word(token_))) pronounActs_ = true;
        }
    }

    detect::Word wordBefore(const Named& n) const {
        return n.token > 0 && v_.between(n.token - 1).find_first_not_of(" \"") == std::string_view::npos ? v_.word(n.token - 1) : detect::Word();
    }

    bool opensPassage(const Named& n, const detect::Word& before) {
        const bool over = n.token == first_ + 1 && before == "over";
        return over || v_.tokens()[n.token].sentenceStart || opensClause(before) || n.token <= first_ + 1 || date_.reaches(n.token);
    }

    Weight weightOf(const Named& n) {
        const auto before = wordBefore(n);
        if (!result_.empty() && (before == "en" || before == "of") && result_.back().afterToken + 1 >= n.token) return result_.back().weight;
        auto weight = isPreposition(before) ? Weight::mentioned : Weight::object;
        if (opensPassage(n, before)) weight = Weight::subject;
        else if (!pronounActs_ && !actsInSentence_ && (isSayingVerb(before) || isFiniteVerb(before))) weight = Weight::subject;
        if (!pronounActs_ && !anyNamed_ && !n.staff && !n.quoted && !isPreposition(before)) weight = Weight::subject;
        if (n.quoted && weight == Weight::subject && !v_.tokens()[n.token].sentenceStart) weight = Weight::object;
        return weight;
    }

    // "Vader haalt Jinte": somebody acts already, so who stands behind the verb is touched. "Volgens moeder kijkt vader":
    // she stands aside.
    void note(const Named& n) {
        const bool aside = n.token > 0 && (isPreposition(v_.word(n.token - 1)) || v_.word(n.token - 1) == "volgens");
        actsInSentence_ = actsInSentence_ || (n.weight == Weight::subject && !n.quoted && !aside);
        anyNamed_ = anyNamed_ || !n.staff;
        result_.push_back(n);
    }

    const detect::TextView& v_;
    const detect::People& people_;
    std::vector<Named> result_;
    std::size_t first_, at_, token_;
    detect::OpeningDate date_;
    bool quoted_ = false, pronounActs_ = false, actsInSentence_ = false, anyNamed_ = false;
};

}  // namespace

std::vector<Named> namedIn(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const Stretch& s) {
    const auto first = mentions.begin() + static_cast<std::ptrdiff_t>(s.firstMention), last = mentions.begin() + static_cast<std::ptrdiff_t>(s.lastMention);
    const auto count = std::count_if(first, last, namesSomebody);
    if (count == 0) return {};
    Walk walk(view, people, s.start, static_cast<std::size_t>(count));
    for (auto m = first; m != last; ++m)
        if (namesSomebody(*m)) walk.add(*m);
    return walk.take();
}

}  // namespace redaction::about
