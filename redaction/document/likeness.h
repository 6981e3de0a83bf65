// Fragments that say the same: a report that two partners both hold, a mail that quotes the ones before it. Compares
// passages by their folded words, exactly: no passage is a twin of another by resemblance, only whole texts resemble. Pure; time grows with the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redaction::document {

struct Stretch {
    std::size_t start = 0, end = 0;  // code points, end exclusive
};

// A fragment as its passages.
struct Passages {
    std::u32string_view text;
    std::vector<Stretch> passages;  // ordered, without overlap
};

// Two fragments that share passages. one < other: places in what was compared.
struct Likeness {
    std::size_t one = 0, other = 0;
    std::vector<std::pair<std::size_t, std::size_t>> twins = {};  // passages of `one` and of `other` that say the same
    // Of the words in each, the share in passages that the other has too; 0..1.
    double shareOfOne = 0, shareOfOther = 0;

    bool isSame() const { return shareOfOne >= same && shareOfOther >= same; }
    bool holdsOther() const { return shareOfOther >= same; }  // `other` is quoted whole in `one`
    bool heldByOther() const { return shareOfOne >= same; }
    static constexpr double same = 0.95;
};

// Letters and digits only, case, accents and quote marks of a mail aside: what two passages must share to be twins.
std::u32string folded(std::u32string_view passage);

// Every pair of fragments that shares at least one passage of some length. A passage that stands in more than
// `mostPlaces` fragments (a letterhead, a disclaimer) relates none of them.
std::vector<Likeness> findLikeness(const std::vector<Passages>& fragments);

// Pairs of texts that are largely the same letters, with slips: a letter and a scan of it. one < other. A guess to show to a
// human, by which nothing is decided. Short texts resemble nothing. Time grows with the text and with the number of pairs
// that have anything in common; memory with the number of texts.
std::vector<std::pair<std::size_t, std::size_t>> findResembling(const std::vector<std::u32string_view>& texts);

}  // namespace redaction::document
