// SPDX-License-Identifier: Apache-2.0
// Where the words begin and end that belong to a cue: the reported clause after it, or the clause before a
// parenthetical
// "..., says X". Reads the order of words and punctuation first and asks the tree where these leave a choice.
#pragma once
#include <optional>
#include <vector>

#include "find/attribution/scan.h"
#include "find/attribution/speaker.h"

namespace kilde::find::attribution {

// ", says X from Y to Z": a cue and its subject set beside what is said.
struct Aside {
  TokenId cue = kNoToken;
  TokenId edge = 0;   // the comma or mark before it: what is said ends here
  TokenRange clause;  // the cue's own words, subject included
  Speaker speaker = {};
  TokenId resume = kNoToken;  // where what is said goes on: "The bank, he added, would close"
};

class Clauses {
 public:
  Clauses(const Scan& scan, const SpeakerFinder& speakers) : scan_(scan), speakers_(speakers) {}

  // Finds the asides of a sentence, which bound what other cues report. Call before content_end() for that
  // sentence.
  void read_asides(TokenRange sentence);
  const std::vector<Aside>& asides() const { return asides_; }

  // The conjunction after the cue ("at", "that"), or kNoToken.
  TokenId conjunction(TokenId cue, TokenRange segment, std::uint32_t role = kThatWord) const;
  // First word of a reported clause without conjunction, or kNoToken.
  TokenId bare_clause(TokenId cue, TokenRange segment) const;
  // First token behind what the cue reports, which begins at `begin`.
  TokenId content_end(TokenId begin, TokenId cue, TokenRange segment) const;
  // Where the cue's own clause ends before ", while others claim that ...".
  TokenId end_of_saying(TokenId cue, TokenId end) const;
  // The clause that t stands in, within its segment; no conjunction or mark at its ends.
  TokenRange clause_of(TokenId t) const;
  // A cue right beside a quotation: no check of what stands before it. `edge` is the token before the aside.
  std::optional<Aside> aside_from(TokenId begin, TokenRange bounds) const;

 private:
  std::optional<Aside> inverted(TokenId cue, TokenId begin, TokenRange bounds) const;
  std::optional<Aside> straight(TokenId cue, TokenRange bounds) const;
  std::optional<Aside> sounding(TokenId cue, TokenId begin, TokenRange bounds) const;
  TokenId resumption(const Aside& aside, TokenRange segment) const;
  bool says_something_before(TokenRange before) const;
  bool has_verb_before(TokenId subject, TokenId end, TokenRange segment) const;
  TokenId verb_group_begin(TokenId cue, TokenRange bounds) const;
  TokenId skip_relative(TokenId comma, TokenId end) const;
  TokenId bare_by_order(TokenId begin, TokenRange segment) const;
  bool is_adjunct(TokenId t, TokenId cue) const;
  bool speaks_anew(TokenId begin, TokenId end) const;
  bool joins_above(TokenId conjunction, TokenId cue) const;

  const Scan& scan_;
  const SpeakerFinder& speakers_;
  std::vector<Aside> asides_;
};

}  // namespace kilde::find::attribution
