#include "service/store/settings.h"

#include <charconv>

#include "service/store/sqlite/database.h"

namespace service::store {

std::optional<std::string> Settings::find(std::string_view name) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return row.text(); }, "SELECT value FROM setting WHERE name = $1", name);
    });
}

std::string Settings::get(std::string_view name, std::string_view otherwise) const {
    return find(name).value_or(std::string(otherwise));
}

int Settings::number(std::string_view name, int otherwise) const {
    const auto text = get(name, "");
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && failure == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

void Settings::set(std::string_view name, std::string_view value) {
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name, value);
    });
}

void Settings::remove(std::string_view name) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM setting WHERE name = $1", name); });
}

std::map<std::string, std::string> Settings::all() const {
    return database_.read([](Connection& c) {
        std::map<std::string, std::string> found;
        Statement statement(c, "SELECT name, value FROM setting");
        while (statement.step()) {
            Row row = statement.row();
            auto name = row.text();
            found[std::move(name)] = row.text();
        }
        return found;
    });
}

}  // namespace service::store
