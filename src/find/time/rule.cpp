// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>

#include "find/time/resolve.h"

namespace kilde::find::times {

namespace {

template <class T, std::size_t N>
bool named(const std::array<std::pair<std::string_view, T>, N>& names, std::string_view text, T& out) {
  for (const auto& [name, value] : names) {
    if (name == text) return out = value, true;
  }
  return false;
}

constexpr std::array<std::pair<std::string_view, Operation>, 19> kOperations = {{
    {"none", Operation::kNone}, {"day", Operation::kDay}, {"date", Operation::kDate}, {"unit", Operation::kUnit},
    {"shift", Operation::kShift}, {"month", Operation::kMonth}, {"year", Operation::kYear},
    {"season", Operation::kSeason}, {"quarter", Operation::kQuarter}, {"half", Operation::kHalf},
    {"week", Operation::kWeek}, {"weekend", Operation::kWeekend}, {"decade", Operation::kDecade},
    {"century", Operation::kCentury}, {"holiday", Operation::kHoliday}, {"clock", Operation::kClock},
    {"part", Operation::kPart}, {"duration", Operation::kDuration}, {"set", Operation::kSet},
}};

constexpr std::array<std::pair<std::string_view, Way>, 6> kWays = {{
    {"tense", Way::kTense}, {"past", Way::kPast}, {"future", Way::kFuture}, {"before", Way::kBefore},
    {"after", Way::kAfter}, {"nearest", Way::kNearest},
}};

bool read_argument(std::string_view name, std::string_view value, Rule& rule) {
  if (name == "way") return named(kWays, value, rule.way);
  if (name == "n") {
    rule.has_n = true;
    return std::from_chars(value.data(), value.data() + value.size(), rule.n).ec == std::errc{};
  }
  if (name == "base") return rule.context = value == "context";
  if (name == "unit") return rule.unit = value, true;
  if (name == "part") return rule.part = value, true;
  if (name == "value") return rule.value = value, true;
  return false;
}

}  // namespace

base::Result<Rule> read_rule(const pack::Table& table, std::size_t row) {
  Rule rule;
  rule.id = table.cell(row, "id");
  const auto fail = [&](std::string_view what, std::string_view text) {
    return base::Error{base::Fault::kPack, std::string(what) + ": " + std::string(text), table.place(row)};
  };
  const auto op = table.cell(row, "op");
  if (op == "fixed") {
    rule.operation = Operation::kFixed;
  } else if (!named(kOperations, op, rule.operation)) {
    return fail("no such operation", op);
  }
  for (const auto argument : pack::split(table.cell(row, "args"), ' ')) {
    const std::size_t at = argument.find('=');
    if (at == std::string_view::npos || !read_argument(argument.substr(0, at), argument.substr(at + 1), rule)) {
      return fail("no such argument", argument);
    }
  }
  return rule;
}

}  // namespace kilde::find::times
