#include "service/store/holidays.h"

#include "service/store/sqlite/database.h"

namespace service::store {

void Holidays::add(const ExtraHoliday& holiday) {
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO extra_holiday (day, name) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET name = excluded.name",
            holiday.day, holiday.name);
    });
}

void Holidays::remove(const Date& day) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM extra_holiday WHERE day = $1", day); });
}

std::vector<ExtraHoliday> Holidays::all() const {
    return database_.read([](Connection& c) {
        return rows(c, [](Row& row) { return ExtraHoliday{row.date(), row.text()}; },
                    "SELECT day, name FROM extra_holiday ORDER BY day");
    });
}

}  // namespace service::store
