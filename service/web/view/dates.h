// Days and moments in words, in the language of the screen: "di 7 april 2026", "tue 7 April 2026, 14:05".
#pragma once

#include <string>
#include <string_view>

namespace service::web::view {

// isoDay: YYYY-MM-DD; anything else comes back as it is.
std::string dayInWords(std::string_view isoDay, std::string_view language);
// isoMoment: ISO 8601 UTC; told in Amsterdam time.
std::string momentInWords(std::string_view isoMoment, std::string_view language);

}  // namespace service::web::view
