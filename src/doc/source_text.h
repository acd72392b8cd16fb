// SPDX-License-Identifier: Apache-2.0
// An article as it came in: its text, immutable from here on, and what is known about it.
#pragma once
#include <optional>
#include <string>

namespace kilde::doc {

// Calendar day of the proleptic Gregorian calendar.
struct Date {
  int year = 0;
  int month = 0;  // 1-12
  int day = 0;    // 1-31
  bool operator==(const Date&) const = default;
};

struct SourceText {
  std::string id;
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> title;
  std::string language;                  // pack name: "da", "en"
  std::optional<std::string> published;  // ISO 8601, as given
  std::optional<Date> date;              // the day of `published` where it was written; relative times count from it
  std::string text;                      // valid UTF-8; an empty line separates paragraphs
};

}  // namespace kilde::doc
