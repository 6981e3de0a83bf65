#include "redaction/about/second_look.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "redaction/words/words.h"

namespace redaction::about {

namespace {

constexpr auto kSights = static_cast<std::size_t>(Sight::count), kClues = static_cast<std::size_t>(Clue::count);
constexpr std::size_t kAround = 4;                    // passages before and behind
constexpr double kLeast = 0.01, kPrior = 0.15;

constexpr std::array<std::string_view, kSights> kNames{
    "sure", "before", "beforeNear", "before2", "before2Near", "behind", "behindNear", "behind2", "behind2Near", "surest", "second", "together", "ahead", "kin", "kinMean", "sureBySurest", "beforeBySurest",
    "group", "first", "nobody", "nobodyBefore", "nobodyBehind", "nobodyKin", "text", "around", "nobodyText", "nobodyAround", "kinText"};
static_assert(!kNames.back().empty(), "every sight has a name");

double logOdds(double p) { return std::log(std::max(p, kLeast) / std::max(1 - p, kLeast)); }
bool is(const Weighed& who, Clue clue) { return who.clues.test(static_cast<std::size_t>(clue)); }
bool isStranger(const Weighed& who) { return is(who, Clue::stranger); }
int roleOf(const Weighed& who) { return (is(who, Clue::child) ? 1 : 0) + (is(who, Clue::parent) ? 2 : 0); }

// How sure the first look was of one person along the text; running sums make every stretch of it cheap.
class Course {
  public:
    Course(const std::vector<Weighing>& all, std::size_t person) : sums_{0} {
        sums_.reserve(all.size() + 1);
        for (const auto& w : all) sums_.push_back(sums_.back() + (person < w.people.size() && !isStranger(w.people[person]) ? w.people[person].sure : 0));
    }
    double at(std::size_t i) const { return sums_[i + 1] - sums_[i]; }
    double besides(std::size_t i) const { return (sums_.back() - at(i) + kPrior) / static_cast<double>(sums_.size() - 1); }
    double around(std::size_t i) const {
        const auto from = i < kAround ? 0 : i - kAround, to = std::min(sums_.size() - 1, i + kAround + 1);
        return (sums_[to] - sums_[from] - at(i) + kPrior) / static_cast<double>(to - from);
    }

  private:
    std::vector<double> sums_;
};

struct Company {  // of all people in a passage
    double surest = 0, second = 0, sum = 0;
    std::size_t who = 0;
    std::vector<int> roles;  // of each; of people unknown to the case kNoRole
    static constexpr int kNoRole = 4;

