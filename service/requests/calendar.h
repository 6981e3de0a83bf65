// Calendar days of law: Dutch public holidays of any year, month arithmetic, working days. No time of day and no time
// zone: every date is an Amsterdam civil date, so daylight-saving changes cannot shift it.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace service::requests {

using Date = std::chrono::year_month_day;

struct Holiday {
    Date day;
    std::string name;  // Dutch
};

Date easterSunday(std::chrono::year year);  // Gregorian
// The days of the Algemene termijnenwet art. 3, computed; ordered by day.
std::vector<Holiday> publicHolidays(std::chrono::year year);

Date addDays(const Date& day, int days);
Date addMonths(const Date& day, std::chrono::months months);  // no such day: the last of that month
int daysBetween(const Date& from, const Date& to);            // to - from
std::string toIso(const Date& day);                           // 2026-04-07
std::optional<Date> parseIso(std::string_view text);          // absent: not a valid YYYY-MM-DD
std::string dutchDate(const Date& day);                       // "di 7 april 2026"
std::string longDutchDate(const Date& day);                   // "7 april 2026", for letters
std::string longEnglishDate(const Date& day);                 // "7 April 2026"
std::string dutchWeekday(const Date& day);                    // "dinsdag"

class Calendar {
  public:
    // `extra`: days the Crown equates with holidays, or a region's own table.
    explicit Calendar(std::vector<Holiday> extra = {});

    std::optional<std::string> holidayOn(const Date& day) const;  // its Dutch name
    bool isWorkingDay(const Date& day) const;
    // Why nothing can end on this day: "zaterdag", "Goede Vrijdag"; absent on a working day.
    std::optional<std::string> whyClosed(const Date& day) const;
    Date rollForward(const Date& day) const;                   // this day, or the next working day
    Date moveWorkingDays(const Date& day, int days) const;     // negative: backwards; never counts `day` itself

  private:
    std::map<std::chrono::sys_days, std::string> extra_;
};

}  // namespace service::requests
