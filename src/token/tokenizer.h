// SPDX-License-Identifier: Apache-2.0
// Text to paragraphs, sentences and tokens as Universal Dependencies cuts them. Tokens tile the text.
#pragma once
#include <string_view>

#include "base/result.h"
#include "doc/token_table.h"
#include "pack/pack.h"

namespace kilde::token {

class Tokenizer {
 public:
  static base::Result<Tokenizer> make(const pack::Pack& pack);
  // `text` is valid UTF-8. Replaces what `out` held; keeps its memory.
  void tokenize(std::string_view text, doc::TokenTable& out) const;
};

}  // namespace kilde::token
