// SPDX-License-Identifier: Apache-2.0
#include "text/date.h"

#include <array>
#include <chrono>

namespace kilde::text {
namespace {

// Takes pieces off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view rest) : rest_(rest) {}

  bool done() const { return rest_.empty(); }
  bool at_digit() const { return !done() && rest_[0] >= '0' && rest_[0] <= '9'; }
  bool take(char c) {
    if (done() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_one_of(std::string_view set) {
    if (done() || set.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Between `least` and `most` digits, as a number of at most `limit`.
  std::optional<int> number(int least, int most, int limit) {
    int value = 0;
    int digits = 0;
    for (; digits < most && at_digit(); ++digits) {
      value = value * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    if (digits < least || value > limit) return std::nullopt;
    return value;
  }
  std::string_view letters() {
    std::size_t size = 0;
    while (size < rest_.size() && ((rest_[size] | 0x20) >= 'a' && (rest_[size] | 0x20) <= 'z')) ++size;
    const auto word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

bool exists(const doc::Date& date) {
  using namespace std::chrono;
  return year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                        day{static_cast<unsigned>(date.day)}}
      .ok();
}

// "08:30", "08:30:15", "08:30:15.250"
bool take_clock(Scanner& in) {
  if (!in.number(2, 2, 24) || !in.take(':') || !in.number(2, 2, 59)) return false;
  if (!in.take(':')) return true;
  if (!in.number(2, 2, 60)) return false;
  return !in.take_one_of(".,") || in.number(1, 9, 999999999).has_value();
}

// "Z", "+01", "+0100", "+01:00" or nothing.
bool take_zone(Scanner& in) {
  if (in.done() || in.take_one_of("Zz")) return true;
  if (!in.take_one_of("+-") || !in.number(2, 2, 23)) return false;
  in.take(':');
  return in.done() || in.number(2, 2, 59).has_value();
}

std::optional<Published> parse_iso(std::string_view text) {
  Scanner in(text);
  const auto year = in.number(4, 4, 9999);
  if (!year || !in.take('-')) return std::nullopt;
  const auto month = in.number(2, 2, 12);
  if (!month || !in.take('-')) return std::nullopt;
  const auto day = in.number(2, 2, 31);
  if (!day) return std::nullopt;
  if (!in.done() && !(in.take_one_of("Tt ") && take_clock(in) && take_zone(in))) return std::nullopt;
  if (!in.done()) return std::nullopt;
  return Published{std::string(text), {*year, *month, *day}};
}

int month_named(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

// The zones RFC 822 names; military letters and anything else mean nothing sure and are left out.
std::string iso_zone(std::string_view zone) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kZones = {{{"GMT", "Z"},
                                                                                     {"UT", "Z"},
                                                                                     {"UTC", "Z"},
                                                                                     {"Z", "Z"},
                                                                                     {"CET", "+01:00"},
                                                                                     {"CEST", "+02:00"},
                                                                                     {"EST", "-05:00"},
                                                                                     {"EDT", "-04:00"},
                                                                                     {"CST", "-06:00"},
                                                                                     {"CDT", "-05:00"},
                                                                                     {"MST", "-07:00"},
                                                                                     {"PST", "-08:00"},
                                                                                     {"PDT", "-07:00"}}};
  if (zone.size() == 5) return std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3));
  for (const auto& [name, iso] : kZones) {
    if (zone == name) return std::string(iso);
  }
  return "";
}

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

std::optional<Published> parse_rfc822(std::string_view text) {
  Scanner in(text);
  if (!in.at_digit() && (in.letters().empty() || !in.take(',') || !in.take(' '))) return std::nullopt;
  const auto day = in.number(1, 2, 31);
  if (!day || !in.take(' ')) return std::nullopt;
  const int month = month_named(in.letters());
  if (month == 0 || !in.take(' ')) return std::nullopt;
  auto year = in.number(2, 4, 9999);
  if (!year) return std::nullopt;
  if (*year < 100) *year += *year < 70 ? 2000 : 1900;
  Published out{padded(*year, 4) + "-" + padded(month, 2) + "-" + padded(*day, 2), {*year, month, *day}};
  if (in.done()) return out;
  if (!in.take(' ')) return std::nullopt;
  const std::string_view clock = in.rest();
  if (!take_clock(in)) return std::nullopt;
  out.iso += "T" + std::string(clock.substr(0, clock.size() - in.rest().size()));
  if (in.done()) return out;
  if (!in.take(' ')) return std::nullopt;
  const std::string_view zone = in.rest();
  if (zone.starts_with('+') || zone.starts_with('-')) {
    if (zone.size() != 5 || !take_zone(in) || !in.done()) return std::nullopt;
  }
  out.iso += iso_zone(zone);
  return out;
}

}  // namespace

std::optional<Published> parse_published(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  auto found = parse_iso(text);
  if (!found) found = parse_rfc822(text);
  if (found && !exists(found->date)) return std::nullopt;
  return found;
}

std::string set_published(doc::SourceText& source, std::string_view text) {
  const auto found = parse_published(text);
  source.published.reset();
  source.date.reset();
  if (!found) return "published is no date: \"" + std::string(text.substr(0, 40)) + "\"";
  source.published = found->iso;
  source.date = found->date;
  return "";
}

}  // namespace kilde::text
