#include "redaction/apply/verification/page_sample.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace redaction::apply::verification {

std::vector<std::vector<bool>> choosePages(const std::vector<std::vector<PageContents>>& files, std::uint64_t seed) {
    std::vector<std::vector<bool>> chosen;
    std::vector<std::pair<std::size_t, std::size_t>> others;
    for (std::size_t file = 0; file < files.size(); ++file) {
        chosen.emplace_back();
        for (std::size_t page = 0; page < files[file].size(); ++page) {
            chosen.back().push_back(files[file][page].mustBeSeen());
            if (!files[file][page].mustBeSeen()) others.emplace_back(file, page);
        }
    }
    std::mt19937_64 random(seed);
    std::shuffle(others.begin(), others.end(), random);
    const auto share = static_cast<std::size_t>(std::ceil(sampledShare * static_cast<double>(others.size())));
    others.resize(std::min(others.size(), std::max(leastSampled, share)));
    for (const auto& [file, page] : others) chosen[file][page] = true;
    return chosen;
}

}  // namespace redaction::apply::verification
