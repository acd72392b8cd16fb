// SPDX-License-Identifier: Apache-2.0
#include "find/time/resolve.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>

#include "find/time/duration.h"

namespace kilde::find::times {

namespace {

constexpr std::uint32_t slot(Shape shape) { return static_cast<std::uint32_t>(shape); }

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// One place where the situation, the rule and what was kept meet.
struct Resolver {
  const Rule& rule;
  const Captures& captures;
  const Slots& slots;
  const Situation& situation;

  std::optional<Resolved> run() const;

  const Capture* get(std::uint32_t slot) const { return captures.get(slot); }
  std::optional<double> number(Shape shape) const {
    const Capture* capture = get(slot(shape));
    return capture == nullptr ? std::nullopt : std::optional(capture->number);
  }
  std::optional<int> rel() const {
    if (rule.has_n) return rule.n;
    const Capture* capture = get(slots.rel);
    return capture == nullptr ? std::nullopt : std::optional(to_int(capture->value));
  }
  std::string_view unit() const {
    if (!rule.unit.empty()) return rule.unit;
    const Capture* capture = get(slots.unit);
    return capture == nullptr ? std::string_view{} : capture->value;
  }
  std::string part() const {
    if (!rule.part.empty()) return rule.part;
    const Capture* capture = get(slots.part);
    return capture == nullptr ? std::string{} : std::string(capture->value);
  }

  std::optional<int> year() const;
  Way way(Way unknown) const;
  std::optional<Stretch> choose(Way way, Grain grain, const std::function<std::optional<Day>(int)>& nth) const;
  std::optional<Stretch> cyclic(Grain grain, Way unknown, const std::function<std::optional<Day>(int year)>& day) const;
  std::optional<std::string> clock() const;
  const Anchor* context_day(const std::string& clock_or_part) const;
  bool moved_on(const Anchor& day) const;
  const Anchor* context(Grain coarsest) const;

