// Birth dates in every notation, told from other dates by what the case knows or by "geb." before them.
#include <array>

#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"

namespace redaction::detect {

namespace {

struct DayMonthYear {
    int day = 0, month = 0, year = 0;  // year: two digits where written so
};

int monthOf(std::string_view word) {
    static const std::array<std::string_view, 12> months{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word.substr(0, 3) == months[i]) return static_cast<int>(i) + 1;
    return word.substr(0, 3) == "maa" ? 3 : 0;
}

int numberFrom(std::string_view text) {
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

DayMonthYear read(std::string_view text) {
    std::vector<std::string> numbers;
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            if (i == 0 || text[i - 1] < '0' || text[i - 1] > '9') numbers.emplace_back();
            numbers.back() += c;
        } else if (c >= 'a' && c <= 'z') {
            word += c;
        }
    }
    if (numbers.size() == 1 && word.empty()) {
        const auto& n = numbers[0];
        return {numberFrom(n.substr(0, 2)), numberFrom(n.substr(2, 2)), numberFrom(n.substr(4))};
    }
    if (numbers.size() == 2 && !word.empty()) return {numberFrom(numbers[0]), monthOf(word), numberFrom(numbers[1])};
    if (numbers.size() == 3 && numbers[0].size() == 4) return {numberFrom(numbers[2]), numberFrom(numbers[1]), numberFrom(numbers[0])};
    if (numbers.size() == 3) return {numberFrom(numbers[0]), numberFrom(numbers[1]), numberFrom(numbers[2])};
    return {};
}

bool isSameDay(const DayMonthYear& d, const household::Date& date) {
    const int year = static_cast<int>(date.year());
    return d.day == static_cast<int>(static_cast<unsigned>(date.day())) && d.month == static_cast<int>(static_cast<unsigned>(date.month())) &&
           (d.year == year || d.year == year % 100);
}

std::size_t runOf(std::string_view text, std::size_t at, bool (*is)(char)) {
    std::size_t length = 0;
    while (at + length < text.size() && is(text[at + length])) ++length;
    return length;
}

bool isSeparator(char c) { return c == '-' || c == '/' || c == '.' || c == ' '; }

// Quicker than the expression: "12-4-", "12 ap", six or eight digits, "1985-". Says what cannot be a date.
bool mayBeDate(std::string_view text, std::size_t at) {
    const auto digits = runOf(text, at, isDigit);
    if (digits == 6 || digits == 8) return true;
    if (digits == 4) return at + 4 < text.size() && text[at + 4] == '-';
    if (digits > 2) return false;
    at += digits;
    const auto separators = runOf(text, at, isSeparator);
    if (separators == 0 || separators > 3 || at + separators >= text.size()) return false;
    if (isLetter(text[at + separators])) return separators == 1 && monthOf(text.substr(at + 1)) != 0;
    const auto month = runOf(text, at + separators, isDigit);
    return month > 0 && month <= 2 && runOf(text, at + separators + month, isSeparator) > 0;
}

void addBirthdate(Reading& r, const Line& line, std::size_t a, std::size_t b) {
    static const Pattern born(R"((?:geb\.?|geboren|geboortedatum|geb\.? ?datum|geboren op|gebdat)[: ]{0,3}(?:op )?$)");
    const auto day = read(std::string_view(r.view.numbers()).substr(a, b - a));
    if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return;
    const auto owner = ownerOnRecord(r, a, [&](const household::Person& p) { return p.birthdate && isSameDay(day, *p.birthdate); });
    const bool said = born.in(r.view.slice(a > line.start + 24 ? a - 24 : line.start, a));
    if (owner.empty() && !said) return;
    addMention(r, a, b, Kind::birthdate, owner.empty() ? nearestPerson(r, a) : owner, 17, 0.95);
}

}  // namespace

void findDates(Reading& r) {
    static const Pattern date(
        R"(\b(?:\d{1,2}[-/. ]{1,3}\d{1,2}[-/. ]{1,3}'?(?:\d{4}|\d{2})|\d{1,2}[ -](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?[ -]'?(?:\d{4}|\d{2})|\d{8}|\d{6}|\d{4}-\d{2}-\d{2})\b)");
    const auto& numbers = r.view.numbers();
    for (const auto& line : r.view.lines()) {
        if (line.digits < 3) continue;
        const std::string_view text(numbers.data(), line.end);
        for (auto at = line.start; at < line.end; ++at) {
            if (!isDigit(text[at]) || (at > 0 && isWordByte(text[at - 1])) || !mayBeDate(text, at)) continue;
            const auto end = date.endAt(numbers, at, line.end);
            if (end == at) continue;
            addBirthdate(r, line, at, end);
            at = end - 1;
        }
    }
}

}  // namespace redaction::detect
