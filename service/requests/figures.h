// Counting for the management overview: what is in time and what is late, per partner, right and quarter, without any count
// small enough to point at a family, also not by subtracting one shown figure from another. Pure.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "service/requests/calendar.h"

namespace service::requests {

// One part of a request (one right towards one controller, or several that decide together).
struct CountedCase {
    std::string right;
    std::vector<std::string> partners;           // counts once with each
    Date received, due;
    std::optional<Date> decided;                 // absent: still open
    bool paused = false;                         // today
    std::string lateCause;                       // of one that was decided late
    std::map<std::string, std::size_t> grounds;  // on which was withheld; under a right by points: what was answered, see groundOf
    std::string answer = {};                     // of one that was decided: granted, partly, refused, not-taken-up; another counts as other-answer
    bool handedOn = false;                       // to who decides on it: counted there
};

enum class Outcome { decidedInTime, decidedLate, openInTime, openLate, paused };
inline constexpr std::size_t outcomeCount = 5;
const char* codeOf(Outcome outcome);  // decided-in-time, decided-late, open-in-time, open-late, paused
Outcome outcomeOf(const CountedCase& one, const Date& today);

// An answer that grants not all of a point, under its right: "erasure/interest-refused".
std::string groundOf(std::string_view right, std::string_view choice);

struct TableRow {
    std::string id;
    std::vector<std::size_t> cells;
};
struct Table {
    std::string id;                    // partner, right, quarter, cause, ground
    std::vector<std::string> columns;
    std::vector<TableRow> rows;
};

struct ShownRow {
    std::string id;
    std::vector<std::optional<std::size_t>> cells;  // absent: not shown
    std::optional<std::size_t> total;
};
struct ShownTable {
    std::string id;
    std::vector<std::string> columns;
    std::vector<ShownRow> rows;
    ShownRow all;
    std::size_t notShown = 0;  // cells
};

inline constexpr std::size_t leastShown = 5;

// Of one calendar year by day of receipt: tables whose columns are the outcomes. They add up to the same whole.
std::vector<Table> tablesOf(const std::vector<CountedCase>& cases, int year, const Date& today);
Table lateCausesOf(const std::vector<CountedCase>& cases, int year, const Date& today);
// In how many cases a ground was used. Of a right of which some answer is a small count, only the right itself: beside how its
// cases ended the others would tell that count.
Table groundsOf(const std::vector<CountedCase>& cases, int year);
std::set<int> yearsOf(const std::vector<CountedCase>& cases);

// How it ended, per right. Only of rights whose decided ones are shown in the table of rights: what is hidden there would
// stand here as a total.
Table answersOf(const std::vector<CountedCase>& cases, int year, const Date& today, const std::set<std::string>& rights);
std::set<std::string> rightsWithDecidedShown(const ShownTable& byRight);
// Why late, per right; only where no right's late ones are hidden, for the same reason. Absent: some are.
std::optional<Table> lateCausesByRightOf(const std::vector<CountedCase>& cases, int year, const Date& today, const ShownTable& byRight);

// Counts from 1 up to leastShown are not shown, nor what would tell them: in every row and column, total included, at
// least two are hidden or none, and the hidden ones together are no small count either. Tables given together share the
// whole: what is hidden there is hidden in each.
// Basis: AVG art. 5(1)(c), overweging 26: a count of a few in one region is about people
// Whole::hidden: what they add up to stands hidden in another table, and must not be told here.
enum class Whole { shown, hidden };
std::vector<ShownTable> withoutSmallCounts(const std::vector<Table>& tables, Whole whole = Whole::shown);

}  // namespace service::requests
