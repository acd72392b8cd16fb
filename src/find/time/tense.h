// SPDX-License-Identifier: Apache-2.0
// Which way a time without a year looks: back or ahead, by the tense of the predicate that governs it.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find::times {

enum class Direction : std::uint8_t { kUnknown, kPast, kFuture };

struct Governor {
  Direction direction = Direction::kUnknown;
  bool speech = false;      // the time dates what somebody said, not what happened
  bool firm = false;        // ahead by a modal or a word of planning
  bool nominal = false;     // hangs on a noun under a plain present: "the row comes after the vote on 3 May"
  bool infinitive = false;  // ahead only because an infinitive governs it: "told the crew to sail on Friday"
};

// time_tense.tsv gives words (forms or lemmas) their role:
//   modal    auxiliary that looks ahead ("skal", "will")
//   perfect  auxiliary that looks back with a participle ("har", "have")
//   state    auxiliary that makes a participle a finished act ("er dræbt")
//   plan     looks ahead whatever its own tense ("planlagt", "due")
//   speech   reporting verb: its present tells what was said already
//   past     a form of the past, whatever the parser takes it for ("brast")
//   carry    passes the question on to what governs it ("try to", "begynde")
class TenseReader {
 public:
  static base::Result<TenseReader> make(const pack::Pack& pack);
  Governor governor(const match::Tree& tree, base::TokenRange mention) const;

 private:
  enum Role : std::uint8_t { kModal = 1, kPerfect = 2, kPlan = 4, kSpeech = 8, kCarry = 16, kState = 32, kPast = 64 };

  std::uint8_t roles(const doc::Reading& reading, doc::TokenId t) const;
  bool past_perfect(const match::Tree& tree, doc::TokenId t) const;
  bool predicate(const match::Tree& tree, doc::TokenId t) const;
  // Unknown when the question passes on to the governor of `t`.
  Direction direction(const match::Tree& tree, doc::TokenId t, Governor& out) const;

  std::unordered_map<std::string, std::uint8_t> roles_;
};

}  // namespace kilde::find::times
