#include "service/casework/moments.h"

#include <array>
#include <cstdio>

namespace service::casework {

namespace {

using namespace std::chrono;
constexpr std::array<const char*, 12> months{"januari", "februari", "maart", "april", "mei", "juni", "juli",
                                             "augustus", "september", "oktober", "november", "december"};
constexpr std::array<const char*, 7> weekdays{"zo", "ma", "di", "wo", "do", "vr", "za"};

// Basis: Richtlijn 2000/84/EG art. 2 and 3: summer time runs from 1:00 UTC on the last Sunday of March to that of October.
seconds amsterdamOffset(Moment moment) {
    const year_month_day day{floor<days>(moment)};
    const sys_seconds summer = sys_days{day.year() / March / Sunday[last]} + hours{1};
    const sys_seconds winter = sys_days{day.year() / October / Sunday[last]} + hours{1};
    return moment >= summer && moment < winter ? hours{2} : hours{1};
}

std::string dayWords(const year_month_day& day) {
    return std::to_string(unsigned(day.day())) + " " + months[unsigned(day.month()) - 1] + " " + std::to_string(int(day.year()));
}

}  // namespace

std::string toIso(Moment moment) {
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{moment - day};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()), int(time.seconds().count()));
    return text;
}

std::optional<Moment> momentFrom(std::string_view iso) {
    int y = 0, h = 0, min = 0, s = 0;
    unsigned m = 0, d = 0;
    const std::string text(iso.substr(0, 40));
    if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d", &y, &m, &d, &h, &min, &s) != 6) return std::nullopt;
    const year_month_day date{year(y), month(m), day(d)};
    if (!date.ok() || h > 23 || min > 59 || s > 60) return std::nullopt;
    return sys_days{date} + hours{h} + minutes{min} + seconds{s};
}

Date amsterdamDay(Moment moment) { return floor<days>(moment + amsterdamOffset(moment)); }

std::string dutchMoment(Moment moment) {
    const Moment local = moment + amsterdamOffset(moment);
    const auto day = floor<days>(local);
    const hh_mm_ss time{local - day};
    char clock[16];
    std::snprintf(clock, sizeof clock, ", %02d:%02d", int(time.hours().count()), int(time.minutes().count()));
    return std::string(weekdays[weekday{day}.c_encoding()]) + " " + dayWords(day) + clock;
}

std::string dutchMoment(std::string_view iso) {
    const auto moment = momentFrom(iso);
    return moment ? dutchMoment(*moment) : std::string();
}

std::string dutchDay(std::string_view isoDate) {
    const auto day = redaction::household::parseDate(isoDate);
    return day ? dayWords(*day) : std::string();
}

std::string dutchCount(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = std::ptrdiff_t(digits.size()) - 3; at > 0; at -= 3) digits.insert(std::size_t(at), ".");
    return digits;
}

}  // namespace service::casework
