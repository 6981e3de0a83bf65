#include "service/requests/turning_points.h"

#include <algorithm>
#include <array>
#include <utility>

#include "service/requests/intake_facts.h"

namespace service::requests {

namespace {

using std::chrono::sys_days;
using Points = std::vector<TurningPoint>;

struct Span {
    Date after, upTo;
    bool holds(const std::optional<Date>& day) const { return day && sys_days{after} < sys_days{*day} && sys_days{*day} <= sys_days{upTo}; }
};

bool isAsked(const IntakeInput& facts, const std::string& person) { return person == facts.requester || std::ranges::count(facts.subjects, person) > 0; }

void addPeriod(const Span& span, const std::string& person, const char* what, const std::optional<Date>& from, const std::optional<Date>& until, Points& points) {
    if (span.holds(from)) points.push_back({*from, person, std::string(what) + "-begins"});
    if (span.holds(until)) points.push_back({*until, person, std::string(what) + "-ends"});
}

void addBirthdays(const IntakeInput& facts, const Span& span, Points& points) {
    for (const auto& person : facts.persons) {
        if (!person.birthdate || person.deceased) continue;
        for (const int age : std::array{facts.ages.confidence, facts.ages.own, facts.ages.adult}) {
            const Date birthday{sys_days{*person.birthdate + std::chrono::years{age}}};
            if (span.holds(birthday)) points.push_back({birthday, person.id, "turns-" + std::to_string(age), isAsked(facts, person.id)});
        }
    }
}

bool representsBy(const std::string& type) { return type == "curator" || type == "mentor" || type == "representative" || type == "guardian"; }

}  // namespace

std::vector<TurningPoint> turningPoints(const IntakeInput& facts, const Date& after, const Date& upTo) {
    const Span span{after, upTo};
    Points points;
    addBirthdays(facts, span, points);
    for (const auto& it : facts.authority)
        if (isAsked(facts, it.child)) addPeriod(span, it.child, "authority", it.from, it.to, points);
    for (const auto& it : facts.consents)
        if (it.to == facts.requester) addPeriod(span, it.person, "consent", it.given, it.withdrawn, points);
    for (const auto& it : facts.relations)
        if (it.from == facts.requester && representsBy(it.type)) addPeriod(span, it.to, "representation", it.since, it.until, points);
    for (const auto& it : facts.protections)
        if (std::ranges::count(it.against, facts.requester) > 0) addPeriod(span, it.person, "protection", it.from, it.until, points);
    std::ranges::stable_sort(points, {}, [](const TurningPoint& it) { return sys_days{it.day}; });
    return points;
}

std::string turningWords(const std::string& kind, const Date& day) {
    if (kind.starts_with("turns-")) return "een kind werd " + kind.substr(6) + " jaar op " + longDutchDate(day);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> words{
        {{"authority-begins", "gezag is ingegaan"}, {"authority-ends", "gezag is geëindigd"}, {"consent-begins", "een toestemming of machtiging is ingegaan"},
         {"consent-ends", "een toestemming of machtiging is geëindigd"}, {"representation-begins", "curatele, mentorschap of vertegenwoordiging is ingegaan"},
         {"representation-ends", "curatele, mentorschap of vertegenwoordiging is geëindigd"}, {"protection-begins", "een afscherming is ingegaan"},
         {"protection-ends", "een afscherming is geëindigd"}}};
    const auto found = std::ranges::find(words, kind, [](const auto& it) { return it.first; });
    return std::string(found == words.end() ? std::string_view("er is iets veranderd") : found->second) + " op " + longDutchDate(day);
}

}  // namespace service::requests
