// Numbers of a workbook as its formats show them, in Dutch: 14-03-2025, 1.250,50, 012345678.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace redaction::document::xlsx {

enum class DateSystem { from1900, from1904 };

std::string builtInFormat(int id);  // "General" where the standard leaves it open

bool showsNothing(std::string_view format);  // ";;;"

// value: as the file writes it, such as "45730.5". What is not a number is given back as it is.
std::string formatNumber(const std::string& value, std::string_view format, DateSystem dates);

}  // namespace redaction::document::xlsx
