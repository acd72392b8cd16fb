// SPDX-License-Identifier: Apache-2.0
#include "find/time/calendar.h"

#include <array>
#include <cstdio>

namespace kilde::find::times {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

Day first_of(int year, int month) {
  return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / 1;
}

struct IsoWeek {
  int year;
  int week;
};

// The ISO week belongs to the year of its Thursday.
IsoWeek iso_week(Day day) {
  const Day thursday = day + days(4 - weekday_of(day));
  const int year = year_of(thursday);
  return {year, static_cast<int>((thursday - first_of(year, 1)).count()) / 7 + 1};
}

template <class... Parts>
std::string print(const char* format, Parts... parts) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, parts...);
  return buffer.data();
}

int months_in(Grain grain) {
  switch (grain) {
    case Grain::kMonth: return 1;
    case Grain::kQuarter: case Grain::kSeason: return 3;
    case Grain::kHalf: return 6;
    case Grain::kYear: return 12;
    case Grain::kDecade: return 120;
    case Grain::kCentury: return 1200;
    default: return 0;
  }
}

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

}  // namespace

Day day_of(const doc::Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

doc::Date date_of(Day day) {
  const year_month_day ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Day> make_day(int year, int month, int day) {
  const year_month_day ymd = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                             std::chrono::day(static_cast<unsigned>(day));
  if (!ymd.ok()) return std::nullopt;
  return Day(ymd);
}

int year_of(Day day) { return date_of(day).year; }
int month_of(Day day) { return date_of(day).month; }
int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

// Meeus, Jones and Butcher.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25;
  return *make_day(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

Day add_months(Day day, int months) {
  const year_month_day ymd(day);
  const auto moved = ymd + std::chrono::months(months);
  return moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / std::chrono::last);
}

Stretch Stretch::holding(Grain grain, Day day) {
  const auto date = date_of(day);
  switch (grain) {
    case Grain::kDay: return {grain, day};
    case Grain::kWeek: return {grain, day - days(weekday_of(day) - 1)};
    case Grain::kWeekend: return {grain, day - days(weekday_of(day) - 6)};
    case Grain::kMonth: return {grain, first_of(date.year, date.month)};
    case Grain::kQuarter: return {grain, first_of(date.year, floor_to(date.month - 1, 3) + 1)};
    case Grain::kHalf: return {grain, first_of(date.year, date.month <= 6 ? 1 : 7)};
    case Grain::kSeason: return {grain, add_months(first_of(date.year, date.month), -(date.month % 3))};
    case Grain::kYear: return {grain, first_of(date.year, 1)};
    case Grain::kDecade: return {grain, first_of(floor_to(date.year, 10), 1)};
    case Grain::kCentury: return {grain, first_of(floor_to(date.year, 100), 1)};
  }
  return {grain, day};
}

Stretch Stretch::shifted(int n) const {
  if (grain == Grain::kDay) return {grain, first + days(n)};
  if (grain == Grain::kWeek || grain == Grain::kWeekend) return {grain, first + days(7 * n)};
  return {grain, add_months(first, n * months_in(grain))};
}

Day Stretch::last() const {
  if (grain == Grain::kDay) return first;
  if (grain == Grain::kWeekend) return first + days(1);
  return shifted(1).first - days(1);
}

std::string Stretch::value() const {
  const auto date = date_of(first);
  static constexpr std::array<const char*, 4> kSeasons = {"WI", "SP", "SU", "FA"};
  switch (grain) {
    case Grain::kDay: return print("%04d-%02d-%02d", date.year, date.month, date.day);
    case Grain::kWeek: return print("%04d-W%02d", iso_week(first).year, iso_week(first).week);
    case Grain::kWeekend: return print("%04d-W%02d-WE", iso_week(first).year, iso_week(first).week);
    case Grain::kMonth: return print("%04d-%02d", date.year, date.month);
    case Grain::kQuarter: return print("%04d-Q%d", date.year, (date.month + 2) / 3);
    case Grain::kHalf: return print("%04d-H%d", date.year, date.month <= 6 ? 1 : 2);
    case Grain::kSeason: return print("%04d-%s", date.year, kSeasons[static_cast<std::size_t>(date.month % 12) / 3]);
    case Grain::kYear: return print("%04d", date.year);
    case Grain::kDecade: return print("%03d", date.year / 10);
    case Grain::kCentury: return print("%02d", date.year / 100);
  }
  return {};
}

}  // namespace kilde::find::times
