// SPDX-License-Identifier: Apache-2.0
#include "match/anchor.h"

#include <algorithm>
#include <string>

#include "match/modality_words.h"

namespace kilde::match {
namespace {

using doc::Deprel;
using doc::EntityId;
using doc::kNone;
using doc::kNoToken;
using doc::TimeId;
using doc::TokenId;
using doc::Upos;

bool is_place(const doc::Reading& reading, EntityId entity) {
  if (entity == kNone) return false;
  const auto kind = reading.entities[entity].kind;
  return kind == doc::EntityKind::kPlace || kind == doc::EntityKind::kCountry;
}

EntityId lookup(const std::vector<EntityId>& of_token, TokenId t) { return t < of_token.size() ? of_token[t] : kNone; }

bool is_verbal(const Tree& tree, TokenId t) {
  const Upos upos = tree.reading().syntax.upos[t];
  return upos == Upos::kVerb || upos == Upos::kAux;
}

// The token of a range whose head lies outside it.
TokenId head_of(const Tree& tree, base::TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t) {
    const TokenId head = tree.head(t);
    if (head == kNoToken || !range.contains(head)) return t;
  }
  return range.begin;
}

// "OSLO, March 3 -": a day before the dash that opens a paragraph.
bool is_dateline(const doc::Reading& reading, base::TokenRange range) {
  constexpr std::uint32_t kLongest = 12;
  if (range.end >= reading.tokens.size()) return false;
  const std::string_view next = reading.form(range.end);
  if (next != "-" && next != "–" && next != "—" && next != "(" && next != ":") return false;
  const auto& sentence = reading.tokens.sentence_of(range.begin);
  if (range.begin - sentence.tokens.begin > kLongest) return false;
  for (TokenId t = sentence.tokens.begin; t < range.begin; ++t) {
    if (reading.syntax.upos[t] == Upos::kVerb || reading.syntax.upos[t] == Upos::kAux) return false;
  }
  return true;
}

// Whether a mention whose head is t calls the entity by name.
bool is_name(const doc::Reading& reading, EntityId entity, TokenId t) {
  const auto& mentions = reading.entities[entity].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [t](const doc::EntityMention& mention) {
    return mention.head == t && mention.form == doc::MentionForm::kName;
  });
}

std::uint32_t distance(TokenId a, TokenId b) { return a < b ? b - a : a - b; }

bool has_case_in(const Tree& tree, TokenId t, const WordSet& words) {
  const auto children = tree.children(t);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    const Deprel relation = tree.relation(child);
    return (relation == Deprel::kCase || relation == Deprel::kMark) &&
           (words.contains(tree.lemma_key(child)) || words.contains(tree.form_key(child)));
  });
}

}  // namespace

base::Result<Anchor> Anchor::make(const pack::Pack& pack) {
  Anchor anchor;
  const pack::Table* table = pack.table("anchor");
  if (table == nullptr) return base::Error{base::Fault::kPack, "the pack has no anchor.tsv", pack.folder().string()};
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::string_view name = table->cell(row, "class");
    WordSet* set = name == "place" ? &anchor.place_cases_ : name == "limit" ? &anchor.limit_cases_
                   : name == "here" ? &anchor.here_ : name == "where" ? &anchor.where_
                   : name == "when" ? &anchor.when_ : name == "place_noun" ? &anchor.place_nouns_
                   : name == "topic" ? &anchor.topic_cases_ : nullptr;
    if (set == nullptr) {
      return base::Error{base::Fault::kPack, "no such class: " + std::string(name), table->place(row)};
    }
    for (const std::string_view word : pack::split(table->cell(row, "word"))) set->insert(word_key(word));
  }
  auto words = ModalityReader::Words::make(pack);
  if (!words) return words.error();
  anchor.words_ = std::make_shared<const ModalityReader::Words>(std::move(words).value());
  return anchor;
}

Anchor::Rank Anchor::rank(const Tree& tree, TokenId trigger, TokenId phrase) const {
  const TokenId at = tree.head(phrase) == kNoToken ? phrase : tree.head(phrase);
  if (at == trigger) return kOwn;
  const TokenId clause = tree.clause_head(trigger);
  const TokenId there = tree.clause_head(at);
  if (tells_of(tree, there, trigger)) return kArgument;
  if (at == tree.head(trigger) && is_planned_for(tree, at, phrase)) return kArgument;
  if (at == tree.head(trigger) && tree.subtree(phrase).begin == tree.subtree(trigger).end) return kHolder;
  if (clause != trigger && !shares_verb(tree, trigger)) return kFar;
  if (there == clause) return tree.dominates(trigger, at) ? kArgument : kClause;
  return there == continued(tree, clause) ? kContinued : kFar;
}

