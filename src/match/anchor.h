// SPDX-License-Identifier: Apache-2.0
// When and where: the time that dates a trigger and the places that locate it, looked for in its own clause only. The
// case words that may lead to a place stand in lang/XX/anchor.tsv. Const after make() and shared by threads.
#pragma once
#include <memory>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "match/modality.h"
#include "match/tree.h"
#include "match/word_key.h"
#include "pack/pack.h"

namespace kilde::match {

class Anchor {
 public:
  static base::Result<Anchor> make(const pack::Pack& pack);

  // The day or clock time at which it happens, or kNone. Never a dateline, a duration or a limit ("since Monday").
  doc::TimeId time(const Tree& tree, doc::TokenId trigger) const;
  // Innermost places, in text order without repetition: "in the town of Lund in Sweden" gives Lund only.
  std::vector<doc::EntityId> places(const Tree& tree, doc::TokenId trigger) const;

 private:
  // How near to the trigger a phrase stands; the smaller, the nearer.
  enum Rank : std::uint32_t { kOwn, kHolder, kArgument, kClause, kContinued, kFar };
  Rank rank(const Tree& tree, doc::TokenId trigger, doc::TokenId phrase) const;
  // Whether what dates and places the verb above a noun does so for the noun: "held talks", "the strike began", "after
  // a march"; not "praised the deal".
  bool shares_verb(const Tree& tree, doc::TokenId noun) const;
  // The clause whose time and place also hold for this one, or kNoToken.
  doc::TokenId continued(const Tree& tree, doc::TokenId clause) const;
  // "a march held on Monday", "a visit planned for May": the clause beside a noun dates it.
  bool tells_of(const Tree& tree, doc::TokenId clause, doc::TokenId noun) const;
  bool is_planned_for(const Tree& tree, doc::TokenId governor, doc::TokenId phrase) const;
  bool is_limit(const Tree& tree, doc::TokenId time_head) const;
  // The place that the phrase or adverb t gives, or kNone.
  doc::EntityId place_at(const Tree& tree, doc::TokenId t) const;
  doc::EntityId place_of_phrase(const Tree& tree, doc::TokenId t) const;
  doc::EntityId last_place(const Tree& tree, doc::TokenId begin, doc::TokenId end) const;
  bool is_of_another(const Tree& tree, doc::TokenId trigger, doc::TokenId place) const;

  WordSet place_cases_;  // at, in: where it happens
  WordSet limit_cases_;  // since, until: a time that only bounds
  WordSet here_;         // stands for the place last named
  WordSet where_;        // relative adverb
  WordSet topic_cases_;  // about, over: what the act is about
  WordSet place_nouns_;  // nouns that stand for a place named before: byen
  WordSet when_;         // subordinators of clauses that happen at the same time
  std::shared_ptr<const ModalityReader::Words> words_;
};

// The entity that the phrase of t names: its own, or that of a name set beside it ("byen Lund"); kNone when none.
doc::EntityId entity_of_phrase(const Tree& tree, doc::TokenId t);

}  // namespace kilde::match
