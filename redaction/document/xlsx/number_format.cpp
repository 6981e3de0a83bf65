#include "redaction/document/xlsx/number_format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

namespace redaction::document::xlsx {
namespace {

constexpr double lastDay = 2958465;  // 31-12-9999
constexpr int maxDecimals = 15, secondsPerDay = 86400;

// A format without quotes and colours: each sign is a placeholder, or a literal.
struct Sign {
    char placeholder = 0;  // 0: literal
    std::string literal;
};

// [$€-413] shows €; [h] counts hours beyond a day; [Red], [>100] show nothing.
std::size_t readBracket(std::string_view format, std::size_t at, std::vector<Sign>& signs) {
    const auto end = std::min(format.find(']', at), format.size());
    const std::string_view inside = format.substr(at + 1, end - std::min(end, at + 1));
    if (!inside.empty() && inside.front() == '$') signs.push_back({0, std::string(inside.substr(1, inside.find('-') - 1))});
    else if (inside == "h" || inside == "hh" || inside == "m" || inside == "mm" || inside == "s" || inside == "ss") signs.push_back({'H', {}});
    return end;
}

std::vector<Sign> signsOf(std::string_view format) {
    std::vector<Sign> signs;
    for (std::size_t at = 0; at < format.size() && format[at] != ';'; ++at) {
        const char c = format[at];
        if (c == '"') {
            const auto end = std::min(format.find('"', at + 1), format.size());
            signs.push_back({0, std::string(format.substr(at + 1, end - at - 1))});
            at = end;
        } else if (c == '[') {
            at = readBracket(format, at, signs);
        } else if (c == '\\' && at + 1 < format.size()) {
            signs.push_back({0, std::string(1, format[++at])});
        } else if ((c == '_' || c == '*') && at + 1 < format.size()) {
            ++at;  // room, or a sign that fills the cell
        } else if (std::string_view("0#?.,%EeyYmMdDhHsS@").find(c) != std::string_view::npos) {
            signs.push_back({c, {}});
        } else {
            signs.push_back({0, std::string(1, c)});
        }
    }
    return signs;
}

bool has(const std::vector<Sign>& signs, std::string_view any) {
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) { return sign.placeholder != 0 && any.find(sign.placeholder) != std::string_view::npos; });
}

std::string printed(const char* pattern, auto... values) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), pattern, values...);
    return text.data();
}

