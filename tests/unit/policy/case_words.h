// The words in which cases are written, and what they stand for in the program.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/unit/policy/case_file.h"

namespace cases {

// All throw std::invalid_argument with a Dutch sentence; the reader of the file adds file and line.
Expected readExpected(const std::string& words);                    // "lakken rechten van anderen (R10)"
std::string readKind(const std::string& word);                      // "telefoon" → "phone"
std::string readPerson(const Case& household, const std::string& word);   // id or called name → id
std::string readPartner(const Case& household, const std::string& word);  // "vt"
Date readDay(const std::string& iso);
Setting readHeading(const std::string& heading, const std::string& households);
void applyChange(Case& household, const std::string& change);       // "zonder gezag: vader"

std::string inDutch(const Expected& expected);
std::vector<std::string> wordsOf(const std::string& text);
std::string trimmed(const std::string& text);

}  // namespace cases
