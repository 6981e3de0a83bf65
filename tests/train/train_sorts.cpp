// Fits the weights of redaction/about/sorts: train_sorts DOSSIERS LINES [--without NAME…] > templates/words/sorts.txt
// DOSSIERS: families with decisions; LINES: a folder of lines "sort | passage". Prints on standard error what the weights
// do for each family that was left out of the fitting: the figure that tells.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <unordered_map>

#include "redaction/document/document.h"
#include "redaction/policy/reading.h"
#include "tests/unit/dossiers/dossier.h"

namespace {

using namespace redaction;
using about::kSorts;

enum class Label : char { no, yes, unknown };

struct Example {
    std::vector<std::uint32_t> traits;
    std::array<Label, kSorts> is{};
    std::uint32_t source = 0;  // the family; every line is one of its own
    std::size_t length = 0;
};

// Of the document around it, which a line has not.
bool ofItsPlace(const about::Trait& trait) { return trait.of == about::Trait::Of::title || trait.of == about::Trait::Of::heading || trait.of == about::Trait::Of::before || trait.of == about::Trait::Of::speaker; }

struct Examples {
    std::vector<Example> all;
    std::vector<std::string> traits;  // as written in the list of weights
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;

    std::uint32_t numberOf(const about::Trait& trait) {
        const auto [at, isNew] = numbers.emplace(trait.hash, static_cast<std::uint32_t>(traits.size()));
        if (isNew) traits.push_back(std::string(1, static_cast<char>(trait.of)) + " " + std::string(trait.first) + (trait.second.empty() ? "" : " " + std::string(trait.second)));
        return at->second;
    }
    void add(Example& e, const std::vector<about::Trait>& traits_, bool ofDocument) {
        for (const auto& trait : traits_)
            if (ofDocument || !ofItsPlace(trait)) e.traits.push_back(numberOf(trait));
    }
};

std::string_view sortName(std::size_t k) { return about::nameOf(static_cast<about::Sort>(k)); }

void say(Example& e, std::string_view kind) {
    for (std::size_t k = 0; k < kSorts; ++k)
        if (sortName(k) == kind) e.is[k] = Label::yes;
}

// Where the kind was not noted, the grounds tell most of it.
void labelByGrounds(Example& e, const dossiers::Passage& passage, std::string_view byRule) {
    static const std::map<std::string, std::string> kinds{{"child-confidence", "confidential"}, {"worknote", "worknote"}, {"police-data", "police"},
                                                          {"investigation", "investigation"}, {"reporter", "reporter"}, {"other-controller", "internal"}, {"safety", "whereabouts"}};
    std::set<std::string> grounds;
    for (const auto& [request, answer] : passage.answers) grounds.insert(answer.ground);
    for (const auto& ground : grounds)
        if (const auto kind = kinds.find(ground); kind != kinds.end() && (passage.kind.empty() || ground == "investigation")) say(e, kind->second);
    const bool unclear = grounds.count("good-care") || byRule == "confidential";  // an adult's confidence has no ground of its own
    if (passage.kind.empty()) e.is[static_cast<std::size_t>(about::Sort::mixed)] = Label::unknown;
    if (passage.kind.empty() && unclear)
        for (const auto sort : {about::Sort::confidential, about::Sort::internal})
            if (auto& is = e.is[static_cast<std::size_t>(sort)]; is == Label::no) is = Label::unknown;
}

void collect(const dossiers::Dossier& dossier, std::uint32_t source, Examples& examples) {
    std::vector<policy::Fragment> fragments;
    for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
    detect::People people(dossier.household);
    const auto read = policy::readFragments(people, fragments);
    for (std::size_t k = 0; k < read.size(); ++k)
        about::passagesOf(read[k].view, people, read[k].mentions, dossier.fragments[k].document, {}, [&](std::size_t start, std::size_t end, const std::vector<about::Trait>& traits) {
            const auto* passage = dossiers::under(dossier.fragments[k], start, end);
            if (!passage) return;
            Example e;
            e.source = source;
            e.length = end - start;
            say(e, passage->kind.substr(0, passage->kind.find(':')));
            if (passage->about.empty()) say(e, "nobody");
            const auto rule = std::find_if(traits.begin(), traits.end(), [](const about::Trait& t) { return t.of == about::Trait::Of::rule; });
            labelByGrounds(e, *passage, rule == traits.end() ? std::string_view() : rule->first);
            examples.add(e, traits, true);
            examples.all.push_back(std::move(e));
        });
}

std::uint32_t collectLines(const std::filesystem::path& folder, std::uint32_t source, Examples& examples) {
    const household::Case nobody;
    std::set<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.path().extension() == ".txt") files.insert(file.path());
    for (const auto& file : files) {
        std::ifstream lines(file);
        for (std::string line; std::getline(lines, line);) {
            const auto bar = line.find(" | ");
            if (bar == std::string::npos) continue;
            document::Document document;
            document.text = document::toCodePoints(line.substr(bar + 3));
            detect::People people(nobody);
            const auto read = policy::readFragments(people, {{"regel", "", &document}});
            Example e;
            e.source = source++;
            e.length = document.text.size();
            e.is.fill(Label::unknown);  // a line tells of the sort its file is of, and of no other
            const auto kind = line.substr(0, bar);
            for (std::size_t k = 0; k < kSorts; ++k)
                if (sortName(k) == file.stem().string().substr(0, file.stem().string().find('-'))) e.is[k] = kind == sortName(k) ? Label::yes : Label::no;
            about::passagesOf(read[0].view, people, read[0].mentions, document, {}, [&](std::size_t, std::size_t, const std::vector<about::Trait>& traits) { examples.add(e, traits, false); });
            std::sort(e.traits.begin(), e.traits.end());
            e.traits.erase(std::unique(e.traits.begin(), e.traits.end()), e.traits.end());
            examples.all.push_back(std::move(e));
        }
    }
    return source;
}

