// SPDX-License-Identifier: Apache-2.0
// Whether a sentence begins at a capitalised word though no full stop stands before it, as in a headline run
// together with its text: weights of boundary.tsv (columns feature, weight), made by training/boundary.py. A
// pack without the table, or a language that capitalises other words than names, has no such sentences.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "pack/pack.h"

namespace kilde::token {

// The place between two words and what stands around it.
struct Gap {
  std::string_view earlier;  // the word before `before` in its sentence, or ""
  std::string_view before;
  std::string_view word;   // the capitalised one
  std::string_view after;  // or "" at the end
  std::uint32_t size = 0;  // words of the sentence so far
};

class Boundary {
 public:
  static base::Result<Boundary> make(const pack::Pack& pack);
  bool empty() const { return weights_.empty(); }
  // Greater than 0: a sentence begins at the word.
  float score(const Gap& gap) const;

 private:
  float weight(std::string_view kind, std::string_view value) const;

  std::unordered_map<std::string, float> weights_;
};

}  // namespace kilde::token
