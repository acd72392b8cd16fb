// SPDX-License-Identifier: Apache-2.0
// Direct quotations: paragraphs that open with a dash, and quotation marks of every convention.
// One attribution per speaker and paragraph, from the first quoted word to the last without the cue's clause.
#pragma once
#include <optional>
#include <vector>

#include "find/attribution/clause.h"
#include "find/attribution/draft.h"
#include "find/attribution/quotes.h"

namespace kilde::find::attribution {

class DirectSpeech {
 public:
  DirectSpeech(Scan& scan, const SpeakerFinder& speakers, const Clauses& clauses, Drafts& drafts)
      : scan_(scan), speakers_(speakers), clauses_(clauses), drafts_(drafts) {}

  // Reads a paragraph given as a range of sentences; what is quoted is marked as spoken.
  void read(base::Span sentences);
  // Gives the paragraph's quotations without a cue to whoever spoke last, indirect speech included.
  void finish();

 private:
  void read_dash(TokenRange paragraph);
  void read_quotations(TokenRange paragraph);
  std::optional<Aside> dash_aside(TokenRange sentence) const;
  bool narrated(TokenRange sentence) const;
  std::optional<Aside> cue_after(const Quotation& quotation, TokenRange paragraph, TokenId limit) const;
  std::optional<Aside> cue_before(const Quotation& quotation, TokenRange paragraph) const;
  bool begins_clause(const Quotation& quotation, TokenRange paragraph) const;
  bool goes_on(const Quotation& quotation, std::uint32_t current) const;
  bool stands_alone(const Quotation& quotation, TokenRange paragraph) const;
  bool only_cue_between(base::Span gap, TokenRange clause) const;
  Speaker continued(TokenRange paragraph) const;

  Scan& scan_;
  const SpeakerFinder& speakers_;
  const Clauses& clauses_;
  Drafts& drafts_;
  std::vector<base::Span> uncued_;
};

}  // namespace kilde::find::attribution
