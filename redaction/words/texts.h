// The files of templates/words as they were when this was built.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace redaction::words {

const std::map<std::string, std::string_view>& texts();  // file name without ".txt" → text

}  // namespace redaction::words
