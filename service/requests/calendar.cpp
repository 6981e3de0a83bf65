#include "service/requests/calendar.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace service::requests {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr std::array<const char*, 7> shortDays{"zo", "ma", "di", "wo", "do", "vr", "za"};
constexpr std::array<const char*, 7> longDays{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"};
constexpr std::array<const char*, 12> dutchMonths{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                  "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> englishMonths{"January", "February", "March",     "April",   "May",      "June",
                                                    "July",    "August",   "September", "October", "November", "December"};

// Basis: Wet Koningsdag: 27 april, of 26 april als de 27e een zondag is
Date kingsDay(year y) {
    const Date usual{y, month{4}, day{27}};
    return weekday{sys_days{usual}} == std::chrono::Sunday ? addDays(usual, -1) : usual;
}

std::string dayMonthYear(const Date& date, const std::array<const char*, 12>& months) {
    return std::to_string(static_cast<unsigned>(date.day())) + " " + months[static_cast<unsigned>(date.month()) - 1] +
           " " + std::to_string(static_cast<int>(date.year()));
}

template <class Number>
bool readNumber(std::string_view text, Number& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

// The anonymous Gregorian algorithm (Meeus/Jones/Butcher).
Date easterSunday(year easterYear) {
    const int y = static_cast<int>(easterYear);
    const int a = y % 19, b = y / 100, c = y % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return Date{easterYear, month{static_cast<unsigned>(sum / 31)}, day{static_cast<unsigned>(sum % 31 + 1)}};
}

// Basis: Algemene termijnenwet art. 3 lid 1 en 2 (Goede Vrijdag: gelijkgesteld)
std::vector<Holiday> publicHolidays(year y) {
    const Date easter = easterSunday(y);
    const Date ascension = addDays(easter, 39), liberation{y, month{5}, day{5}};
    std::vector<Holiday> days{{Date{y, month{1}, day{1}}, "Nieuwjaarsdag"},
                              {addDays(easter, -2), "Goede Vrijdag"},
                              {addDays(easter, 1), "tweede paasdag"},
                              {kingsDay(y), "Koningsdag"},
                              {liberation, "Bevrijdingsdag"},
                              {ascension, "Hemelvaartsdag"},
                              {addDays(easter, 50), "tweede pinksterdag"},
                              {Date{y, month{12}, day{25}}, "eerste kerstdag"},
                              {Date{y, month{12}, day{26}}, "tweede kerstdag"}};
    if (sys_days{ascension} < sys_days{liberation}) std::swap(days[4], days[5]);
    return days;
}

Date addDays(const Date& date, int days) { return Date{sys_days{date} + std::chrono::days{days}}; }

// Basis: Verordening 1182/71 art. 3 lid 2 onder c
Date addMonths(const Date& date, std::chrono::months months) {
    const Date moved = date + months;
    return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

int daysBetween(const Date& from, const Date& to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }

std::string toIso(const Date& date) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::optional<Date> parseIso(std::string_view text) {
    int y = 0;
    unsigned m = 0, d = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (!readNumber(text.substr(0, 4), y) || !readNumber(text.substr(5, 2), m) || !readNumber(text.substr(8, 2), d))
        return std::nullopt;
    const Date date{year{y}, month{m}, day{d}};
    return date.ok() && y > 0 ? std::optional{date} : std::nullopt;
}

std::string dutchDate(const Date& date) {
    return std::string{shortDays[weekday{sys_days{date}}.c_encoding()]} + " " + longDutchDate(date);
}
std::string longDutchDate(const Date& date) { return dayMonthYear(date, dutchMonths); }
std::string longEnglishDate(const Date& date) { return dayMonthYear(date, englishMonths); }
std::string dutchWeekday(const Date& date) { return longDays[weekday{sys_days{date}}.c_encoding()]; }

Calendar::Calendar(std::vector<Holiday> extra) {
    for (auto& holiday : extra) extra_.emplace(sys_days{holiday.day}, std::move(holiday.name));
}

std::optional<std::string> Calendar::holidayOn(const Date& date) const {
    for (auto& holiday : publicHolidays(date.year()))
        if (holiday.day == date) return std::move(holiday.name);
    const auto found = extra_.find(sys_days{date});
    return found == extra_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::string> Calendar::whyClosed(const Date& date) const {
    if (auto holiday = holidayOn(date)) return holiday;
    const weekday on{sys_days{date}};
    if (on == std::chrono::Saturday || on == std::chrono::Sunday) return dutchWeekday(date);
    return std::nullopt;
}

bool Calendar::isWorkingDay(const Date& date) const { return !whyClosed(date); }

Date Calendar::rollForward(const Date& date) const {
    Date rolled = date;
    while (!isWorkingDay(rolled)) rolled = addDays(rolled, 1);
    return rolled;
}

Date Calendar::moveWorkingDays(const Date& date, int count) const {
    const int step = count < 0 ? -1 : 1;
    Date moved = date;
    for (int left = count * step; left > 0;) {
        moved = addDays(moved, step);
        if (isWorkingDay(moved)) --left;
    }
    return moved;
}

}  // namespace service::requests
