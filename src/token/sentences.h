// SPDX-License-Identifier: Apache-2.0
// Joins the tokens of one paragraph into sentences.
#pragma once
#include <string_view>

#include "doc/token_table.h"
#include "token/boundary.h"
#include "token/cutter.h"

namespace kilde::token {

// Appends the tokens [first, pieces.size()) as the sentences of `paragraph`; there must be at least one.
// A sentence has at most about 250 tokens, whatever the text.
void add_sentences(const Boundary& boundary, std::string_view text, const Pieces& pieces, std::uint32_t first,
                   std::uint32_t paragraph, doc::TokenTable& out);

}  // namespace kilde::token
