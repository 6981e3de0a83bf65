// Fits the weights of redaction/about/attribution on dossiers with decisions: train_attribution FOLDER… > templates/words/attribution.txt
// Prints on standard error what the weights do for each family that was left out of the fitting: the figure that tells.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>

#include "redaction/policy/reading.h"
#include "tests/train/logistic.h"
#include "tests/unit/dossiers/dossier.h"

namespace {

using namespace redaction;
using train::Example;
using train::Weights;

constexpr std::size_t kClues = static_cast<std::size_t>(about::Clue::count), kSights = static_cast<std::size_t>(about::Sight::count), kFolds = 4;
constexpr double kPenalty = 3.3, kPairPenalty = 80, kLeast = 0.02, kAlone = 0.3;
constexpr std::size_t kRare = 60;  // pairs of clues that are seen together less often are left out

struct Text {  // of one fragment
    std::vector<about::Weighing> weighings;
    std::size_t family = 0, firstExample = 0;
};

class Collection {
  public:
    void add(const dossiers::Dossier& dossier) {
        std::vector<policy::Fragment> fragments;
        for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
        detect::People people(dossier.household);
        const auto read = policy::readFragments(people, fragments);
        for (std::size_t k = 0; k < read.size(); ++k)
            about::passagesOf(read[k].view, people, read[k].mentions, dossier.fragments[k].document, [&](const std::vector<about::Weighing>& w) { addText(dossier, dossier.fragments[k], w); });
        alone.resize(first.size(), 0);
        addAlone(dossier);
        names.push_back(dossier.name);
    }

    // Pairs of clues that occur together often enough, as terms behind the single clues.
    void pair() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> times;
        const auto each = [](const Example& e, auto&& see) {
            for (std::size_t a = 1; a < e.ones.size() && e.ones[a] < kClues; ++a)  // the first is always there
                for (std::size_t b = a + 1; b < e.ones.size() && e.ones[b] < kClues; ++b) see(e.ones[a], e.ones[b]);
        };
        for (const auto& e : first) each(e, [&](auto a, auto b) { ++times[{a, b}]; });
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
        for (const auto& [pair, n] : times)
            if (n >= kRare) {
                numbers[pair] = static_cast<std::uint32_t>(kClues + pairs.size());
                pairs.push_back(pair);
            }
        for (auto& e : first) {
            std::vector<std::uint32_t> more;
            each(e, [&](auto a, auto b) {
                if (const auto it = numbers.find({a, b}); it != numbers.end()) more.push_back(it->second);
            });
            e.ones.insert(e.ones.end(), more.begin(), more.end());
        }
    }

    std::vector<Example> first, second;
    std::vector<Text> texts;
    std::vector<std::string> names;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;

    std::vector<char> alone;  // per example: of a passage read by itself

  private:
    // Every second passage also as a paper of its own: of a note of one line nothing is known but what it says.
    void addAlone(const dossiers::Dossier& dossier) {
        std::vector<dossiers::Fragment> papers;
        std::size_t n = 0;
        for (const auto& f : dossier.fragments)
            for (const auto& p : f.passages) {
                if (n++ % 2 != 0) continue;
                papers.push_back({f.name, f.partner, {}, {p}});
                papers.back().document.text = f.document.text.substr(p.start, p.end - p.start);
                papers.back().passages.front().start = 0;
                papers.back().passages.front().end = p.end - p.start;
            }
        std::vector<policy::Fragment> fragments;
        for (const auto& f : papers) fragments.push_back({f.name, f.partner, &f.document});
        detect::People people(dossier.household);
        const auto read = policy::readFragments(people, fragments);
        for (std::size_t k = 0; k < read.size(); ++k)
            about::passagesOf(read[k].view, people, read[k].mentions, papers[k].document, [&](const std::vector<about::Weighing>& w) { addText(dossier, papers[k], w); });
        alone.resize(first.size(), 1);
        for (std::size_t i = 0; i < alone.size(); ++i)
            if (alone[i]) first[i].weight = second[i].weight = kAlone;
    }

    void addText(const dossiers::Dossier& dossier, const dossiers::Fragment& fragment, const std::vector<about::Weighing>& weighings) {
        texts.push_back({{}, names.size(), first.size()});
        for (const auto& w : weighings) {
            const auto* passage = dossiers::under(fragment, w.start, w.end);
            if (!passage) continue;
            texts.back().weighings.push_back(w);
            for (const auto& person : w.people) {
                Example e{{}, {}, false, names.size()};
                for (const auto& who : passage->about) e.is = e.is || who == person.id || (detect::isStranger(person.id) && !household::findPerson(dossier.household, who));
                for (std::size_t i = 0; i < kClues; ++i)
                    if (person.clues.test(i)) e.ones.push_back(static_cast<std::uint32_t>(i));
                second.push_back(e);
                first.push_back(std::move(e));
            }
        }
    }
};

