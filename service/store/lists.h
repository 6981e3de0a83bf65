// Lists of text as JSON arrays in a column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace service::store {

std::string toJsonList(const std::vector<std::string>& list);
std::vector<std::string> fromJsonList(std::string_view json);  // broken: not a list of text

}  // namespace service::store
