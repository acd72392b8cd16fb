// SPDX-License-Identifier: Apache-2.0
// Mends what a statistical parser gets wrong although grammar rules it out: a verb with two subjects, a finite clause
// without one in a language that demands it, a participle over the determiner of its noun. Each mend moves few arcs and
// leaves a tree with one root a sentence.
#pragma once
#include <string>

#include "doc/syntax_table.h"
#include "doc/token_table.h"
#include "pack/pack.h"

namespace kilde::syntax {

class Mender {
 public:
  // Reads language.tsv: verb_second (main clauses put the verb second and name their subject, as in Danish) and
  // passive_auxiliary (where the treebank has no aux:pass).
  explicit Mender(const pack::Pack& pack);
  void mend(const doc::TokenTable& tokens, doc::SyntaxTable& syntax) const;

 private:
  bool verb_second_ = false;
  std::string passive_auxiliary_;
};

}  // namespace kilde::syntax
