#include "service/store/sqlite/statement.h"

#include "redaction/household/household.h"
#include "service/store/error.h"

namespace service::store {

namespace {

[[noreturn]] void unreadable() { throw StoreError(ErrorKind::broken, "een datum in het gegevensbestand is onleesbaar"); }

Moment momentOrThrow(const std::string& text) try {
    return momentFromIso(text);
} catch (const std::invalid_argument&) {
    unreadable();
}

Date dateOrThrow(const std::string& text) {
    const auto date = redaction::household::parseDate(text);
    if (!date) unreadable();
    return *date;
}

}  // namespace

std::string Row::text() { return optionalText().value_or(std::string()); }

std::optional<std::string> Row::optionalText() {
    const int column = column_++;
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return std::string(text, std::size_t(sqlite3_column_bytes(statement_, column)));
}

long long Row::number() { return sqlite3_column_int64(statement_, column_++); }

std::optional<int> Row::optionalInteger() {
    const int column = column_++;
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
    return sqlite3_column_int(statement_, column);
}

double Row::real() { return sqlite3_column_double(statement_, column_++); }

Moment Row::moment() { return momentOrThrow(text()); }

std::optional<Moment> Row::optionalMoment() {
    const auto text = optionalText();
    return text ? std::optional(momentOrThrow(*text)) : std::nullopt;
}

Date Row::date() { return dateOrThrow(text()); }

std::optional<Date> Row::optionalDate() {
    const auto text = optionalText();
    return text ? std::optional(dateOrThrow(*text)) : std::nullopt;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(code);
    return false;
}

// In SQLite $1 is a name, not a position: the same text serves PostgreSQL, where it is a position.
int Statement::nextIndex() {
    const auto name = "$" + std::to_string(++bound_);
    const int index = sqlite3_bind_parameter_index(statement_, name.c_str());
    if (index == 0) throw StoreError(ErrorKind::broken, "opdracht zonder plaats voor waarde " + name);
    return index;
}

void Statement::check(int code) {
    if (code != SQLITE_OK) connection_.fail(code);
}

void Statement::bind(std::string_view text) {
    const char* start = text.data() ? text.data() : "";  // a null pointer would bind NULL
    check(sqlite3_bind_text64(statement_, nextIndex(), start, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(long long number) { check(sqlite3_bind_int64(statement_, nextIndex(), number)); }

void Statement::bind(double number) { check(sqlite3_bind_double(statement_, nextIndex(), number)); }

void Statement::bind(Moment moment) { bind(toIso(moment)); }

void Statement::bind(const Date& date) { bind(redaction::household::toIso(date)); }

std::optional<std::string> orNull(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace service::store
