// SPDX-License-Identifier: Apache-2.0
#include "match/tree.h"

#include <algorithm>

namespace kilde::match {

using doc::Deprel;
using doc::kNoToken;
using doc::TokenId;

Tree::Tree(const doc::Reading& reading) : reading_(&reading) {
  const std::uint32_t n = reading.tokens.size();
  const auto& heads = reading.syntax.heads;
  offsets_.assign(n + 1, 0);
  for (TokenId t = 0; t < n; ++t) {
    if (heads[t] != kNoToken) ++offsets_[heads[t] + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) offsets_[i + 1] += offsets_[i];
  list_.resize(offsets_[n]);
  auto next = offsets_;
  for (TokenId t = 0; t < n; ++t) {
    if (heads[t] != kNoToken) list_[next[heads[t]]++] = t;
  }
  first_.resize(n);
  last_.resize(n);
  for (TokenId t = 0; t < n; ++t) first_[t] = last_[t] = t;
  // Each token widens all its ancestors: trees are shallow, so this is cheap.
  for (TokenId t = 0; t < n; ++t) {
    for (TokenId up = heads[t]; up != kNoToken; up = heads[up]) {
      first_[up] = std::min(first_[up], t);
      last_[up] = std::max(last_[up], t);
    }
  }
  key_words();
}

void Tree::key_words() {
  const auto& syntax = reading_->syntax;
  std::vector<WordKey> pool(syntax.strings.size());
  for (std::uint32_t i = 0; i < pool.size(); ++i) pool[i] = word_key(syntax.strings[i]);
  const std::uint32_t n = reading_->tokens.size();
  lemma_keys_.resize(n);
  form_keys_.resize(n);
  for (TokenId t = 0; t < n; ++t) {
    lemma_keys_[t] = pool[syntax.lemmas[t]];
    form_keys_[t] = word_key(reading_->form(t));
  }
}

std::span<const TokenId> Tree::children(TokenId t) const {
  return std::span(list_).subspan(offsets_[t], offsets_[t + 1] - offsets_[t]);
}

TokenId Tree::child(TokenId t, Deprel relation) const {
  const bool any_subtype = doc::universal(relation) == relation;
  for (const TokenId c : children(t)) {
    const Deprel have = deprel(c);
    if (have == relation || (any_subtype && doc::universal(have) == relation)) return c;
  }
  return kNoToken;
}

bool Tree::dominates(TokenId ancestor, TokenId t) const {
  while (t != kNoToken && t != ancestor) t = head(t);
  return t == ancestor;
}

TokenId Tree::root_of(TokenId t) const {
  while (head(t) != kNoToken) t = head(t);
  return t;
}

TokenId Tree::clause_head(TokenId t) const {
  for (;;) {
    switch (relation(t)) {
      case Deprel::kRoot: case Deprel::kCcomp: case Deprel::kAdvcl: case Deprel::kAcl: case Deprel::kCsubj:
      case Deprel::kParataxis: return t;
      case Deprel::kConj: {
        // A conjoined verb heads its own clause, a conjoined noun does not.
        const auto upos = reading_->syntax.upos[t];
        if (upos == doc::Upos::kVerb || has_child(t, Deprel::kNsubj) || has_child(t, Deprel::kCop)) return t;
        break;
      }
      default: break;
    }
    if (head(t) == kNoToken) return t;
    t = head(t);
  }
}

}  // namespace kilde::match
