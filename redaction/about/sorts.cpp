#include "redaction/about/sorts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr std::array<std::string_view, kSorts> kNames{"confidential", "whereabouts", "reporter", "worknote", "internal", "police", "investigation", "mixed", "nobody"};
constexpr std::size_t kTitleWords = 24, kHeadingWords = 10, kOpening = 5, kShortest = 7;

std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ hash >> 31) * 0x9E3779B97F4A7C15ull;
    return hash ^ hash >> 29;
}

// Hashes and the weights they bring, in one flat table. Most words are in no trait that weighs: by a few bits of their hash
// that is seen without looking a trait up.
class Model {
  public:
    using Row = std::array<float, kSorts>;

    Model() : parts_(kParts) {
        for (const auto& line : words::linesOf("sorts", "weights")) read(line);
        slots_.resize(std::bit_ceil(4 * rows_.size() + 1));
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            auto at = hashes_[i] & (slots_.size() - 1);
            while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = {static_cast<std::uint32_t>(hashes_[i] >> 32), i + 1};
        }
    }

    static constexpr std::uint32_t kNone = 0xffffffff;
    std::uint32_t find(std::uint64_t hash) const {
        const auto high = static_cast<std::uint32_t>(hash >> 32);
        for (auto at = hash & (slots_.size() - 1); slots_[at].number != 0; at = (at + 1) & (slots_.size() - 1))
            if (slots_[at].high == high && hashes_[slots_[at].number - 1] == hash) return slots_[at].number - 1;
        return kNone;
    }
    std::size_t size() const { return rows_.size(); }
    const Row& operator[](std::uint32_t number) const { return rows_[number]; }
    const Row& always() const { return always_; }

    std::uint8_t partsOf(std::uint32_t word) const { return parts_[word % kParts]; }  // of a hash
    static bool mayBegin(std::uint8_t parts, Trait::Of of) { return (parts >> bitOf(of) & 1u) != 0; }
    static bool mayEnd(std::uint8_t parts, Trait::Of of) { return (parts >> (bitOf(of) + 1) & 1u) != 0; }

  private:
    static constexpr std::size_t kParts = 1 << 16;
    static int bitOf(Trait::Of of) {
        switch (of) {
            case Trait::Of::word: return 0;
            case Trait::Of::opening: return 1;
            case Trait::Of::title: return 2;
            case Trait::Of::pair: return 3;
            case Trait::Of::gap: return 5;
            default: return 7;
        }
    }
    void add(const Trait& trait, const Row& row) {
        hashes_.push_back(trait.hash);
        rows_.push_back(row);
        parts_[words::hashOf(trait.first) % kParts] |= static_cast<std::uint8_t>(1u << bitOf(trait.of));
        if (!trait.second.empty()) parts_[words::hashOf(trait.second) % kParts] |= static_cast<std::uint8_t>(2u << bitOf(trait.of));
    }

    // "p niemand weet = confidential 0.84, worknote -0.10"; "= …" for what every passage begins with.
    void read(const std::string& line) {
        const auto middle = line.find("= ");
        if (middle == std::string::npos) throw std::logic_error("geen gewicht: " + line);
        Row row{};
        for (auto at = middle + 2; at < line.size();) {
            const auto space = line.find(' ', at), comma = std::min(line.find(", ", space), line.size());
            const auto name = std::find(kNames.begin(), kNames.end(), line.substr(at, space - at));
            if (space == std::string::npos || name == kNames.end()) throw std::logic_error("geen soort: " + line);
            row[static_cast<std::size_t>(name - kNames.begin())] = std::stof(line.substr(space + 1, comma - space - 1));
            at = comma + 2;
        }
        if (middle == 0) always_ = row;
        else add(traitOf(std::string_view(line).substr(0, middle - 1)), row);
    }

    struct Slot {
        std::uint32_t high = 0, number = 0;  // of the hash the upper half; number: from one; 0: free
    };
    Row always_{};
    std::vector<std::uint64_t> hashes_;
    std::vector<Row> rows_;
    std::vector<Slot> slots_;
    std::vector<std::uint8_t> parts_;  // by hash of a word: in which traits it may stand first, second
};

const Model& model() {
    static const Model instance;
    return instance;
}

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

}  // namespace

std::string_view nameOf(Sort sort) { return kNames[static_cast<std::size_t>(sort)]; }

std::uint64_t traitHash(Trait::Of of, std::uint32_t first, std::uint32_t second) {
    return mixed(mixed(std::uint64_t{first} << 32 | second) + static_cast<std::uint64_t>(of));
}

Trait traitOf(std::string_view line) {
    if (line.size() < 3 || line[1] != ' ') throw std::logic_error("geen kenmerk: " + std::string(line));
    Trait trait{static_cast<Trait::Of>(line[0]), line.substr(2), {}, 0};
    if (const auto space = trait.first.find(' '); space != std::string_view::npos) {
        trait.second = trait.first.substr(space + 1);
        trait.first = trait.first.substr(0, space);
    }
    trait.hash = traitHash(trait.of, words::hashOf(trait.first), trait.second.empty() ? 0 : words::hashOf(trait.second));
    return trait;
}

SortFinder::SortFinder(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions) : v_(view), people_(people), mentions_(mentions), counted_((model().size() + 63) / 64) {
    const auto& tokens = view.tokens();
    if (tokens.empty()) return;
    readUnits(tokens.front().start, tokens[std::min(tokens.size(), kTitleWords) - 1].end);
    title_ = units_;
}