bool Anchor::shares_verb(const Tree& tree, TokenId noun) const {
  const TokenId above = tree.head(noun);
  if (above == kNoToken) return false;
  if (tree.relation(noun) == Deprel::kConj || tree.relation(noun) == Deprel::kAppos) return shares_verb(tree, above);
  if (words_->has(WordClass::kLight, tree, above)) return true;
  if (!is_verbal(tree, above)) return false;
  if (words_->find(WordClass::kGovernor, tree, above) != nullptr) return false;
  if (tree.relation(noun) == Deprel::kNsubj) return true;
  const TokenId word = tree.child(noun, Deprel::kCase);
  return tree.relation(noun) == Deprel::kObl && (word == kNoToken || !words_->has(WordClass::kCase, tree, word));
}

TokenId Anchor::continued(const Tree& tree, TokenId clause) const {
  const TokenId above = tree.head(clause);
  if (above == kNoToken || !is_verbal(tree, above)) return kNoToken;
  const Deprel relation = tree.relation(clause);
  const bool has_subject = tree.has_child(clause, Deprel::kNsubj);
  if (relation == Deprel::kConj) return has_subject ? kNoToken : above;
  if (relation == Deprel::kAdvcl && has_subject) return has_case_in(tree, clause, when_) ? tree.clause_head(above) : kNoToken;
  // "failed on Monday to agree": no plan or wish lies between the two.
  const bool infinitive = tree.reading().syntax.has(clause, doc::Feat::kVerbFormInf) && !has_subject;
  const Effect* effect = words_->find(WordClass::kClauseGovernor, tree, above);
  return infinitive && effect != nullptr && !effect->status ? tree.clause_head(above) : kNoToken;
}

bool Anchor::tells_of(const Tree& tree, TokenId clause, TokenId noun) const {
  if (tree.relation(clause) != Deprel::kAcl) return false;
  TokenId modified = tree.head(clause);
  // "a probe of the firm that was opened in May": the clause hangs on the nearer noun.
  if (modified != noun && tree.relation(modified) == Deprel::kNmod) modified = tree.head(modified);
  if (modified != noun) return false;
  const Effect* effect = words_->find(WordClass::kGovernor, tree, clause);
  return words_->has(WordClass::kLight, tree, clause) || (effect != nullptr && effect->status == doc::Status::kPlanned);
}

// "planned for Monday"; but "announced on Monday" does not date what is announced.
bool Anchor::is_planned_for(const Tree& tree, TokenId governor, TokenId phrase) const {
  const Effect* effect = words_->find(WordClass::kGovernor, tree, governor);
  if (effect == nullptr || effect->status != doc::Status::kPlanned) return false;
  for (TokenId t = tree.subtree(phrase).begin; t <= phrase; ++t) {
    if (tree.relation(t) == Deprel::kCase && words_->has(WordClass::kCase, tree, t)) return true;
  }
  return false;
}

// "until Monday"; but "postponed to Monday" names the day.
bool Anchor::is_limit(const Tree& tree, TokenId time_head) const {
  if (!has_case_in(tree, time_head, limit_cases_)) return false;
  const TokenId above = tree.head(time_head);
  const Effect* effect = above == kNoToken ? nullptr : words_->find(WordClass::kGovernor, tree, above);
  return effect == nullptr || effect->status != doc::Status::kPlanned;
}

