// SPDX-License-Identifier: Apache-2.0
// An amount of time: a number of units, as TIMEX3 writes it ("P3W", "PT9H", "PXD") and as a step along the calendar.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "find/time/calendar.h"

namespace kilde::find::times {

// The stretch of the calendar that a unit of time_words.tsv names ("W"), or nothing for hours and shorter ones.
std::optional<Grain> grain_of(std::string_view unit);

class Amount {
 public:
  // Units: S MIN H D W M Y DE CE, with a factor before it if needed ("2W", "15MIN"). A number below zero is a vague plural.
  // A half is taken to a smaller unit: half a year is six months. Nothing for an unknown unit.
  static std::optional<Amount> of(double number, std::string_view unit);

  std::string value() const;
  std::optional<Grain> grain() const;
  // The stretch this far from a day, ahead (sign 1) or back (-1). Hours stay within the day.
  Stretch shifted(Day from, int sign) const;

 private:
  double number_ = 0;
  bool vague_ = false;
  std::string unit_;
};

}  // namespace kilde::find::times
