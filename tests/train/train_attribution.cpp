// Fits the weights of redaction/about/attribution on dossiers with decisions: train_attribution FOLDER… > templates/words/attribution.txt
// Prints on standard error what the weights do for each family that was left out of the fitting: the figure that tells.
#include <cmath>
#include <cstdio>
#include <iostream>
#include <set>

#include "redaction/policy/reading.h"
#include "tests/unit/dossiers/dossier.h"

namespace {

using namespace redaction;

struct Example {
    std::vector<std::size_t> clues;
    bool about;
    std::size_t family;
};
constexpr std::size_t kClues = static_cast<std::size_t>(about::Clue::count), kTerms = kClues + kClues * kClues;  // clues, then pairs of them
using Weights = std::vector<double>;

const dossiers::Passage* under(const dossiers::Fragment& fragment, std::size_t start, std::size_t end) {
    const dossiers::Passage* best = nullptr;
    std::size_t most = 0;
    for (const auto& p : fragment.passages) {
        const auto from = std::max(p.start, start), to = std::min(p.end, end);
        if (to > from && to - from > most) {
            most = to - from;
            best = &p;
        }
    }
    return best;
}

void collect(const dossiers::Dossier& dossier, std::size_t family, std::vector<Example>& examples) {
    std::vector<policy::Fragment> fragments;
    for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
    detect::People people(dossier.household);
    const auto read = policy::readFragments(people, fragments);
    for (std::size_t k = 0; k < read.size(); ++k) {
        const auto sink = [&](std::size_t start, std::size_t end, const std::string& person, const about::Clues& clues) {
            const auto* passage = under(dossier.fragments[k], start, end);
            if (!passage) return;
            Example e{{}, false, family};
            for (const auto& who : passage->about) e.about = e.about || who == person || (detect::isStranger(person) && !household::findPerson(dossier.household, who));
            for (std::size_t i = 0; i < kClues; ++i)
                if (clues.test(i)) e.clues.push_back(i);
            const auto single = e.clues.size();
            for (std::size_t a = 1; a < single; ++a)  // the first is always there
                for (std::size_t b = a + 1; b < single; ++b) e.clues.push_back(kClues + e.clues[a] * kClues + e.clues[b]);
            examples.push_back(std::move(e));
        };
        about::passagesOf(read[k].view, people, read[k].mentions, dossier.fragments[k].document, sink);
    }
}

double probability(const Weights& w, const Example& e) {
    double sum = 0;
    for (const auto i : e.clues) sum += w[i];
    return 1 / (1 + std::exp(-sum));
}

// Logistic regression, whole batch, with weights kept small.
Weights fit(const std::vector<Example>& examples, std::size_t without) {
    constexpr double penalty = 2.0, pairPenalty = 4.0;
    Weights w(kTerms, 0), m(kTerms, 0), v(kTerms, 0);
    for (int step = 1; step <= 600; ++step) {
        Weights g(kTerms, 0);
        double n = 0;
        for (const auto& e : examples) {
            if (e.family == without) continue;
            ++n;
            const auto error = probability(w, e) - (e.about ? 1 : 0);
            for (const auto i : e.clues) g[i] += error;
        }
        for (std::size_t i = 0; i < kTerms; ++i) {
            if (g[i] == 0 && w[i] == 0) continue;
            const auto slope = (g[i] + (i == 0 ? 0 : (i < kClues ? penalty : pairPenalty) * w[i])) / n;
            m[i] = 0.9 * m[i] + 0.1 * slope;
            v[i] = 0.999 * v[i] + 0.001 * slope * slope;
            w[i] -= 0.05 * (m[i] / (1 - std::pow(0.9, step))) / (std::sqrt(v[i] / (1 - std::pow(0.999, step))) + 1e-8);
        }
    }
    return w;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<Example> examples;
    std::vector<std::string> names;
    for (int a = 1; a < argc; ++a)
        for (const auto& dossier : dossiers::loadAll(argv[a])) {
            collect(dossier, names.size(), examples);
            names.push_back(dossier.name);
        }
    std::size_t right = 0, wrong = 0, missed = 0;
    double loss = 0;
    for (std::size_t family = 0; family < names.size(); ++family) {
        const auto w = fit(examples, family);
        std::size_t r = 0, f = 0, n = 0;
        for (const auto& e : examples) {
            if (e.family != family) continue;
            const auto p = probability(w, e);
            loss -= std::log(std::max(1e-9, e.about ? p : 1 - p));
            if (p >= 0.5) ++(e.about ? r : f);
            else if (e.about) ++n;
        }
        std::fprintf(stderr, "%-28s right %zu wrong %zu missed %zu\n", names[family].c_str(), r, f, n);
        right += r, wrong += f, missed += n;
    }
    std::fprintf(stderr, "left out, together: right %zu wrong %zu missed %zu, loss %.4f per example of %zu\n", right, wrong, missed, loss / static_cast<double>(examples.size()), examples.size());
    const auto w = fit(examples, names.size());
    std::cout << "# Hoe zwaar een aanwijzing weegt dat een passage over iemand gaat. Gemaakt door tests/train, niet met de hand.\n[weights]\n";
    const auto name = [](std::size_t i) { return std::string(about::nameOf(static_cast<about::Clue>(i))); };
    for (std::size_t i = 0; i < kClues; ++i) std::printf("%s %.2f\n", name(i).c_str(), w[i]);
    constexpr double least = 0.1;  // a pair that weighs less is left out
    for (std::size_t i = kClues; i < kTerms; ++i)
        if (std::abs(w[i]) >= least) std::printf("%s+%s %.2f\n", name((i - kClues) / kClues).c_str(), name((i - kClues) % kClues).c_str(), w[i]);
}
