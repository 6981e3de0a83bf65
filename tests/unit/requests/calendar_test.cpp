#include "service/requests/calendar.h"

#include <gtest/gtest.h>

#include <set>

namespace service::requests {
namespace {

Date on(const char* iso) { return parseIso(iso).value(); }

TEST(Calendar, KnowsEasterOfMoreThanACentury) {
    const std::vector<const char*> easters{"1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27",
                                           "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
                                           "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
                                           "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2038-04-25",
                                           "2076-04-19", "2100-03-28"};
    for (const auto* iso : easters) EXPECT_EQ(toIso(easterSunday(on(iso).year())), iso);
}

TEST(Calendar, ListsTheHolidaysOfTheTermsAct) {
    struct Row {
        int year;
        std::set<std::string> days;
    };
    const std::vector<Row> rows{
        {2024, {"2024-01-01", "2024-03-29", "2024-04-01", "2024-04-27", "2024-05-05", "2024-05-09", "2024-05-20", "2024-12-25", "2024-12-26"}},
        {2025, {"2025-01-01", "2025-04-18", "2025-04-21", "2025-04-26", "2025-05-05", "2025-05-29", "2025-06-09", "2025-12-25", "2025-12-26"}},
        {2026, {"2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26"}},
        {2031, {"2031-01-01", "2031-04-11", "2031-04-14", "2031-04-26", "2031-05-05", "2031-05-22", "2031-06-02", "2031-12-25", "2031-12-26"}}};
    for (const auto& row : rows) {
        std::set<std::string> days;
        std::optional<Date> before;
        for (const auto& holiday : publicHolidays(std::chrono::year{row.year})) {
            days.insert(toIso(holiday.day));
            if (before) { EXPECT_LT(std::chrono::sys_days{*before}, std::chrono::sys_days{holiday.day}) << row.year; }
            before = holiday.day;
        }
        EXPECT_EQ(days, row.days) << row.year;
    }
}

TEST(Calendar, KeepsHolidaysOrderedWhenAscensionComesBeforeLiberationDay) {
    const auto days = publicHolidays(std::chrono::year{2008});  // Easter on 23 March, Ascension on 1 May
    EXPECT_EQ(toIso(days[4].day), "2008-05-01");
    EXPECT_EQ(toIso(days[5].day), "2008-05-05");
}

TEST(Calendar, AddsTheCrownsOwnDays) {
    const Calendar plain, region{{{on("2026-05-15"), "dag na Hemelvaart"}}};
    EXPECT_TRUE(plain.isWorkingDay(on("2026-05-15")));
    EXPECT_EQ(region.whyClosed(on("2026-05-15")), "dag na Hemelvaart");
    EXPECT_EQ(toIso(region.rollForward(on("2026-05-14"))), "2026-05-18");
}

TEST(Calendar, MovesInWorkingDaysBothWays) {
    const Calendar calendar;
    EXPECT_EQ(toIso(calendar.moveWorkingDays(on("2026-04-07"), -1)), "2026-04-02");
    EXPECT_EQ(toIso(calendar.moveWorkingDays(on("2026-04-02"), 1)), "2026-04-07");
    EXPECT_EQ(toIso(calendar.moveWorkingDays(on("2026-04-07"), 0)), "2026-04-07");
    EXPECT_EQ(toIso(calendar.moveWorkingDays(on("2026-12-24"), 5)), "2027-01-04");
}

TEST(Calendar, ReadsOnlyRealDates) {
    for (const auto* wrong : {"", "2026-02-30", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T", "0000-01-01", "2027-02-29"})
        EXPECT_FALSE(parseIso(wrong)) << wrong;
    EXPECT_EQ(toIso(parseIso("2028-02-29").value()), "2028-02-29");
}

TEST(Calendar, WritesDatesAsPeopleReadThem) {
    EXPECT_EQ(dutchDate(on("2026-04-07")), "di 7 april 2026");
    EXPECT_EQ(longDutchDate(on("2026-03-01")), "1 maart 2026");
    EXPECT_EQ(longEnglishDate(on("2026-03-01")), "1 March 2026");
}

}  // namespace
}  // namespace service::requests
