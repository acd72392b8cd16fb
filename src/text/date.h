// SPDX-License-Identifier: Apache-2.0
// The forms in which outlets write when an article was published.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "doc/source_text.h"

namespace kilde::text {

struct Published {
  std::string iso;  // ISO 8601; one that was written so stays as it was
  doc::Date date;   // the day where it was written
};

// "2024-03-20", "2024-03-20T08:30:00+01:00", "2024-03-20 08:30Z", "Wed, 20 Mar 2024 08:30:00 +0100" (RFC
// 822). Nothing for anything else, and for days that do not exist.
std::optional<Published> parse_published(std::string_view text);

// Sets `published` and `date`; with something else than a date both become empty and the note says so, else
// it is "".
std::string set_published(doc::SourceText& source, std::string_view text);

}  // namespace kilde::text