std::string general(double number) {
    std::string text = printed("%.15g", number);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string dateAndTime(double number, const std::vector<Sign>& signs, DateSystem dates) {
    if (dates == DateSystem::from1904) number += 1462;
    if (number < 0 || number > lastDay) return general(number);
    long days = long(number), seconds = std::lround((number - double(days)) * secondsPerDay);
    if (seconds == secondsPerDay) ++days, seconds = 0;
    const bool counted = has(signs, "H") && !has(signs, "ydYD"), time = has(signs, "hHsS"), date = has(signs, "ydYD") || !time;
    std::string text;
    if (date) {
        const std::chrono::sys_days start = std::chrono::year{1899} / 12 / (days < 60 ? 31 : 30);  // the calendar of 1900 has a 29 February
        const std::chrono::year_month_day day{start + std::chrono::days{days}};
        text = printed("%02u-%02u-%04d", unsigned(day.day()), unsigned(day.month()), int(day.year()));
    }
    if (!time || (date && seconds == 0 && !counted)) return text;
    const long hours = seconds / 3600 + (counted ? 24 * days : 0);
    text += (date ? " " : "") + printed("%02ld:%02ld", hours, seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + printed(":%02ld", seconds % 60);
}

std::string grouped(std::string digits) {
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, '.');
    return digits;
}

bool isDigitSign(const Sign& sign) { return sign.placeholder == '0' || sign.placeholder == '#' || sign.placeholder == '?'; }

// Digits from the right into their places; what is left goes before the first place. "00-00000000": 06-12345678.
std::string filled(const std::vector<Sign>& signs, std::size_t end, std::string digits) {
    std::string out;
    std::size_t first = 0;
    while (first < end && !isDigitSign(signs[first])) ++first;
    for (std::size_t at = end; at > 0; --at) {
        const Sign& sign = signs[at - 1];
        if (sign.placeholder == 0) out.insert(0, sign.literal);
        if (!isDigitSign(sign)) continue;
        if (at - 1 == first && !digits.empty()) out.insert(0, std::exchange(digits, {}));
        else if (!digits.empty()) out.insert(0, 1, digits.back()), digits.pop_back();
        else if (sign.placeholder == '0') out.insert(0, 1, '0');
    }
    return out;
}

std::string fixed(double number, const std::vector<Sign>& signs) {
    const auto point = std::find_if(signs.begin(), signs.end(), [](const Sign& sign) { return sign.placeholder == '.'; });
    const auto places = std::count_if(point, signs.end(), isDigitSign);
    const int decimals = int(std::min<std::ptrdiff_t>(places, maxDecimals));
    const std::string all = printed("%.*f", decimals, std::fabs(number) * (has(signs, "%") ? 100 : 1));
    std::string whole = all.substr(0, all.find('.')), fraction = all.find('.') == all.npos ? "" : all.substr(all.find('.') + 1);
    if (whole == "0" && places > 0 && std::none_of(signs.begin(), point, [](const Sign& sign) { return sign.placeholder == '0'; })) whole.clear();
    const bool separated = std::any_of(signs.begin(), point, [](const Sign& sign) { return sign.placeholder == ','; });
    std::string text;
    const auto end = std::size_t(point - signs.begin());
    if (separated) {
        for (std::size_t at = 0; at < end && !isDigitSign(signs[at]); ++at) text += signs[at].literal;
        text += grouped(whole);
    } else {
        text = filled(signs, end, whole);
    }
    if (!fraction.empty()) text += "," + fraction;
    bool behind = point != signs.end();
    for (std::size_t at = 0; at < signs.size(); ++at) {
        if (signs[at].placeholder == '%') text += "%";
        else if (signs[at].placeholder == 0 && (at > end || (separated && behind == false && at > 0 && isDigitSign(signs[at - 1])))) text += signs[at].literal;
    }
    return (number < 0 ? "-" : "") + text;
}

}  // namespace

std::string builtInFormat(int id) {  // ECMA-376 part 1, 18.8.30
    static const std::map<int, std::string> formats = {
        {1, "0"}, {2, "0.00"}, {3, "#,##0"}, {4, "#,##0.00"}, {5, "\"\u20AC \"#,##0"}, {6, "\"\u20AC \"#,##0"}, {7, "\"\u20AC \"#,##0.00"}, {8, "\"\u20AC \"#,##0.00"},
        {9, "0%"}, {10, "0.00%"}, {37, "#,##0"}, {38, "#,##0"}, {39, "#,##0.00"}, {40, "#,##0.00"}, {41, "#,##0"}, {42, "\"\u20AC \"#,##0"}, {43, "#,##0.00"},
        {44, "\"\u20AC \"#,##0.00"}, {18, "h:mm"}, {19, "h:mm:ss"}, {20, "h:mm"}, {21, "h:mm:ss"}, {22, "d-m-yyyy h:mm"}, {45, "mm:ss"}, {46, "[h]:mm:ss"}, {47, "mm:ss"}, {49, "@"}};
    const auto found = formats.find(id);
    if (found != formats.end()) return found->second;
    return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "d-m-yyyy" : "General";
}

bool showsNothing(std::string_view format) { return format.size() >= 3 && format.find_first_not_of(';') == format.npos; }

std::string formatNumber(const std::string& value, std::string_view format, DateSystem dates) {
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    if (value.empty() || *end != 0 || !std::isfinite(number)) return value;
    if (format.substr(0, 7) == "General" || std::fabs(number) > 1e15) return general(number);
    const auto signs = signsOf(format);
    if (has(signs, "ymdhsYMDHS")) return dateAndTime(number, signs, dates);
    if (!has(signs, "0#?") || has(signs, "Ee@")) return general(number);
    return fixed(number, signs);
}

}  // namespace redaction::document::xlsx
