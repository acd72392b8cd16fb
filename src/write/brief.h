// SPDX-License-Identifier: Apache-2.0
// A Reading as a page for a terminal: by source, what each says, does or counts, with the words quoted.
#pragma once
#include <string>

#include "doc/reading.h"
#include "write/labels.h"

namespace kilde::write {

struct BriefStyle {
  unsigned width = 80;  // columns; lines are wrapped to it
  bool colour = false;  // ANSI colours
};

// Ends with a newline. Control characters of the article never reach the terminal.
std::string brief(const doc::Reading& reading, const Labels& labels, const BriefStyle& style);

}  // namespace kilde::write
