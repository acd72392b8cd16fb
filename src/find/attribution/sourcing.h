// SPDX-License-Identifier: Apache-2.0
// Sources named in a prepositional phrase: "ifølge X", "according to X", "by X's count", "med henvisning til
// X".
#pragma once
#include "find/attribution/clause.h"
#include "find/attribution/draft.h"

namespace kilde::find::attribution {

class Sourcing {
 public:
  Sourcing(const Scan& scan, const SpeakerFinder& speakers, const Clauses& clauses, Drafts& drafts)
      : scan_(scan), speakers_(speakers), clauses_(clauses), drafts_(drafts) {}

  // After indirect speech, whose drafts a citation links to.
  void read(TokenRange sentence);

 private:
  struct Phrase {
    TokenRange tokens;  // with its preposition
    Speaker speaker;
  };
  Phrase phrase(TokenId t, const Cue& cue, TokenRange segment) const;
  void according(TokenId t, const Cue& cue, TokenRange segment);
  void citing(TokenId t, const Cue& cue, TokenRange segment);
  std::vector<TokenRange> said(const Phrase& phrase, TokenRange segment) const;
  TokenId end_of_leading(TokenId begin, TokenRange segment) const;
  TokenId begin_of_joined(TokenId t, TokenRange segment) const;
  TokenRange counted(TokenRange content) const;

  const Scan& scan_;
  const SpeakerFinder& speakers_;
  const Clauses& clauses_;
  Drafts& drafts_;
};

}  // namespace kilde::find::attribution
