// Rows as a file that a spreadsheet opens: UTF-8 with its mark, semicolons, and no cell that is taken for a formula.
#pragma once

#include <string>
#include <vector>

namespace service::web::view {

std::string csvOf(const std::vector<std::vector<std::string>>& rows);

}  // namespace service::web::view
