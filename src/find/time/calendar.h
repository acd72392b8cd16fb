// SPDX-License-Identifier: Apache-2.0
// Stretches of the Gregorian calendar as TIMEX3 writes them: "2024-05-11", "2024-W34-WE", "2024-Q2", "2024-SP", "199".
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "doc/source_text.h"

namespace kilde::find::times {

using Day = std::chrono::sys_days;

enum class Grain : std::uint8_t { kDay, kWeek, kWeekend, kMonth, kQuarter, kHalf, kSeason, kYear, kDecade, kCentury };

Day day_of(const doc::Date& date);
doc::Date date_of(Day day);
// Nothing when there is no such day ("30 February").
std::optional<Day> make_day(int year, int month, int day);
int year_of(Day day);
int month_of(Day day);
int weekday_of(Day day);  // 1 Monday .. 7 Sunday
Day easter(int year);     // Easter Sunday, Gregorian

// The stretch of one grain that holds a day, named by its first day.
struct Stretch {
  Grain grain = Grain::kDay;
  Day first;

  static Stretch holding(Grain grain, Day day);
  // The stretch n of its own grain later; a season counts three months.
  Stretch shifted(int n) const;
  Day last() const;
  std::string value() const;
  bool operator==(const Stretch&) const = default;
};

Day add_months(Day day, int months);  // the last day of the month when the month is too short

}  // namespace kilde::find::times