// A word of one family only says nothing of another.
std::vector<bool> shared(const Examples& examples, std::uint32_t without) {
    constexpr std::uint32_t none = 0xffffffff, least = 2;
    std::vector<std::uint32_t> last(examples.traits.size(), none), sources(examples.traits.size(), 0);
    for (const auto& e : examples.all) {
        if (e.source == without) continue;
        for (const auto t : e.traits)
            if (last[t] != e.source) last[t] = e.source, ++sources[t];
    }
    std::vector<bool> result(examples.traits.size());
    for (std::size_t t = 0; t < result.size(); ++t) result[t] = sources[t] >= least;
    return result;
}

struct Fit {
    std::array<double, kSorts> always{};
    std::vector<std::array<float, kSorts>> of;
};

std::array<double, kSorts> probabilities(const Fit& fit, const Example& e) {
    auto sum = fit.always;
    for (const auto t : e.traits)
        for (std::size_t k = 0; k < kSorts; ++k) sum[k] += static_cast<double>(fit.of[t][k]);
    for (auto& s : sum) s = 1 / (1 + std::exp(-s));
    return sum;
}

// Logistic regression by AdaGrad, example by example, in an order that is always the same. What the order happens to do to the
// weights goes out by taking the mean: of several orders, and of the later rounds of each.
Fit fitted(const Examples& examples, std::uint32_t without, const std::vector<bool>& use) {
    constexpr int rounds = 24, settled = 12, orders = 3;
    constexpr double step = 0.15, penalty = 1e-3;
    constexpr float share = 1.0f / (orders * (rounds - settled));
    Fit mean;
    mean.always.fill(0);
    mean.of.assign(examples.traits.size(), {});
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < examples.all.size(); ++i)
        if (examples.all[i].source != without) order.push_back(i);
    std::uint64_t chance = 12345;
    for (int n = 0; n < orders; ++n) {
        Fit fit;
        fit.always.fill(-3);
        fit.of.assign(examples.traits.size(), {});
        std::vector<std::array<float, kSorts>> seen(examples.traits.size());
        std::array<double, kSorts> seenAlways{};
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = order.size(); i > 1; --i) {
                chance = chance * 6364136223846793005ull + 1442695040888963407ull;
                std::swap(order[i - 1], order[(chance >> 33) % i]);
            }
            for (const auto i : order) {
                const auto& e = examples.all[i];
                const auto p = probabilities(fit, e);
                for (std::size_t k = 0; k < kSorts; ++k) {
                    if (e.is[k] == Label::unknown) continue;
                    const auto error = p[k] - (e.is[k] == Label::yes ? 1 : 0);
                    seenAlways[k] += error * error;
                    fit.always[k] -= step * error / std::sqrt(seenAlways[k] + 1e-6);
                    for (const auto t : e.traits) {
                        if (!use[t]) continue;
                        const auto slope = static_cast<float>(error + penalty * static_cast<double>(fit.of[t][k]));
                        seen[t][k] += slope * slope;
                        fit.of[t][k] -= static_cast<float>(step) * slope / std::sqrt(seen[t][k] + 1e-2f);
                    }
                }
            }
            if (round < settled) continue;
            for (std::size_t k = 0; k < kSorts; ++k) mean.always[k] += static_cast<double>(share) * fit.always[k];
            for (std::size_t t = 0; t < use.size(); ++t)
                for (std::size_t k = 0; use[t] && k < kSorts; ++k) mean.of[t][k] += share * fit.of[t][k];
        }
    }
    return mean;
}

