// SPDX-License-Identifier: Apache-2.0
// Exact decoding of scores: the best tree with one root, the best legal sequence of name tags.
#pragma once
#include <span>
#include <vector>

#include "doc/syntax_table.h"
#include "syntax/model_file.h"

namespace kilde::syntax {

// Scores of all arcs of one sentence: at(d, h) for dependent d = 1..n and head h = 0..n, 0 being the root.
class ArcScores {
 public:
  ArcScores(const float* scores, int tokens, int stride) : scores_(scores), tokens_(tokens), stride_(stride) {}
  int tokens() const { return tokens_; }
  float at(int dependent, int head) const { return scores_[(dependent - 1) * stride_ + head]; }

 private:
  const float* scores_;
  int tokens_;
  int stride_;
};

// heads[i] is the head of token i + 1, 0 for the root. Exactly one token has head 0. Cubic time at worst.
void best_tree(const ArcScores& scores, std::vector<int>& heads);

// The best sequence of tag rows in which an I- tag follows only a B- or I- tag of its kind.
class NameDecoder {
 public:
  explicit NameDecoder(const StringTable& tags);
  // scores: [tokens][stride], one row for a token.
  void best_tags(const float* scores, int tokens, int stride, std::vector<int>& tags) const;
  bool begins(int tag) const { return begins_[static_cast<std::size_t>(tag)]; }
  bool outside(int tag) const { return tag == 0; }
  doc::NameKind kind(int tag) const { return kinds_[static_cast<std::size_t>(tag)]; }

 private:
  bool legal(int before, int tag) const { return legal_[static_cast<std::size_t>(before) * static_cast<std::size_t>(size_) + static_cast<std::size_t>(tag)]; }
  int size_;
  std::vector<bool> begins_;
  std::vector<doc::NameKind> kinds_;
  std::vector<bool> legal_;
};

}  // namespace kilde::syntax
