// SPDX-License-Identifier: Apache-2.0
// Tokens and sentences that tile the text: between two tokens there is only white space.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace kilde::doc {

using TokenId = std::uint32_t;
inline constexpr TokenId kNoToken = 0xFFFFFFFF;

struct Sentence {
  base::TokenRange tokens;
  std::uint32_t paragraph = 0;  // counted from 0; an empty line begins a new one
};

// Struct of arrays, one entry a token (a UD word), in text order.
struct TokenTable {
  std::vector<base::Span> spans;         // bytes of the text
  std::vector<std::uint32_t> sentences;  // index into `sentence_list`
  std::vector<Sentence> sentence_list;

  std::uint32_t size() const { return static_cast<std::uint32_t>(spans.size()); }
  bool space_after(TokenId t) const { return t + 1 >= size() || spans[t + 1].begin > spans[t].end; }
  std::string_view form(std::string_view text, TokenId t) const { return spans[t].in(text); }
  const Sentence& sentence_of(TokenId t) const { return sentence_list[sentences[t]]; }
  base::Span bytes(base::TokenRange range) const {
    return range.empty() ? base::Span{} : base::Span{spans[range.begin].begin, spans[range.end - 1].end};
  }
};

}  // namespace kilde::doc
