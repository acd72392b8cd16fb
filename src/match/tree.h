// SPDX-License-Identifier: Apache-2.0
// A dependency tree made quick to walk: children, subtrees and the usual questions about phrases.
// Built once for each Reading, after syntax; reused scratch, never stored in the Reading.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "doc/reading.h"
#include "match/word_key.h"

namespace kilde::match {

class Tree {
 public:
  // Borrows the reading, whose tokens and syntax must outlive the tree and not change.
  explicit Tree(const doc::Reading& reading);

  const doc::Reading& reading() const { return *reading_; }
  // Dependents in text order.
  std::span<const doc::TokenId> children(doc::TokenId t) const;
  doc::TokenId head(doc::TokenId t) const { return reading_->syntax.heads[t]; }
  doc::Deprel deprel(doc::TokenId t) const { return reading_->syntax.deprels[t]; }
  // The relation without its subtype.
  doc::Deprel relation(doc::TokenId t) const { return doc::universal(deprel(t)); }

  // The token's words as rules compare them: without case.
  WordKey lemma_key(doc::TokenId t) const { return lemma_keys_[t]; }
  WordKey form_key(doc::TokenId t) const { return form_keys_[t]; }
  bool has_word(doc::TokenId t, WordKey key) const { return lemma_keys_[t] == key || form_keys_[t] == key; }

  // First dependent with this relation (subtypes included when `relation` is universal), or kNoToken.
  doc::TokenId child(doc::TokenId t, doc::Deprel relation) const;
  bool has_child(doc::TokenId t, doc::Deprel relation) const { return child(t, relation) != doc::kNoToken; }

  // Smallest token range that holds the whole subtree (gaps included).
  base::TokenRange subtree(doc::TokenId t) const { return {first_[t], last_[t] + 1}; }
  bool dominates(doc::TokenId ancestor, doc::TokenId t) const;
  doc::TokenId root_of(doc::TokenId t) const;
  // The verb or predicate of the clause that t stands in: the nearest ancestor-or-self that heads a clause.
  doc::TokenId clause_head(doc::TokenId t) const;

 private:
  void key_words();

  const doc::Reading* reading_;
  std::vector<std::uint32_t> offsets_;  // children of t: list_[offsets_[t] .. offsets_[t + 1])
  std::vector<doc::TokenId> list_;
  std::vector<doc::TokenId> first_, last_;
  std::vector<WordKey> lemma_keys_, form_keys_;
};

}  // namespace kilde::match
