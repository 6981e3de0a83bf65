#include "service/environment.h"

#include <sodium.h>

#include <cstdio>
#include <stdexcept>

namespace service {

using namespace std::chrono;

Moment SystemClock::now() const { return floor<seconds>(system_clock::now()); }

ShiftedClock::ShiftedClock(Moment startsAt) : shift_(startsAt - std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())) {}

Moment ShiftedClock::now() const { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + shift_; }

SodiumRandom::SodiumRandom() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium start niet");
}

void SodiumRandom::fill(std::span<unsigned char> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

// 130 random bits in base 32 (no i, l, o, u: easily misread).
std::string RandomId::make() {
    constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    unsigned char bytes[26];
    random_.fill(bytes);
    std::string id;
    for (const unsigned char byte : bytes) id += digits[byte % 32];
    return id;
}

Moment FixedClock::now() const {
    const std::lock_guard lock(mutex_);
    return now_;
}

void FixedClock::moveTo(Moment now) {
    const std::lock_guard lock(mutex_);
    now_ = now;
}

void FixedClock::advance(seconds by) {
    const std::lock_guard lock(mutex_);
    now_ += by;
}

std::string CountingId::make() {
    const std::lock_guard lock(mutex_);
    char text[24];
    std::snprintf(text, sizeof text, "id-%06zu", ++count_);
    return text;
}

// Basis: Richtlijn 2000/84/EG: from the last Sunday of March to the last Sunday of October, changing at 01:00 UTC.
local_seconds amsterdamTime(Moment moment) {
    const auto changeIn = [&](month inMonth) {
        const auto inYear = year_month_day(floor<days>(moment)).year();
        return sys_days(inYear / inMonth / Sunday[last]) + hours(1);
    };
    const bool isSummer = moment >= changeIn(March) && moment < changeIn(October);
    return local_seconds(moment.time_since_epoch() + hours(isSummer ? 2 : 1));
}

Date amsterdamDay(Moment moment) { return year_month_day(floor<days>(amsterdamTime(moment))); }

std::string toIso(Moment moment) {
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()),
                  int(time.seconds().count()));
    return text;
}

Moment momentFromIso(const std::string& text) {
    int y = 0, hour = 0, minute = 0, second = 0, used = 0;
    unsigned m = 0, d = 0;
    const int fields = std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &y, &m, &d, &hour, &minute, &second, &used);
    const year_month_day date{year(y), month(m), day(d)};
    if (fields != 6 || used != 20 || text.size() != 20 || !date.ok() || hour > 23 || minute > 59 || second > 59)
        throw std::invalid_argument("not a moment");
    return sys_days(date) + hours(hour) + minutes(minute) + seconds(second);
}

}  // namespace service
