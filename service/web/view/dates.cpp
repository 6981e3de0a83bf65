#include "service/web/view/dates.h"

#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <charconv>
#include <chrono>
#include <memory>
#include <optional>

namespace service::web::view {

namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::chrono::sys_days> dayFrom(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

std::string formatted(std::chrono::sys_seconds moment, const char* pattern, std::string_view language, const char* zone) {
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format(icu::UnicodeString(pattern), icu::Locale(language == "en" ? "en_GB" : "nl_NL"), status);
    if (U_FAILURE(status)) return {};
    format.adoptTimeZone(icu::TimeZone::createTimeZone(zone));
    icu::UnicodeString out;
    format.format(static_cast<UDate>(moment.time_since_epoch().count()) * 1000.0, out);
    std::string utf8;
    return out.toUTF8String(utf8);
}

}  // namespace

std::string dayInWords(std::string_view isoDay, std::string_view language) {
    const auto day = dayFrom(isoDay);
    if (!day || isoDay.size() != 10) return std::string(isoDay);
    return formatted(*day, "EEE d MMMM yyyy", language, "UTC");
}

std::string momentInWords(std::string_view isoMoment, std::string_view language) {
    const auto day = dayFrom(isoMoment);
    if (!day || isoMoment.size() < 16) return std::string(isoMoment);
    const auto hour = number(isoMoment.substr(11, 2)), minute = number(isoMoment.substr(14, 2));
    if (!hour || !minute) return std::string(isoMoment);
    const auto moment = std::chrono::sys_seconds(*day) + std::chrono::hours(*hour) + std::chrono::minutes(*minute);
    return formatted(moment, "EEE d MMMM yyyy, HH:mm", language, "Europe/Amsterdam");
}

}  // namespace service::web::view
