// SPDX-License-Identifier: Apache-2.0
// When and where: the time that dates a trigger and the places that locate it, looked for in its own clause and in those
// that tell of the same moment. The words that lead there stand in lang/XX/anchor.tsv (docs/rules.md). Const after
// make() and shared by threads.
#pragma once
#include <memory>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "match/modality.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::match {

class Anchor {
 public:
  static base::Result<Anchor> make(const pack::Pack& pack);

  // The day or clock time at which it happens, or kNone. Never a dateline, a duration or a limit ("since Monday").
  doc::TimeId time(const Tree& tree, doc::TokenId trigger) const;
  // Innermost places, in text order without repetition: "in the town of Lund in Sweden" gives Lund only.
  std::vector<doc::EntityId> places(const Tree& tree, doc::TokenId trigger) const;

  class Words;

 private:
  std::shared_ptr<const Words> words_;
};

// The entity that the phrase of t names: its own, or that of a name set beside it ("byen Lund"); kNone when none.
doc::EntityId entity_of_phrase(const Tree& tree, doc::TokenId t);

}  // namespace kilde::match
