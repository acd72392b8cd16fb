// SPDX-License-Identifier: Apache-2.0
// Indirect speech: what verbs, nouns and adjectives of saying, thinking, hoping and fearing report outside
// quotation marks. Each cue word yields at most one attribution, by the first of its frames that the sentence
// bears out.
#pragma once
#include <string_view>
#include <vector>

#include "find/attribution/clause.h"
#include "find/attribution/draft.h"

namespace kilde::find::attribution {

class IndirectSpeech {
 public:
  IndirectSpeech(const Scan& scan, const SpeakerFinder& speakers, const Clauses& clauses, Drafts& drafts)
      : scan_(scan), speakers_(speakers), clauses_(clauses), drafts_(drafts) {}

  // Reads the cues of a sentence whose asides are known.
  void read(TokenRange sentence);

 private:
  void read_cue(TokenId t);
  // Each returns whether its frame holds at the cue t.
  bool aside(TokenId t, const Cue& cue);
  bool back(TokenId t, const Cue& cue, TokenRange segment);
  bool impersonal(TokenId t, const Cue& cue, TokenRange segment);
  bool passive(TokenId t, const Cue& cue, TokenRange segment);
  bool clause(TokenId t, const Cue& cue, TokenRange segment);
  bool colon(TokenId t, const Cue& cue, TokenRange segment);
  bool reproach(TokenId t, const Cue& cue, TokenRange segment);
  bool predicate(TokenId t, const Cue& cue, TokenRange segment);
  bool noun_phrase(TokenId t, const Cue& cue, TokenRange segment);
  bool infinitive(TokenId t, const Cue& cue, TokenRange segment);
  bool pointing_back(TokenId t, TokenRange segment);
  void claim_noun(TokenId t, const Cue& cue, TokenRange segment);
  void hearsay(TokenId t);

  bool has_predicate(TokenRange content, const Speaker& speaker) const;
  bool has_amount(TokenId to, TokenRange segment) const;
  Speaker subject(TokenId t, TokenRange segment) const;
  Speaker agent(TokenId t, TokenRange bounds) const;
  std::vector<TokenRange> sentences_before(TokenId t) const;
  bool report(TokenId t, Speaker speaker, TokenId begin, TokenRange segment, std::string_view frame);
  TokenRange cue_clause(TokenId t, const Speaker& speaker, TokenId content, TokenRange segment) const;

  const Scan& scan_;
  const SpeakerFinder& speakers_;
  const Clauses& clauses_;
  Drafts& drafts_;
};

}  // namespace kilde::find::attribution
