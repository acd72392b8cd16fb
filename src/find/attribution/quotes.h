// SPDX-License-Identifier: Apache-2.0
// Quotation marks of a paragraph paired to quotations, whichever marks the outlet uses: »...« «...» "..."
// “...” ”...” „...“ ''...'' ‘...’. A mark opens when text follows it and closes when text precedes it, so
// that a convention that uses one and the same mark at both ends is read like the others.
#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"

namespace kilde::find::attribution {

struct Quotation {
  base::Span whole;    // with its marks
  base::Span inner;    // the words, without marks and the comma or full stop before the closing one
  bool closed = true;  // false: runs on into the next paragraph
};

bool is_quote_mark(std::string_view token);
// Quotations within these bytes of the text, in order; nested ones belong to the outer.
std::vector<Quotation> find_quotations(std::string_view text, base::Span paragraph);

}  // namespace kilde::find::attribution