    void read(const Weighing& w) {
        surest = second = sum = 0;
        who = 0;
        roles.clear();
        for (const auto& person : w.people) roles.push_back(isStranger(person) ? kNoRole : roleOf(person));
        for (std::size_t k = 0; k < w.people.size(); ++k) {
            const auto p = w.people[k].sure;
            sum += p;
            if (p > surest) {
                second = surest;
                surest = p;
                who = k;
            } else {
                second = std::max(second, p);
            }
        }
    }
};

template <class Set>
void seeKin(Set set, const Weighing& w, const Company& company, std::size_t k, double nobody, double text) {
    double most = 0, sum = 0;
    std::size_t n = 0;
    const auto role = roleOf(w.people[k]);
    for (std::size_t j = 0; j < w.people.size(); ++j) {
        if (j == k || company.roles[j] != role) continue;
        most = std::max(most, w.people[j].sure);
        sum += w.people[j].sure;
        ++n;
    }
    const auto mean = n > 0 ? sum / static_cast<double>(n) : 0;
    const bool group = is(w.people[k], Clue::allChildren) || is(w.people[k], Clue::bothParents) || is(w.people[k], Clue::wholeFamily);
    set(Sight::kin, most);
    set(Sight::kinMean, mean);
    set(Sight::group, group ? mean : 0);
    set(Sight::nobodyKin, nobody * most);
    set(Sight::kinText, most * text);
}

Sights sightsIn(const std::vector<Weighing>& all, std::size_t i, std::size_t k, const Company& company, const Course* course) {
    Sights sights{};
    const auto set = [&](Sight sight, double value) { sights[static_cast<std::size_t>(sight)] = value; };
    const auto own = all[i].people[k].sure, others = company.sum - own, nobody = std::max(0.0, 1 - company.sum);
    const auto surest = company.who == k ? company.second : company.surest;
    // Of several as sure the first is the one ahead; the next of the others is found among the rest.
    double second = 0;
    for (std::size_t j = 0, met = 0; j < all[i].people.size(); ++j) {
        if (j == k) continue;
        const auto p = all[i].people[j].sure;
        if (p == surest && met == 0) met = 1;
        else second = std::max(second, p);
    }
    const auto odds = logOdds(own);
    set(Sight::sure, odds);
    set(Sight::surest, surest);
    set(Sight::second, second);
    set(Sight::together, others);
    set(Sight::ahead, own - surest);
    set(Sight::sureBySurest, odds * surest);
    set(Sight::first, own > surest || all[i].people.size() == 1 ? 1 : 0);
    set(Sight::nobody, nobody);
    double text = 0;
    if (course) {
        const auto look = [&](Sight sight, bool there, std::size_t at, bool near) {
            if (!there) return 0.0;
            set(sight, course->at(at));
            if (near) set(static_cast<Sight>(static_cast<int>(sight) + 1), course->at(at));
            return course->at(at);
        };
        const bool one = i + 1 < all.size(), two = i + 2 < all.size();
        const auto before = look(Sight::before, i >= 1, i - 1, all[i].near), behind = look(Sight::behind, one, i + 1, one && all[i + 1].near);
        look(Sight::before2, i >= 2, i - 2, all[i].near && i >= 1 && all[i - 1].near);
        look(Sight::behind2, two, i + 2, two && all[i + 1].near && all[i + 2].near);
        text = course->besides(i);
        set(Sight::beforeBySurest, before * surest);
        set(Sight::nobodyBefore, nobody * before);
        set(Sight::nobodyBehind, nobody * behind);
        set(Sight::text, text);
        set(Sight::around, course->around(i));
        set(Sight::nobodyText, nobody * text);
        set(Sight::nobodyAround, nobody * course->around(i));
    }
    seeKin(set, all[i], company, k, nobody, text);
    return sights;
}

struct Weights {
    std::array<double, kClues> clue{};
    std::array<double, kSights> sight{};
    Weights() {
        for (const auto& line : words::linesOf("attribution", "second")) {
            const auto space = line.find(' ');
            const auto name = std::string_view(line).substr(0, space);
            const auto value = std::stod(line.substr(space + 1));
            if (const auto found = std::find(kNames.begin(), kNames.end(), name); found != kNames.end()) sight[static_cast<std::size_t>(found - kNames.begin())] = value;
            else clue[static_cast<std::size_t>(clueNamed(name))] = value;
        }
    }
};

double secondOf(const Weights& weights, const Weighed& who, const Sights& sights) {
    double sum = 0;
    eachBit(wordsOf(who.clues), [&](std::size_t c) { sum += weights.clue[c]; });
    for (std::size_t s = 0; s < kSights; ++s) sum += weights.sight[s] * sights[s];
    return 1 / (1 + std::exp(-sum));
}

template <class See>
void lookAtAll(const std::vector<Weighing>& weighings, See see) {
    std::vector<Course> courses;
    if (!weighings.empty())
        for (std::size_t k = 0; k < weighings.front().people.size() && !isStranger(weighings.front().people[k]); ++k) courses.emplace_back(weighings, k);
    Company company;
    for (std::size_t i = 0; i < weighings.size(); ++i) {
        company.read(weighings[i]);
        for (std::size_t k = 0; k < weighings[i].people.size(); ++k) see(i, k, sightsIn(weighings, i, k, company, k < courses.size() ? &courses[k] : nullptr));
    }
}

}  // namespace

std::string_view nameOf(Sight sight) { return kNames[static_cast<std::size_t>(sight)]; }

void seeAgain(const std::vector<Weighing>& weighings, const std::function<void(std::size_t, std::size_t, const Sights&)>& see) { lookAtAll(weighings, see); }

void secondLook(std::vector<Weighing>& weighings) {
    static const Weights weights;
    std::vector<double> sure;  // in the order of the look: the first is looked at until the end
    lookAtAll(weighings, [&](std::size_t i, std::size_t k, const Sights& sights) { sure.push_back(secondOf(weights, weighings[i].people[k], sights)); });
    auto next = sure.begin();
    for (auto& w : weighings)
        for (auto& person : w.people) person.sure = *next++;
}

}  // namespace redaction::about
