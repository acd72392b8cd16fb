// SPDX-License-Identifier: Apache-2.0
#include "match/clause.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace kilde::match {
namespace {

using doc::Certainty;
using doc::Deprel;
using doc::Feat;
using doc::kNoToken;
using doc::Status;
using doc::TokenId;
using doc::Upos;

bool is_before(const doc::Date& a, const doc::Date& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

}  // namespace

void apply(const Effect& effect, bool past, Modality& m) {
  const bool uncertain = effect.certainty != Certainty::kCertain;
  const bool raises = effect.status && !(past && (*effect.status == Status::kPlanned || uncertain));
  if (raises) m.status = std::max(m.status, *effect.status);
  if (effect.negates) m.negated = !m.negated;
  m.certainty = std::max(m.certainty, effect.certainty);
}

bool Clause::is_verbal(TokenId t) const {
  return syntax_.upos[t] == Upos::kVerb || syntax_.upos[t] == Upos::kAux;
}
bool Clause::is_predicate(TokenId t) const {
  return is_verbal(t) || tree_.has_child(t, Deprel::kCop) || tree_.has_child(t, Deprel::kAux);
}
bool Clause::is_coming() const {
  const auto& today = tree_.reading().source.date;
  return when_ != nullptr && when_->earliest && today && is_before(*today, *when_->earliest);
}
bool Clause::is_over() const {
  const auto& today = tree_.reading().source.date;
  return when_ != nullptr && when_->latest && today && is_before(*when_->latest, *today);
}

// Auxiliaries and copulas in text order; a coordinated verb without its own shares those of the first.
std::vector<TokenId> Clause::auxiliaries(TokenId t) const {
  std::vector<TokenId> out;
  for (const TokenId child : tree_.children(t)) {
    const Deprel relation = tree_.relation(child);
    if (relation == Deprel::kAux || relation == Deprel::kCop) out.push_back(child);
  }
  const bool nonfinite = syntax_.has(t, Feat::kVerbFormInf) || syntax_.has(t, Feat::kVerbFormPart);
  if (out.empty() && nonfinite && tree_.relation(t) == Deprel::kConj && !tree_.has_child(t, Deprel::kMark)) {
    return auxiliaries(tree_.head(t));
  }
  if (words_.has(WordClass::kModal, tree_, t) && is_verbal(t)) out.push_back(t);
  return out;
}

Tense Clause::tense(TokenId t) const {
  Tense out;
  const auto aux = auxiliaries(t);
  const auto is_perfect = [&](TokenId a) { return a != t && words_.has(WordClass::kPerfect, tree_, a); };
  const auto perfect = std::find_if(aux.begin(), aux.end(), is_perfect);
  const bool has_perfect = perfect != aux.end();
  if (const Effect* modal = modal_effect(t, aux, has_perfect, out)) {
    apply(*modal, false, out.modality);
    return out;
  }
  if (out.past) return out;
  const TokenId finite = aux.empty() ? t : aux.front();
  out.present = syntax_.has(finite, Feat::kTensePres) && !has_perfect && !syntax_.has(finite, Feat::kVerbFormPart);
  out.bare = !syntax_.has(finite, Feat::kVerbFormFin) && !out.present && !syntax_.has(finite, Feat::kTensePast);
  out.past = has_perfect || (syntax_.has(finite, Feat::kTensePast) && !out.bare);
  if (syntax_.has(t, Feat::kMoodImp) && aux.empty() && !tree_.has_child(t, Deprel::kNsubj)) out.modality.status = Status::kHypothetical;
  if (out.present) out.modality.status = present_status(t);
  // "has fought since"; but "has fought two wars since" is over.
  const bool still = has_perfect && words_.has(WordClass::kDurative, tree_, t) && syntax_.has(*perfect, Feat::kTensePres) && lasts_since(t);
  if (still) out.modality.status = Status::kOngoing;
  return out;
}

// The effect of the first modal, and null when there is none or it says nothing.
const Effect* Clause::modal_effect(TokenId t, const std::vector<TokenId>& aux, bool has_perfect, Tense& out) const {
  for (const TokenId a : aux) {
    const Effect* modal = words_.find(WordClass::kModal, tree_, a);
    if (modal == nullptr) modal = words_.find(WordClass::kModal, key_with_mark(t, a));
    if (modal == nullptr || is_name(a)) continue;
    out.past = has_perfect;
    if (has_perfect) return words_.find(WordClass::kModalPerfect, tree_, a);
    if (is_negated(t)) {
      if (const Effect* negated = words_.find(WordClass::kModalNegated, tree_, a)) return negated;
    }
    if (is_reported_in_past(t)) {
      if (const Effect* reported = words_.find(WordClass::kModalReported, tree_, a)) return reported;
    }
    return modal;
  }
  return nullptr;
}

// "Mrs Will promised": a capital inside a sentence.
bool Clause::is_name(TokenId auxiliary) const {
  const char first = tree_.reading().form(auxiliary).front();
  return first >= 'A' && first <= 'Z' && auxiliary != tree_.reading().tokens.sentence_of(auxiliary).tokens.begin;
}

bool Clause::is_negated(TokenId t) const {
  Modality own;
  modifiers(t, false, own);
  return own.negated;
}

// "be_to": an auxiliary and the infinitive mark after it.
WordKey Clause::key_with_mark(TokenId t, TokenId a) const {
  const TokenId mark = tree_.child(t, Deprel::kMark);
  if (mark == kNoToken || mark < a) return 0;
  return word_key(std::string(tree_.reading().lemma(a)) + "_" + std::string(tree_.reading().form(mark)));
}

bool Clause::is_reported_in_past(TokenId t) const {
  const TokenId clause = tree_.clause_head(t);
  return tree_.relation(clause) == Deprel::kCcomp && syntax_.has(tree_.head(clause), Feat::kTensePast);
}

Status Clause::present_status(TokenId t) const {
  if (is_coming()) return Status::kPlanned;
  if (is_over()) return Status::kHappened;
  const bool progressive = tree_.has_child(t, Deprel::kAux) &&
                           (syntax_.has(t, Feat::kVerbFormGer) ||
                            (syntax_.has(t, Feat::kVerbFormPart) && syntax_.has(t, Feat::kTensePres)));
  if (progressive || words_.has(WordClass::kDurative, tree_, t)) return Status::kOngoing;
  if (words_.has(WordClass::kScheduled, tree_, t)) return Status::kPlanned;
  return Status::kHappened;
}

bool Clause::lasts_since(TokenId t) const {
  for (const TokenId child : tree_.children(t)) {
    if (words_.has(WordClass::kSince, tree_, child)) return true;
    for (const TokenId word : tree_.children(child)) {
      const Deprel relation = tree_.relation(word);
      const bool is_case = relation == Deprel::kCase || relation == Deprel::kMark;
      if (is_case && words_.has(WordClass::kSince, tree_, word)) return true;
    }
  }
  return false;
}

// Adverbs, negations and negative arguments of one word.
void Clause::modifiers(TokenId t, bool present, Modality& m) const {
  bool negative_argument = false;  // "neither A nor B": one negation, however many words tell it
  for (const TokenId child : tree_.children(t)) {
    const Deprel relation = tree_.relation(child);
    const bool argument = relation == Deprel::kNsubj || relation == Deprel::kObj || relation == Deprel::kExpl;
    if (argument) {
      negative_argument = negative_argument || (is_verbal(t) && is_negative(child));
    } else if (relation != Deprel::kConj && relation != Deprel::kMark && relation != Deprel::kCase) {
      if (clause_around(child) == kNoToken) modifier(child, present, m);
    }
    if (relation == Deprel::kAux || relation == Deprel::kCop) modifiers(child, present, m);
  }
  if (negative_argument) m.negated = !m.negated;
  if (tree_.head(t) == kNoToken) return;
  for (const TokenId beside : tree_.children(tree_.head(t))) {
    if (beside != t && clause_around(beside) == t) modifier(beside, present, m);
  }
}

// Parsers hang "ikke" in "for ikke at have sagt" on the verb above; it belongs to the clause whose words surround it.
TokenId Clause::clause_around(TokenId word) const {
  if (tree_.relation(word) != Deprel::kAdvmod) return kNoToken;
  for (const TokenId beside : tree_.children(tree_.head(word))) {
    if (beside != word && is_predicate(beside) && tree_.subtree(beside).contains(word)) return beside;
  }
  return kNoToken;
}

void Clause::modifier(TokenId child, bool present, Modality& m) const {
  const Effect* effect = words_.find_phrase(WordClass::kModifier, tree_, child);
  if (effect == nullptr) return;
  if (effect->negates && is_softened(child)) return;
  const bool goes_on = effect->status == Status::kOngoing;
  if (!goes_on || present) apply(*effect, false, m);
}

// "ikke kun", "not only".
bool Clause::is_softened(TokenId negation) const {
  return negation + 1 < tree_.reading().tokens.size() && words_.has(WordClass::kFocus, tree_, negation + 1);
}

// "ingen", "ingen soldater", "hverken A eller B".
bool Clause::is_negative(TokenId argument) const {
  const auto negates = [&](TokenId t) {
    const Effect* effect = words_.find(WordClass::kModifier, tree_, t);
    return effect != nullptr && effect->negates && !is_softened(t);
  };
  if (negates(argument)) return true;
  for (const TokenId child : tree_.children(argument)) {
    const Deprel relation = tree_.relation(child);
    const bool modifies = relation == Deprel::kDet || relation == Deprel::kAdvmod || relation == Deprel::kCc;
    if (modifies && child < argument && negates(child)) return true;
  }
  return false;
}

std::string Clause::marks(TokenId t) const {
  std::string joined;
  for (const TokenId child : tree_.children(t)) {
    const Deprel relation = tree_.relation(child);
    if ((relation != Deprel::kMark && relation != Deprel::kCase) || child > t) continue;
    joined.append(joined.empty() ? "" : "_").append(tree_.reading().form(child));
  }
  return joined;
}

void Clause::mark(TokenId t, const Tense& own, Modality& m) const {
  const std::string marks = this->marks(t);
  const Deprel relation = tree_.relation(t);
  const bool adjunct = relation == Deprel::kAdvcl || relation == Deprel::kAcl || relation == Deprel::kRoot;
  if (marks.empty() || (own.bare && !adjunct)) return;
  const WordKey key = word_key(marks);
  const Effect* effect = words_.find(WordClass::kMark, key);
  if (effect == nullptr) effect = words_.find(WordClass::kWeakMark, key);
  if (effect != nullptr) apply(*effect, own.past, m);
}

bool Clause::has_condition(TokenId t) const {
  for (const TokenId child : tree_.children(t)) {
    if (tree_.relation(child) != Deprel::kAdvcl) continue;
    const Effect* effect = words_.find(WordClass::kMark, word_key(marks(child)));
    if (effect != nullptr && effect->status == Status::kHypothetical) return true;
  }
  return false;
}

bool Clause::has_strong_mark(TokenId t) const {
  return words_.find(WordClass::kMark, word_key(marks(t))) != nullptr;
}

bool Clause::is_declarative(TokenId t) const {
  return words_.find(WordClass::kComplement, word_key(marks(t))) != nullptr;
}

}  // namespace kilde::match
