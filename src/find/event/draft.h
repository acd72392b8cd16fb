// SPDX-License-Identifier: Apache-2.0
// A found act before it is accepted: which token tells it, who fills its roles, what company the trigger kept.
#pragma once
#include <vector>

#include "doc/mentions.h"
#include "find/event/fillers.h"
#include "find/event/lexicon.h"
#include "match/anchor.h"
#include "match/modality.h"
#include "match/tree.h"

namespace kilde::find::event {

// Heads of the phrases that fill the roles.
struct Roles {
  std::vector<doc::TokenId> actors, recipients, goals;
};

struct Draft {
  doc::EventMention event;
  std::vector<doc::TokenId> company;  // words that belong to the trigger: "nedlagde | veto"
  bool told_by_noun = false;
};

// What reads the clause of an act.
struct Readers {
  match::Anchor anchor;
  match::ModalityReader modality;
};

// Makes drafts for one article. Borrows its arguments.
class Drafter {
 public:
  Drafter(const match::Tree& tree, const Lexicon& lexicon, const Readers& readers, const Fillers& fillers)
      : tree_(&tree), lexicon_(&lexicon), readers_(&readers), fillers_(&fillers) {}

  // Fills the draft; false when what the row needs is not met.
  bool complete(doc::TokenId trigger, Roles roles, const Trigger& row, Draft& draft) const;

 private:
  void homes_to_places(const std::vector<doc::TokenId>& heads, doc::EventMention& event) const;
  void place_left(doc::EventMention& event) const;
  void fill_visit(const std::vector<doc::TokenId>& goals, doc::EventMention& event) const;
  void controller(doc::TokenId trigger, std::vector<doc::TokenId>& actors) const;
  void right_actors(doc::TokenId trigger, Roles& roles) const;
  doc::EntityId country_after(doc::TokenId t) const;
  doc::TokenId told_at(const doc::EventMention& event) const;
  std::vector<doc::EntityId> places_of(doc::TokenId head) const;
  void fill_clause(const std::vector<doc::TokenId>& actors, const Trigger& row, Draft& draft) const;
  bool has_evidence(const Draft& draft) const;
  bool meets_needs(const Roles& roles, const Trigger& row, const doc::EventMention& event) const;
  // The verb that carries a noun ("holdt" of "holdt et møde"), or kNoToken.
  doc::TokenId carrier(doc::TokenId noun) const;
  bool names_itself(doc::TokenId noun) const;

  const match::Tree* tree_;
  const Lexicon* lexicon_;
  const Readers* readers_;
  const Fillers* fillers_;
};

// Who takes part is not also where it happens ("the government of Peru", "apologised to Chile"), but for what is attacked
// or visited.
void drop_sides_from_places(doc::EventMention& event);

}  // namespace kilde::find::event
