// The law of terms a second time, as one would count on a wall calendar: a list of days, walked one by one. It shares no
// code with service/requests, uses no chrono, and knows Easter from a printed table.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace naive {

// A day is a place on the wall: an index into the calendar.
struct WallDay {
    int year, month, day, weekday;  // weekday: 1 Monday … 7 Sunday
    bool closed;
};

class Wall {
  public:
    Wall() {
        static constexpr int lengths[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        int weekday = 1;  // 1 January 2024 was a Monday
        for (int year = 2024; year < 2038; ++year)
            for (int month = 1; month <= 12; ++month)
                for (int day = 1; day <= lengths[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0); ++day, weekday = weekday % 7 + 1) {
                    index_[{year, month, day}] = static_cast<int>(days_.size());
                    days_.push_back({year, month, day, weekday, weekday > 5});
                }
        hangHolidays();
    }

    const WallDay& at(int place) const { return days_.at(static_cast<std::size_t>(place)); }
    int find(int year, int month, int day) const { return index_.at({year, month, day}); }
    int open(int place) const {
        while (at(place).closed) ++place;
        return place;
    }
    std::string iso(int place) const {
        const auto& day = at(place);
        const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day);
    }
    // Turn `months` leaves; on the last, walk to the day with the same number, or stop at the last of the month.
    int monthsOn(int place, int months) const {
        const int number = at(place).day;
        for (; months > 0; --months)
            do ++place;
            while (at(place).day != 1);
        while (at(place).day < number && at(place + 1).day != 1) ++place;
        return place;
    }

  private:
    void hangHolidays() {
        struct Printed {
            int year, month, day;
        };
        static constexpr Printed easters[]{{2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5}, {2027, 3, 28}, {2028, 4, 16}, {2029, 4, 1}, {2030, 4, 21},
                                           {2031, 4, 13}, {2032, 3, 28}, {2033, 4, 17}, {2034, 4, 9}, {2035, 3, 25}, {2036, 4, 13}, {2037, 4, 5}};
        for (const auto& it : easters) {
            const int easter = find(it.year, it.month, it.day);
            for (const int place : {easter - 2, easter + 1, easter + 39, easter + 50, find(it.year, 1, 1), find(it.year, 5, 5), find(it.year, 12, 25), find(it.year, 12, 26)})
                days_[static_cast<std::size_t>(place)].closed = true;
            const int kings = find(it.year, 4, 27);
            days_[static_cast<std::size_t>(at(kings).weekday == 7 ? kings - 1 : kings)].closed = true;
        }
    }
    std::vector<WallDay> days_;
    std::map<std::vector<int>, int> index_;
};

struct Pause {
    int asked, answered;  // answered: the first day that counts again
};

// Crosses off the paused days on a copy of the wall, in order of asking, and moves the raw end by as many.
inline int endAfter(const Wall& wall, int received, int raw, std::vector<Pause> pauses) {
    std::vector<bool> crossed(static_cast<std::size_t>(raw) + 2000, false);
    int count = 0;
    for (std::size_t done = 0; done < pauses.size(); ++done) {
        std::size_t next = done;
        for (std::size_t other = done; other < pauses.size(); ++other)
            if (pauses[other].asked < pauses[next].asked) next = other;
        std::swap(pauses[done], pauses[next]);
        const auto& pause = pauses[done];
        if (pause.asked < received || pause.asked > wall.open(raw + count)) continue;
        for (int day = pause.asked; day < pause.answered; ++day)
            if (!crossed.at(static_cast<std::size_t>(day))) crossed[static_cast<std::size_t>(day)] = true, ++count;
    }
    return wall.open(raw + count);
}

struct Answer {
    int first, due;
    bool extended;
};
inline Answer decide(const Wall& wall, int received, const std::vector<Pause>& pauses, std::optional<int> told, std::optional<int> promisedDays) {
    Answer answer{endAfter(wall, received, wall.monthsOn(received, 1), pauses), 0, false};
    answer.extended = told && *told >= received && *told <= answer.first;
    answer.due = answer.extended ? endAfter(wall, received, wall.monthsOn(received, 3), pauses) : answer.first;
    if (promisedDays) answer.due = std::min(answer.due, endAfter(wall, received, received + *promisedDays, pauses));
    return answer;
}

}  // namespace naive
