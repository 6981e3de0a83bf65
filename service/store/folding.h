// Names as they are searched: accents and capitals aside, other scripts in Latin letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace service::store {

std::string folded(std::string_view utf8);
std::vector<std::string> foldedWords(std::string_view utf8);
std::string likePattern(std::string_view foldedWord);  // %…%, with \ before what LIKE takes as a sign

}  // namespace service::store
