// SPDX-License-Identifier: Apache-2.0
// From what a pattern kept to a value: the closed list of operations that time_rules.tsv names.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "find/time/calendar.h"
#include "find/time/pattern.h"
#include "find/time/tense.h"
#include "pack/table.h"

namespace kilde::find::times {

enum class Operation : std::uint8_t {
  kNone,      // nothing is said: ages, prison terms, rates
  kDay,       // n days from the published one
  kDate,      // month and day, or weekday, with a year if one is named
  kUnit,      // the unit that lies n from the published one: last week, this year
  kShift,     // a number of units from the published day, or from the date before in the text (base=context)
  kMonth, kYear, kSeason, kQuarter, kHalf, kWeek, kWeekend, kDecade, kCentury,
  kHoliday,   // month and day of the calendar, or days from Easter
  kClock,     // a clock time of the day that the text speaks of
  kPart,      // a part of that day
  kDuration,
  kSet,       // every ...
  kFixed,     // value=PAST_REF
};

enum class Way : std::uint8_t {
  kTense,   // as the verb says
  kPast, kFuture,
  kBefore, kAfter,  // strictly: "last Friday" said on a Friday is a week ago
  kNearest
};

struct Rule {
  std::string id;
  Operation operation = Operation::kNone;
  Way way = Way::kTense;
  int n = 0;
  bool has_n = false;
  bool context = false;  // counts from the date before in the text
  std::string unit, part, value;
  Pattern pattern;
};

// Reads op and args of a row ("n=-1 part=TEV").
base::Result<Rule> read_rule(const pack::Table& table, std::size_t row);

// Slots by name, looked up once; -1 classes are absent in the language.
struct Slots {
  explicit Slots(const Lexicon& lexicon);
  std::uint32_t weekday, month, part, unit, season, rel, ordinal, holiday;
};

// A date that later words may count from.
struct Anchor {
  Stretch stretch;
  std::string part;
  doc::TokenId token = 0;
  bool speech = false;
  bool anaphoric = false;
};

struct Situation {
  std::optional<Day> published;
  Governor governor;
  doc::TokenId token = 0;
  std::uint32_t paragraph_start = 0;  // first token of the paragraph
  std::uint32_t sentence_start = 0;
  bool quoted = false;  // inside quotation marks: "today" is the day on which it was said
  const std::vector<Anchor>* anchors = nullptr;  // in text order
};

struct Resolved {
  doc::TimeKind kind = doc::TimeKind::kDate;
  std::string value;
  std::optional<Stretch> stretch;
  std::string part;
  bool anaphoric = false;
};

// Nothing when the words give no value here (no published date, no such day).
std::optional<Resolved> resolve(const Rule& rule, const Captures& captures, const Slots& slots,
                                const Situation& situation);

}  // namespace kilde::find::times
