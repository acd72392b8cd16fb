// SPDX-License-Identifier: Apache-2.0
// What a person is told of a Reading: blocks of what one source says, in the order of the text. The page on
// the terminal and the page in the browser lay out the same lines.
#pragma once
#include <string>
#include <vector>

#include "doc/reading.h"
#include "write/labels.h"

namespace kilde::write {

// One source in a chain: "Elin Marstrand", "udenrigsminister".
struct Source {
  std::string name;
  std::string role;
};

// From the one who says it outwards to the one who told the outlet. Empty: the outlet itself.
std::vector<Source> chain(const doc::Reading& reading, doc::AttributionId attribution, const Labels& labels);
// "Elin Marstrand, udenrigsminister, via Nordbureau"; the outlet's name for its own voice.
std::string chain_in_words(const doc::Reading& reading, doc::AttributionId attribution, const Labels& labels);

struct Line {
  bool figure = false;
  std::string who;                   // "Elin Marstrand"; empty for a figure
  std::string what;                  // "besøger", "Dræbte:"
  std::string whom;                  // "Solvang", "omkring 1.200 personer"
  std::vector<std::string> details;  // where, when, how surely
  base::Span words;
  base::Span trigger;
};

Line line(const doc::Reading& reading, const doc::Statement& statement, const Labels& labels);

struct Block {
  doc::AttributionId attribution = doc::kNone;
  std::vector<std::uint32_t> statements;  // indices into Reading::statements
};

// Every statement stands in one block, and every attribution that has words of its own, in text order.
std::vector<Block> blocks(const doc::Reading& reading);

// Headline, else the first words of the text.
std::string heading(const doc::Reading& reading);
// "Kystposten · 12. marts 2025"
std::string provenance(const doc::Reading& reading, const Labels& labels);

}  // namespace kilde::write
