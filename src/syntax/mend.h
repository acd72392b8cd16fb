// SPDX-License-Identifier: Apache-2.0
// Mends what a statistical parser gets wrong although grammar rules it out: a verb with two subjects, a finite clause
// without one in a language that demands it, a participle over the determiner of its noun. Each mend moves few arcs and
// leaves a tree with one root a sentence.
#pragma once
#include <string>
#include <string_view>

#include "doc/syntax_table.h"
#include "doc/token_table.h"
#include "pack/pack.h"

namespace kilde::syntax {

struct Grammar {
  bool verb_second = false;
  std::string passive_auxiliary, present_ending, participle_ending;
};

class Mender {
 public:
  // Reads language.tsv: verb_second (main clauses put the verb second and name their subject, as in Danish) and
  // passive_auxiliary (where the treebank has no aux:pass), present_ending and participle_ending (of verbs that were
  // taken for nouns).
  explicit Mender(const pack::Pack& pack);
  void mend(std::string_view text, const doc::TokenTable& tokens, doc::SyntaxTable& syntax) const;

 private:
  Grammar grammar_;
};

}  // namespace kilde::syntax
