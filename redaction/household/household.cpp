// Facts about persons and days that need no file format.
#include "redaction/household/household.h"

#include <algorithm>
#include <cstdio>

namespace redaction::household {

const Person* findPerson(const Case& household, std::string_view id) {
    const auto found =
        std::find_if(household.persons.begin(), household.persons.end(), [&](const Person& p) { return p.id == id; });
    return found == household.persons.end() ? nullptr : &*found;
}

// Basis: Wabb art. 2(b); the 11-test: 9·d1 + 8·d2 + … + 2·d8 − d9 is a multiple of 11.
bool isValidBsn(std::string_view digits) {
    if (digits.size() != 9) return false;
    int sum = 0;
    bool anyDigit = false;
    for (int i = 0; i < 9; ++i) {
        const char c = digits[static_cast<std::size_t>(i)];
        if (c < '0' || c > '9') return false;
        anyDigit = anyDigit || c != '0';
        sum += (i == 8 ? -1 : 9 - i) * (c - '0');
    }
    return anyDigit && sum % 11 == 0;
}

std::optional<Date> parseDate(std::string_view isoDate) {
    if (isoDate.size() != 10 || isoDate[4] != '-' || isoDate[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        for (std::size_t i = from; i < from + length; ++i) {
            if (isoDate[i] < '0' || isoDate[i] > '9') return -1;
            value = value * 10 + (isoDate[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

std::string toIso(const Date& date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

int ageOn(const Date& birthdate, const Date& day) {
    int years = static_cast<int>(day.year()) - static_cast<int>(birthdate.year());
    if (std::chrono::month_day{day.month(), day.day()} < std::chrono::month_day{birthdate.month(), birthdate.day()})
        --years;
    return years;
}

}  // namespace redaction::household
