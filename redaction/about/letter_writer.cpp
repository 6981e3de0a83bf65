#include "redaction/about/letter_writer.h"

#include <re2/re2.h>

#include <algorithm>

namespace redaction::about {

namespace {

using detect::Kind;

constexpr std::size_t kLongestLetter = 40, kClosing = 70;  // stretches; code points of a line that closes

bool matches(std::string_view t, const RE2& expression) { return RE2::PartialMatch({t.data(), t.size()}, expression); }

bool closes(std::string_view t) {
    static const RE2 words(R"(\b(?:groet(?:en|jes)?|gr|mvg|kus(?:jes|sen)?|liefs|doei|dag|xx+|je|jouw|jullie|uw|hoogachtend|bedankt|van)\b[^a-z]*(?:\w+[ ,.]*){0,4}$)");
    return matches(t, words);
}

bool startsAnew(std::string_view t) {
    static const RE2 words(R"(^(?:van|from|aan|bijlage|onderwerp|datum)\b[ :])");
    return matches(t, words);
}

}  // namespace

bool opensLetter(std::string_view folded) {
    static const RE2 words(R"(^["']?(?:>\s*)?(?:lieve|liefste|beste|hoi|hallo|dag|ha|hey|geachte)\b)");
    const auto first = folded.substr(!folded.empty() && (folded[0] == '"' || folded[0] == '\'') ? 1 : 0, 1);
    return !first.empty() && std::string_view(">lbhdg").find(first[0]) != std::string_view::npos && matches(folded, words);
}

std::string writerInTitle(const detect::TextView& view, const Stretch& title, const std::vector<Named>& named) {
    static const RE2 words(R"(\b(?:brief(?:je)?|kaart(?:je)?|mail|e-mail|bericht(?:je|en)?|app(?:je|s)?|tekening|verklaring|reactie|dagboek\w*) (?:\w+ ){0,2}?van $)");
    for (const auto& n : named)
        if (!n.staff && matches(view.slice(title.start, n.mention->start), words)) return n.mention->subject;
    return {};
}

std::string writerByClosing(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const std::vector<Stretch>& stretches, std::size_t first) {
    for (auto i = first; i < stretches.size() && i < first + kLongestLetter; ++i) {
        const auto& s = stretches[i];
        const auto t = view.slice(s.start, s.end);
        if (i > first && (startsAnew(t) || (s.afterBlank && opensLetter(t)))) return {};
        auto last = std::lower_bound(mentions.begin(), mentions.end(), s.end, [](const detect::Mention& m, std::size_t at) { return m.start < at; });
        while (last != mentions.begin() && std::prev(last)->start >= s.start) {
            --last;
            if (last->kind != Kind::name && last->kind != Kind::initials && last->kind != Kind::role) continue;
            const bool atEnd = s.end - last->end <= 2;
            const auto from = last->start > s.start + kClosing ? last->start - kClosing : s.start;
            if (!atEnd || !closes(view.slice(from, last->start))) break;
            if (last->inFunction || detect::isStranger(last->subject) || !last->candidates.empty()) return {};
            const auto person = people.indexOf(last->subject);
            return person < people.persons().size() && !people.isStaff(person) ? last->subject : std::string();
        }
    }
    return {};
}

}  // namespace redaction::about
