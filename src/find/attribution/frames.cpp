// SPDX-License-Identifier: Apache-2.0
// The less common frames of indirect speech.
#include <algorithm>

#include "find/attribution/indirect.h"

namespace kilde::find::attribution {
namespace {

using doc::Deprel;
using doc::Feat;
using doc::Upos;

// How far behind a verb of reproach its reproach may begin: "anklager de russiske soldater i byen for at
// ...".
constexpr TokenId kReproachReach = 14;

}  // namespace

// X says: C
bool IndirectSpeech::colon(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kColon)) return false;
  for (TokenId u = t + 1; u < segment.end; ++u) {
    if (scan_.form(u) == ":" && u + 2 < segment.end && !scan_.spoken(u + 1)) {
      auto speaker = subject(t, {segment.begin, u});
      if (!speaker.found()) return false;
      const auto clause = cue_clause(t, speaker, u, segment);
      drafts_.add(t, std::move(speaker), std::vector<TokenRange>{{u + 1, segment.end}}, clause, "colon");
      return true;
    }
    if (scan_.finite(u)) return false;
  }
  return false;
}

// X accuses Y of C
bool IndirectSpeech::reproach(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kReproach)) return false;
  for (TokenId u = t + 1; u < std::min(segment.end, t + kReproachReach); ++u) {
    if (scan_.finite(u) && !scan_.is(u, kReproachWord)) return false;
    if (!scan_.is(u, kReproachWord)) continue;
    for (TokenId v = u + 1; v < segment.end && v < u + 4; ++v) {
      const bool marked = scan_.is(v, kInfinitiveWord | kThatWord) && v + 1 < segment.end;
      const bool gerund = scan_.verb(v) && (scan_.reading().syntax.has(v, Feat::kVerbFormGer) ||
                                            scan_.lower(v).ends_with("ing"));
      if (!marked && !gerund) continue;
      auto speaker = subject(t, {segment.begin, u});
      if (!speaker.found()) return false;
      return report(t, std::move(speaker), scan_.is(u, kKeptWord) ? u : u + 1, segment, "reproach");
    }
  }
  return false;
}

// Whether a noun phrase is followed by what it is called: "planen en fejl", "the sum far too small", or by
// quoted words.
bool IndirectSpeech::has_predicate(TokenRange content, const Speaker& speaker) const {
  if (speaker.tokens.begin > 0 && scan_.is(speaker.tokens.begin - 1, kWhetherWord))
    return true;  // "in what she called C"
  for (TokenId u = content.begin; u < content.end; ++u) {
    if (scan_.quote_mark(u)) return true;
    const auto describes = [&](TokenId v) {
      return v < content.end &&
             (scan_.upos(v) == Upos::kAdj || scan_.reading().syntax.has(v, Feat::kVerbFormPart));
    };
    const bool starts =
        describes(u) || scan_.upos(u) == Upos::kDet || (scan_.upos(u) == Upos::kAdv && describes(u + 1));
    if (starts && u > content.begin && scan_.noun(u - 1)) return true;
  }
  return false;
}

bool IndirectSpeech::has_amount(TokenId to, TokenRange segment) const {
  for (TokenId u = to + 1; u < segment.end && u < to + 6 && !scan_.punct(u); ++u) {
    if (scan_.upos(u) == Upos::kNum) return true;
  }
  return false;
}

// X calls Y C
bool IndirectSpeech::predicate(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kPredicate)) return false;
  auto speaker = subject(t, segment);
  if (!speaker.found()) return false;
  if (scan_.is(scan_.cue_end(t), kAmountWord) && !has_amount(scan_.cue_end(t), segment)) return false;
  TokenId begin = t + 1;
  if (speaker.tokens.begin >= begin) begin = speaker.tokens.end;
  TokenId end = clauses_.content_end(begin, t, segment);
  for (TokenId u = begin + 1; u < end; ++u) {
    if (scan_.upos(u) == Upos::kCconj && u + 1 < end &&
        (scan_.finite(u + 1) || (u + 2 < end && scan_.finite(u + 2)))) {
      end = scan_.comma(u - 1) ? u - 1 : u;
    }
  }
  if (begin + 1 >= end || !(scan_.nominal(begin) || scan_.quote_mark(begin))) return false;
  if (cue.rest.empty() && !has_predicate({begin, end}, speaker)) return false;
  const auto clause = cue_clause(t, speaker, begin, segment);
  const auto id =
      drafts_.add(t, std::move(speaker), std::vector<TokenRange>{{begin, end}}, clause, "predicate");
  if (id == doc::kNone) return false;
  // "what it termed a "gesture"": nothing but the quoted words
  while (begin < end && scan_.upos(begin) == Upos::kDet) ++begin;
  if (scan_.quote_mark(begin) && scan_.quote_mark(end - 1))
    drafts_.list[id].attribution.mode = doc::AttributionMode::kDirect;
  return true;
}

