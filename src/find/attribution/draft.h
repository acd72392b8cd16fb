// SPDX-License-Identifier: Apache-2.0
// Attributions in the making: what is needed to link them into chains before they become part of a Reading.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "find/attribution/scan.h"
#include "find/attribution/speaker.h"

namespace kilde::find::attribution {

struct Draft {
  doc::Attribution attribution;
  TokenRange clause;  // cue clause: where it may name those through whom it came
  Speaker speaker;
  std::uint32_t within = doc::kNone;  // index of the draft through which it came, when a rule knows
  std::uint32_t paragraph = 0;
};

class Drafts {
 public:
  explicit Drafts(const Scan& scan) : scan_(&scan) {}

  std::vector<Draft> list;

  // Adds one unless its content is empty; returns its index or kNone. `cue` gives span, certainty and rule.
  std::uint32_t add_bytes(TokenId cue, Speaker speaker, const std::vector<base::Span>& content,
                          TokenRange clause, std::string_view frame);
  // The same with content in tokens, whose commas and full stops at the ends are left out.
  std::uint32_t add(TokenId cue, Speaker speaker, const std::vector<TokenRange>& content, TokenRange clause,
                    std::string_view frame);
  // The draft with this cue word, or kNone.
  std::uint32_t of_cue(TokenId cue) const;
  // The latest speaker before this byte, in this or the two preceding paragraphs, or null.
  const Draft* last_speaker(std::uint32_t paragraph, std::uint32_t before) const;

 private:
  const Scan* scan_;
};

}  // namespace kilde::find::attribution
