#include "redaction/detect/organisation_links.h"

#include <algorithm>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/detect/organisation_words.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kShortest = 5, kMostWords = 3, kMostOfAWord = 16;

bool isArticle(const Word& w) { return w == "de" || w == "het"; }

bool isOrganisation(Kind kind) { return kind == Kind::school || kind == Kind::employer || kind == Kind::institution || kind == Kind::gp; }

}  // namespace

void OrganisationLinks::learn(const TextView& view, const People& people, const std::vector<Mention>& mentions) {
    for (const auto& m : mentions) {
        if (!isOrganisation(m.kind)) continue;
        const auto first = view.tokenAt(m.start), end = view.tokenAt(m.end - 1) + 1;
        auto from = end;
        const auto isName = [&](std::size_t i) {
            const auto w = view.word(i);
            return view.tokens()[i].capital && !view.tokens()[i].digits && !isArticle(w) && organisationKind(w) == Kind::other && !namesOrganisation(w);
        };
        while (from > first && isName(from - 1) && (from == end || view.between(from - 1) == " ")) --from;
        if (from == end || end - from > kMostWords || view.word(from).size() < kShortest || people.partsOf(view.word(from)) || view.word(from).is(Fact::place) || view.word(from).is(Fact::everyday)) continue;
        add(view, m, from, end);
    }
}

void OrganisationLinks::add(const TextView& view, const Mention& m, std::size_t first, std::size_t last) {
    Named named{{}, m.kind, m.subject, last == first + 1 && (view.word(first).is(Fact::ordinary) || view.word(first).is(Fact::givenName) || view.word(first).is(Fact::familyName))};
    for (auto i = first; i < last; ++i) named.words.emplace_back(view.word(i));
    const auto number = firstWords_.add(named.words[0]);
    named_.resize(firstWords_.words().size());
    auto& all = named_[number];
    if (all.size() < kMostOfAWord && std::none_of(all.begin(), all.end(), [&](const Named& n) { return n.words == named.words; })) all.push_back(std::move(named));
}

bool OrganisationLinks::standsAt(const TextView& view, const Named& named, std::size_t i) const {
    for (std::size_t k = 0; k < named.words.size(); ++k)
        if (view.word(i + k) != named.words[k] || (k > 0 && view.between(i + k - 1) != " ")) return false;
    const bool article = i > 0 && view.between(i - 1) == " " && isArticle(view.word(i - 1));
    return article || !named.withArticle;
}

void OrganisationLinks::link(const TextView& view, std::vector<Mention>& mentions) const {
    if (named_.empty()) return;
    std::vector<Mention> more;
    std::size_t next = 0;
    for (std::size_t i = 0; i < view.tokens().size(); ++i) {
        const auto& t = view.tokens()[i];
        while (next < mentions.size() && mentions[next].end <= t.start) ++next;
        if (t.digits || t.length() < kShortest || (next < mentions.size() && mentions[next].start < t.end)) continue;
        const auto number = firstWords_.find(view.word(i));
        if (number >= named_.size()) continue;
        const auto named = std::find_if(named_[number].begin(), named_[number].end(), [&](const Named& n) { return standsAt(view, n, i); });
        if (named == named_[number].end()) continue;
        const bool article = i > 0 && view.between(i - 1) == " " && isArticle(view.word(i - 1)) && !(next > 0 && mentions[next - 1].end > view.tokens()[i - 1].start);
        Mention m;
        m.start = article ? view.tokens()[i - 1].start : t.start;
        m.end = view.tokens()[i + named->words.size() - 1].end;
        if (next < mentions.size() && mentions[next].start < m.end) continue;
        m.kind = named->kind;
        m.subject = named->subject;
        m.certainty = 0.6;
        more.push_back(std::move(m));
    }
    if (more.empty()) return;
    mentions.insert(mentions.end(), more.begin(), more.end());
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.start < b.start; });
}

}  // namespace redaction::detect
