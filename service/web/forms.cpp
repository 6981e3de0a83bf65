#include "service/web/forms.h"

#include <algorithm>

namespace service::web {

namespace {

std::string_view typeOf(Input input) {
    switch (input) {
        case Input::date: return "date";
        case Input::email: return "email";
        case Input::password: return "password";
        default: return "text";
    }
}

std::string_view widthOf(Input input) {
    if (input == Input::date) return "field--short";
    return input == Input::area ? "field--wide" : "";
}

std::string errorOf(const Errors& errors, const std::string& name) {
    for (const auto& [field, words] : errors)
        if (field == name) return words;
    return {};
}

Data optionsData(const Field& field, const Sent& sent, const std::string& id) {
    auto list = Data::array();
    const auto chosen = sent.all(field.name);
    for (const auto& [value, words] : field.options)
        list.push_back({{"value", value.empty() ? Data("") : Data(value)}, {"words", words}, {"option_id", id + "-" + std::to_string(list.size())},
                        {"option_name", field.name}, {"input_type", field.input == Input::radios ? "radio" : "checkbox"},
                        {"selected", std::find(chosen.begin(), chosen.end(), value) != chosen.end()}});
    return list;
}

std::string describedBy(const Field& field, const std::string& error, const std::string& id) {
    std::string ids = field.hint.empty() ? "" : id + "-hint";
    if (!error.empty()) ids += (ids.empty() ? "" : " ") + id + "-error";
    return ids;
}

Data fieldData(const Field& field, const Sent& sent, const Errors& errors, std::string_view idPrefix) {
    const auto id = std::string(idPrefix) + field.name;
    const auto error = errorOf(errors, field.name);
    const bool box = field.input == Input::box, group = field.input == Input::radios || field.input == Input::boxes;
    const bool plain = field.input == Input::text || field.input == Input::date || field.input == Input::email || field.input == Input::password;
    return {{"id", id}, {"name", field.name}, {"label", field.label}, {"hint", field.hint}, {"error", error},
            {"value", field.input == Input::password ? "" : sent.raw(field.name)}, {"type", typeOf(field.input)},
            {"width", widthOf(field.input)}, {"autocomplete", field.autocomplete}, {"required", field.required == Required::yes},
            {"optional", !box && !group && field.required == Required::no}, {"described", describedBy(field, error, id)},
            {"longest", std::to_string(longestOf(field))}, {"is_limited", plain && field.input != Input::date && field.input != Input::password},
            {"checked", sent.has(field.name)}, {"options", optionsData(field, sent, id)},
            {"is_box", box}, {"is_group", group}, {"is_line", !box && !group}, {"is_input", plain},
            {"is_area", field.input == Input::area}, {"is_select", field.input == Input::select}, {"is_file", field.input == Input::file}};
}

}  // namespace

std::size_t longestOf(const Field& field) {
    if (field.longest) return field.longest;
    return field.input == Input::area ? longestArea : longestLine;
}

Data fieldsData(const std::vector<Field>& fields, const Sent& sent, const Errors& errors, std::string_view idPrefix) {
    auto list = Data::array();
    for (const auto& field : fields) list.push_back(fieldData(field, sent, errors, idPrefix));
    return list;
}

std::vector<Option> withNone(std::string words, std::vector<Option> options) {
    options.insert(options.begin(), {"", std::move(words)});
    return options;
}

}  // namespace service::web
