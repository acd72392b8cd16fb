// SPDX-License-Identifier: Apache-2.0
#include "find/time/duration.h"

#include <array>
#include <charconv>
#include <cmath>

namespace kilde::find::times {

namespace {

struct Unit {
  std::string_view name;
  std::string_view smaller;  // what a half of it is told in
  int factor;
  std::optional<Grain> grain;
};

constexpr std::array<Unit, 9> kUnits = {{
    {"S", "", 0, std::nullopt}, {"MIN", "S", 60, std::nullopt}, {"H", "MIN", 60, std::nullopt},
    {"D", "H", 24, Grain::kDay}, {"W", "", 0, Grain::kWeek}, {"M", "", 0, Grain::kMonth},
    {"Y", "M", 12, Grain::kYear}, {"DE", "Y", 10, Grain::kYear}, {"CE", "Y", 100, Grain::kYear},
}};

const Unit* unit_of(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

std::string print(double number) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return {buffer.data(), end};
}

}  // namespace

std::optional<Grain> grain_of(std::string_view unit) {
  const Unit* found = unit_of(unit);
  return found == nullptr ? std::nullopt : found->grain;
}

std::optional<Amount> Amount::of(double number, std::string_view unit) {
  Amount amount;
  int factor = 1;
  const auto digits = std::from_chars(unit.data(), unit.data() + unit.size(), factor);
  if (digits.ec == std::errc{}) unit.remove_prefix(static_cast<std::size_t>(digits.ptr - unit.data()));
  const Unit* found = unit_of(unit);
  if (found == nullptr) return std::nullopt;
  amount.vague_ = number < 0;
  amount.number_ = number * factor;
  amount.unit_ = unit;
  // "halvandet år" is 18 months, but "1,2 år" stays what it is.
  const double part = amount.number_ - std::floor(amount.number_);
  if (!amount.vague_ && part == 0.5 && found->factor > 0) {
    amount.number_ *= found->factor;
    amount.unit_ = found->smaller;
  }
  return amount;
}

std::string Amount::value() const {
  const bool clock = unit_ == "S" || unit_ == "MIN" || unit_ == "H";
  return (clock ? "PT" : "P") + (vague_ ? std::string("X") : print(number_)) + (unit_ == "MIN" ? "M" : unit_);
}

std::optional<Grain> Amount::grain() const { return grain_of(unit_); }

Stretch Amount::shifted(Day from, int sign) const {
  const int n = sign * static_cast<int>(number_);
  const auto grain = grain_of(unit_);
  if (!grain) return {Grain::kDay, from};
  if (unit_ == "DE" || unit_ == "CE") return Stretch::holding(Grain::kYear, add_months(from, n * (unit_ == "DE" ? 120 : 1200)));
  if (*grain == Grain::kDay) return {Grain::kDay, from + std::chrono::days(n)};
  if (*grain == Grain::kWeek) return Stretch::holding(Grain::kWeek, from + std::chrono::days(7 * n));
  return Stretch::holding(*grain, add_months(from, n * (*grain == Grain::kMonth ? 1 : 12)));
}

}  // namespace kilde::find::times
