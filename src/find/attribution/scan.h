// SPDX-License-Identifier: Apache-2.0
// One article as the attribution finder sees it: cues and roles of its words, paragraphs, what is already
// quoted.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "doc/reading.h"
#include "find/attribution/lexicon.h"
#include "match/tree.h"

namespace kilde::find::attribution {

using base::TokenRange;
using doc::kNoToken;
using doc::TokenId;

class Scan {
 public:
  Scan(const doc::Reading& reading, const match::Tree& tree, const Lexicon& lexicon);

  const doc::Reading& reading() const { return reading_; }
  const match::Tree& tree() const { return tree_; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::uint32_t size() const { return reading_.tokens.size(); }

  // The cue that a token heads, or null. Tokens inside a quotation have none once they are marked as spoken.
  const Cue* cue(TokenId t) const {
    return spoken_[t] || cues_[t] < 0 ? nullptr : &lexicon_.cue(static_cast<std::uint32_t>(cues_[t]));
  }
  // Last token of the cue's words (the head itself when it is one word).
  TokenId cue_end(TokenId t) const { return cue_ends_[t]; }
  bool is(TokenId t, std::uint32_t roles) const { return t < size() && (roles_[t] & roles) != 0; }
  bool spoken(TokenId t) const { return spoken_[t]; }
  void mark_spoken(base::Span bytes);
  // Quoted words report nothing on behalf of the outlet: they lose their cues.
  void mark_quoted(base::Span bytes);

  std::string_view form(TokenId t) const { return reading_.form(t); }
  const std::string& lower(TokenId t) const { return lower_[t]; }
  doc::Upos upos(TokenId t) const { return reading_.syntax.upos[t]; }
  bool verb(TokenId t) const { return upos(t) == doc::Upos::kVerb || upos(t) == doc::Upos::kAux; }
  bool finite(TokenId t) const;
  bool infinitive(TokenId t) const { return verb(t) && reading_.syntax.has(t, doc::Feat::kVerbFormInf); }
  bool punct(TokenId t) const { return upos(t) == doc::Upos::kPunct; }
  bool comma(TokenId t) const { return form(t) == ","; }
  bool noun(TokenId t) const;     // may head a noun phrase
  bool nominal(TokenId t) const;  // may stand in a noun phrase before or after its head
  bool quote_mark(TokenId t) const;
  bool capitalized(TokenId t) const;
  bool passive(TokenId t) const;
  // The verb or one of its auxiliaries before it is finite.
  bool has_finite(TokenId verb) const;
  // Any finite verb in the range that is not spoken.
  TokenId first_finite(TokenRange range) const;

  TokenRange sentence(TokenId t) const { return reading_.tokens.sentence_of(t).tokens; }
  std::uint32_t paragraph(TokenId t) const { return reading_.tokens.sentence_of(t).paragraph; }
  // The stretch between semicolons that t stands in, without dateline and closing marks.
  TokenRange segment(TokenId t) const;
  // First and last sentence of each paragraph: sentence indices [begin, end).
  const std::vector<base::Span>& paragraphs() const { return paragraphs_; }

  // The bytes of a token range without commas, full stops and unpaired quotation marks at its ends.
  base::Span trimmed(TokenRange range) const;
  TokenId token_at_or_after(std::uint32_t byte) const;

 private:
  bool plain_past(TokenId t) const;
  bool misread_verb(TokenId t, const Cue& cue) const;
  void find_cue(TokenId t);
  bool words_follow(TokenId t, const Cue& cue, TokenId& last) const;

  const doc::Reading& reading_;
  const match::Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<std::string> lower_;
  std::vector<std::uint32_t> roles_;
  std::vector<std::int32_t> cues_;
  std::vector<TokenId> cue_ends_;
  std::vector<char> spoken_;
  std::vector<base::Span> paragraphs_;
};

}  // namespace kilde::find::attribution
