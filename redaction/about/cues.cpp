#include "redaction/about/cues.h"

#include <algorithm>
#include <array>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count)> kSections{
    "silence", "cleared", "worknote", "internal", "police", "investigation", "reporterIdentity", "reporterVantage", "keepsApart", "harm",
    "plan", "planGiven", "says", "mixed", "signature", "salutation", "mailHeader", "formHeader", "releaseHarms", "boilerplate", "journey", "sight", "nearby", "landmark", "localLife", "schoolLife", "hidingPlace", "talkWith"};

std::string saying() {  // {SAID}: the verbs of the list of verbs
    std::vector<std::string> verbs;
    for (const auto* section : {"say", "feel"})
        for (const auto& verb : words::linesOf("verbs", section)) verbs.push_back(verb);
    std::sort(verbs.begin(), verbs.end());  // with the same letters together they are read faster
    std::string all;
    for (const auto& verb : verbs) all += (all.empty() ? "" : "|") + verb;
    return all;
}

std::string complete(std::string expression) {
    static const std::string verbs = saying(), mark = "{SAID}";
    if (const auto at = expression.find(mark); at != std::string::npos) expression.replace(at, mark.size(), verbs);
    return words::expanded("cues", expression);
}

struct Compiled {
    words::Expressions expressions{all()};
    static std::vector<std::string> all() {
        std::vector<std::string> list;
        for (const auto& row : cueRows()) list.push_back(row.expression);
        return list;
    }
};

}  // namespace

std::string_view cueName(Cue cue) { return kSections[static_cast<std::size_t>(cue)]; }

const std::vector<CueRow>& cueRows() {
    static const std::vector<CueRow> rows = [] {
        std::vector<CueRow> all;
        for (std::size_t i = 0; i < kSections.size(); ++i)
            for (const auto& line : words::linesOf("cues", kSections[i])) all.push_back({static_cast<Cue>(i), complete(line)});
        return all;
    }();
    return rows;
}

namespace {

const words::Expressions& expressions() {
    static const Compiled compiled;
    return compiled.expressions;
}

bool matches(std::string_view folded, const words::Possible::Found& row, std::size_t start) {  // start: of the stretch
    return row.sure || expressions()[row.expression].Match({folded.data(), folded.size()}, row.from - start, row.to - start, RE2::UNANCHORED, nullptr, 0);
}

}  // namespace

CueFinder::CueFinder(const detect::TextView& view) : v_(view), possible_(expressions(), view) {}

bool CueFinder::says(std::size_t start, std::size_t end, Cue cue) {
    const auto& rows = possible_.in(start, end);
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return cueRows()[static_cast<std::size_t>(row.expression)].cue == cue && matches(v_.slice(start, end), row, start); });
}

Cues CueFinder::in(std::size_t start, std::size_t end) {
    Cues cues;
    const auto& rows = cueRows();
    const auto text = v_.slice(start, end);
    for (const auto& row : possible_.in(start, end)) {
        const auto cue = static_cast<std::size_t>(rows[static_cast<std::size_t>(row.expression)].cue);
        if (!cues.test(cue)) cues.set(cue, matches(text, row, start));
    }
    return cues;
}

}  // namespace redaction::about
