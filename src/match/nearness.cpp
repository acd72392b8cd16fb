// SPDX-License-Identifier: Apache-2.0
#include "match/nearness.h"

#include <algorithm>

namespace kilde::match {

using doc::Deprel;
using doc::Feat;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

Near Nearness::of(TokenId trigger, TokenId phrase) const {
  const TokenId at = attachment(phrase);
  if (at == trigger) return Near::kOwn;
  const TokenId clause = tree_.clause_head(trigger);
  const TokenId there = tree_.clause_head(at);
  if (tells_of(there, trigger)) return Near::kArgument;
  if (at == tree_.head(trigger) && is_planned_for(at, phrase)) return Near::kArgument;
  if (at == tree_.head(trigger) && follows(phrase, trigger)) return Near::kHolder;
  if (clause != trigger && !shares_verb(trigger)) return Near::kFar;
  if (there == clause) return tree_.dominates(trigger, at) ? Near::kArgument : Near::kClause;
  const bool beside = there == continued(clause) || (tree_.head(there) == clause && is_simultaneous(there));
  if (beside) return Near::kContinued;
  return stands_beside(trigger, phrase) ? Near::kBeside : Near::kFar;
}

bool Nearness::stands_beside(TokenId trigger, TokenId phrase) const {
  if (!is_verbal(trigger)) return false;
  const auto& upos = tree_.reading().syntax.upos;
  for (TokenId t = std::min(trigger, phrase) + 1; t < std::max(trigger, phrase); ++t) {
    const bool parts = upos[t] == Upos::kPunct || upos[t] == Upos::kSconj || upos[t] == Upos::kCconj;
    if (parts || is_verbal(t)) return false;
  }
  return true;
}

bool Nearness::is_verbal(TokenId t) const {
  const Upos upos = tree_.reading().syntax.upos[t];
  return upos == Upos::kVerb || upos == Upos::kAux;
}

bool Nearness::is_in_time(TokenId t) const {
  const auto& time_of = tree_.reading().time_of_token;
  return t < time_of.size() && time_of[t] != doc::kNone;
}

// Where a phrase hangs; a place that the parser hung on a day beside it hangs where the day does.
TokenId Nearness::attachment(TokenId phrase) const {
  TokenId at = tree_.head(phrase);
  while (at != kNoToken && is_in_time(at) && tree_.head(at) != kNoToken) at = tree_.head(at);
  return at == kNoToken ? phrase : at;
}

// Whether the phrase stands right after the noun's own, days between them aside.
bool Nearness::follows(TokenId phrase, TokenId noun) const {
  const TokenId end = tree_.subtree(phrase).begin;
  TokenId t = tree_.subtree(noun).end;
  while (t < end && (is_in_time(t) || tree_.reading().syntax.upos[t] == Upos::kAdp)) ++t;
  return t == end;
}

// Whether what dates and places the verb above a noun does so for the noun: "held talks", "the strike began", "after a
// march"; not "praised the deal".
bool Nearness::shares_verb(TokenId noun) const {
  const TokenId above = tree_.head(noun);
  if (above == kNoToken) return true;
  const Deprel relation = tree_.relation(noun);
  if (relation == Deprel::kConj || relation == Deprel::kAppos) return shares_verb(above);
  // "hundreds of protesters" is about the protesters.
  const Upos upos = tree_.reading().syntax.upos[above];
  const bool counted = upos == Upos::kNum || upos == Upos::kAdv || words_.has(AnchorClass::kQuantity, tree_.lemma_key(above));
  if (relation == Deprel::kNmod && counted) return shares_verb(above);
  const auto& modality = words_.modality();
  if (modality.has(WordClass::kLight, tree_, above)) return true;
  if (!is_verbal(above)) return false;
  const bool subject = relation == Deprel::kNsubj || relation == Deprel::kAdvmod;
  if (modality.has(WordClass::kGovernor, tree_, above)) return subject && !modality.is_passive(tree_, above);
  if (subject) return true;
  const TokenId word = tree_.child(noun, Deprel::kCase);
  return relation == Deprel::kObl && (word == kNoToken || !modality.has(WordClass::kCase, tree_, word));
}

// The clause whose time and place also hold for this one, or kNoToken.
TokenId Nearness::continued(TokenId clause) const {
  const TokenId above = tree_.head(clause);
  if (above == kNoToken || !is_verbal(above)) return kNoToken;
  const Deprel relation = tree_.relation(clause);
  const bool has_subject = tree_.has_child(clause, Deprel::kNsubj);
  if (relation == Deprel::kConj) return has_subject ? kNoToken : above;
  const auto& syntax = tree_.reading().syntax;
  const bool participle = syntax.has(clause, Feat::kVerbFormPart) || syntax.has(clause, Feat::kVerbFormGer);
  const bool bare = !has_subject && !tree_.has_child(clause, Deprel::kMark);
  // "attacked a village, killing six"
  if ((relation == Deprel::kAdvcl && participle && bare) || is_simultaneous(clause)) return tree_.clause_head(above);
  // "failed on Monday to agree": no plan or wish lies between the two.
  const Effect* effect = words_.modality().find(WordClass::kClauseGovernor, tree_, above);
  const bool infinitive = syntax.has(clause, Feat::kVerbFormInf) && !has_subject;
  return infinitive && effect != nullptr && !effect->status ? tree_.clause_head(above) : kNoToken;
}

bool Nearness::is_simultaneous(TokenId clause) const {
  return tree_.relation(clause) == Deprel::kAdvcl && tree_.has_child(clause, Deprel::kNsubj) &&
         words_.has_case(AnchorClass::kWhen, tree_, clause);
}

// "a march held on Monday", "a visit planned for May": the clause beside a noun dates it.
bool Nearness::tells_of(TokenId clause, TokenId noun) const {
  if (tree_.relation(clause) != Deprel::kAcl) return false;
  TokenId modified = tree_.head(clause);
  // "a probe of the firm that was opened in May": the clause hangs on the nearer noun.
  if (modified != noun && tree_.relation(modified) == Deprel::kNmod) modified = tree_.head(modified);
  return modified == noun && (words_.modality().has(WordClass::kLight, tree_, clause) || plans(clause));
}

bool Nearness::plans(TokenId word) const {
  const Effect* effect = words_.modality().find(WordClass::kGovernor, tree_, word);
  return effect != nullptr && effect->status == doc::Status::kPlanned;
}

// "planned for Monday"; but "announced on Monday" does not date what is announced.
bool Nearness::is_planned_for(TokenId governor, TokenId phrase) const {
  if (!plans(governor)) return false;
  for (TokenId t = tree_.subtree(phrase).begin; t <= phrase; ++t) {
    if (tree_.relation(t) == Deprel::kCase && words_.modality().has(WordClass::kCase, tree_, t)) return true;
  }
  return false;
}

bool Nearness::is_limit(TokenId time_head) const {
  if (!words_.has_case(AnchorClass::kLimit, tree_, time_head)) return false;
  // "shortly after three" is as good as three.
  const TokenId begin = tree_.subtree(time_head).begin;
  for (TokenId t = begin == 0 ? 0 : begin - 1; t < time_head; ++t) {
    if (words_.has(AnchorClass::kClose, tree_.form_key(t))) return false;
  }
  const TokenId above = tree_.head(time_head);
  return above == kNoToken || !plans(above);
}

}  // namespace kilde::match
