// SPDX-License-Identifier: Apache-2.0
// Who stands behind the words that fill a role: the named entities of a phrase, found through apposition, owner,
// adjective or coordination ("Norges statsminister" -> Norway; "tyske politikere" -> Germany).
#pragma once
#include <vector>

#include "doc/reading.h"
#include "find/event/lexicon.h"
#include "match/tree.h"

namespace kilde::find::event {

class Fillers {
 public:
  Fillers(const match::Tree& tree, const Lexicon& lexicon);

  // Adds the entities behind these phrase heads to `out`, each once.
  void resolve(const std::vector<doc::TokenId>& heads, std::vector<doc::EntityId>& out) const;
  // Whether the head can be somebody who acts: a named one, a person or body, a pronoun for people.
  bool can_act(doc::TokenId head) const;
  // Or something that strikes: a missile, an attack.
  bool can_strike(doc::TokenId head) const { return can_act(head) || lexicon_->is_weapon(*tree_, head); }
  // "det er | Oslo, der ...": the noun that a cleft puts first, for its pronoun; any other token itself.
  doc::TokenId cleft(doc::TokenId head) const;
  // The entity of the mention that holds t, or kNone.
  doc::EntityId entity_at(doc::TokenId t) const;

 private:
  // "the two sides": the last two that were named together before.
  bool resolve_pair(doc::TokenId head, std::vector<doc::EntityId>& out) const;
  // "her group": the body that its owner speaks for; "their country". Sets `known` when the noun is such a one.
  bool resolve_own_body(doc::TokenId head, bool& known, std::vector<doc::EntityId>& out) const;
  // "they" as the plural subject of the clause above.
  bool resolve_they(doc::TokenId pronoun, int depth, std::vector<doc::EntityId>& out) const;
  bool resolve_one(doc::TokenId head, int depth, std::vector<doc::EntityId>& out) const;

  const match::Tree* tree_;
  const Lexicon* lexicon_;
  doc::EntityId police_ = doc::kNone;  // the article's only police force
};

void add_once(std::vector<doc::EntityId>& list, doc::EntityId entity);

}  // namespace kilde::find::event
