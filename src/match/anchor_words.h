// SPDX-License-Identifier: Apache-2.0
// lang/XX/anchor.tsv in memory, and the modality words beside it. Inner part of anchor.
#pragma once
#include <array>

#include "match/anchor.h"
#include "match/modality_words.h"

namespace kilde::match {

enum class AnchorClass : std::uint8_t {
  kPlace,      // at, in: case words of the place where it happens
  kLimit,      // since, until: case words of a time that only bounds
  kClose,      // shortly: makes a limit as good as a date
  kTopic,      // about, over: case words of what the act is about
  kGoal,       // to, into: case words of where a motion ends
  kMotion,     // verbs that lead to a goal
  kPlaceNoun,  // town: may stand for a place named before
  kQuantity,   // hundreds: counts what follows, whose time and place are its own
  kHere,       // stands for the place last named
  kWhere,      // relative adverb
  kWhen,       // subordinator of a clause that happens at the same time
};
inline constexpr std::size_t kAnchorClassCount = 11;

class Anchor::Words {
 public:
  static base::Result<Words> make(const pack::Pack& pack);

  bool has(AnchorClass which, WordKey key) const { return sets_[static_cast<std::size_t>(which)].contains(key); }
  // Whether the phrase of t has a case or mark word of this class.
  bool has_case(AnchorClass which, const Tree& tree, doc::TokenId t) const;
  const ModalityReader::Words& modality() const { return modality_; }

 private:
  std::array<WordSet, kAnchorClassCount> sets_;
  ModalityReader::Words modality_;
};

}  // namespace kilde::match
