#include "redaction/about/plan_parts.h"

#include <re2/re2.h>

namespace redaction::about {

namespace {

const RE2& partInSentence() {
    static const RE2 expression(R"(\b(?:onderdeel|deel|bijlage|hoofdstuk|punt|paragraaf) ([0-9]+|[a-z])\b(?: (?:en|t/m|tot en met) ([0-9]+|[a-z])\b)?)");
    return expression;
}

std::string partOfLine(std::string_view line) {
    static const RE2 named(R"(^(?:deel|bijlage|onderdeel|hoofdstuk) ([0-9]+|[a-z])\b)"), numbered(R"(^([0-9]+)[.)] )");
    std::string part;
    if (RE2::PartialMatch({line.data(), line.size()}, named, &part) || RE2::PartialMatch({line.data(), line.size()}, numbered, &part)) return part;
    return {};
}

// "Moeder heeft dit plan gekregen; vader niet.", "niet aan vader gegeven"
bool isLeftOut(const detect::TextView& view, const Named& n) {
    const auto after = view.word(n.afterToken), before = n.token > 0 ? view.word(n.token - 1) : detect::Word(), earlier = n.token > 1 ? view.word(n.token - 2) : detect::Word();
    return after == "niet" || before == "behalve" || before == "zonder" || before == "niet" || (earlier == "niet" && (before == "aan" || before == "met" || before == "voor" || before == "door"));
}

std::vector<std::string> partsIn(std::string_view sentence) {
    std::string a, b;
    if (!RE2::PartialMatch({sentence.data(), sentence.size()}, partInSentence(), &a, &b)) {
        if (sentence.find("laatste onderdeel") != std::string_view::npos || sentence.find("laatste deel") != std::string_view::npos) return {"*last"};
        return {};
    }
    std::vector<std::string> parts{a};
    if (!b.empty()) parts.push_back(b);
    return parts;
}

// "Bijlage A is alleen voor moeder, bijlage B alleen voor vader.": each clause for itself.
std::size_t clauseEnd(const detect::TextView& view, std::size_t from, std::size_t to) {
    const auto comma = view.folded().find(", ", from);
    if (comma == std::string::npos || comma >= to) return to;
    return partsIn(view.slice(from, comma)).empty() || partsIn(view.slice(comma, to)).empty() ? to : comma + 1;
}

}  // namespace

void PlanParts::learn(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end) {
    for (auto from = start; from < end;) {
        auto to = view.folded().find(". ", from);
        to = to == std::string::npos || to > end ? end : to + 1;
        to = clauseEnd(view, from, to);
        const auto sentence = view.slice(from, to);
        static const RE2 shared(R"((?:gekregen|gegeven|krijgt|exemplaar|besproken|gemaakt|stemmen ermee in|dezelfde tekst|mogen hebben|hele plan|ondertekend|gedeeld|alleen voor))");
        if (RE2::PartialMatch({sentence.data(), sentence.size()}, shared)) {
            const auto parts = partsIn(sentence);
            static const RE2 andThem(R"(\b(?:ook aan|ook met|aan hen|met hen|zij allen|hen allen)\b)");
            if (!parts.empty() && RE2::PartialMatch({sentence.data(), sentence.size()}, andThem))
                for (const auto& part : parts) parts_[part].insert(last_.begin(), last_.end());
            std::set<std::string> here;
            static const RE2 lessThanAll(R"(\b(?:krijg\w*|kreeg|kregen|ontvang\w*|heeft|hebben|mag|mogen)\b[^.]*\balleen\b)");
            const bool only = RE2::PartialMatch({sentence.data(), sentence.size()}, lessThanAll);
            for (const auto& n : named) {
                if (n.mention->start < from || n.mention->start >= to || n.staff) continue;
                if (isLeftOut(view, n)) {
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

void PlanParts::enter(std::string_view line, const std::vector<Named>& named, bool heading) {
    const auto part = partOfLine(line);
    const bool titled = !part.empty() && (line[0] < '0' || line[0] > '9');
    if (titled || (!part.empty() && !namedPart_)) {  // "1." inside "DEEL 3" is an item of it
        part_ = part;
        namedPart_ = titled;
        onlyHere_ = false;
    }
    static const RE2 loose(R"(^(?:los blad|apart blad|losse bijlage|bijlage)\b.*\balleen voor\b)");
    if ((heading || RE2::PartialMatch({line.data(), line.size()}, loose)) && line.find("alleen voor") != std::string_view::npos) {
        onlyHere_ = true;
        only_.clear();
        for (const auto& n : named)
            if (!n.staff) only_.insert(n.mention->subject);
    }
}

std::vector<std::string> PlanParts::recipients() const {
    if (onlyHere_) return {only_.begin(), only_.end()};
    auto all = whole_;
    const auto found = parts_.find(part_);
    if (found != parts_.end()) all.insert(found->second.begin(), found->second.end());
    return {all.begin(), all.end()};
}

}  // namespace redaction::about
