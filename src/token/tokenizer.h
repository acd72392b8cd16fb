// SPDX-License-Identifier: Apache-2.0
// Text to paragraphs, sentences and tokens as Universal Dependencies cuts them. Tokens tile the text: every
// byte that is not white space lies in exactly one token. An empty line ends a paragraph, and a paragraph its
// last sentence; in a block with a line too long to be wrapped text every line is a paragraph. What is
// language comes from the pack (docs/formats/tokens.md).
#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "doc/token_table.h"
#include "pack/pack.h"

namespace kilde::token {

class Boundary;
class Rules;

// Const after making and shared by threads. Time and memory are linear in the text, whatever it holds.
class Tokenizer {
 public:
  static base::Result<Tokenizer> make(const pack::Pack& pack);
  // `text` is valid UTF-8 of less than 4 GiB. Replaces what `out` held; keeps its memory.
  void tokenize(std::string_view text, doc::TokenTable& out) const;

 private:
  std::shared_ptr<const Rules> rules_;
  std::shared_ptr<const Boundary> boundary_;
};

}  // namespace kilde::token
