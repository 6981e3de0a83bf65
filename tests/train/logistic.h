// Logistic regression with weights kept small, for the programs that fit weights: the same on every run.
#pragma once

#include <cstdint>
#include <vector>

namespace train {

struct Example {
    std::vector<std::uint32_t> ones;  // terms that are there
    std::vector<float> values;        // of the last terms, one each; may be empty
    bool is = false;
    std::size_t family = 0;
    double weight = 1;  // how much it counts
};

using Weights = std::vector<double>;

double probability(const Weights& weights, const Example& example);
// Over the examples for which use is not 0. A term weighs more the more examples it explains; penalty holds it back, per term.
Weights fit(const std::vector<Example>& examples, const std::vector<char>& use, const std::vector<double>& penalty);

}  // namespace train