SortFinder::Unit SortFinder::unitFor(std::string_view text, std::uint32_t hash) { return {text, hash, model().partsOf(hash)}; }

// A name says nothing of the sort, but that somebody is named does; and whether it is one who reports.
SortFinder::Unit SortFinder::unitOf(const detect::Mention& mention) const {
    const auto unit = [](std::string_view text) { return unitFor(text, words::hashOf(text)); };
    const auto person = people_.indexOf(mention.subject);
    if (person < people_.persons().size()) {
        const auto& kind = people_.persons()[person].kind;
        if (kind == "reporter" || kind == "informant") return unit("<melder>");
    }
    switch (mention.kind) {
        case detect::Kind::name: case detect::Kind::initials: return unit(mention.inFunction || (person < people_.persons().size() && people_.isStaff(person)) ? "<medewerker>" : "<naam>");
        case detect::Kind::address: case detect::Kind::postcode: return unit("<adres>");
        case detect::Kind::place: return unit("<plaats>");
        case detect::Kind::school: return unit("<school>");
        case detect::Kind::employer: case detect::Kind::institution: case detect::Kind::gp: return unit("<instelling>");
        case detect::Kind::phone: case detect::Kind::email: case detect::Kind::url: case detect::Kind::username: return unit("<bereikbaar>");
        case detect::Kind::role: case detect::Kind::age: case detect::Kind::health: case detect::Kind::criminal: case detect::Kind::religion: case detect::Kind::ethnicity:
        case detect::Kind::sexuality: case detect::Kind::finance: return {};  // their own words tell more
        default: return unit("<nummer>");
    }
}

void SortFinder::readUnits(std::size_t start, std::size_t end) {
    units_.clear();
    auto mention = std::lower_bound(mentions_.begin(), mentions_.end(), start, [](const detect::Mention& m, std::size_t at) { return m.end <= at; });
    const auto& tokens = v_.tokens();
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
        static const auto number = unitFor("<getal>", words::hashOf("<getal>"));
        const auto word = v_.word(i);
        units_.push_back(tokens[i].digits ? number : unitFor(word, word.hash));
    }
}

template <typename Take>
void SortFinder::eachTrait(Take take) const {
    const auto one = [&](Trait::Of of, const Unit& unit) { take(of, unit, Unit()); };
    const auto sign = [&](Trait::Of of, std::string_view text) { one(of, unitFor(text, words::hashOf(text))); };
    for (std::size_t i = 0; i < units_.size(); ++i) {
        const auto& unit = units_[i];
        one(Trait::Of::word, unit);
        if (unit.text.size() >= kShortest && unit.text[0] != '<') sign(Trait::Of::opening, unit.text.substr(0, kOpening));
        if (i + 1 < units_.size()) take(Trait::Of::pair, unit, units_[i + 1]);
        if (i + 2 < units_.size()) take(Trait::Of::gap, unit, units_[i + 2]);
    }
    for (const auto& unit : title_) one(Trait::Of::title, unit);
    for (const auto& unit : heading_) one(Trait::Of::heading, unit);
    for (std::size_t i = 0; i < cues_.size(); ++i)
        if (cues_.test(i)) sign(Trait::Of::cue, cueName(static_cast<Cue>(i)));
    sign(Trait::Of::rule, ruleName(byRule_));
    sign(Trait::Of::before, ruleName(before_));
    sign(Trait::Of::speaker, speaker_ == Speaker::child ? "child" : speaker_ == Speaker::other ? "other" : "nobody");
}

std::vector<Trait> SortFinder::traits() const {
    std::vector<Trait> all;
    eachTrait([&](Trait::Of of, const Unit& first, const Unit& second) { all.push_back({of, first.text, second.text, traitHash(of, first.hash, second.hash)}); });
    std::sort(all.begin(), all.end(), [](const Trait& a, const Trait& b) { return a.hash < b.hash; });
    all.erase(std::unique(all.begin(), all.end(), [](const Trait& a, const Trait& b) { return a.hash == b.hash; }), all.end());
    return all;
}

bool SortFinder::isCounted(std::uint32_t number) {
    const auto bit = std::uint64_t{1} << number % 64;
    if ((counted_[number / 64] & bit) != 0) return true;
    counted_[number / 64] |= bit;
    met_.push_back(number);
    return false;
}

Sorts SortFinder::in(std::size_t start, std::size_t end, const Cues& cues, Class byRule, Speaker speaker) {
    if (byRule_ == Class::header) heading_.assign(units_.begin(), units_.begin() + static_cast<std::ptrdiff_t>(std::min(units_.size(), kHeadingWords)));
    readUnits(start, end);
    cues_ = cues;
    before_ = byRule_;
    byRule_ = byRule;
    speaker_ = speaker;
    const auto& weights = model();
    auto sums = weights.always();
    eachTrait([&](Trait::Of of, const Unit& first, const Unit& second) {
        if (!Model::mayBegin(first.parts, of) || (second.hash != 0 && !Model::mayEnd(second.parts, of))) return;
        const auto number = weights.find(traitHash(of, first.hash, second.hash));
        if (number == Model::kNone || isCounted(number)) return;
        const auto& row = weights[number];
        for (std::size_t k = 0; k < kSorts; ++k) sums[k] += row[k];
    });
    for (const auto number : met_) counted_[number / 64] = 0;
    met_.clear();
    Sorts sorts;
    for (std::size_t k = 0; k < kSorts; ++k) sorts.of[k] = static_cast<float>(1 / (1 + std::exp(-sums[k])));
    return sorts;
}

}  // namespace redaction::about
