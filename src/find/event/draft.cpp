// SPDX-License-Identifier: Apache-2.0
#include "find/event/draft.h"

#include <algorithm>

namespace kilde::find::event {
namespace {

using doc::Deprel;
using doc::EntityId;
using doc::EntityKind;
using doc::EventMention;
using doc::kNone;
using doc::kNoToken;
using doc::TokenId;

bool has(const std::vector<EntityId>& list, EntityId e) { return std::find(list.begin(), list.end(), e) != list.end(); }

// Whether t stands in the phrase of `head` itself, not in a clause inside it.
bool in_phrase(const match::Tree& tree, TokenId head, TokenId t) {
  for (; t != kNoToken && t != head; t = tree.head(t)) {
    const Deprel relation = tree.relation(t);
    if (relation == Deprel::kAcl || relation == Deprel::kAdvcl || relation == Deprel::kConj) return false;
  }
  return t == head;
}

bool is_land(EntityKind kind) { return kind == EntityKind::kCountry || kind == EntityKind::kPlace; }

}  // namespace

void drop_sides_from_places(EventMention& event) {
  if (event.type == "ASSAULT" || event.mode == "visit") return;
  std::erase_if(event.places, [&](EntityId e) { return has(event.actors, e) || has(event.recipients, e); });
}

// "Byens indbyggere" are hit in the town; the town itself is not.
void Drafter::homes_to_places(const std::vector<TokenId>& heads, EventMention& event) const {
  std::erase_if(event.recipients, [&](EntityId e) {
    const bool named = std::any_of(heads.begin(), heads.end(), [&](TokenId t) {
      const auto children = tree_->children(t);  // "the town of | Lund"
      return fillers_->entity_at(t) == e || std::any_of(children.begin(), children.end(), [&](TokenId c) {
               return fillers_->entity_at(c) == e && tree_->deprel(c) != Deprel::kNmodPoss;
             });
    });
    if (named || tree_->reading().entities[e].kind != EntityKind::kPlace) return false;
    if (event.type == "ASSAULT" || event.type == "COERCE") add_once(event.places, e);
    return true;
  });
}

// What forces leave is where they were.
void Drafter::place_left(EventMention& event) const {
  std::erase_if(event.recipients, [&](EntityId e) {
    if (!is_land(tree_->reading().entities[e].kind)) return false;
    add_once(event.places, e);
    return true;
  });
}

// A visit goes to a place; its host is the country named with it, else whoever is visited.
void Drafter::fill_visit(const std::vector<TokenId>& goals, EventMention& event) const {
  const auto& entities = tree_->reading().entities;
  for (const TokenId goal : goals) {
    const auto range = tree_->subtree(goal);
    std::vector<EntityId> lands;
    for (TokenId t = range.begin; t < range.end; ++t) {
      const EntityId e = fillers_->entity_at(t);
      if (e != kNone && is_land(entities[e].kind) && in_phrase(*tree_, goal, t)) add_once(lands, e);
    }
    if (lands.empty()) {
      std::vector<EntityId> hosts;
      fillers_->resolve({goal}, hosts);
      for (const EntityId host : hosts) add_once(event.recipients, host);
      continue;
    }
    const auto site = std::find_if(lands.begin(), lands.end(), [&](EntityId e) { return entities[e].kind == EntityKind::kPlace; });
    add_once(event.places, site == lands.end() ? lands.front() : *site);
    add_once(lands, country_after(range.end));
    for (const EntityId e : lands) {
      if (entities[e].kind == EntityKind::kCountry) add_once(event.recipients, e);
    }
  }
}

// The country of "to Lund | in Sweden" where the tree sets it apart.
EntityId Drafter::country_after(TokenId t) const {
  const auto& reading = tree_->reading();
  if (t + 1 >= reading.tokens.size() || reading.syntax.upos[t] != doc::Upos::kAdp) return kNone;
  const EntityId e = fillers_->entity_at(t + 1);
  return e != kNone && reading.entities[e].kind == EntityKind::kCountry ? e : kNone;
}

TokenId Drafter::carrier(TokenId noun) const {
  const Deprel relation = tree_->relation(noun);
  const TokenId verb = tree_->head(noun);
  if (verb != kNoToken && (relation == Deprel::kObj || relation == Deprel::kNsubj) && lexicon_->is_light_verb(*tree_, verb)) return verb;
  // "den offensiv, som hæren indledte", "a meeting planned for Monday"
  for (const TokenId child : tree_->children(noun)) {
    if (tree_->relation(child) == Deprel::kAcl && lexicon_->is_light_verb(*tree_, child)) return child;
  }
  return kNoToken;
}

// Whether the noun's own phrase says where or when.
bool Drafter::names_itself(TokenId noun) const {
  const auto& reading = tree_->reading();
  const auto range = tree_->subtree(noun);
  for (TokenId t = range.begin; t < range.end; ++t) {
    if (t == noun || !in_phrase(*tree_, noun, t)) continue;
    if (t < reading.time_of_token.size() && reading.time_of_token[t] != kNone) return true;
    const EntityId e = fillers_->entity_at(t);
    if (e != kNone && is_land(reading.entities[e].kind)) return true;
  }
  return false;
}

// A noun alone may be a mere mention of an act; it counts when it says who, whom, where or when, or a verb carries it.
bool Drafter::has_evidence(const Draft& draft) const {
  const EventMention& event = draft.event;
  const TokenId verb = tree_->head(event.head);
  const bool exists = verb != kNoToken && tree_->has_child(verb, Deprel::kExpl);  // "der var ingen anholdelser"
  return !event.actors.empty() || !event.recipients.empty() || exists || carrier(event.head) != kNoToken || names_itself(event.head);
}

bool Drafter::meets_needs(const Roles& roles, const Trigger& row, const EventMention& event) const {
  const bool actor = !event.actors.empty(), recipient = !event.recipients.empty(), place = !event.places.empty();
  if (row.needs_a(Need::kActor) && !actor) return false;
  if (row.needs_a(Need::kRecipient) && !recipient) return false;
  if (row.needs_a(Need::kPlace) && !place) return false;
  if (row.needs_a(Need::kNamed) && !actor && !recipient && !place) return false;
  if (row.needs_a(Need::kSubject) && roles.actors.empty()) return false;
  const auto every = [&](auto fits) { return std::all_of(roles.actors.begin(), roles.actors.end(), fits); };
  const auto alive = [&](TokenId t) { return fillers_->can_act(t); };
  if (row.needs_a(Need::kVictim) && !recipient && !roles.recipients.empty() && std::none_of(roles.recipients.begin(), roles.recipients.end(), alive)) return false;
  if (row.needs_a(Need::kForce) && !every([&](TokenId t) { return fillers_->can_strike(t); })) return false;
  return !row.needs_a(Need::kHuman) || every(alive);
}

// The word whose clause says whether it happened: for "kørte til byen for at | protestere" the verb above.
TokenId Drafter::told_at(const EventMention& event) const {
  const TokenId up = tree_->head(event.head);
  const auto& syntax = tree_->reading().syntax;
  const bool purpose = event.type == "PROTEST" && up != kNoToken && syntax.has(event.head, doc::Feat::kVerbFormInf) &&
                       tree_->relation(event.head) == Deprel::kAdvcl && syntax.upos[up] == doc::Upos::kVerb;
  return purpose ? up : event.head;
}

// Where the phrase of somebody unnamed says they are.
std::vector<EntityId> Drafter::places_of(TokenId head) const {
  if (tree_->reading().syntax.upos[head] != doc::Upos::kNoun || fillers_->entity_at(head) != kNone) return {};
  std::vector<EntityId> places = readers_->anchor.places(*tree_, head);
  std::erase_if(places, [&](EntityId e) {
    const auto range = tree_->subtree(head);
    for (TokenId t = range.begin; t < range.end; ++t) {
      if (fillers_->entity_at(t) == e) return false;
    }
    return true;
  });
  return places;
}

void Drafter::fill_clause(const std::vector<TokenId>& actors, const Trigger& row, Draft& draft) const {
  EventMention& event = draft.event;
  event.time = readers_->anchor.time(*tree_, event.head);
  if (event.places.empty()) event.places = readers_->anchor.places(*tree_, event.head);
  for (const TokenId actor : actors) {  // "the drivers | in Lund walked out"
    if (event.places.empty() && !draft.told_by_noun) event.places = places_of(actor);
  }
  drop_sides_from_places(event);
  const auto* when = event.time == kNone ? nullptr : &tree_->reading().times[event.time];
  const match::Modality modality = readers_->modality.read(*tree_, told_at(event), when);
  event.status = modality.status, event.negated = modality.negated, event.certainty = modality.certainty;
  if (const TokenId verb = draft.told_by_noun ? carrier(event.head) : kNoToken; verb != kNoToken) {
    const Effect effect = lexicon_->effect(*tree_, verb);
    if (effect == Effect::kPlanned || effect == Effect::kCancelled) event.status = doc::Status::kPlanned;
    if (effect == Effect::kEnded && !event.negated) event.status = doc::Status::kHappened;
    event.negated |= effect == Effect::kCancelled;
  }
  if (row.has_status) event.status = row.status;
  event.negated ^= row.negated;
}

// Who acts in an infinitive that the tree hangs on another word: the subject of the verb above ("rejser fredag for at | mødes").
void Drafter::controller(TokenId trigger, std::vector<TokenId>& actors) const {
  const auto& syntax = tree_->reading().syntax;
  if (!syntax.has(trigger, doc::Feat::kVerbFormInf) || !tree_->has_child(trigger, Deprel::kMark)) return;
  for (TokenId up = tree_->head(trigger); up != kNoToken; up = tree_->head(up)) {
    if (syntax.upos[up] != doc::Upos::kVerb) continue;
    for (TokenId verb = up; verb != kNoToken; verb = tree_->relation(verb) == Deprel::kConj ? tree_->head(verb) : kNoToken) {
      const TokenId subject = tree_->child(verb, Deprel::kNsubj);
      if (subject == kNoToken) continue;
      actors.push_back(subject);
      return;
    }
    return;
  }
}

// Who acts in "det er Oslo, der beder om mødet" and in "det afviste regeringen".
void Drafter::right_actors(TokenId trigger, Roles& roles) const {
  if (roles.actors.empty()) controller(trigger, roles.actors);
  if (const TokenId verb = carrier(trigger); roles.actors.empty() && verb != kNoToken && tree_->head(trigger) == verb &&
                                             tree_->relation(trigger) == Deprel::kObj) {
    if (const TokenId subject = tree_->child(verb, Deprel::kNsubj); subject != kNoToken) roles.actors.push_back(subject);
  }
  for (TokenId& t : roles.actors) t = fillers_->cleft(t);
  if (!lexicon_->verb_second() || roles.actors.size() != 1 || roles.recipients.empty()) return;
  const TokenId first = roles.actors.front(), second = roles.recipients.front();
  if (first < trigger && second > trigger && !fillers_->can_act(first) && fillers_->can_act(second) &&
      tree_->reading().syntax.upos[first] == doc::Upos::kPron) {
    std::swap(roles.actors, roles.recipients);
  }
}

bool Drafter::complete(TokenId trigger, Roles roles, const Trigger& row, Draft& draft) const {
  right_actors(trigger, roles);
  EventMention& event = draft.event;
  const auto& reading = tree_->reading();
  event.type = row.type;
  event.mode = row.mode;
  event.rule = row.rule;
  event.head = trigger;
  event.trigger = reading.tokens.spans[trigger];
  event.span = reading.tokens.bytes(tree_->subtree(trigger));
  draft.told_by_noun = reading.syntax.upos[trigger] == doc::Upos::kNoun;
  fillers_->resolve(roles.actors, event.actors);
  fillers_->resolve(roles.recipients, event.recipients);
  homes_to_places(roles.recipients, event);
  fill_visit(roles.goals, event);
  if (event.mode == "withdraw" && event.type == "RETREAT") place_left(event);
  std::erase_if(event.recipients, [&](EntityId e) { return has(event.actors, e); });
  if (draft.told_by_noun && !row.sure && roles.recipients.empty() && !has_evidence(draft)) return false;
  if (event.mode == "visit" && row.needs_a(Need::kPlace) && event.places.empty()) return false;
  fill_clause(roles.actors, row, draft);
  return meets_needs(roles, row, event);
}

}  // namespace kilde::find::event
