// Fields of a form as the template part `field` shows them: label, hint, error, value. Not validation: casework judges.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/web/visit.h"

namespace service::web {

enum class Input { text, date, email, password, area, select, box, radios, boxes, file };
enum class Required { yes, no };
enum class Day { any, notAfterToday };  // of a date field

using Option = std::pair<std::string, std::string>;  // value, words

struct Field {
    std::string name, label;  // label: in the reader's language
    Input input = Input::text;
    Required required = Required::no;
    std::string hint = {};
    std::vector<Option> options = {};
    std::string autocomplete = "off";
    Day day = Day::any;
    std::size_t longest = 0;  // characters; 0: what is usual for its kind
};

inline constexpr std::size_t longestLine = 300, longestArea = 4000;  // characters
std::size_t longestOf(const Field& field);

// Values come from `sent` (what was typed, or what is stored, as fields). errors: field name to words.
using Errors = std::vector<std::pair<std::string, std::string>>;
Data fieldsData(const std::vector<Field>& fields, const Sent& sent, const Errors& errors = {}, std::string_view idPrefix = "");

// A select's options with a first one that says to choose.
std::vector<Option> withNone(std::string words, std::vector<Option> options);

}  // namespace service::web
