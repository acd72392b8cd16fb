// SPDX-License-Identifier: Apache-2.0
// Runs the network over the sentences of a document, some hundred tokens at a time.
#pragma once
#include <string_view>
#include <vector>

#include "doc/syntax_table.h"
#include "doc/token_table.h"
#include "syntax/decode.h"
#include "syntax/encoder.h"
#include "syntax/kernels.h"
#include "syntax/network.h"

namespace kilde::syntax {

// Belongs to one thread; borrows the network. Memory is kept between documents.
class Engine {
 public:
  Engine(const Network& network, const Kernels& kernels);
  void annotate(const doc::TokenTable& tokens, std::string_view text, doc::SyntaxTable& out);

 private:
  using Floats = std::vector<float>;
  // What is computed together: consecutive units, each a sentence or a piece of a very long one.
  struct Chunk {
    std::uint32_t first = 0;
    std::vector<base::TokenRange> units;
    int size() const { return units.empty() ? 0 : static_cast<int>(units.back().end - first); }
  };
  std::vector<Chunk> chunks_of(const doc::TokenTable& tokens) const;
  void run(const Chunk& chunk);
  void run_body(const Chunk& chunk);
  void tag(const float* states);
  void write_lemmas(const float* states);
  void write_trees(const Chunk& chunk);
  void write_tree(const base::TokenRange& unit, const float* arcs, const float* heads);
  void write_labels(const Chunk& chunk);
  void write_names(const Chunk& chunk);
  void join_pieces(const doc::TokenTable& tokens);
  const float* apply(const Linear& linear, const float* x, int rows, Floats& y);

  const Network* network_;
  const Kernels* kernels_;
  Encoder encoder_;
  NameDecoder names_;

  // Of the document at hand:
  std::string_view text_;
  const doc::TokenTable* tokens_ = nullptr;
  doc::SyntaxTable* out_ = nullptr;
  std::vector<std::uint32_t> feats_ids_;  // string id + 1 of each tag class in `out`

  // Of the chunk at hand:
  std::uint32_t first_ = 0;
  int count_ = 0;
  std::vector<std::string_view> forms_;
  std::vector<int> upos_rows_, heads_, tags_;
  Floats x_, u_, h_, tag_states_, a_, b_, c_, d_, picked_;
  Linear head_rows_;
};

}  // namespace kilde::syntax
