// Moments as stored (ISO 8601 UTC) and as people read them (Amsterdam, Dutch words).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "service/environment.h"

namespace service::casework {

using service::Date;
using service::Moment;

std::string dutchMoment(Moment moment);                      // "di 7 april 2026, 14:05"
std::string dutchMoment(const std::optional<Moment>& moment); // empty: none
std::string dutchDay(std::string_view isoDate);              // "7 april 2026"; empty for empty
std::string dutchCount(std::size_t number);                  // 1204 → "1.204"

}  // namespace service::casework
