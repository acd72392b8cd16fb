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

// The place named last before a token, in the paragraph's flow.
EntityId last_place_before(const Tree& tree, TokenId end) {
  const doc::Reading& reading = tree.reading();
  for (TokenId t = end; t-- > 0;) {
    if (const EntityId entity = lookup(reading.entity_of_head, t); is_place(reading, entity)) return entity;
  }
  return kNone;
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
                   : name == "when" ? &anchor.when_ : nullptr;
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

Anchor::Rank Anchor::rank(const Tree& tree, TokenId trigger, TokenId at) const {
  if (at == trigger) return kOwn;
  const TokenId clause = tree.clause_head(trigger);
  const TokenId there = tree.clause_head(at);
  if (at == tree.head(trigger) && at == clause) return kHolder;
  if (there == clause) return tree.dominates(trigger, at) ? kArgument : kClause;
  if (there == trigger || tells_of(tree, there, trigger)) return kArgument;
  return there == continued(tree, clause) ? kContinued : kFar;
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
    const TokenId at = tree.head(head) == kNoToken ? head : tree.head(head);
    const std::pair score{static_cast<std::uint32_t>(rank(tree, trigger, at)), distance(trigger, head)};
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
    const TokenId at = tree.head(t);
    if (at == kNoToken) continue;
    const EntityId entity = place_at(tree, t);
    const std::uint32_t how_near = rank(tree, trigger, at);
    if (entity == kNone || how_near > best || how_near == kFar) continue;
    if (how_near < best) found.clear();
    best = how_near;
    if (std::find(found.begin(), found.end(), entity) == found.end()) found.push_back(entity);
  }
  return found;
}

EntityId Anchor::place_at(const Tree& tree, TokenId t) const {
  const doc::Reading& reading = tree.reading();
  const Deprel relation = tree.relation(t);
  EntityId entity = kNone;
  if (relation == Deprel::kAdvmod && here_.contains(tree.form_key(t))) {
    entity = last_place_before(tree, reading.tokens.sentence_of(t).tokens.begin);
  } else if (relation == Deprel::kAdvmod && where_.contains(tree.form_key(t))) {
    const TokenId clause = tree.clause_head(t);
    if (tree.relation(clause) == Deprel::kAcl) entity = entity_of_phrase(tree, tree.head(clause));
  } else if (relation == Deprel::kObl || relation == Deprel::kNmod) {
    if (has_case_in(tree, t, place_cases_)) entity = entity_of_phrase(tree, t);
  }
  return is_place(reading, entity) ? entity : kNone;
}

EntityId entity_of_phrase(const Tree& tree, TokenId t) {
  const doc::Reading& reading = tree.reading();
  if (const EntityId own = lookup(reading.entity_of_head, t); own != kNone) return own;
  for (const TokenId child : tree.children(t)) {
    const Deprel relation = tree.relation(child);
    if (relation != Deprel::kAppos && relation != Deprel::kFlat) continue;
    if (const EntityId beside = lookup(reading.entity_of_head, child); beside != kNone) return beside;
  }
  return lookup(reading.entity_of_token, t);
}

}  // namespace kilde::match
