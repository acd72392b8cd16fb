// SPDX-License-Identifier: Apache-2.0
// How near a time or a place stands to a trigger: whether it dates or locates that act or another. Inner part of anchor.
#pragma once
#include "match/anchor_words.h"

namespace kilde::match {

enum class Near : std::uint8_t {
  kOwn,        // hangs on the trigger
  kHolder,     // on the verb that holds a noun, right after it
  kArgument,   // on what the trigger governs
  kClause,     // elsewhere in its clause
  kContinued,  // in a clause that tells of the same moment
  kBeside,     // no verb, comma or conjunction lies between, whatever the tree says
  kFar,        // of another act
};

// Borrows all it is made of.
class Nearness {
 public:
  Nearness(const Anchor::Words& words, const Tree& tree) : words_(words), tree_(tree) {}

  Near of(doc::TokenId trigger, doc::TokenId phrase) const;
  // "until Monday"; but "postponed to Monday" names the day.
  bool is_limit(doc::TokenId time_head) const;

 private:
  bool is_verbal(doc::TokenId t) const;
  doc::TokenId attachment(doc::TokenId phrase) const;
  bool follows(doc::TokenId phrase, doc::TokenId noun) const;
  bool stands_beside(doc::TokenId trigger, doc::TokenId phrase) const;
  bool shares_verb(doc::TokenId noun) const;
  doc::TokenId continued(doc::TokenId clause) const;
  bool is_simultaneous(doc::TokenId clause) const;
  bool tells_of(doc::TokenId clause, doc::TokenId noun) const;
  bool is_planned_for(doc::TokenId governor, doc::TokenId phrase) const;
  bool plans(doc::TokenId word) const;
  bool is_in_time(doc::TokenId t) const;

  const Anchor::Words& words_;
  const Tree& tree_;
};

}  // namespace kilde::match
