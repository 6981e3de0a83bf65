#include "redaction/about/cues.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count)> kSections{
    "silence", "cleared", "worknote", "internal", "police", "investigation", "reporterIdentity", "reporterVantage", "keepsApart", "harm",
    "plan", "planGiven", "says", "mixed", "signature", "salutation", "mailHeader", "formHeader", "releaseHarms", "boilerplate", "journey", "sight", "nearby", "landmark", "localLife", "schoolLife", "talkWith"};

std::string saying() {  // {SAID}: the verbs of the list of verbs
    std::string all;
    for (const auto* section : {"say", "feel"})
        for (const auto& verb : words::linesOf("verbs", section)) all += (all.empty() ? "" : "|") + verb;
    return all;
}

std::string complete(std::string expression) {
    static const std::string verbs = saying(), mark = "{SAID}";
    if (const auto at = expression.find(mark); at != std::string::npos) expression.replace(at, mark.size(), verbs);
    return words::expanded("cues", expression);
}

RE2::Options options() {
    RE2::Options o;
    o.set_encoding(RE2::Options::EncodingLatin1);
    o.set_log_errors(false);
    o.set_max_mem(256 << 20);
    return o;
}

struct Compiled {
    RE2::Set set{options(), RE2::UNANCHORED};
    std::vector<Cue> cues;  // per expression
    Compiled() {
        for (const auto& row : cueRows()) {
            if (set.Add(row.expression, nullptr) < 0) throw std::logic_error("geen expressie: " + row.expression);
            cues.push_back(row.cue);
        }
        if (!set.Compile()) throw std::logic_error("de woorden passen niet in het geheugen");
    }
};

}  // namespace

const std::vector<CueRow>& cueRows() {
    static const std::vector<CueRow> rows = [] {
        std::vector<CueRow> all;
        for (std::size_t i = 0; i < kSections.size(); ++i)
            for (const auto& line : words::linesOf("cues", kSections[i])) all.push_back({static_cast<Cue>(i), complete(line)});
        return all;
    }();
    return rows;
}

Cues cuesIn(std::string_view folded) {
    static const Compiled compiled;
    std::vector<int> rows;
    Cues cues;
    compiled.set.Match({folded.data(), folded.size()}, &rows);
    for (const int row : rows) cues.set(static_cast<std::size_t>(compiled.cues[static_cast<std::size_t>(row)]));
    return cues;
}

}  // namespace redaction::about