// What the second look sees when the first was as sure as told.
void look(Collection& c, const std::vector<double>& sure) {
    for (auto& text : c.texts) {
        auto at = text.firstExample;
        for (auto& w : text.weighings)
            for (auto& person : w.people) person.sure = sure[at++];
        at = text.firstExample;
        about::seeAgain(text.weighings, [&](std::size_t, std::size_t, const about::Sights& sights) { c.second[at++].values.assign(sights.begin(), sights.end()); });
    }
}

struct Fitted {
    Weights first, second;
};

// The second look learns from a first that did not know the family it looked at.
Fitted fitBoth(Collection& c, std::size_t without) {
    std::vector<double> penalty(kClues + c.pairs.size(), kPairPenalty), secondPenalty(kClues + kSights, kPenalty), sure(c.first.size());
    std::fill(penalty.begin(), penalty.begin() + kClues, kPenalty);
    penalty[0] = secondPenalty[0] = 1e-6;
    std::vector<char> use(c.first.size());
    const auto fitWithout = [&](std::size_t fold) {
        for (std::size_t i = 0; i < use.size(); ++i) use[i] = c.first[i].family != without && (fold == kFolds || c.first[i].family % kFolds != fold);
        return train::fit(c.first, use, penalty);
    };
    Fitted fitted;
    for (std::size_t fold = 0; fold <= kFolds; ++fold) {
        fitted.first = fitWithout(fold);
        for (std::size_t i = 0; i < use.size(); ++i)
            if (c.first[i].family == without ? fold == kFolds : c.first[i].family % kFolds == fold) sure[i] = train::probability(fitted.first, c.first[i]);
    }
    look(c, sure);
    for (std::size_t i = 0; i < use.size(); ++i) use[i] = c.first[i].family != without;
    fitted.second = train::fit(c.second, use, secondPenalty);
    return fitted;
}

struct Score {
    std::size_t right = 0, wrong = 0, missed = 0;
    double loss = 0;
    void add(bool is, double p) {
        loss -= std::log(std::max(1e-9, is ? p : 1 - p));
        right += p >= 0.5 && is ? 1u : 0u;
        wrong += p >= 0.5 && !is ? 1u : 0u;
        missed += p < 0.5 && is ? 1u : 0u;
    }
};

void reportLeftOut(Collection& c) {
    Score firsts, together;
    for (std::size_t family = 0; family < c.names.size(); ++family) {
        const auto fitted = fitBoth(c, family);
        Score score;
        for (std::size_t i = 0; i < c.first.size(); ++i) {
            if (c.first[i].family != family || c.alone[i]) continue;
            firsts.add(c.first[i].is, train::probability(fitted.first, c.first[i]));
            score.add(c.second[i].is, train::probability(fitted.second, c.second[i]));
            together.add(c.second[i].is, train::probability(fitted.second, c.second[i]));
        }
        std::fprintf(stderr, "%-28s right %zu wrong %zu missed %zu\n", c.names[family].c_str(), score.right, score.wrong, score.missed);
    }
    const auto n = static_cast<double>(std::count(c.alone.begin(), c.alone.end(), 0));
    std::fprintf(stderr, "left out, first look: right %zu wrong %zu missed %zu, loss %.4f per example of %zu\n", firsts.right, firsts.wrong, firsts.missed, firsts.loss / n, static_cast<std::size_t>(n));
    std::fprintf(stderr, "left out, together: right %zu wrong %zu missed %zu, loss %.4f\n", together.right, together.wrong, together.missed, together.loss / n);
}

void print(const Collection& c, const Fitted& fitted) {
    const auto name = [](std::size_t i) { return std::string(about::nameOf(static_cast<about::Clue>(i))); };
    std::puts("# Hoe zwaar een aanwijzing weegt dat een passage over iemand gaat. Gemaakt door tests/train, niet met de hand.\n[weights]");
    for (std::size_t i = 0; i < kClues; ++i) std::printf("%s %.2f\n", name(i).c_str(), fitted.first[i]);
    for (std::size_t i = 0; i < c.pairs.size(); ++i)  // a pair that weighs less is left out
        if (std::abs(fitted.first[kClues + i]) >= kLeast) std::printf("%s+%s %.2f\n", name(c.pairs[i].first).c_str(), name(c.pairs[i].second).c_str(), fitted.first[kClues + i]);
    std::puts("\n# Bij de tweede blik, als bekend is over wie de passages eromheen gaan.\n[second]");
    for (std::size_t i = 0; i < kClues; ++i) std::printf("%s %.2f\n", name(i).c_str(), fitted.second[i]);
    for (std::size_t i = 0; i < kSights; ++i) std::printf("%s %.3f\n", std::string(about::nameOf(static_cast<about::Sight>(i))).c_str(), fitted.second[kClues + i]);
}

}  // namespace

int main(int argc, char** argv) {
    Collection c;
    bool quick = false;  // the weights only
    for (int a = 1; a < argc; ++a) {
        if (std::string(argv[a]) == "--quick") {
            quick = true;
            continue;
        }
        for (const auto& dossier : dossiers::loadAll(argv[a])) c.add(dossier);
    }
    c.pair();
    if (!quick) reportLeftOut(c);
    print(c, fitBoth(c, c.names.size()));
}
