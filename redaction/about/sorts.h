// What sort of passage it is by the words in it: told in confidence, telling where somebody hides, a working note. Each
// sort has its own probability; words and weights are data (templates/words/sorts.txt), fitted by tests/train on passages
// with decisions, leaving one family out at a time. It adds to what the cues say; what follows from it is for the policy.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/about/cues.h"
#include "redaction/about/passage.h"
#include "redaction/detect/mention.h"
#include "redaction/detect/people.h"

namespace redaction::about {

std::string_view nameOf(Sort sort);

struct Trait {  // a word, two words together, a cue; said once however often it occurs
    enum class Of : char { word = 'w', opening = 'o', pair = 'p', gap = 'g', title = 't', heading = 'h', cue = 'c', rule = 'r', before = 'v', speaker = 's' };
    Of of;
    std::string_view first, second;  // valid while the view is
    std::uint64_t hash = 0;
};
inline std::uint64_t traitHash(Trait::Of of, std::uint32_t first, std::uint32_t second) {
    const auto mixed = [](std::uint64_t hash) {
        hash = (hash ^ hash >> 31) * 0x9E3779B97F4A7C15ull;
        return hash ^ hash >> 29;
    };
    return mixed(mixed(std::uint64_t{first} << 32 | second) + static_cast<std::uint64_t>(of));
}
Trait traitOf(std::string_view line);  // "p niemand weet"; throws std::logic_error

using TraitSink = std::function<void(const Trait&)>;
// For fitting: of every passage its traits.
using SortSink = std::function<void(std::size_t start, std::size_t end, const std::vector<Trait>& traits)>;

class SortFinder {  // in one text, passage by passage, in order
  public:
    static constexpr std::size_t kWidth = 12;  // of sums, in whole registers: what is beyond kSorts stays zero
    using Sums = std::array<float, kWidth>;

    SortFinder(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions);
    enum class Speaker { nobody, child, other };
    // byRule: what the cues made of it, and of the passage before.
    Sorts in(std::size_t start, std::size_t end, const Cues& cues, Class byRule, Speaker speaker);
    std::vector<Trait> traits() const;  // of the passage asked last, each once

  private:
    struct Weighed {  // what the model has of a word
        std::uint32_t word, opening;  // the numbers of its traits; kNone: it weighs nothing
        std::uint8_t parts = 0;       // in which traits of two words that weigh it may stand
        bool known = false;
    };
    struct Unit {  // a word as the model sees it: names and numbers by what they are
        std::string_view text;
        std::uint32_t hash = 0;
        Weighed weighed;
    };
    struct Notes;
    static Weighed weighedFor(std::string_view text, std::uint32_t hash);
    static Unit unitFor(std::string_view text);
    Unit unitAt(std::size_t token) const;
    void readUnits(std::size_t start, std::size_t end);
    Unit unitOf(const detect::Mention& mention) const;
    template <typename Take>
    void eachTrait(Take take) const;
    void readRows();
    Sums sumOfRows();
    static std::vector<std::uint32_t> weighedAs(Trait::Of of, const std::vector<Unit>& units);

    const detect::TextView& v_;
    const detect::People& people_;
    const std::vector<detect::Mention>& mentions_;
    Notes& notes_;
    std::vector<std::uint32_t> rows_;                    // of the passage, in order
    std::vector<Unit> title_, heading_, units_;          // heading_: the last title over it
    std::vector<std::uint32_t> titleRows_, headingRows_; // the numbers of their traits that weigh
    std::vector<std::uint64_t> counted_;  // a bit for each trait that weighs: seen in this passage
    Cues cues_;
    Class byRule_ = Class::neutral, before_ = Class::neutral;  // what the cues made of the passage, and of the one before
    Speaker speaker_ = Speaker::nobody;
};

}  // namespace redaction::about
