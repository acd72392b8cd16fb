// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/clause.h"

#include <algorithm>

namespace kilde::find::attribution {
namespace {

using doc::Deprel;
using doc::Upos;

}  // namespace

TokenId Clauses::skip_relative(TokenId comma, TokenId end) const {
  if (comma + 1 >= end || !scan_.is(comma + 1, kRelativeWord)) return comma;
  for (TokenId t = comma + 1; t < end; ++t) {
    if (scan_.comma(t)) return t;
  }
  return end;
}

TokenId Clauses::conjunction(TokenId cue, TokenRange segment, std::uint32_t role) const {
  bool in_phrase = false;
  for (TokenId t = scan_.cue_end(cue) + 1; t < segment.end; ++t) {
    if (scan_.comma(t)) t = skip_relative(t, segment.end);
    if (t >= segment.end) break;
    if (scan_.is(t, role)) {
      // "at" before an infinitive and "that" before a noun are other words.
      const bool marker = scan_.upos(t) == Upos::kPart || (t + 1 < segment.end && scan_.infinitive(t + 1));
      if (!marker && scan_.upos(t) != Upos::kDet && scan_.upos(t) != Upos::kAdp) return t;
    }
    // What an infinitive or a noun in between reports is theirs: "agreed to settle claims that", but not "in
    // a statement that".
    if (scan_.is(t, kInfinitiveWord) && t + 1 < segment.end && scan_.infinitive(t + 1)) break;
    in_phrase = in_phrase || scan_.upos(t) == Upos::kAdp;
    const auto* other = scan_.cue(t);
    if (other && (other->frames & (kClaimNoun | kRumour)) && !in_phrase) break;
    if (scan_.quote_mark(t) && t + 1 < segment.end && scan_.spoken(t + 1)) break;
    if (scan_.form(t) == ":" || (scan_.verb(t) && scan_.tree().relation(t) != Deprel::kAmod)) break;
  }
  return kNoToken;
}

TokenId Clauses::bare_clause(TokenId cue, TokenRange segment) const {
  const auto& tree = scan_.tree();
  TokenId t = scan_.cue_end(cue) + 1;
  const bool comma = t < segment.end && scan_.comma(t);
  if (comma) ++t;
  if (t >= segment.end || scan_.upos(t) == Upos::kCconj || scan_.upos(t) == Upos::kSconj ||
      scan_.upos(t) == Upos::kIntj) {
    return kNoToken;
  }
  if (comma && !scan_.nominal(t)) return kNoToken;
  for (const TokenId c : tree.children(cue)) {
    if (tree.relation(c) != Deprel::kCcomp || c < t ||
        !(scan_.has_finite(c) || tree.has_child(c, Deprel::kCop)))
      continue;
    auto begin = tree.subtree(c).begin;
    // The tree may leave the subject of the reported clause behind.
    if (begin > t && (scan_.nominal(t) || scan_.is(begin, kRelativeWord)) && scan_.upos(t) != Upos::kAdp)
      begin = t;
    const bool opens = begin >= t && begin < segment.end && !scan_.is(begin, kRelativeWord | kWhetherWord);
    if (opens && tree.has_child(c, Deprel::kNsubj)) return begin;
  }
  return bare_by_order(t, segment);
}

// Without a tree: a noun phrase and then a finite verb, no comma between.
TokenId Clauses::bare_by_order(TokenId begin, TokenRange segment) const {
  bool subject = false;
  for (TokenId t = begin; t < segment.end; ++t) {
    if (scan_.comma(t)) {
      const auto closing = skip_relative(t, segment.end);
      if (closing == t || closing >= segment.end) break;
      t = closing;
      continue;
    }
    if (scan_.punct(t) && !scan_.quote_mark(t) && t != begin) break;
    if (scan_.upos(t) == Upos::kCconj && t + 1 < segment.end && scan_.verb(t + 1)) break;
    if (scan_.upos(t) == Upos::kSconj || (t == begin && scan_.is(t, kRelativeWord | kWhetherWord))) break;
    if (scan_.is(t, kInfinitiveWord) && t + 1 < segment.end && scan_.verb(t + 1)) break;
    if (scan_.finite(t)) return subject ? begin : kNoToken;
    subject = subject || scan_.noun(t) || scan_.upos(t) == Upos::kNum;
  }
  return kNoToken;
}

// Whether the conjunction joins the cue's clause (or one above it) with another, so that the report ends
// before it.
bool Clauses::joins_above(TokenId conjunction, TokenId cue) const {
  const auto& tree = scan_.tree();
  const auto second = tree.head(conjunction);
  if (second == kNoToken || tree.relation(second) != Deprel::kConj || second < conjunction) return false;
  const auto first = tree.head(second);
  return first != kNoToken && (first == cue || tree.dominates(first, cue)) &&
         (scan_.verb(second) || scan_.has_finite(second));
}

TokenId Clauses::content_end(TokenId begin, TokenId cue, TokenRange segment) const {
  const auto& tree = scan_.tree();
  TokenId end = segment.end;
  // A cue inside a relative or fronted clause reports no further than its own tree reaches.
  TokenId top = cue;
  while (tree.relation(top) == Deprel::kConj) top = tree.head(top);
  if (tree.relation(top) == Deprel::kAcl || tree.relation(top) == Deprel::kAdvcl) {
    const auto reach = tree.subtree(top).end;
    if (reach > begin && reach < end && scan_.punct(reach)) end = reach;
  }
  for (const auto& aside : asides_) {
    if (aside.cue != cue && aside.edge > begin && aside.edge < end &&
        scan_.sentence(aside.edge) == scan_.sentence(cue)) {
      end = aside.edge;
    }
  }
  for (TokenId t = begin + 1; t < end; ++t) {
    const bool after_comma = scan_.comma(t - 1);
    if (scan_.upos(t) == Upos::kCconj && !(t + 1 < end && scan_.is(t + 1, kThatWord)) &&
        (joins_above(t, cue) || (after_comma && speaks_anew(t + 1, end)))) {
      return after_comma ? t - 1 : t;
    }
    // "The rumours that he left, are false": behind the comma the noun's own verb.
    if (after_comma && scan_.finite(t) && scan_.cue(cue) && scan_.cue(cue)->upos == Upos::kNoun) return t - 1;
    if (after_comma && (is_adjunct(t, cue) || (scan_.is(t, kContrastWord) && speaks_anew(t + 1, end))))
      return t - 1;
  }
  return end;
}

// ", adding that ...", ", becoming the first ...", ", according to ...": words about the saying, not said
// themselves.
bool Clauses::is_adjunct(TokenId t, TokenId cue) const {
  const auto* other = scan_.cue(t);
  if (other && (other->frames & (kAccording | kCiting))) return true;
  if (!scan_.verb(t) || scan_.finite(t) || scan_.infinitive(t) || scan_.passive(t)) return false;
  if (other && other->upos == Upos::kVerb) return true;
  return scan_.tree().relation(t) == Deprel::kAdvcl && scan_.tree().head(t) == cue;
}

TokenId Clauses::end_of_saying(TokenId cue, TokenId end) const {
  for (TokenId t = cue + 2; t < end; ++t) {
    const bool joins = scan_.is(t, kContrastWord) || scan_.upos(t) == Upos::kCconj;
    if (joins && scan_.comma(t - 1) && speaks_anew(t + 1, end)) return t - 1;
  }
  return end;
}

// Whether a clause that begins here has a cue of its own, with its subject and what it reports.
bool Clauses::speaks_anew(TokenId begin, TokenId end) const {
  for (TokenId u = begin; u < end; ++u) {
    const auto* other = scan_.cue(u);
    if (!other || other->upos != Upos::kVerb || !scan_.has_finite(u) || scan_.passive(u)) continue;
    const auto speaker = speakers_.subject(u, {begin, end});
    if (!speaker.found() || scan_.is(speaker.head, kRelativeWord)) continue;
    const bool clause = (other->frames & kThat) && conjunction(u, {begin, end}) != kNoToken;
    const bool bare = (other->frames & kBare) && bare_clause(u, {begin, end}) != kNoToken;
    if (clause || bare || (other->frames & (kReproach | kPredicate))) return true;
  }
  return false;
}

TokenRange Clauses::clause_of(TokenId t) const {
  const auto& tree = scan_.tree();
  const auto segment = scan_.segment(t);
  const auto head = tree.clause_head(t);
  auto range = tree.subtree(head);
  range = {std::max(range.begin, segment.begin), std::min(range.end, segment.end)};
  if (range.empty() || !range.contains(t)) return segment;
  // A second main clause with a subject of its own is another clause.
  for (const TokenId c : tree.children(head)) {
    const bool joined = (tree.relation(c) == Deprel::kConj || tree.relation(c) == Deprel::kParataxis) &&
                        tree.has_child(c, Deprel::kNsubj);
    if (!joined || c == head) continue;
    const auto other = tree.subtree(c);
    if (other.begin > t && other.begin > head) range.end = std::min(range.end, other.begin);
    if (other.end <= t && other.end < head) range.begin = std::max(range.begin, other.end);
  }
  while (!range.empty() && (scan_.upos(range.begin) == Upos::kCconj ||
                            (scan_.punct(range.begin) && !scan_.quote_mark(range.begin)))) {
    ++range.begin;
  }
  while (!range.empty() && (scan_.upos(range.end - 1) == Upos::kCconj ||
                            (scan_.punct(range.end - 1) && !scan_.quote_mark(range.end - 1)))) {
    --range.end;
  }
  return range;
}

}  // namespace kilde::find::attribution
