// SPDX-License-Identifier: Apache-2.0
// Asides: "..., siger X", "..., lyder det fra X", "..., X said".
#include <algorithm>

#include "find/attribution/clause.h"

namespace kilde::find::attribution {
namespace {

using doc::Deprel;
using doc::Feat;
using doc::Upos;

constexpr std::uint32_t kBeside = kAside | kSound | kQuote;

}  // namespace

TokenId Clauses::verb_group_begin(TokenId cue, TokenRange bounds) const {
  const TokenId reach = std::max(bounds.begin, cue > 6 ? cue - 6 : 0);
  for (TokenId t = cue; t-- > reach && !scan_.punct(t);) {
    if (scan_.upos(t) == Upos::kAux && scan_.tree().head(t) == cue) return t;
  }
  return cue;
}

// "lyder det fra X", "lyder opfordringen fra X", "fremgår det af X"; "forlyder det" alone names nobody.
std::optional<Aside> Clauses::sounding(TokenId cue, TokenId begin, TokenRange bounds) const {
  TokenId t = scan_.cue_end(cue) + 1;
  if (t >= bounds.end || !(scan_.is(t, kImpersonalWord) || scan_.nominal(t))) return std::nullopt;
  const bool impersonal = scan_.is(t, kImpersonalWord);
  for (++t; t < bounds.end && (scan_.upos(t) == Upos::kAdv || scan_.nominal(t)); ++t) {
  }
  if (t < bounds.end && scan_.is(t, kFromWord)) {
    auto speaker = speakers_.phrase_at(t + 1, bounds);
    if (speaker.found()) return Aside{cue, begin, {begin, bounds.end}, std::move(speaker), kNoToken};
  }
  if (impersonal && (scan_.cue(cue)->frames & kImpersonal))
    return Aside{cue, begin, {begin, bounds.end}, {}, kNoToken};
  return std::nullopt;
}

// Whether a finite verb precedes the subject or follows it outside a relative clause.
bool Clauses::has_verb_before(TokenId subject, TokenId end, TokenRange segment) const {
  if (scan_.first_finite({segment.begin, subject}) != kNoToken) return true;
  for (TokenId t = subject + 1; t < end; ++t) {
    if (scan_.comma(t)) t = skip_relative(t, end);
    if (t < end && scan_.finite(t)) return true;
  }
  return false;
}

std::optional<Aside> Clauses::inverted(TokenId cue, TokenId begin, TokenRange bounds) const {
  // "Tova, who runs a kiosk, said": the subject stands before the comma, unless it has a verb of its own
  // already.
  const auto subject = scan_.tree().child(cue, Deprel::kNsubj);
  const auto segment = scan_.segment(cue);
  if (subject != kNoToken && subject < begin && segment.contains(subject) &&
      !has_verb_before(subject, begin, segment)) {
    return std::nullopt;
  }
  Speaker speaker;
  if (begin < cue) {  // "har politiet oplyst"
    speaker = speakers_.phrase_at(begin + 1, {begin, cue});
  } else {
    speaker = speakers_.subject_after(cue, bounds);
  }
  if (!speaker.found() || scan_.reading().syntax.has(speaker.head, Feat::kCaseAcc)) return std::nullopt;
  // "said his side had won": what follows the verb is the subject of the report.
  if (begin == cue && speaker.tokens.end < bounds.end && scan_.finite(speaker.tokens.end))
    return std::nullopt;
  return Aside{cue, begin, {begin, bounds.end}, std::move(speaker), kNoToken};
}

std::optional<Aside> Clauses::straight(TokenId cue, TokenRange bounds) const {
  // The phrase that opens the aside, when nothing but a relative clause or an apposition parts it from the
  // verb.
  auto opening = speakers_.phrase_at(bounds.begin, {bounds.begin, cue});
  if (opening.found()) {
    TokenId t = opening.tokens.end;
    while (t < cue && (scan_.upos(t) == Upos::kAux || scan_.upos(t) == Upos::kAdv)) ++t;
    const bool adjoins = t == cue || (scan_.comma(t) && scan_.comma(verb_group_begin(cue, bounds) - 1)) ||
                         scan_.form(t) == "(";
    if (adjoins) return Aside{cue, bounds.begin, {bounds.begin, bounds.end}, std::move(opening), kNoToken};
  }
  auto speaker = speakers_.subject_before(cue, bounds);
  if (!speaker.found()) return std::nullopt;
  const TokenId begin = speaker.tokens.begin;
  if (begin != bounds.begin && !scan_.punct(begin - 1)) return std::nullopt;
  return Aside{cue, begin, {begin, bounds.end}, std::move(speaker), kNoToken};
}

// `begin` is the first word after the comma or closing mark.
std::optional<Aside> Clauses::aside_from(TokenId begin, TokenRange bounds) const {
  for (TokenId t = begin; t < bounds.end; ++t) {
    if (scan_.comma(t)) {  // past a relative clause or an apposition: "Anna Holm, who leads the team, said"
      for (++t; t < bounds.end && !scan_.comma(t); ++t) {
      }
      continue;
    }
    const auto* cue = scan_.cue(t);
    if (cue && cue->upos == Upos::kVerb && (cue->frames & kBeside) && scan_.has_finite(t) &&
        (!scan_.passive(t) || (cue->frames & kPatient))) {
      const bool first = verb_group_begin(t, {begin, bounds.end}) == begin;
      if (first && (cue->frames & kSound)) {
        if (auto aside = sounding(t, begin, bounds)) return aside;
      }
      if (!(cue->frames & (kAside | kQuote))) return std::nullopt;
      if (first) return inverted(t, begin, bounds);
      if (!(cue->frames & kStraight)) return std::nullopt;
      return straight(t, {begin, bounds.end});
    }
    if (scan_.finite(t) && scan_.upos(t) != Upos::kAux) return std::nullopt;
  }
  return std::nullopt;
}

// What precedes an aside must be a main clause of its own: not a fronted "Da han kom".
bool Clauses::says_something_before(TokenRange before) const {
  while (!before.empty() && scan_.punct(before.begin)) ++before.begin;
  if (before.empty()) return false;
  if (scan_.upos(before.begin) != Upos::kSconj) return scan_.first_finite(before) != kNoToken;
  TokenId comma = before.begin;
  while (comma < before.end && !scan_.comma(comma)) ++comma;
  return scan_.first_finite({comma, before.end}) != kNoToken;
}

// "The bank, he added, would close": only a subject before, and the rest of its clause behind.
TokenId Clauses::resumption(const Aside& aside, TokenRange segment) const {
  const auto end = std::max(aside.speaker.tokens.end, scan_.cue_end(aside.cue) + 1);
  if (scan_.first_finite({segment.begin, aside.clause.begin}) != kNoToken || !scan_.nominal(segment.begin))
    return kNoToken;
  for (TokenId t = end; t + 1 < segment.end && t < end + 6; ++t) {
    if (scan_.finite(t)) return kNoToken;
    if (scan_.comma(t)) return scan_.verb(t + 1) || scan_.upos(t + 1) == Upos::kAdv ? t + 1 : kNoToken;
  }
  return kNoToken;
}

void Clauses::read_asides(TokenRange sentence) {
  for (TokenId t = sentence.begin + 1; t < sentence.end; ++t) {
    const bool edge =
        scan_.comma(t - 1) || scan_.quote_mark(t - 1) || scan_.form(t - 1) == "?" || scan_.form(t - 1) == "!";
    if (!edge || scan_.spoken(t) || scan_.punct(t) || scan_.upos(t) == Upos::kCconj ||
        scan_.is(t, kRelativeWord))
      continue;
    const auto segment = scan_.segment(t);
    if (t <= segment.begin || t >= segment.end) continue;
    auto aside = aside_from(t, segment);
    if (!aside || (!asides_.empty() && asides_.back().cue == aside->cue)) continue;
    const auto* cue = scan_.cue(aside->cue);
    if (!(cue->frames & (kAside | kSound))) continue;
    if (!says_something_before({segment.begin, t - 1})) {
      aside->resume = resumption(*aside, segment);
      if (aside->resume == kNoToken) continue;
      aside->clause.end = aside->resume;
    }
    if (conjunction(aside->cue, segment) != kNoToken) continue;
    const bool before =
        aside->speaker.tokens.begin < aside->cue && aside->clause.begin == aside->speaker.tokens.begin;
    const auto next = scan_.cue_end(aside->cue) + 1;
    if (before && !(next < segment.end && scan_.comma(next)) && bare_clause(aside->cue, segment) != kNoToken)
      continue;
    aside->edge = aside->clause.begin - 1;
    asides_.push_back(std::move(*aside));
  }
}

}  // namespace kilde::find::attribution
