// Hundreds of deadlines as rows that a lawyer can read and add to, and a second, naive implementation that walks day by
// day over eleven years. The naive one shares nothing with the first: no chrono, no computed Easter.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "service/requests/clock.h"

namespace service::requests {
namespace {

Date on(const std::string& iso) { return parseIso(iso).value(); }
const Terms terms;
const Calendar calendar;

std::vector<Suspension> suspensionsFrom(const std::string& text) {
    std::vector<Suspension> all;
    std::istringstream parts{text == "-" ? "" : text};
    for (std::string part; std::getline(parts, part, ',');)
        all.push_back({on(part.substr(0, 10)), on(part.substr(12, 10)), SuspensionGround::identityInDoubt});
    return all;
}

Clock clockOf(const std::string& kind, const Course& course) {
    if (kind == "objection") return objectionBy(course.received, terms, calendar);
    if (kind == "petition") return petitionBy(course.received, terms, calendar);
    if (kind == "destroy") return destroyBy(course.received, terms, calendar);
    if (kind == "inform-family") return informFamilyBy(course.received, 0, terms, calendar);
    return decideBy(course, terms, calendar).due;
}

TEST(Deadlines, HoldRowByRow) {
    std::ifstream file{std::string{LAKWERK_SOURCE_DIR} + "/tests/unit/requests/deadlines.txt"};
    std::size_t rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words{line};
        std::string kind, start, suspensions, told, end;
        words >> kind >> start >> suspensions >> told >> end;
        Course course{.received = on(start), .suspensions = suspensionsFrom(suspensions), .extension = {}, .today = {}, .ownTermDays = {}};
        if (told != "-") course.extension = Extension{on(told), "veel stukken"};
        EXPECT_EQ(toIso(clockOf(kind, course).end), end) << line;
        ++rows;
    }
    EXPECT_GE(rows, 300u);
}

// The naive one: a day is three numbers, and time passes one day at a time.
struct Day {
    int year, month, day;
    auto operator<=>(const Day&) const = default;
};

int daysIn(int year, int month) {
    static constexpr int lengths[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : lengths[month - 1];
}
Day next(Day day) {
    if (++day.day > daysIn(day.year, day.month)) day.day = 1, ++day.month;
    if (day.month > 12) day.month = 1, ++day.year;
    return day;
}
Day after(Day day, int count) {
    while (count-- > 0) day = next(day);
    return day;
}
Day of(const Date& date) { return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day()))}; }
std::string isoOf(const Day& day) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", day.year, day.month, day.day);
    return text;
}

class NaiveCalendar {
  public:
    NaiveCalendar() {
        const std::map<int, Day> easters{{2024, {2024, 3, 31}}, {2025, {2025, 4, 20}}, {2026, {2026, 4, 5}},  {2027, {2027, 3, 28}},
                                         {2028, {2028, 4, 16}}, {2029, {2029, 4, 1}},  {2030, {2030, 4, 21}}, {2031, {2031, 4, 13}},
                                         {2032, {2032, 3, 28}}, {2033, {2033, 4, 17}}, {2034, {2034, 4, 9}},  {2035, {2035, 3, 25}}};
        int weekday = 1;  // 1 January 2024 is a Monday
        for (Day day{2024, 1, 1}; day.year < 2036; day = next(day), weekday = weekday % 7 + 1) {
            if (weekday > 5) closed_.insert(day);
            const bool fixed = (day.month == 1 && day.day == 1) || (day.month == 5 && day.day == 5) || (day.month == 12 && (day.day == 25 || day.day == 26));
            const bool king = day.month == 4 && ((day.day == 27 && weekday != 7) || (day.day == 26 && weekday == 6));
            if (fixed || king || after(day, 2) == easters.at(day.year)) closed_.insert(day);
        }
        for (const auto& [year, easter] : easters)
            for (const int days : {1, 39, 50}) closed_.insert(after(easter, days));
    }
    Day roll(Day day) const {
        while (closed_.count(day) > 0) day = next(day);
        return day;
    }

  private:
    std::set<Day> closed_;
};
const NaiveCalendar naive;

Day monthsLater(Day day, int months) {
    day.month += months;
    if (day.month > 12) day.month -= 12, ++day.year;
    day.day = std::min(day.day, daysIn(day.year, day.month));
    return day;
}

Day naiveEnd(const Day& received, const std::vector<std::pair<Day, Day>>& suspensions, int months) {
    std::set<Day> still;
    const Day raw = monthsLater(received, months);
    for (const auto& [asked, answered] : suspensions) {
        if (asked > naive.roll(after(raw, static_cast<int>(still.size())))) continue;
        for (Day day = asked; day < answered; day = next(day)) still.insert(day);
    }
    return naive.roll(after(raw, static_cast<int>(still.size())));
}

void compare(const Date& received, const std::vector<std::pair<int, int>>& suspensions, std::optional<int> told) {
    Course course{.received = received, .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = {}};
    std::vector<std::pair<Day, Day>> days;
    for (const auto& [from, length] : suspensions) {
        const Date asked = addDays(received, from);
        course.suspensions.push_back({asked, addDays(asked, length), SuspensionGround::clarificationOfLargeQuantity});
        days.emplace_back(after(of(received), from), after(of(received), from + length));
    }
    std::ranges::sort(days);
    Day expected = naiveEnd(of(received), days, 1);
    if (told) {
        course.extension = Extension{addDays(received, *told), "veel stukken"};
        if (after(of(received), *told) <= expected) expected = naiveEnd(of(received), days, 3);
    }
    ASSERT_EQ(toIso(decideBy(course, terms, calendar).due.end), isoOf(expected)) << toIso(received);
}

TEST(Deadlines, AgreeWithANaiveImplementationOnEveryDayOfElevenYears) {
    std::mt19937 random{20260310};
    const auto upTo = [&](int most) { return std::uniform_int_distribution{0, most}(random); };
    for (Date received = on("2024-01-01"); received.year() < std::chrono::year{2035}; received = addDays(received, 1)) {
        compare(received, {}, {});
        compare(received, {}, upTo(45));
        compare(received, {{upTo(30), upTo(40)}}, {});
        compare(received, {{upTo(40), upTo(20)}, {upTo(40), upTo(20)}}, upTo(60));
        ASSERT_EQ(toIso(objectionBy(received, terms, calendar).end), isoOf(naive.roll(after(of(received), 42))));
        ASSERT_EQ(toIso(destroyBy(received, terms, calendar).end), isoOf(naive.roll(monthsLater(of(received), 3))));
    }
}

}  // namespace
}  // namespace service::requests
