#include "redaction/document/likeness.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

namespace redaction::document {
namespace {

constexpr std::size_t leastLetters = 30;  // of a passage that relates two fragments by itself
constexpr std::size_t mostPlaces = 40;    // fragments: more is a letterhead or a disclaimer

using Place = std::pair<std::size_t, std::size_t>;  // fragment, passage

// One passage as often as it stands in a fragment, in order.
using Places = std::map<std::size_t, std::vector<std::size_t>>;  // fragment: passages

class Finder {
  public:
    explicit Finder(const std::vector<Passages>& fragments) : letters_(fragments.size()) {
        for (std::size_t fragment = 0; fragment < fragments.size(); ++fragment)
            for (std::size_t at = 0; at < fragments[fragment].passages.size(); ++at) {
                const auto& passage = fragments[fragment].passages[at];
                auto plain = folded(fragments[fragment].text.substr(passage.start, passage.end - passage.start));
                letters_[fragment].push_back(plain.size());
                if (!plain.empty()) places_[std::move(plain)][fragment].push_back(at);
            }
    }

    std::vector<Likeness> find() {
        for (const auto& [plain, found] : places_) relate(plain.size(), found);
        std::vector<Likeness> all;
        for (auto& [pair, candidates] : candidates_) addRelated(pair, candidates, all);
        return all;
    }

  private:
    struct Candidate {
        Place twins;
        bool isLong;
    };

    void relate(std::size_t letters, const Places& found) {
        if (found.size() < 2) return;
        if (found.size() > mostPlaces) {
            for (const auto& [fragment, passages] : found)
                for (const auto at : passages) letters_[fragment][at] = 0;  // says nothing of what the fragments are
            return;
        }
        for (auto one = found.begin(); one != found.end(); ++one)
            for (auto other = std::next(one); other != found.end(); ++other)
                for (std::size_t at = 0; at < std::min(one->second.size(), other->second.size()); ++at)
                    candidates_[{one->first, other->first}].push_back({{one->second[at], other->second[at]}, letters >= leastLetters});
    }

    // A short passage ("Dat klopt.") is a twin only beside one that is: elsewhere it may mean something else.
    static std::vector<Place> twinsOf(std::vector<Candidate>& candidates) {
        std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.twins < b.twins; });
        std::vector<bool> sure;
        for (const auto& it : candidates) sure.push_back(it.isLong);
        const auto follows = [&](std::size_t before, std::size_t after) {
            return candidates[before].twins.first + 1 == candidates[after].twins.first && candidates[before].twins.second + 1 == candidates[after].twins.second;
        };
        for (std::size_t at = 1; at < candidates.size(); ++at)
            if (sure[at - 1] && follows(at - 1, at)) sure[at] = true;
        for (std::size_t at = candidates.size(); at-- > 1;)
            if (sure[at] && follows(at - 1, at)) sure[at - 1] = true;
        std::vector<Place> twins;
        for (std::size_t at = 0; at < candidates.size(); ++at)
            if (sure[at]) twins.push_back(candidates[at].twins);
        return twins;
    }

    double share(std::size_t fragment, const std::vector<std::size_t>& passages) const {
        double all = 0, shared = 0;
        for (const auto letters : letters_[fragment]) all += double(letters);
        for (const auto at : passages) shared += double(letters_[fragment][at]);
        return all == 0 ? 0 : shared / all;
    }

    void addRelated(const Place& pair, std::vector<Candidate>& candidates, std::vector<Likeness>& all) const {
        Likeness found{pair.first, pair.second, twinsOf(candidates)};
        if (found.twins.empty()) return;
        std::vector<std::size_t> inOne, inOther;
        for (const auto& [one, other] : found.twins) inOne.push_back(one), inOther.push_back(other);
        found.shareOfOne = share(found.one, inOne);
        found.shareOfOther = share(found.other, inOther);
        all.push_back(std::move(found));
    }

    std::vector<std::vector<std::size_t>> letters_;  // per fragment and passage
    std::unordered_map<std::u32string, Places> places_;
    std::map<Place, std::vector<Candidate>> candidates_;  // by pair of fragments
};

}  // namespace

std::u32string folded(std::u32string_view passage) {
    std::u32string plain;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFKDInstance(&status);
    for (const char32_t letter : passage) {
        if (!u_isalnum(UChar32(letter))) continue;
        UChar decomposed[8];
        const int32_t length = U_SUCCESS(status) ? unorm2_getRawDecomposition(normalizer, UChar32(letter), decomposed, 8, &status) : -1;
        if (U_FAILURE(status)) status = U_ZERO_ERROR;
        const bool bare = length > 0 && length <= 8 && u_isalnum(decomposed[0]);
        plain += static_cast<char32_t>(u_foldCase(bare ? UChar32(decomposed[0]) : UChar32(letter), U_FOLD_CASE_DEFAULT));
    }
    return plain;
}

std::vector<Likeness> findLikeness(const std::vector<Passages>& fragments) { return Finder(fragments).find(); }

}  // namespace redaction::document
