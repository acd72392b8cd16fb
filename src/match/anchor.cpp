// SPDX-License-Identifier: Apache-2.0
#include "match/anchor.h"

#include <algorithm>

#include "match/nearness.h"

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

// Looks for the places of one sentence.
class Places {
 public:
  Places(const Anchor::Words& words, const Tree& tree) : words_(words), tree_(tree), nearness_(words, tree) {}

  std::vector<EntityId> of(TokenId trigger) const {
    const base::TokenRange sentence = tree_.reading().tokens.sentence_of(trigger).tokens;
    std::vector<EntityId> found;
    Near best = Near::kFar;
    for (TokenId t = sentence.begin; t < sentence.end; ++t) {
      const Near how_near = nearness_.of(trigger, t);
      if (how_near > best || how_near == Near::kFar) continue;
      if (how_near == Near::kBeside && t < trigger) continue;  // "the council in Tripoli asked"
      // "went to Lund and met": where one act ends, the next begins.
      const bool arrived = how_near == Near::kContinued && is_goal(t);
      const EntityId entity = arrived ? named_by(t) : place_at(t);
      if (entity == kNone || is_of_another(trigger, t)) continue;
      if (how_near < best) found.clear();
      best = how_near;
      if (std::find(found.begin(), found.end(), entity) == found.end()) found.push_back(entity);
    }
    return found;
  }

 private:
  // "The mayor of Lund sued", "diplomats expelled over a murder in Lund": where an actor comes from, and where that
  // took place which the act is about, is not where it happened.
  bool is_of_another(TokenId trigger, TokenId place) const {
    for (TokenId t = place; tree_.relation(t) == Deprel::kNmod;) {
      t = tree_.head(t);
      if (t == trigger) return false;
      if (words_.has_case(AnchorClass::kTopic, tree_, t)) return true;
      if (tree_.relation(t) == Deprel::kNsubj && place < trigger) {
        return !words_.modality().is_passive(tree_, tree_.head(t));
      }
    }
    return false;
  }

  // The place that the phrase or adverb t gives, or kNone.
  EntityId place_at(TokenId t) const {
    const Deprel relation = tree_.relation(t);
    if (relation == Deprel::kAdvmod && words_.has(AnchorClass::kHere, tree_.form_key(t))) {
      return last_place(0, tree_.reading().tokens.sentence_of(t).tokens.begin);
    }
    if (relation == Deprel::kAdvmod && words_.has(AnchorClass::kWhere, tree_.form_key(t))) {
      constexpr TokenId kNear = 6;  // ", hvor": the place stands shortly before
      return last_place(t < kNear ? 0 : t - kNear, t);
    }
    const bool nmod = relation == Deprel::kNmod && tree_.deprel(t) != Deprel::kNmodPoss;
    if (!nmod && relation != Deprel::kObl) return kNone;
    return words_.has_case(AnchorClass::kPlace, tree_, t) || stands_after_case(t) ? named_by(t) : kNone;
  }

  // The case word may hang elsewhere by mistake; it still stands before the phrase.
  bool stands_after_case(TokenId t) const {
    const TokenId begin = tree_.subtree(t).begin;
    if (begin == tree_.reading().tokens.sentence_of(t).tokens.begin) return false;
    return tree_.reading().syntax.upos[begin - 1] == Upos::kAdp &&
           words_.has(AnchorClass::kPlace, tree_.form_key(begin - 1));
  }

  bool is_goal(TokenId t) const {
    if (!words_.has_case(AnchorClass::kGoal, tree_, t)) return false;
    TokenId verb = tree_.head(t);
    if (verb != kNoToken && tree_.relation(verb) == Deprel::kObj) verb = tree_.head(verb);  // "crossed the border to"
    return verb != kNoToken && words_.has(AnchorClass::kMotion, tree_.lemma_key(verb));
  }

  EntityId named_by(TokenId t) const {
    const doc::Reading& reading = tree_.reading();
    const EntityId entity = entity_of_phrase(tree_, t);
    if (entity == kNone || !is_place(reading, entity)) return kNone;
    // "in Russia's attack" and "on Russians" stand for Russia, too, but are no places.
    const bool stands_for = lookup(reading.entity_of_head, t) == entity && !is_name(reading, entity, t);
    return stands_for && !words_.has(AnchorClass::kPlaceNoun, tree_.lemma_key(t)) ? kNone : entity;
  }

  // The place named last among these tokens: "Lund" in "the town of Lund in Sweden".
  EntityId last_place(TokenId begin, TokenId end) const {
    for (TokenId t = end; t-- > begin;) {
      EntityId entity = named_by(t);
      if (entity == kNone) continue;
      for (TokenId up = t; tree_.relation(up) == Deprel::kNmod; up = tree_.head(up)) {
        const EntityId outer = named_by(tree_.head(up));
        if (outer != kNone) entity = outer;
      }
      return entity;
    }
    return kNone;
  }

  const Anchor::Words& words_;
  const Tree& tree_;
  const Nearness nearness_;
};

}  // namespace

base::Result<Anchor> Anchor::make(const pack::Pack& pack) {
  auto words = Words::make(pack);
  if (!words) return words.error();
  Anchor anchor;
  anchor.words_ = std::make_shared<const Words>(std::move(words).value());
  return anchor;
}

TimeId Anchor::time(const Tree& tree, TokenId trigger) const {
  const doc::Reading& reading = tree.reading();
  const Nearness nearness(*words_, tree);
  const std::uint32_t sentence = reading.tokens.sentences[trigger];
  TimeId best = kNone;
  std::pair<Near, std::uint32_t> best_score{Near::kFar, 0};
  for (TimeId i = 0; i < reading.times.size(); ++i) {
    const doc::TimeMention& time = reading.times[i];
    if (time.tokens.empty() || reading.tokens.sentences[time.tokens.begin] != sentence) continue;
    if (time.kind != doc::TimeKind::kDate && time.kind != doc::TimeKind::kTime) continue;
    const TokenId head = head_of(tree, time.tokens);
    if (nearness.is_limit(head) || is_dateline(reading, time.tokens)) continue;
    const std::pair score{nearness.of(trigger, head), distance(trigger, head)};
    if (score >= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

std::vector<EntityId> Anchor::places(const Tree& tree, TokenId trigger) const { return Places(*words_, tree).of(trigger); }

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
