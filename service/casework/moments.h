// Moments as stored (ISO 8601 UTC) and as people read them (Amsterdam, Dutch words).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "redaction/household/household.h"

namespace service::casework {

using Moment = std::chrono::sys_seconds;
using Date = redaction::household::Date;

std::string toIso(Moment moment);                            // 2026-04-07T12:05:00Z
std::optional<Moment> momentFrom(std::string_view iso);      // fractions of a second are dropped
Date amsterdamDay(Moment moment);
std::string dutchMoment(Moment moment);                      // "di 7 april 2026, 14:05"
std::string dutchMoment(std::string_view iso);               // empty for empty or not a moment
std::string dutchDay(std::string_view isoDate);              // "7 april 2026"; empty for empty
std::string dutchCount(std::size_t number);                  // 1204 → "1.204"

}  // namespace service::casework
