// A prepared statement with its values, and the row it stands on. Placeholders are $1, $2, … in order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/sqlite/connection.h"

namespace service::store {

// Reads the columns of one row from left to right. Valid until the statement steps on.
class Row {
  public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
    std::string text();  // NULL: empty
    std::optional<std::string> optionalText();
    long long number();
    int integer() { return int(number()); }
    std::optional<int> optionalInteger();
    bool flag() { return number() != 0; }
    double real();
    Moment moment();  // throws StoreError broken when it is none
    std::optional<Moment> optionalMoment();
    Date date();
    std::optional<Date> optionalDate();

  private:
    sqlite3_stmt* statement_;
    int column_ = 0;
};

class Statement {
  public:
    template <class... Values>
    Statement(Connection& connection, std::string sql, const Values&... values)
        : connection_(connection), sql_(std::move(sql)), statement_(connection.take(sql_)) {
        (bind(values), ...);
    }
    ~Statement() { connection_.giveBack(sql_, statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    bool step();  // true: on a row
    Row row() { return Row(statement_); }
    int changes() const { return sqlite3_changes(sqlite3_db_handle(statement_)); }

  private:
    int nextIndex();
    void check(int code);
    void bind(std::string_view text);
    void bind(const std::string& text) { bind(std::string_view(text)); }
    void bind(const char* text) { bind(std::string_view(text)); }
    void bind(long long number);
    void bind(int number) { bind(static_cast<long long>(number)); }
    void bind(std::size_t number) { bind(static_cast<long long>(number)); }
    void bind(bool flag) { bind(flag ? 1LL : 0LL); }
    void bind(double number);
    void bind(Moment moment);
    void bind(const Date& date);
    template <class Value>
    void bind(const std::optional<Value>& value) {
        if (value) bind(*value);
        else check(sqlite3_bind_null(statement_, nextIndex()));
    }

    Connection& connection_;
    std::string sql_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
};

// Runs to the end; how many rows changed.
template <class... Values>
int run(Connection& connection, std::string sql, const Values&... values) {
    Statement statement(connection, std::move(sql), values...);
    while (statement.step()) {
    }
    return statement.changes();
}

// All rows through `read(Row&)`.
template <class Read, class... Values>
auto rows(Connection& connection, const Read& read, std::string sql, const Values&... values) {
    Statement statement(connection, std::move(sql), values...);
    std::vector<decltype(read(std::declval<Row&>()))> found;
    while (statement.step()) {
        Row row = statement.row();
        found.push_back(read(row));
    }
    return found;
}

// The first row, or absent.
template <class Read, class... Values>
auto firstRow(Connection& connection, const Read& read, std::string sql, const Values&... values) {
    Statement statement(connection, std::move(sql), values...);
    std::optional<decltype(read(std::declval<Row&>()))> found;
    if (statement.step()) {
        Row row = statement.row();
        found = read(row);
    }
    return found;
}

template <class... Values>
long long numberFrom(Connection& connection, std::string sql, const Values&... values) {
    Statement statement(connection, std::move(sql), values...);
    return statement.step() ? statement.row().number() : 0;
}

// An empty text becomes NULL: for columns that refer to another table.
std::optional<std::string> orNull(const std::string& text);

}  // namespace service::store
