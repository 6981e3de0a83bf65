// Holds a letter template against its list of fields, when it is loaded, and a letter's values against the same list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace service::letters {

// fields: {"name": {"says": "…", "kind": "text|flag|list", "optional": true, "fields": {…}}}. A list without `fields`
// holds texts, written {{.}}. Returns what is wrong, in Dutch; empty: the template holds.
std::vector<std::string> checkTemplate(std::string_view text, const nlohmann::json& fields);

// The same list against the values of one letter: unknown, missing, empty, or of another kind.
std::vector<std::string> checkValues(const nlohmann::json& values, const nlohmann::json& fields, const std::string& place = {});

// Fills a checked template; every value is escaped. Control characters in values become spaces.
std::string fillTemplate(const std::string& text, const nlohmann::json& values);

}  // namespace service::letters
