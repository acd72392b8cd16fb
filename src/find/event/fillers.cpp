// SPDX-License-Identifier: Apache-2.0
#include "find/event/fillers.h"

#include <algorithm>

#include "match/path.h"

namespace kilde::find::event {
namespace {

using doc::EntityId;
using doc::kNone;
using doc::kNoToken;
using doc::TokenId;

constexpr int kMaxDepth = 3;  // "hundreds of | officers of | the Polish | army"

}  // namespace

void add_once(std::vector<EntityId>& list, EntityId entity) {
  if (entity != kNone && std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}

Fillers::Fillers(const match::Tree& tree, const Lexicon& lexicon) : tree_(&tree), lexicon_(&lexicon) {
  const auto& entities = tree.reading().entities;
  for (EntityId e = 0; e < entities.size(); ++e) {
    if (entities[e].kind != doc::EntityKind::kOrganization || entities[e].mentions.empty()) continue;
    if (!lexicon.is_police(tree, entities[e].mentions.front().head)) continue;
    if (police_ != kNone) {  // two forces: "the officers" could be of either
      police_ = kNone;
      break;
    }
    police_ = e;
  }
}

EntityId Fillers::entity_at(TokenId t) const {
  const auto& reading = tree_->reading();
  if (t < reading.entity_of_head.size() && reading.entity_of_head[t] != kNone) return reading.entity_of_head[t];
  return t < reading.entity_of_token.size() ? reading.entity_of_token[t] : kNone;
}

void Fillers::resolve(const std::vector<TokenId>& heads, std::vector<EntityId>& out) const {
  for (const TokenId head : heads) resolve_one(match::referent(*tree_, head), 0, out);
}

bool Fillers::resolve_pair(TokenId head, std::vector<EntityId>& out) const {
  const auto children = tree_->children(head);
  if (tree_->reading().syntax.upos[head] != doc::Upos::kNoun || !lexicon_->is_people(*tree_, head)) return false;
  if (std::none_of(children.begin(), children.end(), [&](TokenId c) { return lexicon_->is_two(*tree_, c); })) return false;
  const auto& entities = tree_->reading().entities;
  const auto body = [&](EntityId e) {
    return e != kNone && (entities[e].kind == doc::EntityKind::kCountry || entities[e].kind == doc::EntityKind::kOrganization);
  };
  for (TokenId t = head; t-- > 0;) {
    if (tree_->relation(t) != doc::Deprel::kConj) continue;
    std::vector<EntityId> pair;
    const TokenId both[] = {tree_->head(t), t};
    for (const TokenId side : both) {
      add_once(pair, entity_at(side));
      const TokenId owner = tree_->child(side, doc::Deprel::kNmodPoss);
      if (entity_at(side) == kNone && owner != kNoToken) add_once(pair, entity_at(owner));
    }
    if (pair.size() != 2 || !body(pair[0]) || !body(pair[1])) continue;
    for (const EntityId e : pair) add_once(out, e);
    return true;
  }
  return false;
}

bool Fillers::resolve_they(TokenId pronoun, int depth, std::vector<EntityId>& out) const {
  const auto& syntax = tree_->reading().syntax;
  if (syntax.upos[pronoun] != doc::Upos::kPron || !syntax.has(pronoun, doc::Feat::kCaseNom) || !syntax.has(pronoun, doc::Feat::kNumberPlur)) return false;
  TokenId clause = tree_->head(pronoun);
  for (TokenId up = clause == kNoToken ? clause : tree_->head(clause); up != kNoToken; up = tree_->head(up)) {
    const TokenId subject = tree_->child(up, doc::Deprel::kNsubj);
    if (subject == kNoToken || subject > pronoun) continue;
    const bool plural = syntax.has(subject, doc::Feat::kNumberPlur) || tree_->has_child(subject, doc::Deprel::kConj);
    if (!plural) return false;
    bool found = resolve_one(subject, depth + 1, out);
    for (const TokenId c : tree_->children(subject)) {
      if (tree_->relation(c) == doc::Deprel::kConj) found |= resolve_one(c, depth + 1, out);
    }
    return found;
  }
  return false;
}

bool Fillers::resolve_own_body(TokenId head, bool& known, std::vector<EntityId>& out) const {
  const auto& entities = tree_->reading().entities;
  const bool land = lexicon_->is_land(*tree_, head);
  const TokenId owner = tree_->child(head, doc::Deprel::kNmodPoss);
  const TokenId word = owner == kNoToken ? tree_->child(head, doc::Deprel::kDet) : owner;  // Danish "hans", "sin"
  if (word == kNoToken || (!land && !lexicon_->is_body(*tree_, head)) || tree_->reading().syntax.upos[word] == doc::Upos::kPropn) return false;
  const EntityId person = entity_at(word);
  if (person == kNone || entities[person].kind != doc::EntityKind::kPerson) return false;
  known = true;
  EntityId body = land ? kNone : entities[person].affiliation;
  for (EntityId e = 0; land && e < entities.size(); ++e) {
    if (entities[e].kind == doc::EntityKind::kCountry && !entities[e].country.empty() && entities[e].country == entities[person].country) body = e;
  }
  add_once(out, body);
  return body != kNone;
}

bool Fillers::resolve_one(TokenId head, int depth, std::vector<EntityId>& out) const {
  if (head == kNoToken || depth > kMaxDepth) return false;
  if (const EntityId entity = entity_at(head); entity != kNone) {
    add_once(out, entity);
    return true;
  }
  if (lexicon_->is_police(*tree_, head) && police_ != kNone) {
    add_once(out, police_);
    return true;
  }
  if (resolve_pair(head, out) || resolve_they(head, depth, out)) return true;
  bool known = false;
  if (resolve_own_body(head, known, out) || known) return known && !out.empty();
  const bool people = tree_->reading().syntax.upos[head] != doc::Upos::kNoun || lexicon_->is_people(*tree_, head);
  std::vector<TokenId> behind;
  (people ? lexicon_->names_behind_people() : lexicon_->names_behind_thing()).follow(*tree_, head, behind);
  bool found = false;
  for (const TokenId t : behind) found |= resolve_one(t, depth + 1, out);
  return found;
}

TokenId Fillers::cleft(TokenId head) const {
  if (head == kNoToken || !lexicon_->is_thing(*tree_, head) || tree_->relation(head) != doc::Deprel::kNsubj) return head;
  const TokenId predicate = tree_->head(head);
  return predicate != kNoToken && tree_->has_child(predicate, doc::Deprel::kCop) ? predicate : head;
}

bool Fillers::can_act(TokenId head) const {
  head = match::referent(*tree_, head);
  if (head == kNoToken || entity_at(head) != kNone) return true;
  if (lexicon_->is_thing(*tree_, head)) return false;
  for (const TokenId child : tree_->children(head)) {  // "the banker | Oliver Jewel"
    const auto relation = tree_->relation(child);
    if ((relation == doc::Deprel::kAppos || relation == doc::Deprel::kFlat) && entity_at(child) != kNone) return true;
  }
  if (tree_->reading().syntax.upos[head] != doc::Upos::kNoun) return true;  // "flere", "begge", "95", unknown names
  return lexicon_->is_people(*tree_, head);
}

}  // namespace kilde::find::event