// Twice: what weighs little is left out the second time, which keeps the list short.
Fit fitted(const Examples& examples, std::uint32_t without) {
    constexpr float heavy = 0.3f;
    auto use = shared(examples, without);
    const auto first = fitted(examples, without, use);
    for (std::size_t t = 0; t < use.size(); ++t)
        use[t] = use[t] && std::any_of(first.of[t].begin(), first.of[t].end(), [](float w) { return std::abs(w) >= heavy; });
    return fitted(examples, without, use);
}

void leaveOut(const Examples& examples, const std::vector<std::string>& families) {
    constexpr std::array<double, 5> limits{0.5, 0.3, 0.2, 0.1, 0.05};
    std::array<std::array<std::size_t, limits.size()>, kSorts> right{}, wrong{};
    std::array<std::size_t, kSorts> all{};
    std::size_t text = 0;
    for (std::uint32_t family = 0; family < families.size(); ++family) {
        const auto fit = fitted(examples, family);
        for (const auto& e : examples.all) {
            if (e.source != family) continue;
            text += e.length;
            const auto p = probabilities(fit, e);
            for (std::size_t k = 0; k < kSorts; ++k) {
                all[k] += e.is[k] == Label::yes ? e.length : 0;
                for (std::size_t l = 0; l < limits.size(); ++l)
                    if (p[k] >= limits[l] && e.is[k] != Label::unknown) (e.is[k] == Label::yes ? right : wrong)[k][l] += e.length;
            }
        }
    }
    for (std::size_t k = 0; k < kSorts; ++k) {
        std::fprintf(stderr, "%-14s %5.2f%% of the text", std::string(sortName(k)).c_str(), 100.0 * static_cast<double>(all[k]) / static_cast<double>(text));
        for (std::size_t l = 0; l < limits.size(); ++l)
            std::fprintf(stderr, "  at %.2f found %.0f%%, right %.0f%%", limits[l], 100.0 * static_cast<double>(right[k][l]) / static_cast<double>(std::max<std::size_t>(1, all[k])),
                         100.0 * static_cast<double>(right[k][l]) / static_cast<double>(std::max<std::size_t>(1, right[k][l] + wrong[k][l])));
        std::fprintf(stderr, "\n");
    }
}

void print(const Fit& fit, const Examples& examples) {
    constexpr float least = 0.08f;
    std::cout << "# Hoe zwaar woorden wegen voor de soort van een passage. Gemaakt door tests/train, niet met de hand.\n"
                 "# w woord, o begin van een woord, p twee woorden, g twee woorden met een ertussen, t woord van de titel, h van het kopje erboven, c aanwijzing van cues.txt, r wat de aanwijzingen ervan maakten, v en van de passage ervoor, s wie het zegt.\n[weights]\n";
    std::map<std::string, std::string> lines;
    for (std::size_t t = 0; t <= fit.of.size(); ++t) {
        std::string weights;
        for (std::size_t k = 0; k < kSorts; ++k) {
            const auto w = t == fit.of.size() ? static_cast<float>(fit.always[k]) : fit.of[t][k];
            if (std::abs(w) < least) continue;
            char text[64];
            std::snprintf(text, sizeof text, "%s%s %.2f", weights.empty() ? "= " : ", ", std::string(sortName(k)).c_str(), static_cast<double>(w));
            weights += text;
        }
        if (!weights.empty()) lines[t == fit.of.size() ? "" : examples.traits[t] + " "] = weights;
    }
    for (const auto& [trait, weights] : lines) std::cout << trait << weights << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "train_sorts DOSSIERS LINES [--without NAME…]\n";
        return 2;
    }
    const std::set<std::string> without(argv + 3, argv + argc);
    Examples examples;
    std::vector<std::string> families;
    for (const auto& dossier : dossiers::loadAll(argv[1])) {
        if (without.count(dossier.name)) continue;
        collect(dossier, static_cast<std::uint32_t>(families.size()), examples);
        families.push_back(dossier.name);
    }
    const auto sources = collectLines(argv[2], static_cast<std::uint32_t>(families.size()), examples);
    std::fprintf(stderr, "%zu passages of %zu families and %zu lines, %zu traits\n", examples.all.size(), families.size(), sources - families.size(), examples.traits.size());
    if (without.empty()) leaveOut(examples, families);
    print(fitted(examples, sources), examples);
}
