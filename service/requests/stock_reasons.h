// Recognises reasons that would fit any file and therefore are none: "we keep it 20 years", "it may help in a future
// report", "children must be protected", "he knows it already".
#pragma once

#include <optional>
#include <string_view>

namespace service::requests {

enum class StockReason { retention, futureReport, childrenInGeneral, knownAlready };

// Absent: the text says something of its own, or nothing at all.
// Basis: RBNHO:2021:4235 (retention), RBNHO:2021:5101 and RBAMS:2023:137 (children in general), procedure P7 and P13
std::optional<StockReason> stockReason(std::string_view utf8);

}  // namespace service::requests
