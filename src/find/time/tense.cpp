// SPDX-License-Identifier: Apache-2.0
#include "find/time/tense.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace kilde::find::times {

using doc::Deprel;
using doc::Feat;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

base::Result<TenseReader> TenseReader::make(const pack::Pack& pack) {
  constexpr std::array<std::string_view, 7> kRoles = {"modal", "perfect", "plan", "speech", "carry", "state", "past"};
  TenseReader reader;
  const pack::Table* table = pack.table("time_tense");
  for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
    const auto role = table->cell(row, "role");
    const auto found = std::find(kRoles.begin(), kRoles.end(), role);
    if (found == kRoles.end()) {
      return base::Error{base::Fault::kPack, "no such role of a word: " + std::string(role), table->place(row)};
    }
    const auto bit = static_cast<std::uint8_t>(1U << (found - kRoles.begin()));
    for (const auto form : pack::split(table->cell(row, "words"))) reader.roles_[base::lower(form)] |= bit;
  }
  return reader;
}

std::uint8_t TenseReader::roles(const doc::Reading& reading, TokenId t) const {
  std::uint8_t out = 0;
  if (const auto form = roles_.find(base::lower(reading.form(t))); form != roles_.end()) out |= form->second;
  if (const auto lemma = roles_.find(base::lower(reading.lemma(t))); lemma != roles_.end()) out |= lemma->second;
  return out;
}

bool TenseReader::predicate(const match::Tree& tree, TokenId t) const {
  const Upos upos = tree.reading().syntax.upos[t];
  return upos == Upos::kVerb || upos == Upos::kAux || tree.has_child(t, Deprel::kCop) ||
         tree.has_child(t, Deprel::kAux);
}

// "havde lovet", "had promised".
bool TenseReader::past_perfect(const match::Tree& tree, TokenId t) const {
  for (const TokenId child : tree.children(t)) {
    if (tree.relation(child) == Deprel::kAux && (roles(tree.reading(), child) & kPerfect) != 0 &&
        tree.reading().syntax.has(child, Feat::kTensePast)) {
      return true;
    }
  }
  return false;
}

Direction TenseReader::direction(const match::Tree& tree, TokenId t, Governor& out) const {
  const auto& syntax = tree.reading().syntax;
  bool modal = false, perfect = false, state = false, past = false, present = false;
  const auto look = [&](TokenId word, bool auxiliary) {
    const std::uint8_t role = roles(tree.reading(), word);
    const bool finite = syntax.has(word, Feat::kVerbFormFin);
    modal |= auxiliary && (role & kModal) != 0;
    perfect |= auxiliary && (role & kPerfect) != 0;
    state |= auxiliary && (role & kState) != 0;
    const bool is_past = syntax.has(word, Feat::kTensePast) || (role & kPast) != 0;
    past |= finite && is_past;
    present |= finite && !is_past;
  };
  look(t, false);
  for (const TokenId child : tree.children(t)) {
    const Deprel relation = tree.relation(child);
    if (relation == Deprel::kAux || relation == Deprel::kCop) look(child, true);
  }
  const std::uint8_t own = roles(tree.reading(), t);
  const bool participle = syntax.has(t, Feat::kVerbFormPart) || syntax.has(t, Feat::kVerbFormSup);
  out.firm = (own & kPlan) != 0 || modal;
  if ((own & kPlan) != 0) return past && perfect ? Direction::kPast : Direction::kFuture;
  if (modal) return perfect ? Direction::kPast : Direction::kFuture;
  if (past || ((perfect || state) && participle)) return Direction::kPast;
  if (present) return (own & kSpeech) != 0 ? Direction::kPast : Direction::kFuture;
  if (syntax.has(t, Feat::kVerbFormInf)) {
    const TokenId up = tree.head(t);
    const bool carried = perfect || (up != kNoToken && (roles(tree.reading(), up) & kCarry) != 0);
    if (up != kNoToken && past_perfect(tree, up)) return Direction::kPast;
    out.infinitive = !carried;
    return carried ? Direction::kUnknown : Direction::kFuture;
  }
  if (participle && syntax.has(t, Feat::kTensePast)) return Direction::kPast;
  return Direction::kUnknown;
}

Governor TenseReader::governor(const match::Tree& tree, base::TokenRange mention) const {
  Governor out;
  if (tree.reading().syntax.heads.empty() || mention.empty()) return out;
  TokenId at = mention.begin;
  while (at != kNoToken && mention.contains(at)) at = tree.head(at);
  for (bool noun = false; at != kNoToken; at = tree.head(at)) {
    const std::uint8_t own = roles(tree.reading(), at);
    if (!predicate(tree, at)) {
      noun |= (own & kCarry) == 0;
      if ((own & kPlan) == 0) continue;
      out.direction = Direction::kFuture;
      return out;
    }
    out.direction = direction(tree, at, out);
    out.nominal = noun && out.direction == Direction::kFuture && !out.firm;
    out.speech = (own & kSpeech) != 0;
    if (out.direction != Direction::kUnknown) return out;
  }
  return out;
}

}  // namespace kilde::find::times
