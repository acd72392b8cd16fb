// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/sourcing.h"

#include <algorithm>

namespace kilde::find::attribution {
namespace {

using doc::Deprel;
using doc::Upos;

}  // namespace

void Sourcing::read(TokenRange sentence) {
  for (TokenId t = sentence.begin; t < sentence.end; ++t) {
    const auto* cue = scan_.cue(t);
    if (!cue || !(cue->frames & (kAccording | kCiting))) continue;
    const auto segment = scan_.segment(t);
    if (!segment.contains(t)) continue;
    if (cue->frames & kAccording)
      according(t, *cue, segment);
    else
      citing(t, *cue, segment);
  }
}

// The noun phrase after the preposition. In front of its clause it reaches to the finite verb or the comma.
Sourcing::Phrase Sourcing::phrase(TokenId t, const Cue& cue, TokenRange segment) const {
  Phrase found;
  const bool gap = !cue.rest.empty() && cue.rest[0] == "...";
  const TokenId begin = gap ? t + 1 : scan_.cue_end(t) + 1;
  TokenRange bounds{begin, gap ? scan_.cue_end(t) : segment.end};
  TokenId end = begin;
  for (; end < bounds.end && !scan_.finite(end); ++end) {
    if (!scan_.comma(end)) continue;
    // An apposition stays with its noun: "ifølge lederen, Anna Holm, er ..."
    const bool named = end + 1 < bounds.end && scan_.upos(end + 1) == Upos::kPropn && t == segment.begin;
    if (!named) break;
  }
  const auto& tree = scan_.tree();
  auto speaker = speakers_.phrase_at(begin, {begin, end});
  const auto head = tree.head(t);
  if (!speaker.found() && head != kNoToken && head > t && head < segment.end)
    speaker = speakers_.phrase_of(head, {begin, segment.end});
  if (!speaker.found()) return found;
  if (speaker.head != kNoToken && scan_.is(speaker.head, kNoSource)) return found;
  // The preposition's own noun in the tree tells the phrase's extent better than the order of words.
  if (head != kNoToken && speaker.tokens.contains(head) && tree.relation(t) == Deprel::kCase) {
    auto whole = speakers_.phrase_of(head, {begin, end});
    whole.tokens.end = std::max(whole.tokens.end, speaker.tokens.end);
    if (whole.tokens.begin <= begin + 1) speaker = std::move(whole);
  }
  if (t == segment.begin && end < bounds.end && scan_.finite(end) && speaker.tokens.end < end)
    speaker.tokens.end = end;
  found.tokens = {t, std::max(speaker.tokens.end, scan_.cue_end(t) + 1)};
  // "Ifølge en rapport, som avisen har set, er ...": what the relative clause tells is the outlet's own.
  if (const auto comma = found.tokens.end; t == segment.begin && comma + 1 < segment.end &&
                                           scan_.comma(comma) && scan_.is(comma + 1, kRelativeWord)) {
    for (TokenId u = comma + 1; u < segment.end; ++u) {
      if (!scan_.comma(u)) continue;
      found.tokens.end = u + 1;
      break;
    }
  }
  found.speaker = std::move(speaker);
  return found;
}

// Where the main clause ends that a leading phrase speaks for: before ", og" or ", but" with a subject of its
// own.
TokenId Sourcing::end_of_leading(TokenId begin, TokenRange segment) const {
  const auto& tree = scan_.tree();
  for (TokenId t = begin + 2; t < segment.end; ++t) {
    if (!scan_.comma(t - 1)) continue;
    if (scan_.upos(t) == Upos::kCconj) {
      const auto second = tree.head(t);
      const bool main = second != kNoToken && second > t && tree.relation(second) == Deprel::kConj &&
                        (tree.has_child(second, Deprel::kNsubj) || scan_.has_finite(second));
      const auto first = main ? tree.head(second) : kNoToken;
      if (first != kNoToken && tree.head(first) == kNoToken) return t - 1;
    }
    if (scan_.is(t, kContrastWord)) {
      for (TokenId u = t + 1; u < segment.end; ++u) {
        if (scan_.cue(u) && scan_.finite(u) && clauses_.conjunction(u, {t, segment.end}) != kNoToken)
          return t - 1;
      }
    }
  }
  return segment.end;
}

std::vector<TokenRange> Sourcing::said(const Phrase& phrase, TokenRange segment) const {
  const auto [begin, end] = phrase.tokens;
  if (begin == segment.begin) return {{end, end_of_leading(end, segment)}};
  const bool parenthetical = scan_.punct(begin - 1);
  const bool final =
      end >= segment.end || (scan_.comma(end) && end + 1 < segment.end && scan_.is(end + 1, kRelativeWord));
  if (parenthetical && final) return {{segment.begin, begin - 1}};
  // A leading time or place, then the phrase: "I april blev der ifølge X ..."
  auto range = clauses_.clause_of(begin);
  if (!range.contains(begin)) range = segment;
  TokenRange after{end, std::max(range.end, end)};
  if (after.size() > 0) after.end = std::min(after.end, end_of_leading(end, {begin, after.end}));
  return {{range.begin, begin}, after};
}

// Where the first of the joined verbs begins that share one subject: "dræbte 20 og sårede 30 ifølge tal fra
// ...".
TokenId Sourcing::begin_of_joined(TokenId t, TokenRange segment) const {
  const auto& tree = scan_.tree();
  TokenId head = tree.clause_head(t);
  while (tree.relation(head) == Deprel::kConj && !tree.has_child(head, Deprel::kNsubj))
    head = tree.head(head);
  return std::max(segment.begin, tree.subtree(head).begin);
}

// Figures credited to a count: from the joined clause that holds the first of them.
TokenRange Sourcing::counted(TokenRange content) const {
  const auto& reading = scan_.reading();
  for (const auto& figure : reading.figures) {
    const auto first = scan_.token_at_or_after(figure.trigger.begin);
    if (!content.contains(first)) continue;
    for (TokenId t = first; t-- > content.begin;) {
      if (scan_.upos(t) == Upos::kCconj && scan_.first_finite({t + 1, first + 1}) != kNoToken)
        return {t + 1, content.end};
    }
    break;
  }
  return content;
}

void Sourcing::according(TokenId t, const Cue& cue, TokenRange segment) {
  auto found = phrase(t, cue, segment);
  if (!found.speaker.found()) return;
  auto content = said(found, segment);
  if (scan_.is(found.speaker.head, kCountWord)) {
    content.front().begin = std::min(content.front().begin, begin_of_joined(t, segment));
    content.front() = counted(content.front());
  }
  drafts_.add(t, std::move(found.speaker), content, found.tokens, "according");
}

// Z writes with reference to X: C. X speaks through Z.
void Sourcing::citing(TokenId t, const Cue& cue, TokenRange segment) {
  auto found = phrase(t, cue, segment);
  if (!found.speaker.found()) return;
  for (std::uint32_t i = 0; i < drafts_.list.size(); ++i) {
    const auto& outer = drafts_.list[i];
    const auto verb = outer.attribution.cue_token;
    if (verb == kNoToken || !segment.contains(verb) || !(outer.clause.contains(t) || verb + 16 > t)) continue;
    const auto content = outer.attribution.content;
    const auto id = drafts_.add_bytes(t, std::move(found.speaker), content, found.tokens, "citing");
    if (id != doc::kNone) drafts_.list[id].within = i;
    return;
  }
}

}  // namespace kilde::find::attribution
