#include "service/web/field_checks.h"

#include <algorithm>

#include "redaction/household/household.h"

namespace service::web {

namespace {

using redaction::household::Date;

constexpr Date earliest = std::chrono::year{1900} / 1 / 1, latest = std::chrono::year{2199} / 12 / 31;
constexpr std::size_t longestMailAddress = 254;  // Basis: RFC 5321 section 4.5.3.1.3

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !isContinuation(c); }));
}

char32_t codePointAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0x80) return byte(0);
    if (byte(0) < 0xE0) return char32_t(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (byte(0) < 0xF0) return char32_t(byte(0) & 0x0F) << 12 | char32_t(byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return 0x10000;  // beyond what matters here
}

bool isHidden(char32_t sign, Input input) {
    if (input == Input::area && (sign == '\n' || sign == '\r' || sign == '\t')) return false;
    return sign < 32 || (sign >= 0x7F && sign <= 0x9F) || (sign >= 0x200E && sign <= 0x200F) || (sign >= 0x2028 && sign <= 0x202E) ||
           (sign >= 0x2066 && sign <= 0x2069) || sign == 0xFEFF;
}

std::string dayProblem(const Visit& visit, const Field& field, const std::string& value) {
    const auto day = redaction::household::parseDate(value);
    if (!day) return visit.say("check.no-date");
    if (*day < earliest || *day > latest) return visit.say("check.strange-year");
    const auto today = amsterdamDay(visit.site.office.environment.clock.now());
    return field.day == Day::notAfterToday && *day > today ? visit.say("check.in-future") : "";
}

std::string choiceProblem(const Visit& visit, const Field& field) {
    for (const auto& chosen : visit.sent.all(field.name))
        if (!chosen.empty() && std::none_of(field.options.begin(), field.options.end(), [&](const Option& option) { return option.first == chosen; }))
            return visit.say("check.not-offered");
    return {};
}

std::string textProblem(const Visit& visit, const Field& field, const std::string& value) {
    if (characters(value) > longestOf(field)) return visit.say("check.too-long", {{"most", static_cast<long>(longestOf(field))}});
    if (holdsHiddenSigns(value, field.input)) return visit.say("check.hidden-sign");
    return field.input == Input::email && !isMailAddress(value) ? visit.say("check.no-mail") : "";
}

std::string problemWith(const Visit& visit, const Field& field) {
    if (field.input == Input::password || field.input == Input::file || field.input == Input::box) return {};
    const auto value = visit.sent.get(field.name);
    if (value.empty()) return field.required == Required::yes ? visit.say("check.missing") : "";
    if (field.input == Input::date) return dayProblem(visit, field, value);
    const bool chooses = field.input == Input::select || field.input == Input::radios || field.input == Input::boxes;
    return chooses ? choiceProblem(visit, field) : textProblem(visit, field, value);
}

}  // namespace

bool holdsHiddenSigns(std::string_view text, Input input) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (!isContinuation(text[at]) && isHidden(codePointAt(text, at), input)) return true;
    return false;
}

bool isMailAddress(std::string_view text) {
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || text.size() > longestMailAddress || text.find('@', at + 1) != text.npos) return false;
    if (text.find_first_of(" \t,;:<>()[]\"\\") != text.npos) return false;
    const auto host = text.substr(at + 1);
    const auto dot = host.rfind('.');
    return dot != host.npos && dot > 0 && host.front() != '.' && host.size() - dot > 2 && host.find("..") == host.npos;
}

Errors checkFields(const Visit& visit, const std::vector<Field>& fields) {
    Errors errors;
    for (const auto& field : fields)
        if (auto words = problemWith(visit, field); !words.empty()) errors.emplace_back(field.name, std::move(words));
    return errors;
}

std::string lineOf(const Visit& visit, const Errors& errors) { return errors.empty() ? "" : visit.say("check.some-wrong", {{"count", static_cast<long>(errors.size())}}); }

}  // namespace service::web
