// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/indirect.h"

#include <algorithm>

namespace kilde::find::attribution {
namespace {

using doc::Feat;
using doc::Upos;

}  // namespace

void IndirectSpeech::read(TokenRange sentence) {
  for (TokenId t = sentence.begin; t < sentence.end; ++t) {
    if (scan_.cue(t)) read_cue(t);
  }
}

void IndirectSpeech::read_cue(TokenId t) {
  if (drafts_.of_cue(t) != doc::kNone) return;  // it introduces a quotation already
  const auto& cue = *scan_.cue(t);
  const auto segment = scan_.segment(t);
  if (!segment.contains(t)) return;
  if (cue.frames & kHearsay) return hearsay(t);
  if (cue.frames & (kClaimNoun | kRumour)) return claim_noun(t, cue, segment);
  if (cue.upos != Upos::kVerb && cue.upos != Upos::kAdj) return;  // prepositions have a reader of their own
  if (aside(t, cue) || impersonal(t, cue, segment) || passive(t, cue, segment)) return;
  if (cue.upos == Upos::kVerb && scan_.passive(t) && !(cue.frames & kPatient)) return;
  if (back(t, cue, segment)) return;
  if (clause(t, cue, segment) || reproach(t, cue, segment) || infinitive(t, cue, segment)) return;
  if (pointing_back(t, segment) || colon(t, cue, segment) || predicate(t, cue, segment)) return;
  noun_phrase(t, cue, segment);
}

Speaker IndirectSpeech::subject(TokenId t, TokenRange segment) const {
  auto speaker = speakers_.subject(t, segment);
  if (!speaker.found() || speakers_.is_empty(speaker, kFirstPerson)) return {};
  return speaker;
}

// "vurderes af politiet", "was said by police"
Speaker IndirectSpeech::agent(TokenId t, TokenRange bounds) const {
  for (TokenId u = t + 1; u < bounds.end && u < t + 5 && !scan_.punct(u); ++u) {
    if (scan_.is(u, kByWord)) return speakers_.phrase_at(u + 1, bounds);
  }
  return {};
}

TokenRange IndirectSpeech::cue_clause(TokenId t, const Speaker& speaker, TokenId content,
                                      TokenRange segment) const {
  TokenId begin = t;
  if (speaker.found()) begin = std::min(begin, speaker.tokens.begin);
  TokenId end = content > t ? content : segment.end;
  begin = std::max(begin, segment.begin);
  if (scan_.first_finite({segment.begin, begin}) == kNoToken)
    begin = segment.begin;  // "In an interview with CNN, X said"
  return {begin, end};
}

bool IndirectSpeech::report(TokenId t, Speaker speaker, TokenId begin, TokenRange segment,
                            std::string_view frame) {
  const TokenRange content{scan_.is(begin, kKeptWord) || !scan_.is(begin, kThatWord) ? begin : begin + 1,
                           clauses_.content_end(begin, t, segment)};
  const auto clause = cue_clause(t, speaker, begin, segment);
  return drafts_.add(t, std::move(speaker), std::vector<TokenRange>{content}, clause, frame) != doc::kNone;
}

// C, says X
bool IndirectSpeech::aside(TokenId t, const Cue&) {
  for (const auto& found : clauses_.asides()) {
    if (found.cue != t) continue;
    if (speakers_.is_empty(found.speaker, kFirstPerson)) return true;
    const auto segment = scan_.segment(t);
    std::vector<TokenRange> content{{segment.begin, found.edge}};
    if (found.resume != kNoToken) content.push_back({found.resume, segment.end});
    TokenRange clause = found.clause;
    for (const auto& next : clauses_.asides()) {
      if (next.edge > found.edge && next.edge < clause.end && next.edge > t) clause.end = next.edge;
    }
    clause.end = clauses_.end_of_saying(t, clause.end);
    drafts_.add(t, found.speaker, content, clause, "aside");
    return true;
  }
  return false;
}

// C. That says X
bool IndirectSpeech::back(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kBack) || !scan_.is(segment.begin, kBackWord) || t > segment.begin + 12) return false;
  if (scan_.first_finite({segment.begin, segment.end}) > t) return false;
  if (clauses_.conjunction(t, segment) != kNoToken) return false;
  Speaker speaker;
  if (cue.frames & kSound) {  // "Det fremgår af X"
    for (TokenId u = t + 1; u < segment.end && u < t + 4 && !speaker.found(); ++u) {
      if (scan_.is(u, kFromWord)) speaker = speakers_.phrase_at(u + 1, segment);
    }
  } else {
    // "Det oplyser X" or "Det har X oplyst": the subject follows the finite verb, "det" is the object.
    const auto finite = scan_.first_finite({segment.begin, t + 1});
    if (finite == kNoToken || finite != segment.begin + 1) return false;
    for (TokenId u = finite; u < t; ++u) {
      if (scan_.punct(u)) return false;  // "Det var kun en prøve, skolen melder"
    }
    speaker = finite < t ? speakers_.phrase_at(finite + 1, {finite, t}) : speakers_.subject_after(t, segment);
    if (speaker.found() && scan_.reading().syntax.has(speaker.head, Feat::kReflexYes)) return false;
  }
  if (!speaker.found()) return false;
  auto content = sentences_before(t);
  if (content.empty()) return false;
  TokenRange clause{segment.begin, segment.end};
  for (const auto& aside : clauses_.asides()) {
    if (aside.edge > t && aside.edge < clause.end) clause.end = aside.edge;
  }
  drafts_.add(t, std::move(speaker), content, clause, "back");
  return true;
}

