// Two implementations that share nothing must agree: every day of receipt of eleven years, for every right, every shape
// of suspension and every way an extension can be told.
#include <gtest/gtest.h>

#include <algorithm>

#include "service/requests/all_clocks.h"
#include "tests/unit/requests/naive_clock.h"

namespace service::requests {
namespace {

const Terms terms;
const Calendar calendar;
const naive::Wall& wall() {
    static const naive::Wall all;
    return all;
}
Date dateOf(int place) {
    const auto& day = wall().at(place);
    return Date{std::chrono::year{day.year}, std::chrono::month{static_cast<unsigned>(day.month)}, std::chrono::day{static_cast<unsigned>(day.day)}};
}
std::string isoOf(const Clock& clock) { return toIso(clock.end); }

// From and until in days after receipt; until absent: still open, seen sixty days after receipt.
struct Shape {
    const char* name;
    std::vector<std::pair<int, std::optional<int>>> pauses;
};
constexpr int seenAfter = 60;
const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{{"none", {}},
                                        {"one", {{3, 17}}},
                                        {"on the day of receipt", {{0, 4}}},
                                        {"no day at all", {{5, 5}}},
                                        {"two apart, out of order", {{14, 19}, {2, 6}}},
                                        {"two that overlap and one within", {{2, 12}, {7, 20}, {8, 9}}},
                                        {"still open", {{6, std::nullopt}}},
                                        {"after the first month", {{45, 52}}},
                                        {"in the last days, one leading to the next", {{28, 35}, {36, 38}, {80, 90}}}};
    return all;
}

enum class Told { never, atOnce, onTheLastDay, aDayLate };

std::optional<int> toldOn(Told told, int received, int first) {
    switch (told) {
        case Told::never: return std::nullopt;
        case Told::atOnce: return received;
        case Told::onTheLastDay: return first;
        case Told::aDayLate: break;
    }
    return first + 1;
}

struct Both {
    Course course;
    std::vector<naive::Pause> pauses;
};
Both shaped(int received, const Shape& shape) {
    Both both{{.received = dateOf(received), .suspensions = {}, .extension = {}, .today = dateOf(received + seenAfter), .ownTermDays = {}}, {}};
    for (const auto& [from, until] : shape.pauses) {
        Suspension one{dateOf(received + from), {}, SuspensionGround::clarificationOfLargeQuantity};
        if (until) one.answered = dateOf(received + *until);
        both.course.suspensions.push_back(one);
        both.pauses.push_back({received + from, received + until.value_or(seenAfter)});
    }
    return both;
}

// False: they differ, and the test has failed.
bool agree(int received, const Shape& shape, Told told, std::optional<int> promised) {
    auto both = shaped(received, shape);
    const auto plain = naive::decide(wall(), received, both.pauses, {}, {});
    const auto day = toldOn(told, received, plain.first);
    const auto expected = naive::decide(wall(), received, both.pauses, day, promised);
    if (day) both.course.extension = Extension{dateOf(*day), "veel stukken"};
    both.course.ownTermDays = promised;
    const auto clock = decideBy(both.course, terms, calendar);
    EXPECT_EQ(isoOf(clock.due), wall().iso(expected.due)) << toIso(both.course.received) << " " << shape.name << " told " << int(told);
    EXPECT_EQ(isoOf(clock.first), wall().iso(expected.first)) << toIso(both.course.received) << " " << shape.name;
    EXPECT_EQ(clock.extended, expected.extended) << toIso(both.course.received) << " " << shape.name << " told " << int(told);
    return !testing::Test::HasFailure();
}

const int firstDay = 0, lastDay = wall().find(2034, 12, 31);

// Each day meets each shape and each way of telling, without and with a promise of the partner's own.
TEST(NaiveClock, AgreesOnTheDecisionForEveryDayShapeAndExtension) {
    int count = 0;
    for (int received = firstDay; received <= lastDay; ++received)
        for (std::size_t index = 0; index < shapes().size(); ++index)
            for (const auto told : {Told::never, Told::atOnce, Told::onTheLastDay, Told::aDayLate})
                for (const auto promised : {std::optional<int>(), std::optional(28)})
                    if (++count; !agree(received, shapes()[index], told, promised)) return;
    EXPECT_EQ(count, 4018 * 9 * 4 * 2);
}

std::string expectedFor(const std::string& id, int received, int sent, int letterReceived) {
    if (id == "decide") return wall().iso(wall().open(wall().monthsOn(received, 1)));
    if (id == "destroy") return wall().iso(wall().open(wall().monthsOn(received, 3)));
    if (id == "inform-family") return wall().iso(wall().open(received + 28));
    if (id == "objection") return wall().iso(wall().open(sent + 42));
    return id == "petition" ? wall().iso(wall().open(letterReceived + 42)) : "not a clock of this request";
}

// The rights differ in one clock: erasure destroys under the Wmo.
TEST(NaiveClock, AgreesOnEveryOtherClockOfEveryRight) {
    for (int received = firstDay; received <= lastDay; ++received)
        for (const bool erasure : {false, true}) {
            const int sent = received + 30, letterReceived = sent + received % 4;
            ClockFacts facts;
            facts.course.received = dateOf(received), facts.erasure = erasure, facts.partner = PartnerKind::safeHome, facts.recorded = dateOf(received);
            facts.sent = dateOf(sent), facts.letterReceived = dateOf(letterReceived);
            const auto all = allClocks(facts, terms, calendar).clocks;
            ASSERT_EQ(all.size(), erasure ? 5u : 4u);
            for (const auto& clock : all) ASSERT_EQ(isoOf(clock), expectedFor(clock.id, received, sent, letterReceived)) << clock.id << " " << wall().iso(received);
        }
}

TEST(NaiveClock, AgreesOnNoticesPenaltiesAndTheFamily) {
    for (int received = firstDay; received <= lastDay; ++received) {
        const auto notice = defaultNoticeBy(dateOf(received), dateOf(received + 1), terms, calendar).value();
        const int twoWeeks = wall().open(received + 15);
        ASSERT_EQ(isoOf(notice), wall().iso(twoWeeks));
        const auto penalty = penaltyPeriod(notice, terms);
        ASSERT_EQ(toIso(penalty.start), wall().iso(twoWeeks + 1));
        ASSERT_EQ(isoOf(penalty), wall().iso(twoWeeks + 42));
        ASSERT_EQ(isoOf(informFamilyBy(dateOf(received), 1, terms, calendar)), wall().iso(wall().open(received + 42)));
        ASSERT_EQ(isoOf(informFamilyBy(dateOf(received), 2, terms, calendar)), wall().iso(wall().open(received + 56)));
        ASSERT_EQ(calendar.isWorkingDay(dateOf(received)), !wall().at(received).closed) << wall().iso(received);
    }
}

}  // namespace
}  // namespace service::requests
