#include "service/casework/moments.h"

#include <array>
#include <cstdio>
#include <stdexcept>

#include "redaction/household/household.h"

namespace service::casework {

namespace {

using namespace std::chrono;
constexpr std::array<const char*, 12> months{"januari", "februari", "maart", "april", "mei", "juni", "juli",
                                             "augustus", "september", "oktober", "november", "december"};
constexpr std::array<const char*, 7> weekdays{"zo", "ma", "di", "wo", "do", "vr", "za"};

std::string dayWords(const year_month_day& day) {
    return std::to_string(unsigned(day.day())) + " " + months[unsigned(day.month()) - 1] + " " + std::to_string(int(day.year()));
}

}  // namespace

std::string dutchMoment(Moment moment) {
    const auto local = service::amsterdamTime(moment);
    const auto day = floor<days>(local);
    const hh_mm_ss time{local - day};
    char clock[16];
    std::snprintf(clock, sizeof clock, ", %02d:%02d", int(time.hours().count()), int(time.minutes().count()));
    return std::string(weekdays[weekday{day}.c_encoding()]) + " " + dayWords(year_month_day{day}) + clock;
}

std::string dutchMoment(const std::optional<Moment>& moment) { return moment ? dutchMoment(*moment) : std::string(); }

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