// The sentences that "det" sums up: those before it in its paragraph, or the whole paragraph before.
std::vector<TokenRange> IndirectSpeech::sentences_before(TokenId t) const {
  const auto& tokens = scan_.reading().tokens;
  const auto own = tokens.sentences[t];
  const auto paragraph = scan_.paragraph(t);
  if (own == 0) return {};
  const auto wanted = tokens.sentence_list[own - 1].paragraph == paragraph ? paragraph : paragraph - 1;
  std::vector<TokenRange> found;
  for (auto s = own; s-- > 0 && tokens.sentence_list[s].paragraph == wanted;) {
    const auto range = tokens.sentence_list[s].tokens;
    if (scan_.spoken(range.begin) || (range.size() > 1 && scan_.spoken(range.begin + 1))) break;
    bool attributed = false;
    for (const auto& draft : drafts_.list) {
      attributed = attributed ||
                   (draft.attribution.cue_token != kNoToken && range.contains(draft.attribution.cue_token));
    }
    if (attributed && !found.empty()) break;
    const auto last = scan_.segment(range.end - 1);
    found.insert(found.begin(),
                 {scan_.segment(range.begin + (range.size() > 8 ? 8 : range.size() - 1)).begin, last.end});
    if (attributed) break;
  }
  return found;
}

// It is said that C; Det forlyder, at C
bool IndirectSpeech::impersonal(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & (kImpersonal | kPassive | kSound)) || cue.upos != Upos::kVerb) return false;
  const bool form =
      (cue.frames & kImpersonal) || ((cue.frames & kPassive) && scan_.passive(t)) || (cue.frames & kSound);
  if (!form) return false;
  bool empty_subject = false;
  const TokenId reach = std::max(segment.begin, t > 4 ? t - 4 : 0);
  for (TokenId u = reach; u < std::min(segment.end, t + 3); ++u)
    empty_subject = empty_subject || scan_.is(u, kImpersonalWord);
  const auto begin = clauses_.conjunction(t, segment);
  if (!empty_subject || begin == kNoToken) return false;
  Speaker speaker = agent(t, segment);
  if (cue.frames & kSound) {
    for (TokenId u = t + 1; u < begin && !speaker.found(); ++u) {
      if (scan_.is(u, kFromWord)) speaker = speakers_.phrase_at(u + 1, {u, begin});
    }
    if (!speaker.found() && !(cue.frames & kImpersonal)) return false;
  }
  return report(t, std::move(speaker), begin, segment, "impersonal");
}

// Y is said to C: the whole clause but for the cue
bool IndirectSpeech::passive(TokenId t, const Cue& cue, TokenRange segment) {
  if (!(cue.frames & kPassive) || !scan_.passive(t)) return false;
  bool open = false;
  for (TokenId u = t + 1; u < segment.end && u < t + 7 && !scan_.punct(u); ++u) {
    const bool number = scan_.is(u, kAmountWord) && has_amount(u, segment);
    const bool to_verb =
        scan_.is(u, kInfinitiveWord) && u + 1 < segment.end && (scan_.infinitive(u + 1) || scan_.verb(u + 1));
    const bool state = u == t + 1 && cue.hypothetical && (scan_.upos(u) == Upos::kAdj || scan_.verb(u));
    open = open || number || to_verb || state;
  }
  if (!open) return false;
  auto range = clauses_.clause_of(t);
  range.end = std::max(range.end, clauses_.content_end(t + 1, t, segment));
  if (range.begin > t) range.begin = segment.begin;
  TokenId before = t;
  while (before > range.begin && scan_.upos(before - 1) == Upos::kAux) --before;
  drafts_.add(t, agent(t, segment), std::vector<TokenRange>{{range.begin, before}, {t + 1, range.end}}, range,
              "passive");
  return true;
}

// X says that C; X says C; X asks whether C
bool IndirectSpeech::clause(TokenId t, const Cue& cue, TokenRange segment) {
  TokenId begin = kNoToken;
  std::string_view frame = "that";
  if (cue.frames & kThat) begin = clauses_.conjunction(t, segment);
  if (begin == kNoToken && (cue.frames & kWhether)) begin = clauses_.conjunction(t, segment, kWhetherWord);
  if (begin == kNoToken && (cue.frames & kBare)) {
    begin = clauses_.bare_clause(t, segment);
    frame = "bare";
  }
  if (begin == kNoToken) return false;
  auto speaker = subject(t, {segment.begin, std::max(begin, t + 1)});
  if (!speaker.found()) return false;
  // "It said that": a company. "Det viser, at": nobody.
  if (speakers_.is_empty(speaker, kImpersonalWord) &&
      (speakers_.is_empty(speaker, kBackWord) || !(cue.frames & kQuote)))
    return false;
  if (frame == "bare" && speaker.tokens.begin >= t && begin < speaker.tokens.end) return false;
  if (speakers_.is_empty(speaker, kAnybody)) speaker = {};
  return report(t, std::move(speaker), begin, segment, frame);
}

}  // namespace kilde::find::attribution