TimeId Anchor::time(const Tree& tree, TokenId trigger) const {
  const doc::Reading& reading = tree.reading();
  const std::uint32_t sentence = reading.tokens.sentences[trigger];
  TimeId best = kNone;
  std::pair<std::uint32_t, std::uint32_t> best_score{kFar, 0};
  for (TimeId i = 0; i < reading.times.size(); ++i) {
    const doc::TimeMention& time = reading.times[i];
    if (time.tokens.empty() || reading.tokens.sentences[time.tokens.begin] != sentence) continue;
    if (time.kind != doc::TimeKind::kDate && time.kind != doc::TimeKind::kTime) continue;
    const TokenId head = head_of(tree, time.tokens);
    if (is_limit(tree, head) || is_dateline(reading, time.tokens)) continue;
    const std::pair score{static_cast<std::uint32_t>(rank(tree, trigger, head)), distance(trigger, head)};
    if (score < best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

std::vector<EntityId> Anchor::places(const Tree& tree, TokenId trigger) const {
  const base::TokenRange sentence = tree.reading().tokens.sentence_of(trigger).tokens;
  std::vector<EntityId> found;
  std::uint32_t best = kFar;
  for (TokenId t = sentence.begin; t < sentence.end; ++t) {
    const EntityId entity = place_at(tree, t);
    if (entity == kNone) continue;
    const std::uint32_t how_near = rank(tree, trigger, t);
    if (how_near > best || how_near == kFar || is_of_another(tree, trigger, t)) continue;
    if (how_near < best) found.clear();
    best = how_near;
    if (std::find(found.begin(), found.end(), entity) == found.end()) found.push_back(entity);
  }
  return found;
}

// "The mayor of Lund sued", "diplomats expelled over a murder in Lund": where an actor comes from, and where that took
// place which the act is about, is not where it happened.
bool Anchor::is_of_another(const Tree& tree, TokenId trigger, TokenId place) const {
  for (TokenId t = place; tree.relation(t) == Deprel::kNmod;) {
    t = tree.head(t);
    if (t == trigger) return false;
    if (has_case_in(tree, t, topic_cases_)) return true;
    if (tree.relation(t) == Deprel::kNsubj && place < trigger) return !words_->is_passive(tree, tree.head(t));
  }
  return false;
}

EntityId Anchor::place_at(const Tree& tree, TokenId t) const {
  const Deprel relation = tree.relation(t);
  if (relation == Deprel::kAdvmod && here_.contains(tree.form_key(t))) {
    return last_place(tree, 0, tree.reading().tokens.sentence_of(t).tokens.begin);
  }
  if (relation == Deprel::kAdvmod && where_.contains(tree.form_key(t))) {
    constexpr TokenId kNear = 3;  // ", hvor": the place stands just before
    return last_place(tree, t < kNear ? 0 : t - kNear, t);
  }
  const bool adjunct = relation == Deprel::kObl || relation == Deprel::kNmod;
  return adjunct && has_case_in(tree, t, place_cases_) ? place_of_phrase(tree, t) : kNone;
}

EntityId Anchor::place_of_phrase(const Tree& tree, TokenId t) const {
  const doc::Reading& reading = tree.reading();
  const EntityId entity = entity_of_phrase(tree, t);
  if (entity == kNone || !is_place(reading, entity)) return kNone;
  // "in Russia's attack" stands for Russia, too, but is no place.
  const bool is_noun = reading.syntax.upos[t] == Upos::kNoun && lookup(reading.entity_of_head, t) == entity;
  return is_noun && !place_nouns_.contains(tree.lemma_key(t)) && !is_name(reading, entity, t) ? kNone : entity;
}

// The place named last among these tokens: "Lund" in "the town of Lund in Sweden".
EntityId Anchor::last_place(const Tree& tree, TokenId begin, TokenId end) const {
  for (TokenId t = end; t-- > begin;) {
    EntityId entity = place_of_phrase(tree, t);
    if (entity == kNone) continue;
    for (TokenId up = t; tree.relation(up) == Deprel::kNmod; up = tree.head(up)) {
      const EntityId outer = place_of_phrase(tree, tree.head(up));
      if (outer != kNone) entity = outer;
    }
    return entity;
  }
  return kNone;
}

EntityId entity_of_phrase(const Tree& tree, TokenId t) {
  const doc::Reading& reading = tree.reading();
  if (const EntityId own = lookup(reading.entity_of_head, t); own != kNone) return own;
  for (const TokenId child : tree.children(t)) {
    const Deprel relation = tree.relation(child);
    if (relation != Deprel::kAppos && relation != Deprel::kFlat) continue;
    if (const EntityId beside = lookup(reading.entity_of_head, child); beside != kNone) return beside;
  }
  if (const EntityId around = lookup(reading.entity_of_token, t); around != kNone) return around;
  // "the town Lund", however it was parsed.
  const bool is_noun = reading.syntax.upos[t] == Upos::kNoun && t + 1 < reading.tokens.size();
  return is_noun && reading.syntax.upos[t + 1] == Upos::kPropn ? lookup(reading.entity_of_token, t + 1) : kNone;
}

}  // namespace kilde::match
