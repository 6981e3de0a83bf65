// weigh_limits DOSSIERS: what the limits of redaction/policy/limits.h decide on. Per cell, of the passages of which nothing but
// whom they are about decides, in hundreds of characters: wanted released/judged/redacted. Rows: how sure the requester (or a
// child open to them) is in it; columns: how sure another is. Then, for each sort, what is wanted of that which would be
// released, by how likely the words make it. It tells something only of families without which the weights were fitted.
#include <array>
#include <cstdio>
#include <iostream>

#include "redaction/policy/company.h"
#include "tests/unit/dossiers/dossier.h"

namespace {

using namespace redaction;
using policy::Decision;

constexpr std::array<double, 11> kSteps{0, 0.001, 0.1, 0.2, 0.3, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9};
constexpr std::array<double, 8> kLikely{0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5};

template <std::size_t N>
std::size_t stepOf(const std::array<double, N>& steps, double value) {
    std::size_t at = 0;
    while (at + 1 < N && value >= steps[at + 1]) ++at;
    return at;
}

using Wanted = std::array<std::size_t, 3>;  // characters per decision

struct Tables {
    std::array<std::array<Wanted, kSteps.size()>, kSteps.size()> whom{};
    std::array<std::array<Wanted, kLikely.size()>, about::kSorts> sorts{};
};

bool decidesWhom(const policy::Verdict& verdict, const about::Passage& p) {
    if (p.cls != about::Class::neutral && p.cls != about::Class::statement) return false;
    for (const auto* rule : {"R1", "R2", "R3", "R5", "R6", "R7", "R8", "R10", "R12", "R23", "R24"})
        if (verdict.rule == rule) return true;
    return false;
}

void count(Tables& tables, const policy::Ruling& ruling, const policy::ReadFragment& fragment, const dossiers::Fragment& gold, const std::string& request) {
    for (const auto& p : fragment.passages) {
        const auto* wanted = p.cls == about::Class::header ? nullptr : dossiers::under(gold, p.start, p.end);
        if (!wanted) continue;
        const auto decision = static_cast<std::size_t>(wanted->answers.at(request).decision);
        const auto verdict = policy::evaluateBySigns(ruling, fragment, p);
        const auto company = policy::companyOf(ruling, p);
        if (decidesWhom(verdict, p)) tables.whom[stepOf(kSteps, company.mineSure)][stepOf(kSteps, company.othersSure)][decision] += p.end - p.start;
        if (verdict.decision == Decision::release)
            for (std::size_t k = 0; k < about::kSorts; ++k) tables.sorts[k][stepOf(kLikely, static_cast<double>(p.sorts.of[k]))][decision] += p.end - p.start;
    }
}

void count(Tables& tables, const dossiers::Dossier& dossier, const policy::RuleSet& rules) {
    std::vector<policy::Fragment> fragments;
    for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
    detect::People people(dossier.household);
    const auto read = policy::readFragments(people, fragments);
    const auto& today = *dossier.household.referenceDate;
    for (const auto& request : dossier.requests) {
        const policy::Standing standing(dossier.household, request.asked, today);
        const auto& partners = dossier.household.partners;
        const auto asked = !request.asked.addressedTo.empty() || partners.empty() ? request.asked.addressedTo : partners.front().id;
        policy::Ruling ruling{policy::RulesOfDay(rules, today), standing, people, asked, {}, {}, {}};
        policy::Hiding hiding;
        hiding.learn(ruling, read);
        ruling.hiding = std::move(hiding);
        for (std::size_t k = 0; k < read.size(); ++k) count(tables, ruling, read[k], dossier.fragments[k], request.asked.id);
    }
}

void print(const Wanted& w) { std::printf(" %13s", (std::to_string((w[0] + 50) / 100) + "/" + std::to_string((w[1] + 50) / 100) + "/" + std::to_string((w[2] + 50) / 100)).c_str()); }

void print(const Tables& tables) {
    std::printf("mine\\others  ");
    for (const auto step : kSteps) std::printf(" %13.3g", step);
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        std::printf("\n%-13.3g", kSteps[i]);
        for (const auto& cell : tables.whom[i]) print(cell);
    }
    std::printf("\n\nsort         ");
    for (const auto step : kLikely) std::printf(" %13.3g", step);
    for (std::size_t k = 0; k < about::kSorts; ++k) {
        std::printf("\n%-13s", std::string(about::nameOf(static_cast<about::Sort>(k))).c_str());
        for (const auto& cell : tables.sorts[k]) print(cell);
    }
    std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "weigh_limits DOSSIERS\n";
        return 2;
    }
    const auto rules = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    Tables tables;
    for (const auto& dossier : dossiers::loadAll(argv[1])) count(tables, dossier, rules);
    print(tables);
}
