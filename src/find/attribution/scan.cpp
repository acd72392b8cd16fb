// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/scan.h"

#include <algorithm>

#include "base/utf8.h"
#include "find/attribution/quotes.h"

namespace kilde::find::attribution {
namespace {

using doc::Upos;

// How far behind its head the second part of a cue may stand: "lader gennem sin advokat forstå".
constexpr TokenId kPhraseReach = 12;

bool fits(Upos have, Upos want) {
  const auto verbal = [](Upos u) { return u == Upos::kVerb || u == Upos::kAux; };
  if (want == Upos::kVerb) return verbal(have);
  if (want == Upos::kNoun) return have == Upos::kNoun || have == Upos::kPropn;
  if (want == Upos::kAdj) return have == Upos::kAdj || have == Upos::kAdv || have == Upos::kVerb;
  return true;  // prepositions and adverbs are tagged in many ways
}

}  // namespace

Scan::Scan(const doc::Reading& reading, const match::Tree& tree, const Lexicon& lexicon)
    : reading_(reading), tree_(tree), lexicon_(lexicon) {
  const auto n = size();
  lower_.reserve(n);
  roles_.reserve(n);
  for (TokenId t = 0; t < n; ++t) {
    lower_.push_back(base::lower(form(t)));
    roles_.push_back(lexicon.roles(lower_.back()));
  }
  cues_.assign(n, -1);
  cue_ends_.resize(n);
  spoken_.assign(n, 0);
  for (TokenId t = 0; t < n; ++t) find_cue(t);
  for (TokenId t = 0; t < n; ++t) {  // the further words of a phrase are no cues of their own
    if (cues_[t] < 0) continue;
    const auto& rest = lexicon.cue(static_cast<std::uint32_t>(cues_[t])).rest;
    for (TokenId u = t + 1; u <= cue_ends_[t] && !rest.empty(); ++u) {
      if (std::find(rest.begin(), rest.end(), lower_[u]) != rest.end()) cues_[u] = -1;
    }
  }
  const auto& list = reading.tokens.sentence_list;
  for (std::uint32_t s = 0; s < list.size(); ++s) {
    if (s == 0 || list[s].paragraph != list[s - 1].paragraph) paragraphs_.push_back({s, s});
    paragraphs_.back().end = s + 1;
  }
}

bool Scan::words_follow(TokenId t, const Cue& cue, TokenId& last) const {
  last = t;
  if (cue.rest.empty()) return true;
  const TokenId end = std::min<TokenId>(sentence(t).end, t + kPhraseReach);
  const bool adjacent = cue.upos != Upos::kVerb && cue.rest[0] != "...";
  std::size_t word = cue.rest[0] == "..." ? 1 : 0;
  for (TokenId u = t + 1; u < end; ++u) {
    if (lower_[u] == cue.rest[word]) {
      last = u;
      if (++word == cue.rest.size()) return true;
    } else if (adjacent || (word > 0 && cue.rest[0] != "...")) {
      return false;  // the words of a phrase stand together once they have begun
    }
  }
  return false;
}

// "Myndigheder anklager soldater for at ...": a sentence that lacks a verb has one in the noun it hangs on.
bool Scan::misread_verb(TokenId t, const Cue& cue) const {
  return cue.upos == Upos::kVerb && tree_.head(t) == kNoToken && t > sentence(t).begin &&
         first_finite(sentence(t)) == kNoToken;
}

bool Scan::capitalized(TokenId t) const {
  return base::is_upper(base::code_point_at(form(t), 0).value);
}

void Scan::find_cue(TokenId t) {
  cue_ends_[t] = t;
  if (capitalized(t) && t > sentence(t).begin && !punct(t - 1)) return;  // a name: "General Omar Said"
  const auto* ids = lexicon_.cues_of(lower_[t]);
  if (!ids && reading_.lemma(t) != lower_[t]) ids = lexicon_.cues_of(reading_.lemma(t));
  if (!ids) return;
  for (const auto id : *ids) {
    TokenId last = t;
    const auto& cue = lexicon_.cue(id);
    if ((!fits(upos(t), cue.upos) && !misread_verb(t, cue)) ||
        (cue.upos == Upos::kVerb && tree_.relation(t) == doc::Deprel::kAmod))
      continue;
    if (!words_follow(t, cue, last)) continue;
    cues_[t] = static_cast<std::int32_t>(id);
    cue_ends_[t] = last;
    return;
  }
}

void Scan::mark_spoken(base::Span bytes) {
  for (TokenId t = token_at_or_after(bytes.begin); t < size() && reading_.tokens.spans[t].begin < bytes.end;
       ++t) {
    spoken_[t] = 1;
  }
}

void Scan::mark_quoted(base::Span bytes) {
  for (TokenId t = token_at_or_after(bytes.begin); t < size() && reading_.tokens.spans[t].begin < bytes.end;
       ++t) {
    cues_[t] = -1;
  }
}

bool Scan::noun(TokenId t) const {
  const auto u = upos(t);
  return u == Upos::kNoun || u == Upos::kPropn || u == Upos::kPron || u == Upos::kX || u == Upos::kSym;
}

bool Scan::nominal(TokenId t) const {
  const auto u = upos(t);
  return noun(t) || u == Upos::kDet || u == Upos::kAdj || u == Upos::kNum || u == Upos::kPart ||
         (u == Upos::kVerb && reading_.syntax.has(t, doc::Feat::kVerbFormPart) && t + 1 < size() &&
          noun(t + 1));
}

bool Scan::quote_mark(TokenId t) const {
  return is_quote_mark(form(t));
}

// A past form that taggers take for a participle: it has a subject and no auxiliary.
bool Scan::plain_past(TokenId t) const {
  if (!verb(t) || !reading_.syntax.has(t, doc::Feat::kVerbFormPart) ||
      reading_.syntax.has(t, doc::Feat::kTensePres))
    return false;
  bool subject = tree_.head(t) == kNoToken;  // nor is a sentence built on a bare participle
  for (const TokenId c : tree_.children(t)) {
    if (tree_.relation(c) == doc::Deprel::kAux) return false;
    subject = subject || tree_.deprel(c) == doc::Deprel::kNsubj;
  }
  return subject;
}

bool Scan::finite(TokenId t) const {
  return verb(t) && (reading_.syntax.has(t, doc::Feat::kVerbFormFin) || plain_past(t));
}

bool Scan::passive(TokenId t) const {
  if (tree_.child(t, doc::Deprel::kAuxPass) != kNoToken) return true;
  if (reading_.syntax.has(t, doc::Feat::kVoicePass)) return !plain_past(t);
  return lexicon_.ends_as(lower_[t], kPassiveEnding) && !reading_.lemma(t).ends_with('s');
}

bool Scan::has_finite(TokenId t) const {
  if (finite(t)) return true;
  for (const TokenId c : tree_.children(t)) {
    if (finite(c) && tree_.relation(c) == doc::Deprel::kAux) return true;
  }
  // A tagger's slip must not lose "har X oplyst": an auxiliary shortly before the verb will do.
  const TokenId begin = std::max(sentence(t).begin, t > 4 ? t - 4 : 0);
  for (TokenId u = t; u-- > begin && !punct(u);) {
    if (upos(u) == Upos::kAux) return true;
  }
  return false;
}

TokenId Scan::first_finite(TokenRange range) const {
  for (TokenId t = range.begin; t < range.end; ++t) {
    if (finite(t)) return t;
  }
  return kNoToken;
}

TokenRange Scan::segment(TokenId t) const {
  auto range = sentence(t);
  for (TokenId u = t; u-- > range.begin;) {
    if (form(u) == ";") {
      range.begin = u + 1;
      break;
    }
  }
  for (TokenId u = t + 1; u < range.end; ++u) {
    if (form(u) == ";") range.end = u;
  }
  // "BERLIN, March 3 - The chancellor": what stands before the dash is where and when the report was filed.
  const TokenId reach = std::min<TokenId>(range.end, range.begin + 8);
  for (TokenId u = range.begin + 1; u < reach && u < t; ++u) {
    if ((is(u, kDashWord) || form(u) == ":") &&
        base::is_upper(base::code_point_at(form(range.begin), 0).value) &&
        first_finite({range.begin, u}) == kNoToken && base::lower(form(range.begin)) != form(range.begin) &&
        form(range.begin).size() > 2 && base::is_upper(base::code_point_at(form(range.begin), 1).value)) {
      range.begin = u + 1;
      break;
    }
  }
  while (range.end > range.begin + 1 && punct(range.end - 1) && !quote_mark(range.end - 1)) --range.end;
  return range;
}

base::Span Scan::trimmed(TokenRange range) const {
  const auto strip = [&](TokenId t) { return punct(t) && form(t) != ")" && form(t) != "("; };
  const auto quoted = [&](TokenRange r) {
    std::uint32_t marks = 0;
    for (TokenId t = r.begin; t < r.end; ++t) marks += quote_mark(t);
    return marks;
  };
  for (;;) {
    const auto before = range;
    if (!range.empty() && strip(range.end - 1) && !(quote_mark(range.end - 1) && quoted(range) % 2 == 0))
      --range.end;
    if (!range.empty() && strip(range.begin) && !(quote_mark(range.begin) && quoted(range) % 2 == 0))
      ++range.begin;
    if (range == before) break;
  }
  return reading_.tokens.bytes(range);
}

TokenId Scan::token_at_or_after(std::uint32_t byte) const {
  const auto& spans = reading_.tokens.spans;
  const auto found =
      std::partition_point(spans.begin(), spans.end(), [&](base::Span s) { return s.end <= byte; });
  return static_cast<TokenId>(found - spans.begin());
}

}  // namespace kilde::find::attribution
