#include "redaction/about/sorts.h"

#include <algorithm>
#include <cmath>

#include "redaction/about/sort_model.h"

namespace redaction::about {

namespace {

constexpr std::size_t kTitleWords = 24, kHeadingWords = 10, kOpening = 5, kShortest = 7, kClasses = static_cast<std::size_t>(Class::mixed) + 1, kSpeakers = 3;

std::string_view ruleName(Class byRule) {
    switch (byRule) {
        case Class::confidential: return "confidential";
        case Class::reporter: return "reporter";
        case Class::worknote: return "worknote";
        case Class::internal: return "internal";
        case Class::police: return "police";
        case Class::investigation: return "investigation";
        case Class::header: return "header";
        case Class::jointPlan: return "plan";
        case Class::mixed: return "mixed";
        case Class::statement: return "statement";
        case Class::neutral: case Class::whereabouts: break;
    }
    return "neutral";
}

std::string_view speakerName(SortFinder::Speaker speaker) {
    switch (speaker) {
        case SortFinder::Speaker::child: return "child";
        case SortFinder::Speaker::other: return "other";
        case SortFinder::Speaker::nobody: break;
    }
    return "nobody";
}

}  // namespace

// Of each word of a dossier what the model has of it.
struct SortFinder::Notes : detect::WordNotes {
    std::vector<Weighed> of;
};

SortFinder::SortFinder(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions) : v_(view), people_(people), mentions_(mentions), notes_(view.notes<Notes>()), counted_((sortModel().size() + 63) / 64) {
    const auto& tokens = view.tokens();
    if (tokens.empty()) return;
    readUnits(tokens.front().start, tokens[std::min(tokens.size(), kTitleWords) - 1].end);
    title_ = units_;
    titleRows_ = weighedAs(Trait::Of::title, title_);
}

namespace {

bool hasOpening(std::string_view text) { return text.size() >= kShortest && text[0] != '<'; }

std::uint32_t rowOf(Trait::Of of, std::string_view text) { return sortModel().find(traitHash(of, words::hashOf(text), 0)); }

template <std::size_t count, class NameOf>
std::array<std::uint32_t, count> rowsOf(Trait::Of of, NameOf nameOf) {
    std::array<std::uint32_t, count> rows;
    for (std::size_t i = 0; i < count; ++i) rows[i] = rowOf(of, nameOf(i));
    return rows;
}

}  // namespace

SortFinder::Weighed SortFinder::weighedFor(std::string_view text, std::uint32_t hash) {
    return {sortModel().find(traitHash(Trait::Of::word, hash, 0)), hasOpening(text) ? rowOf(Trait::Of::opening, text.substr(0, kOpening)) : SortModel::kNone, sortModel().partsOf(hash), true};
}

SortFinder::Unit SortFinder::unitFor(std::string_view text) {
    const auto hash = words::hashOf(text);
    return {text, hash, weighedFor(text, hash)};
}

SortFinder::Unit SortFinder::unitAt(std::size_t token) const {
    const auto number = v_.tokens()[token].word;
    if (number >= notes_.of.size()) notes_.of.resize(2 * number + 16);
    auto& weighed = notes_.of[number];
    const auto word = v_.word(token);
    if (!weighed.known) weighed = weighedFor(word, word.hash);
    return {word, word.hash, weighed};
}

std::vector<std::uint32_t> SortFinder::weighedAs(Trait::Of of, const std::vector<Unit>& units) {
    std::vector<std::uint32_t> rows;
    for (const auto& unit : units)
        if (const auto row = sortModel().find(traitHash(of, unit.hash, 0)); row != SortModel::kNone) rows.push_back(row);
    return rows;
}

// A name says nothing of the sort, but that somebody is named does; and whether it is one who reports.
SortFinder::Unit SortFinder::unitOf(const detect::Mention& mention) const {
    static const auto reporter = unitFor("<melder>"), staff = unitFor("<medewerker>"), name = unitFor("<naam>"), address = unitFor("<adres>"), place = unitFor("<plaats>"),
                      school = unitFor("<school>"), institution = unitFor("<instelling>"), reach = unitFor("<bereikbaar>"), number = unitFor("<nummer>");
    const auto person = people_.indexOf(mention.subject);
    if (person < people_.persons().size()) {
        const auto& kind = people_.persons()[person].kind;
        if (kind == "reporter" || kind == "informant") return reporter;
    }
    switch (mention.kind) {
        case detect::Kind::name: case detect::Kind::initials: return mention.inFunction || (person < people_.persons().size() && people_.isStaff(person)) ? staff : name;
        case detect::Kind::address: case detect::Kind::postcode: return address;
        case detect::Kind::place: return place;
        case detect::Kind::school: return school;
        case detect::Kind::employer: case detect::Kind::institution: case detect::Kind::gp: return institution;
        case detect::Kind::phone: case detect::Kind::email: case detect::Kind::url: case detect::Kind::username: return reach;
        case detect::Kind::role: case detect::Kind::age: case detect::Kind::health: case detect::Kind::criminal: case detect::Kind::religion: case detect::Kind::ethnicity:
        case detect::Kind::sexuality: case detect::Kind::finance: return {};  // their own words tell more
        default: return number;
    }
}

void SortFinder::readUnits(std::size_t start, std::size_t end) {
    units_.clear();
    auto mention = std::lower_bound(mentions_.begin(), mentions_.end(), start, [](const detect::Mention& m, std::size_t at) { return m.end <= at; });
    const auto& tokens = v_.tokens();
    static const auto number = unitFor("<getal>");
    std::size_t said = 0;  // up to where the last mention reached
    for (auto i = v_.tokenAt(start); i < tokens.size() && tokens[i].start < end; ++i) {
        if (tokens[i].start < said) continue;
        while (mention != mentions_.end() && mention->end <= tokens[i].start) ++mention;
        if (mention != mentions_.end() && mention->start <= tokens[i].start) {
            if (const auto unit = unitOf(*mention); unit.hash != 0) {
                units_.push_back(unit);
                said = mention->end;
                continue;
            }
        }
        units_.push_back(tokens[i].digits ? number : unitAt(i));
    }
}

template <typename Take>
void SortFinder::eachTrait(Take take) const {
    const auto one = [&](Trait::Of of, const Unit& unit) { take(of, unit, Unit()); };
    const auto sign = [&](Trait::Of of, std::string_view text) { one(of, {text, words::hashOf(text), {}}); };
    for (std::size_t i = 0; i < units_.size(); ++i) {
        const auto& unit = units_[i];
        one(Trait::Of::word, unit);
        if (hasOpening(unit.text)) sign(Trait::Of::opening, unit.text.substr(0, kOpening));
        if (i + 1 < units_.size()) take(Trait::Of::pair, unit, units_[i + 1]);
        if (i + 2 < units_.size()) take(Trait::Of::gap, unit, units_[i + 2]);
    }
    for (const auto& unit : title_) one(Trait::Of::title, unit);
    for (const auto& unit : heading_) one(Trait::Of::heading, unit);
    for (std::size_t i = 0; i < cues_.size(); ++i)
        if (cues_.test(i)) sign(Trait::Of::cue, cueName(static_cast<Cue>(i)));
    sign(Trait::Of::rule, ruleName(byRule_));
    sign(Trait::Of::before, ruleName(before_));
    sign(Trait::Of::speaker, speakerName(speaker_));
}

// The numbers of those of eachTrait() that weigh anything, in the same order: sums of numbers with a point depend on it.
void SortFinder::readRows() {
    const auto& weights = sortModel();
    rows_.resize(4 * units_.size() + titleRows_.size() + headingRows_.size() + cues_.size() + 3);
    auto* next = rows_.data();
    const auto one = [&](std::uint32_t row) { *next = row, next += row != SortModel::kNone ? 1 : 0; };
    const auto two = [&](Trait::Of of, const Unit& first, const Unit& second) {
        if (SortModel::mayBegin(first.weighed.parts, of) && SortModel::mayEnd(second.weighed.parts, of)) one(weights.find(traitHash(of, first.hash, second.hash)));
    };
    for (std::size_t i = 0; i < units_.size(); ++i) {
        one(units_[i].weighed.word);
        one(units_[i].weighed.opening);
        if (i + 1 < units_.size()) two(Trait::Of::pair, units_[i], units_[i + 1]);
        if (i + 2 < units_.size()) two(Trait::Of::gap, units_[i], units_[i + 2]);
    }
    next = std::copy(headingRows_.begin(), headingRows_.end(), std::copy(titleRows_.begin(), titleRows_.end(), next));
    static const auto cues = rowsOf<static_cast<std::size_t>(Cue::count)>(Trait::Of::cue, [](std::size_t i) { return cueName(static_cast<Cue>(i)); });
    static const auto rules = rowsOf<kClasses>(Trait::Of::rule, [](std::size_t i) { return ruleName(static_cast<Class>(i)); }), before = rowsOf<kClasses>(Trait::Of::before, [](std::size_t i) { return ruleName(static_cast<Class>(i)); });
    static const auto speakers = rowsOf<kSpeakers>(Trait::Of::speaker, [](std::size_t i) { return speakerName(static_cast<Speaker>(i)); });
    for (std::size_t i = 0; i < cues_.size(); ++i)
        if (cues_.test(i)) one(cues[i]);
    one(rules[static_cast<std::size_t>(byRule_)]);
    one(before[static_cast<std::size_t>(before_)]);
    one(speakers[static_cast<std::size_t>(speaker_)]);
    rows_.resize(static_cast<std::size_t>(next - rows_.data()));
}

std::vector<Trait> SortFinder::traits() const {
    std::vector<Trait> all;
    eachTrait([&](Trait::Of of, const Unit& first, const Unit& second) { all.push_back({of, first.text, second.text, traitHash(of, first.hash, second.hash)}); });
    std::sort(all.begin(), all.end(), [](const Trait& a, const Trait& b) { return a.hash < b.hash; });
    all.erase(std::unique(all.begin(), all.end(), [](const Trait& a, const Trait& b) { return a.hash == b.hash; }), all.end());
    return all;
}

Sorts SortFinder::in(std::size_t start, std::size_t end, const Cues& cues, Class byRule, Speaker speaker) {
    if (byRule_ == Class::header) {
        heading_.assign(units_.begin(), units_.begin() + static_cast<std::ptrdiff_t>(std::min(units_.size(), kHeadingWords)));
        headingRows_ = weighedAs(Trait::Of::heading, heading_);
    }
    readUnits(start, end);
    cues_ = cues;
    before_ = byRule_;
    byRule_ = byRule;
    speaker_ = speaker;
    readRows();
    const auto sums = sumOfRows();
    Sorts sorts;
    for (std::size_t k = 0; k < kSorts; ++k) sorts.of[k] = static_cast<float>(1 / (1 + std::exp(-sums[k])));
    return sorts;
}

SortFinder::Sums SortFinder::sumOfRows() {  // each once
    const auto& weights = sortModel();
    auto sums = weights.always();
    auto* counted = counted_.data();
    for (const auto number : rows_) {
        const auto bit = std::uint64_t{1} << number % 64;
        if ((counted[number / 64] & bit) != 0) continue;
        counted[number / 64] |= bit;
        const auto& row = weights[number];
        for (std::size_t k = 0; k < kWidth; ++k) sums[k] += row[k];
    }
    for (const auto number : rows_) counted[number / 64] = 0;
    return sums;
}

}  // namespace redaction::about