  std::optional<Resolved> at(std::optional<Stretch> stretch) const;
  std::optional<Stretch> date() const;
  std::optional<Stretch> weekday() const;
  std::optional<Stretch> near_day() const;
  std::optional<Stretch> relative_unit() const;
  std::optional<Stretch> numbered(Grain grain, int months) const;
  std::optional<Stretch> week() const;
  std::optional<Stretch> holiday() const;
  std::optional<Resolved> shift() const;
  std::optional<Resolved> range_of_days() const;
  std::optional<Resolved> on_context_day() const;
  std::optional<Resolved> set() const;
};

// The year that the words name: "2022", "last year".
std::optional<int> Resolver::year() const {
  if (const auto named = number(Shape::kYear)) return static_cast<int>(*named);
  if (rule.context && rule.operation != Operation::kShift) {  // "i april samme år"
    const Anchor* anchor = context(Grain::kYear);
    return anchor == nullptr ? std::nullopt : std::optional(year_of(anchor->stretch.first));
  }
  const Capture* unit = get(slots.unit);
  const Capture* rel = get(slots.rel);
  if (unit == nullptr || rel == nullptr || unit->value != "Y" || !situation.published) return std::nullopt;
  return year_of(*situation.published) + to_int(rel->value);
}

Way Resolver::way(Way unknown) const {
  if (const Capture* rel = get(slots.rel); rel != nullptr && get(slots.unit) == nullptr) {
    if (rel->value == "-1") return Way::kBefore;
    if (rel->value == "1") return Way::kAfter;
    if (situation.governor.direction == Direction::kUnknown) return Way::kFuture;
  }
  if (rule.way != Way::kTense) return rule.way;
  if (unknown == Way::kNearest && situation.governor.nominal) return unknown;
  switch (situation.governor.direction) {
    case Direction::kPast: return Way::kPast;
    case Direction::kFuture: return Way::kFuture;
    case Direction::kUnknown: break;
  }
  return unknown;
}

// Of the stretches that recur (one for each k, ascending) the one that lies the right way from the published day.
std::optional<Stretch> Resolver::choose(Way way, Grain grain, const std::function<std::optional<Day>(int)>& nth) const {
  const Day now = *situation.published;
  std::optional<Stretch> best;
  int best_distance = 0;
  for (int k = -2; k <= 2; ++k) {
    const auto day = nth(k);
    if (!day) continue;
    const Stretch it = Stretch::holding(grain, *day);
    const int ahead = static_cast<int>((it.first - now).count()), behind = static_cast<int>((now - it.last()).count());
    const int distance = std::max({ahead, behind, 0});
    const bool fits = way == Way::kNearest || (way == Way::kPast && ahead <= 0) || (way == Way::kFuture && behind <= 0) ||
                      (way == Way::kBefore && behind > 0) || (way == Way::kAfter && ahead > 0);
    if (fits && (!best || distance < best_distance)) best = it, best_distance = distance;
  }
  return best;
}

// What comes once a year, in the year that is named or the one that the verb points to.
std::optional<Stretch> Resolver::cyclic(Grain grain, Way unknown,
                                        const std::function<std::optional<Day>(int year)>& day) const {
  if (const auto named = year()) {
    const auto found = day(*named);
    return found ? std::optional(Stretch::holding(grain, *found)) : std::nullopt;
  }
  if (!situation.published) return std::nullopt;
  const int now = year_of(*situation.published);
  return choose(way(unknown), grain, [&](int k) { return day(now + k); });
}

std::optional<std::string> Resolver::clock() const {
  if (rule.value.size() == 5 && rule.value[2] == ':') return "T" + rule.value;
  int hour = 0, minute = 0;
  const Capture* h12 = get(slot(Shape::kH12));
  if (const Capture* hm = h12 != nullptr ? h12 : get(slot(Shape::kHm))) {
    hour = hm->month, minute = hm->day;
  } else if (const auto plain = number(Shape::kHour)) {
    hour = static_cast<int>(*plain);
  } else {
    return std::nullopt;
  }
  const std::string said = part();
  const bool late = said == "TEV" || said == "TAF" || (said == "TNI" && hour > 8);
  if (late && h12 == nullptr && hour < 12) hour += 12;
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", hour, minute);
  return std::string(buffer.data());
}

// Whether a clock time ("T21:52") can lie in a part of the day, or two parts are the same.
bool agree(const std::string& part, const std::string& other) {
  if (other.size() < 2 || other[1] < '0' || other[1] > '9') return part == other;
  const int hour = to_int(std::string_view(other).substr(1, 2));
  if (part == "TMO") return hour >= 4 && hour < 12;
  if (part == "TAF") return hour >= 11 && hour < 19;
  if (part == "TEV") return hour >= 17;
  return part != "TNI" || hour >= 21 || hour < 8;
}

// The day that the text speaks of: near, not one on which somebody spoke, and agreeing with the hour.
const Anchor* Resolver::context_day(const std::string& wanted) const {
  const Anchor* best = nullptr;
  int best_score = 0;
  for (const Anchor& anchor : *situation.anchors) {
    if (anchor.stretch.grain != Grain::kDay || anchor.anaphoric) continue;
    int score = 10;
    if (anchor.token >= situation.sentence_start) score += 5;
    if (anchor.token >= situation.paragraph_start) score += 2;
    if (anchor.speech) score -= 4;
    if (!anchor.part.empty()) score += agree(anchor.part, wanted) ? 3 : -3;
    if (situation.published && std::abs((anchor.stretch.first - *situation.published).count()) > 8) score -= 4;
    const bool ahead = situation.published && anchor.stretch.first > *situation.published;
    if (ahead && situation.governor.direction == Direction::kPast) score -= 6;
    if (best == nullptr || score >= best_score) best = &anchor, best_score = score;
  }
  return best;
}

// Whether the text has named a season, a year ... since that day: "that night" is then another one.
bool Resolver::moved_on(const Anchor& day) const {
  return std::any_of(situation.anchors->begin(), situation.anchors->end(), [&](const Anchor& later) {
    return later.token > day.token && later.stretch.grain != Grain::kDay && !later.anaphoric;
  });
}

// The last date before in the text that is at least as fine as the unit that counts from it.
const Anchor* Resolver::context(Grain coarsest) const {
  const auto rank = [](Grain grain) { return grain == Grain::kWeekend ? 1 : static_cast<int>(grain); };
  for (std::size_t i = situation.anchors->size(); i-- > 0;) {
    const Anchor& anchor = (*situation.anchors)[i];
    if (!anchor.anaphoric && rank(anchor.stretch.grain) <= rank(coarsest)) return &anchor;
  }
  return nullptr;
}

std::optional<Resolved> Resolver::at(std::optional<Stretch> stretch) const {
  if (!stretch || year_of(stretch->first) < 1) return std::nullopt;
  Resolved out;
  out.value = stretch->value();
  out.stretch = stretch;
  if (stretch->grain != Grain::kDay) return out;
  out.part = part();
  if (const auto time = clock()) {
    out.kind = doc::TimeKind::kTime;
    out.part = *time;
  } else if (!out.part.empty()) {
    out.kind = doc::TimeKind::kTime;
  }
  out.value += out.part;
  return out;
}

std::optional<Stretch> Resolver::weekday() const {
  const Capture* name = get(slots.weekday);
  if (name == nullptr || !situation.published) return std::nullopt;
  const Day now = *situation.published;
  const int wanted = to_int(name->value);
  if (get(slots.unit) != nullptr && get(slots.rel) != nullptr) {  // "onsdag i næste uge"
    const Stretch week = Stretch::holding(Grain::kWeek, now).shifted(to_int(get(slots.rel)->value));
    return Stretch{Grain::kDay, week.first + std::chrono::days(wanted - 1)};
  }
  const auto nth = [&](int k) -> std::optional<Day> { return now + std::chrono::days(wanted - weekday_of(now) + 7 * k); };
  if (rule.way == Way::kTense && situation.governor.infinitive && get(slots.rel) == nullptr) {
    const auto past = choose(Way::kPast, Grain::kDay, nth);
    if (past && now - past->first <= std::chrono::days(1)) return past;
  }
  return choose(way(Way::kPast), Grain::kDay, nth);
}

// Days count from the published one; in a quotation from the day before it, when the text speaks of somebody talking then.
std::optional<Stretch> Resolver::near_day() const {
  if (!situation.published) return std::nullopt;
  Day from = *situation.published;
  const Stretch yesterday{Grain::kDay, from - std::chrono::days(1)};
  const auto spoke = [&](const Anchor& anchor) { return anchor.speech && anchor.stretch == yesterday; };
  if (situation.quoted && std::any_of(situation.anchors->begin(), situation.anchors->end(), spoke)) from = yesterday.first;
  return Stretch{Grain::kDay, from + std::chrono::days(rule.n)};
}

std::optional<Stretch> Resolver::date() const {
  for (const Shape shape : {Shape::kIso, Shape::kDmy}) {
    if (const Capture* full = get(slot(shape))) {
      const auto day = make_day(static_cast<int>(full->number), full->month, full->day);
      return day ? std::optional(Stretch{Grain::kDay, *day}) : std::nullopt;
    }
  }
  const Capture* month = get(slots.month);
  if (month == nullptr) return weekday();
  auto day = number(Shape::kNth);
  if (!day) day = number(Shape::kDay);
  if (!day) return std::nullopt;
  return cyclic(Grain::kDay, Way::kNearest,
                [&](int year) { return make_day(year, to_int(month->value), static_cast<int>(*day)); });
}

// "2. og 3. september": from the first to the second.
std::optional<Resolved> Resolver::range_of_days() const {
  const auto first = date();
  const Capture* nth = get(slot(Shape::kNth) + kSecond);
  const Capture* day = nth != nullptr ? nth : get(slot(Shape::kDay) + kSecond);
  if (!first || day == nullptr) return at(first);
  const auto last = make_day(year_of(first->first), month_of(first->first), static_cast<int>(day->number));
  if (!last) return at(first);
  Resolved out = *at(first);
  out.value += "/" + Stretch{Grain::kDay, *last}.value();
  return out;
}

std::optional<Stretch> Resolver::relative_unit() const {
  const auto grain = grain_of(unit());
  const auto by = rel();
  if (!grain || !by || !situation.published) return std::nullopt;
  return Stretch::holding(*grain, *situation.published).shifted(*by);
}

// Quarters and halves by number, months and seasons by name: the month that begins them is 1 + (n - 1) * months.
std::optional<Stretch> Resolver::numbered(Grain grain, int months) const {
  int n = 0;
  if (grain == Grain::kMonth || grain == Grain::kSeason) {
    const Capture* name = get(grain == Grain::kMonth ? slots.month : slots.season);
    if (name == nullptr) return std::nullopt;
    n = to_int(name->value);
  } else if (const Capture* ordinal = get(slots.ordinal)) {
    n = to_int(ordinal->value);
  } else if (const auto nth = number(Shape::kNth)) {
    n = static_cast<int>(*nth);
  }
  const int month = 1 + (n - 1) * months;
  return cyclic(grain, Way::kNearest, [&](int year) { return make_day(year, month, 1); });
}

std::optional<Stretch> Resolver::week() const {
  const auto n = number(Shape::kNum);
  if (!n || *n < 1 || *n > 53) return std::nullopt;
  return cyclic(Grain::kWeek, Way::kNearest, [&](int year) -> std::optional<Day> {
    return *make_day(year, 1, 4) + std::chrono::days(7 * (static_cast<int>(*n) - 1));
  });
}

// "12-24" is a day of the year, "E-2" counts from Easter Sunday.
std::optional<Stretch> Resolver::holiday() const {
  const Capture* name = get(slots.holiday);
  const std::string_view value = !rule.value.empty() ? std::string_view(rule.value)
                                                     : name != nullptr ? name->value : std::string_view{};
  if (value.size() < 2) return std::nullopt;
  return cyclic(Grain::kDay, Way::kNearest, [&](int year) -> std::optional<Day> {
    if (value.front() == 'E') {
      const bool plus = value[1] == '+';
      return easter(year) + std::chrono::days(to_int(value.substr(plus ? 2 : 1)));
    }
    return make_day(year, to_int(value.substr(0, 2)), to_int(value.substr(3)));
  });
}

std::optional<Resolved> Resolver::shift() const {
  const auto amount = Amount::of(number(Shape::kNum).value_or(rule.has_n ? rule.n : 1), unit());
  if (!amount) return std::nullopt;
  const int sign = rule.way == Way::kPast ? -1 : 1;
  const Resolved length{doc::TimeKind::kDuration, amount->value(), std::nullopt, {}, false};
  if (!rule.context) {
    if (rule.way == Way::kTense && situation.governor.direction == Direction::kPast) return length;
    if (!situation.published) return std::nullopt;
    return at(amount->shifted(*situation.published, sign));
  }
  const Anchor* base = amount->grain() ? context(*amount->grain()) : nullptr;
  if (base == nullptr) return length;
  auto out = at(amount->shifted(base->stretch.first, sign));
  if (out) out->anaphoric = true;
  return out;
}

std::optional<Resolved> Resolver::on_context_day() const {
  const auto time = clock();
  const std::string wanted = time ? *time : part();
  const Anchor* anchor = context_day(wanted);
  if (!time && anchor != nullptr && moved_on(*anchor)) return std::nullopt;
  if (anchor == nullptr && (!time || !situation.published)) return std::nullopt;
  const Stretch day = anchor != nullptr ? anchor->stretch : Stretch{Grain::kDay, *situation.published};
  auto out = at(day);
  if (out) out->anaphoric = true;
  return out;
}

std::optional<Resolved> Resolver::set() const {
  Resolved out;
  out.kind = doc::TimeKind::kSet;
  if (const Capture* weekday = get(slots.weekday)) {
    out.value = "XXXX-WXX-" + std::string(weekday->value) + part();
  } else if (const auto amount = Amount::of(number(Shape::kNum).value_or(1), unit())) {
    out.value = amount->value();
  }
  return out.value.empty() ? std::nullopt : std::optional(out);
}

std::optional<Resolved> Resolver::run() const {
  const auto& now = situation.published;
  switch (rule.operation) {
    case Operation::kNone: return std::nullopt;
    case Operation::kDay: return at(near_day());
    case Operation::kDate: return range_of_days();
    case Operation::kUnit: return at(relative_unit());
    case Operation::kShift: return shift();
    case Operation::kMonth: return at(numbered(Grain::kMonth, 1));
    case Operation::kSeason: return at(numbered(Grain::kSeason, 1));
    case Operation::kQuarter: return at(numbered(Grain::kQuarter, 3));
    case Operation::kHalf: return at(numbered(Grain::kHalf, 6));
    case Operation::kWeek: return at(week());
    case Operation::kHoliday: return at(holiday());
    case Operation::kYear: {
      const auto named = year();
      return named ? at(Stretch{Grain::kYear, *make_day(*named, 1, 1)}) : std::nullopt;
    }
    case Operation::kDecade:
    case Operation::kCentury: {
      const auto first = number(Shape::kDecade);
      const auto nth = number(Shape::kNth);
      if (!first && !nth) return std::nullopt;
      const int year = first ? static_cast<int>(*first) : (static_cast<int>(*nth) - 1) * 100;
      const bool decade = first && get(slot(Shape::kDecade))->day == 0;
      return at(Stretch{decade ? Grain::kDecade : Grain::kCentury, *make_day(year, 1, 1)});
    }
    case Operation::kWeekend:
      if (!now) return std::nullopt;
      if (const auto by = rel()) return at(Stretch::holding(Grain::kWeekend, *now).shifted(*by));
      return at(choose(way(Way::kNearest), Grain::kWeekend,
                       [&](int k) -> std::optional<Day> { return *now + std::chrono::days(7 * k); }));
    case Operation::kClock: case Operation::kPart: return on_context_day();
    case Operation::kSet: return set();
    case Operation::kFixed: return Resolved{doc::TimeKind::kDate, rule.value, std::nullopt, {}, false};
    case Operation::kDuration: {
      const Capture* second = get(slot(Shape::kNum) + kSecond);
      const Capture* second_unit = get(slots.unit + kSecond);
      auto amount = Amount::of(number(Shape::kNum).value_or(rule.n), unit());
      if (!amount) return std::nullopt;
      std::string value = amount->value();
      if (second != nullptr && second_unit != nullptr) {
        const auto rest = Amount::of(second->number, second_unit->value);
        if (rest && value.front() == 'P') value += rest->value().substr(1);
      }
      return Resolved{doc::TimeKind::kDuration, value, std::nullopt, {}, false};
    }
  }
  return std::nullopt;
}

}  // namespace

Slots::Slots(const Lexicon& lexicon) {
  const auto of = [&](std::string_view name) { return static_cast<std::uint32_t>(lexicon.class_of(name)); };
  weekday = of("weekday"), month = of("month"), part = of("part"), unit = of("unit"), season = of("season");
  rel = of("rel"), ordinal = of("ordinal"), holiday = of("holiday");
}

std::optional<Resolved> resolve(const Rule& rule, const Captures& captures, const Slots& slots,
                                const Situation& situation) {
  return Resolver{rule, captures, slots, situation}.run();
}

}  // namespace kilde::find::times
