// SPDX-License-Identifier: Apache-2.0
// What a clause itself says of its act, without the words above it: tense, auxiliaries, adverbs, negation, subordinator.
// Inner part of modality.
#pragma once
#include <string>
#include <vector>

#include "match/modality.h"
#include "match/modality_words.h"

namespace kilde::match {

struct Tense {
  Modality modality;
  bool present = false;  // no perfect: what goes on or is to come
  bool past = false;     // tells of what is over
  bool bare = false;     // infinitive or participle without a finite auxiliary
};

// Lets a word's effect bear on an act. Past acts are not raised to plans or fears: "frygtes dræbt" has happened.
void apply(const Effect& effect, bool past, Modality& m);

// Borrows all it is made of.
class Clause {
 public:
  Clause(const ModalityReader::Words& words, const Tree& tree, const doc::TimeMention* when)
      : words_(words), tree_(tree), syntax_(tree.reading().syntax), when_(when) {}

  bool is_verbal(doc::TokenId t) const;
  // Verbs, and whatever carries a copula or an auxiliary.
  bool is_predicate(doc::TokenId t) const;
  // Whether the time that dates the act lies after the article's day, or before it.
  bool is_coming() const;
  bool is_over() const;

  Tense tense(doc::TokenId t) const;
  // Adverbs, negations and negative arguments of one word and its auxiliaries.
  void modifiers(doc::TokenId t, bool present, Modality& m) const;
  // Subordinators of t's clause: hvis, uden at, for at. Those of infinitives speak only where no governor does.
  void mark(doc::TokenId t, const Tense& own, Modality& m) const;
  // Whether the subordinator says for itself that the clause is no complement: "for at".
  bool has_strong_mark(doc::TokenId t) const;
  // "at", "that": the clause is a complement, whatever the parser calls it.
  bool is_declarative(doc::TokenId t) const;
  // "for_at": the subordinators before a verb as one word; empty when it has none.
  std::string marks(doc::TokenId t) const;
  // Whether it holds under a condition ("hvis ...").
  bool has_condition(doc::TokenId t) const;
  // "ingen", "ingen soldater", "hverken A eller B".
  bool is_negative(doc::TokenId argument) const;

 private:
  std::vector<doc::TokenId> auxiliaries(doc::TokenId t) const;
  const Effect* modal_effect(doc::TokenId t, const std::vector<doc::TokenId>& aux, bool has_perfect, Tense& out) const;
  bool is_name(doc::TokenId auxiliary) const;
  bool is_negated(doc::TokenId t) const;
  WordKey key_with_mark(doc::TokenId t, doc::TokenId a) const;
  bool is_reported_in_past(doc::TokenId t) const;
  doc::Status present_status(doc::TokenId t) const;
  bool lasts_since(doc::TokenId t) const;
  void modifier(doc::TokenId child, bool present, Modality& m) const;
  doc::TokenId clause_around(doc::TokenId word) const;
  bool is_softened(doc::TokenId negation) const;

  const ModalityReader::Words& words_;
  const Tree& tree_;
  const doc::SyntaxTable& syntax_;
  const doc::TimeMention* when_;
};

}  // namespace kilde::match
