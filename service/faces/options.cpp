#include "service/faces/options.h"

#include <algorithm>
#include <charconv>

namespace service::faces {

Options::Options(const Arguments& arguments, const std::vector<std::string_view>& withValue, const std::vector<std::string_view>& switches) {
    const auto isIn = [](const std::vector<std::string_view>& list, const std::string& name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (isIn(switches, arguments[at])) given_.emplace_back(arguments[at], "");
        else if (isIn(withValue, arguments[at]) && at + 1 < arguments.size()) given_.emplace_back(arguments[at], arguments[at + 1]), ++at;
        else throw WrongOptions("onbekende of onvolledige optie: " + arguments[at]);
    }
}

std::optional<std::string> Options::find(std::string_view name) const {
    for (const auto& [given, value] : given_)
        if (given == name) return value;
    return std::nullopt;
}

std::vector<std::string> Options::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [given, value] : given_)
        if (given == name) values.push_back(value);
    return values;
}

std::string Options::get(std::string_view name, std::string_view otherwise) const { return find(name).value_or(std::string(otherwise)); }

std::string Options::require(std::string_view name) const {
    const auto value = find(name);
    if (!value || value->empty()) throw WrongOptions("optie ontbreekt: " + std::string(name));
    return *value;
}

int Options::number(std::string_view name, int otherwise, int most) const {
    const auto value = find(name);
    if (!value) return otherwise;
    int number = 0;
    const auto [end, failure] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (failure != std::errc() || end != value->data() + value->size() || number < 0 || number > most)
        throw WrongOptions("geen geldig getal bij " + std::string(name));
    return number;
}

std::optional<Moment> Options::moment(std::string_view name) const {
    const auto given = find(name);
    if (!given) return std::nullopt;
    try {
        return momentFromIso(*given);
    } catch (const std::invalid_argument&) {
        throw WrongOptions(std::string(name) + " vraagt een moment zoals 2026-03-05T08:00:00Z");
    }
}

bool Options::has(std::string_view name) const { return find(name).has_value(); }

}  // namespace service::faces
