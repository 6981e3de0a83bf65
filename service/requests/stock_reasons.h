// Recognises reasons that would fit any file and therefore are none: "we keep it 20 years", "it may help in a future
// report", "children must be protected", "he knows it already". And what makes one a reason of this file: somebody in it, a
// day, a fact. What is said well enough remains for people to judge.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace service::requests {

enum class StockReason { retention, futureReport, childrenInGeneral, knownAlready };

// Absent: the text says something of its own, or nothing at all.
// Basis: RBNHO:2021:4235 (retention), RBNHO:2021:5101 and RBAMS:2023:137 (children in general), procedure P7 and P13
std::optional<StockReason> stockReason(std::string_view utf8);

// One person of this file: by name (`names`: those of its people), or by one place in the family ("de halfzus"). "De kinderen"
// is nobody. Basis: domain page redaction-rules, "who is the other"
bool namesSomeone(std::string_view utf8, const std::vector<std::string>& names);

// Says something that does not fit every file: words of its own and, where `anchored`, somebody of it or a day or number in it.
// A number of years to keep things is none.
// Basis: domain page redaction-rules: refused only with reasons from this file
enum class Anchor { needed, notNeeded };
bool isOfThisFile(std::string_view utf8, const std::vector<std::string>& names, Anchor anchor);

}  // namespace service::requests
