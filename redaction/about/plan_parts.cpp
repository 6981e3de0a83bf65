#include "redaction/about/plan_parts.h"

#include <re2/re2.h>

#include <algorithm>

namespace redaction::about {

namespace {

const RE2& partInSentence() {  // "deel 2", "delen 1-6", "blad 1 en 2"
    static const RE2 expression(R"(\b(?:onderdeel|onderdelen|deel|delen|blad|bladen|bladzijde|bijlagen?|hoofdstuk|hoofdstukken|punt|punten|paragraaf|afspraak|afspraken) ([0-9]+|[a-z])\b(?: ?(en|t/m|tot en met|-) ?([0-9]+|[a-z])\b)?)");
    return expression;
}

std::string partOfLine(std::string_view line) {
    static const RE2 named(R"(^(?:deel|blad|bijlage|onderdeel|hoofdstuk|afspraak) ([0-9]+|[a-z])\b)"), numbered(R"(^([0-9]+)[.)] )");
    std::string part;
    if (RE2::PartialMatch({line.data(), line.size()}, named, &part) || RE2::PartialMatch({line.data(), line.size()}, numbered, &part)) return part;
    return {};
}

const RE2& onlyFor() {
    static const RE2 expression(R"(\b(?:alleen|uitsluitend|enkel|slechts|exclusief|louter) (?:bestemd |bedoeld |te lezen )?(?:voor|door|aan)\b|\((?:alleen|uitsluitend) )");
    return expression;
}

// "Moeder heeft dit plan gekregen; vader niet.", "vader was verhinderd": nobody named in such a clause has it.
bool isLeftOut(const detect::TextView& view, const Named& n, std::size_t from, std::size_t to) {
    const auto& text = view.folded();
    const auto before = text.find_last_of(",;:(", n.mention->start), after = text.find_first_of(",;:)", n.mention->end);
    const auto start = before == std::string::npos || before < from ? from : before + 1, end = std::min(after, to);
    const auto clause = view.slice(start, end);
    static const RE2 without(R"(\b(?:niet|geen|nooit|behalve|zonder|afwezig|verhinderd|later|nog)\b)"), together(R"(\ben\b)");
    if (!RE2::PartialMatch({clause.data(), clause.size()}, without)) return false;
    // "met moeder en niet met vader": the word just before or behind them decides.
    const auto next = view.word(n.afterToken), last = n.token > 0 ? view.word(n.token - 1) : detect::Word(), earlier = n.token > 1 ? view.word(n.token - 2) : detect::Word();
    const bool near = next == "niet" || last == "behalve" || last == "zonder" || last == "niet" || (earlier == "niet" && (last == "aan" || last == "met" || last == "voor" || last == "door"));
    return near || !RE2::PartialMatch({clause.data(), clause.size()}, together);
}

std::vector<std::string> partsIn(std::string_view sentence) {
    std::string first, joined, last;
    if (!RE2::PartialMatch({sentence.data(), sentence.size()}, partInSentence(), &first, &joined, &last)) {
        if (sentence.find("laatste onderdeel") != std::string_view::npos || sentence.find("laatste deel") != std::string_view::npos) return {"*last"};
        return {};
    }
    if (last.empty()) return {first};
    if (joined == "en" || first.size() > 1 || last.size() > 1) return {first, last};
    std::vector<std::string> parts;  // "1 t/m 6", "A tot en met C"
    for (char part = first[0]; part <= last[0]; ++part) parts.emplace_back(1, part);
    return parts;
}

// "Bijlage A is alleen voor moeder, bijlage B alleen voor vader.": each clause for itself.
std::size_t clauseEnd(const detect::TextView& view, std::size_t from, std::size_t to) {
    const auto clauses = view.slice(from, to);
    const auto first = std::min(clauses.find_first_not_of(' '), clauses.size());  // where only blanks stood before, no clause ends
    const auto comma = clauses.find_first_of(",;|", first + 1);
    if (comma == std::string_view::npos) return to;
    return partsIn(clauses.substr(comma)).empty() ? to : from + comma + 1;  // no part behind the first comma is none behind the others
}

}  // namespace

void PlanParts::learn(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end) {
    for (auto from = start; from < end;) {
        const auto stop = view.slice(from, std::min(end + 2, view.size())).find(". ");
        auto to = stop == std::string_view::npos ? end : from + stop + 1;
        to = clauseEnd(view, from, to);
        const auto sentence = view.slice(from, to);
        if (tellsWhoGotIt(sentence)) {
            const auto parts = partsIn(sentence);
            static const RE2 andThem(R"(\b(?:ook aan|ook met|aan hen|met hen|zij allen|hen allen)\b)");
            if (!parts.empty() && RE2::PartialMatch({sentence.data(), sentence.size()}, andThem))
                for (const auto& part : parts) parts_[part].insert(last_.begin(), last_.end());
            static const RE2 apart(R"(\b(?:alleen|apart|uitsluitend|enkel|slechts) (?:voor|aan|met|in|door)\b)");
            if (RE2::PartialMatch({sentence.data(), sentence.size()}, apart)) apart_.insert(parts.begin(), parts.end());
            std::set<std::string> here;
            static const RE2 lessThanAll(R"(\b(?:krijg\w*|kreeg|kregen|ontvang\w*|heeft|hebben|mag|mogen)\b[^.]*\balleen\b)");
            const bool only = RE2::PartialMatch({sentence.data(), sentence.size()}, lessThanAll);
            auto next = std::lower_bound(named.begin(), named.end(), from, [](const Named& n, std::size_t at) { return n.mention->start < at; });
            for (; next != named.end() && next->mention->start < to; ++next) {
                const auto& n = *next;
                if (n.staff) continue;
                if (isLeftOut(view, n, from, to)) {
                    whole_.erase(n.mention->subject);
                    continue;
                }
                here.insert(n.mention->subject);
                if (parts.empty()) whole_.insert(n.mention->subject);
                for (const auto& part : parts) parts_[part].insert(n.mention->subject);
                if (!parts.empty() && only) whole_.erase(n.mention->subject);
            }
            if (!here.empty()) last_ = here;
        }
        from = to;
    }
}

bool PlanParts::tellsWhoGotIt(std::string_view sentence) {
    static const RE2 shared(R"((?:gekregen|gegeven|krijg\w*|kreeg|kregen|exemplaar|kopie|besproken|doorgenomen|gemaakt|vastgesteld\b.*\bmet\b|opgesteld (?:met|samen)|ontvangen|naar huis|in bezit van|apart (?:aan|voor|met)|stemmen ermee in|dezelfde tekst|hetzelfde papier|mogen hebben|hele plan|kennen deel|getekend|paraaf|parafen|handtekening|voor akkoord|gedeeld|(?:alleen|uitsluitend|enkel|slechts) voor|\bzijn voor|aan tafel|deelnemers|doen (?:er )?mee|meegenomen))");
    return RE2::PartialMatch({sentence.data(), sentence.size()}, shared);
}

void PlanParts::enter(std::string_view line, const std::vector<Named>& named, bool heading) {
    const auto part = partOfLine(line);
    const bool titled = !part.empty() && (line[0] < '0' || line[0] > '9');
    if (titled || (!part.empty() && !namedPart_)) {  // "1." inside "DEEL 3" is an item of it
        part_ = part;
        namedPart_ = titled;
        onlyHere_ = false;
    }
    static const RE2 loose(R"(^(?:los blad|apart blad|losse bijlage|bijlage)\b)");
    if ((heading || RE2::PartialMatch({line.data(), line.size()}, loose)) && RE2::PartialMatch({line.data(), line.size()}, onlyFor())) {
        onlyHere_ = true;
        only_.clear();
        for (const auto& n : named)
            if (!n.staff) only_.insert(n.mention->subject);
    }
}

std::vector<std::string> PlanParts::recipients() const {
    if (onlyHere_) return {only_.begin(), only_.end()};
    const auto found = parts_.find(part_);
    auto all = apart_.count(part_) ? std::set<std::string>() : whole_;
    if (found != parts_.end()) all.insert(found->second.begin(), found->second.end());
    return {all.begin(), all.end()};
}

}  // namespace redaction::about
