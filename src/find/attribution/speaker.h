// SPDX-License-Identifier: Apache-2.0
// Who speaks: the noun phrase beside a cue, found in the tree where it agrees with the order of words, else
// by that order.
#pragma once
#include <vector>

#include "find/attribution/scan.h"

namespace kilde::find::attribution {

struct Speaker {
  TokenRange tokens;                    // the noun phrase; empty when none was found
  std::vector<doc::EntityId> entities;  // behind it; the person of an apposition before the office
  TokenId head = kNoToken;
  bool found() const { return !tokens.empty(); }
};

class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Scan& scan) : scan_(scan) {}

  // Subject of a cue, looked for within the bounds; `inverted` asks for one after the cue.
  Speaker subject(TokenId cue, TokenRange bounds) const;
  Speaker subject_after(TokenId cue, TokenRange bounds) const;
  Speaker subject_before(TokenId cue, TokenRange bounds) const;
  // The noun phrase that begins at (or, past adverbs, just after) t.
  Speaker phrase_at(TokenId t, TokenRange bounds) const;
  // The noun phrase that this token heads.
  Speaker phrase_of(TokenId head, TokenRange bounds) const;
  // The person most recently spoken of before t, at most so many paragraphs back, for a pronoun that stayed
  // unresolved.
  doc::EntityId recent_person(TokenId t, std::uint32_t paragraphs) const;
  // Whether a name or noun for it stands in the paragraph of t before t.
  bool named_in_paragraph(doc::EntityId id, TokenId t) const;
  bool is_media(const Speaker& speaker) const;
  bool is_own_outlet(const Speaker& speaker) const;
  // A social network is where something was said, not who passed it on.
  bool is_platform(const Speaker& speaker) const;
  // "jeg", "man", "it": no source by itself.
  bool is_empty(const Speaker& speaker, std::uint32_t roles) const;

 private:
  Speaker subject_of_conjunct(TokenId cue, TokenRange bounds) const;
  TokenId tree_subject(TokenId cue) const;
  void add_entities(Speaker& speaker) const;
  void add_entity(Speaker& speaker, doc::EntityId id) const;
  TokenRange head_group(TokenId t, TokenRange bounds) const;
  bool belongs(TokenId head, TokenId preposition, TokenRange bounds) const;
  TokenId past_brackets(TokenId t, TokenId end) const;
  bool one_name(TokenId a, TokenId b) const;
  TokenId antecedent(TokenId pronoun) const;

  const Scan& scan_;
};

}  // namespace kilde::find::attribution
