// SPDX-License-Identifier: Apache-2.0
#include "find/event/settle.h"

#include <algorithm>

namespace kilde::find::event {
namespace {

using doc::EntityId;
using doc::EventMention;
using doc::kNone;
using doc::TokenId;

bool has(const std::vector<TokenId>& tokens, TokenId t) { return std::find(tokens.begin(), tokens.end(), t) != tokens.end(); }

bool within(const std::vector<EntityId>& part, const std::vector<EntityId>& whole) {
  return std::all_of(part.begin(), part.end(), [&](EntityId e) { return std::find(whole.begin(), whole.end(), e) != whole.end(); });
}

bool contradict(const std::vector<EntityId>& a, const std::vector<EntityId>& b) { return !a.empty() && !b.empty() && !within(b, a); }

// "blev skudt | og dræbt", "gik på gaden for at | protestere", "hit Odesa, | killing two": a verb that goes on about the act of another.
bool goes_on(const match::Tree& tree, const Draft& act, TokenId verb) {
  const TokenId main = act.event.head;
  constexpr TokenId kClose = 3;
  if (tree.head(verb) != main || verb < main) return false;
  if (tree.relation(verb) == doc::Deprel::kConj) return act.event.type == "ASSAULT" && verb - main <= kClose;
  return !tree.reading().syntax.has(verb, doc::Feat::kVerbFormFin) && !tree.has_child(verb, doc::Deprel::kAux);
}

// Whether `other` is a word of the act that `main` tells: carried by it, or of the same type inside its clause.
bool same_act(const match::Tree& tree, const Draft& main, const Draft& other) {
  const TokenId head = main.event.head, word = other.event.head;
  if (head == word) return false;
  if (other.told_by_noun && tree.has_child(word, doc::Deprel::kAcl)) return false;  // "the offensive that the army began"
  if (has(main.company, word) && !tree.has_child(word, doc::Deprel::kNsubj)) return true;
  if (main.event.type != other.event.type || !tree.dominates(head, word)) return false;
  const bool inside = other.told_by_noun ? main.told_by_noun || tree.clause_head(word) == tree.clause_head(head) : goes_on(tree, main, word);
  return inside && !contradict(main.event.actors, other.event.actors) && !contradict(main.event.recipients, other.event.recipients);
}

// Whether the act is but the content of what another one promises, asks or refuses ("lovede at hjælpe").
bool is_content(const match::Tree& tree, const Draft& act, const Draft& word) {
  const auto& type = word.event.type;
  if (type == "ACCUSE" && act.event.type != "SUPPORT") return false;
  if (type != "ACCUSE" && type != "AGREE" && type != "REQUEST" && type != "REJECT" && type != "THREATEN" && type != "PROTEST") return false;
  const TokenId verb = act.event.head;
  return !act.told_by_noun && tree.head(verb) == word.event.head && verb > word.event.head &&
         !tree.reading().syntax.has(verb, doc::Feat::kVerbFormFin) && !tree.has_child(verb, doc::Deprel::kAux);
}

// A later noun that names nobody new tells again what was told.
bool repeats(const EventMention& first, const Draft& later) {
  return later.told_by_noun && first.type == later.event.type && first.negated == later.event.negated &&
         !first.actors.empty() && !later.event.actors.empty() && within(later.event.actors, first.actors) &&
         within(later.event.recipients, first.recipients) && within(later.event.places, first.places) &&
         (later.event.time == kNone || later.event.time == first.time);
}

void take_missing(EventMention& main, const EventMention& noun) {
  if (main.mode.empty()) main.mode = noun.mode;
  if (main.actors.empty()) main.actors = noun.actors;
  if (main.recipients.empty()) main.recipients = noun.recipients;
  if (main.places.empty()) main.places = noun.places;
  if (main.time == kNone) main.time = noun.time;
  drop_sides_from_places(main);
  std::erase_if(main.recipients, [&](EntityId e) { return within({e}, main.actors); });
}

}  // namespace

void settle(const match::Tree& tree, std::vector<Draft> drafts, std::vector<EventMention>& out) {
  std::vector<bool> dropped(drafts.size());
  for (std::size_t n = 0; n < drafts.size(); ++n) {
    for (std::size_t m = 0; m < drafts.size() && !dropped[n]; ++m) {
      if (m == n || dropped[m]) continue;
      dropped[n] = is_content(tree, drafts[n], drafts[m]);
      if (dropped[n] || !same_act(tree, drafts[m], drafts[n])) continue;
      if (drafts[m].event.type == drafts[n].event.type) take_missing(drafts[m].event, drafts[n].event);
      dropped[n] = true;
    }
  }
  const std::size_t before = out.size();
  for (std::size_t n = 0; n < drafts.size(); ++n) {
    const auto told = [&](const EventMention& first) { return repeats(first, drafts[n]); };
    if (dropped[n] || std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), told)) continue;
    out.push_back(std::move(drafts[n].event));
  }
}

}  // namespace kilde::find::event