// X fears C, a noun phrase
bool IndirectSpeech::noun_phrase(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kNoun) || scan_.passive(t) || t + 1 >= segment.end || !scan_.nominal(t + 1))
    return false;
  auto speaker = speakers_.subject_before(t, segment);
  if (!speaker.found() || speakers_.is_empty(speaker, kFirstPerson)) return false;
  if (scan_.upos(t + 1) == Upos::kPron) return false;
  return report(t, std::move(speaker), t + 1, segment, "noun");
}

// X hopes to C
bool IndirectSpeech::infinitive(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kInfinitive)) return false;
  TokenId begin = scan_.cue_end(t) + 1;
  while (begin < segment.end && scan_.upos(begin) == Upos::kAdv) ++begin;
  if (begin + 1 >= segment.end || !scan_.is(begin, kInfinitiveWord) || !scan_.verb(begin + 1)) return false;
  auto speaker = subject(t, {segment.begin, begin});
  if (!speaker.found()) return false;
  return report(t, std::move(speaker), begin, segment, "infinitive");
}

// C, as X had alleged: what stands before, or what another cue of the sentence has reported there
bool IndirectSpeech::pointing_back(TokenId t, TokenRange segment) {
  auto speaker = speakers_.subject(t, segment);
  if (!speaker.found()) return false;
  const TokenId begin = std::min(speaker.tokens.begin, t);
  if (begin < segment.begin + 3 || !scan_.is(begin - 1, kAsWord) || !scan_.comma(begin - 2)) return false;
  if (clauses_.conjunction(t, segment) != kNoToken ||
      scan_.first_finite({segment.begin, begin - 2}) == kNoToken)
    return false;
  std::vector<base::Span> content{scan_.trimmed({segment.begin, begin - 2})};
  const auto edge = scan_.reading().tokens.spans[begin - 2].begin;
  for (auto& draft : drafts_.list) {
    auto& other = draft.attribution;
    const bool here =
        other.cue_token != kNoToken && segment.contains(other.cue_token) && !other.content.empty();
    if (!here || other.content.back().begin >= edge) continue;
    if (other.content.back().end > edge) other.content.back().end = edge;
    content = other.content;
  }
  drafts_.add_bytes(t, std::move(speaker), content, {begin, segment.end}, "as");
  return true;
}

// X's claim that C; rumours that C
void IndirectSpeech::claim_noun(TokenId t, const Cue& cue, TokenRange segment) {
  Speaker speaker;
  TokenId u = scan_.cue_end(t) + 1;
  if (scan_.is(u, kFromWord | kByWord) && u < segment.end) {
    speaker = speakers_.phrase_at(u + 1, segment);
    u = speaker.found() ? speaker.tokens.end : u;
  }
  for (int skipped = 0; u < segment.end && skipped < 2 && (scan_.upos(u) == Upos::kAdp || scan_.comma(u));
       ++skipped)
    ++u;
  if (u >= segment.end || !scan_.is(u, kThatWord)) return;
  if (u + 1 < segment.end && scan_.infinitive(u + 1)) return;
  // English "claims that were": a relative clause has no subject of its own.
  if (!scan_.is(u, kKeptWord) && u + 1 < segment.end && scan_.finite(u + 1)) return;
  if (!speaker.found()) {
    for (const TokenId c : scan_.tree().children(t)) {
      if (c < t && scan_.tree().relation(c) == Deprel::kNmod)
        speaker = speakers_.phrase_of(c, {segment.begin, t});
    }
  }
  if (!speaker.found() && !(cue.frames & kRumour)) return;
  const auto at = scan_.reading().tokens.spans[u];
  for (const auto& draft : drafts_.list) {  // "said in a statement that"
    const auto first = draft.attribution.content.front().begin;
    if (first == at.begin || first == at.end + 1) return;
  }
  report(t, std::move(speaker), u, segment, "claim");
}

// reportedly
void IndirectSpeech::hearsay(TokenId t) {
  const auto range = clauses_.clause_of(t);
  drafts_.add(t, {}, std::vector<TokenRange>{{range.begin, t}, {scan_.cue_end(t) + 1, range.end}}, range,
              "hearsay");
}

}  // namespace kilde::find::attribution
