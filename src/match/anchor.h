// SPDX-License-Identifier: Apache-2.0
// When and where: the time that dates a trigger and the places that locate it, looked for in its own clause only. The
// case words that may lead to a place stand in lang/XX/anchor.tsv. Const after make() and shared by threads.
#pragma once
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
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
  // The place that the phrase or adverb t gives, or kNone.
  doc::EntityId place_at(const Tree& tree, doc::TokenId t) const;

  WordSet place_cases_;  // at, in: where it happens
  WordSet limit_cases_;  // since, until: a time that only bounds
  WordSet here_;         // stands for the place last named
  WordSet where_;        // relative adverb
};

// The entity that the phrase of t names: its own, or that of a name set beside it ("byen Lund"); kNone when none.
doc::EntityId entity_of_phrase(const Tree& tree, doc::TokenId t);

}  // namespace kilde::match
