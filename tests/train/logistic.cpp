#include "tests/train/logistic.h"

#include <cmath>
#include <deque>

namespace train {

namespace {

constexpr int kSteps = 120;
constexpr std::size_t kMemory = 8;
constexpr double kFlat = 1e-3;

double sumOf(const Weights& w, const Example& e) {
    double sum = 0;
    for (const auto i : e.ones) sum += w[i];
    const auto base = w.size() - e.values.size();
    for (std::size_t i = 0; i < e.values.size(); ++i) sum += w[base + i] * static_cast<double>(e.values[i]);
    return sum;
}

double dot(const Weights& a, const Weights& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

class Problem {
  public:
    Problem(const std::vector<Example>& examples, const std::vector<char>& use, const std::vector<double>& penalty) : examples_(examples), use_(use), penalty_(penalty) {}

    double lossAndSlope(const Weights& w, Weights& slope) const {
        double loss = 0;
        for (std::size_t i = 0; i < w.size(); ++i) {
            loss += 0.5 * penalty_[i] * w[i] * w[i];
            slope[i] = penalty_[i] * w[i];
        }
        for (std::size_t k = 0; k < examples_.size(); ++k) {
            if (!use_[k]) continue;
            const auto& e = examples_[k];
            const auto sum = sumOf(w, e), signedSum = e.is ? sum : -sum;
            loss += e.weight * (signedSum > 0 ? std::log1p(std::exp(-signedSum)) : -signedSum + std::log1p(std::exp(signedSum)));
            const auto error = e.weight * (1 / (1 + std::exp(-sum)) - (e.is ? 1 : 0));
            for (const auto i : e.ones) slope[i] += error;
            const auto base = w.size() - e.values.size();
            for (std::size_t i = 0; i < e.values.size(); ++i) slope[base + i] += error * static_cast<double>(e.values[i]);
        }
        return loss;
    }

  private:
    const std::vector<Example>& examples_;
    const std::vector<char>& use_;
    const std::vector<double>& penalty_;
};

struct Step {
    Weights moved, turned;
    double scale;
};

Weights directionOf(const std::deque<Step>& steps, const Weights& slope) {  // as BFGS with the last steps remembered
    auto d = slope;
    std::vector<double> a(steps.size());
    for (std::size_t k = steps.size(); k-- > 0;) {
        a[k] = steps[k].scale * dot(steps[k].moved, d);
        for (std::size_t i = 0; i < d.size(); ++i) d[i] -= a[k] * steps[k].turned[i];
    }
    const auto size = steps.empty() ? 1e-3 : dot(steps.back().moved, steps.back().turned) / dot(steps.back().turned, steps.back().turned);
    for (auto& x : d) x *= size;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        const auto b = steps[k].scale * dot(steps[k].turned, d);
        for (std::size_t i = 0; i < d.size(); ++i) d[i] += (a[k] - b) * steps[k].moved[i];
    }
    for (auto& x : d) x = -x;
    return d;
}

}  // namespace

double probability(const Weights& weights, const Example& example) { return 1 / (1 + std::exp(-sumOf(weights, example))); }

Weights fit(const std::vector<Example>& examples, const std::vector<char>& use, const std::vector<double>& penalty) {
    const Problem problem(examples, use, penalty);
    Weights w(penalty.size(), 0), slope(w.size()), next(w.size()), nextSlope(w.size());
    auto loss = problem.lossAndSlope(w, slope);
    std::deque<Step> steps;
    for (int n = 0; n < kSteps && dot(slope, slope) > kFlat; ++n) {
        const auto d = directionOf(steps, slope);
        const auto down = dot(d, slope);
        double length = 1, nextLoss = 0;
        for (int tries = 0; tries < 30; ++tries, length /= 2) {
            for (std::size_t i = 0; i < w.size(); ++i) next[i] = w[i] + length * d[i];
            nextLoss = problem.lossAndSlope(next, nextSlope);
            if (nextLoss <= loss + 1e-4 * length * down) break;
        }
        Step step{Weights(w.size()), Weights(w.size()), 0};
        for (std::size_t i = 0; i < w.size(); ++i) {
            step.moved[i] = next[i] - w[i];
            step.turned[i] = nextSlope[i] - slope[i];
        }
        const auto bend = dot(step.moved, step.turned);
        if (loss - nextLoss < 1e-6 * std::abs(loss)) n += 10;  // hardly better: soon done
        w = next, slope = nextSlope, loss = nextLoss;
        if (bend <= 1e-12) continue;
        step.scale = 1 / bend;
        steps.push_back(std::move(step));
        if (steps.size() > kMemory) steps.pop_front();
    }
    return w;
}

}  // namespace train
