// SPDX-License-Identifier: Apache-2.0
// Who has been spoken of lately: the mentions so far in text order, named or not, and who among them fits best.
#pragma once
#include <functional>
#include <vector>

#include "find/entity/cluster.h"
#include "match/tree.h"

namespace kilde::find {

// A mention that a later word may take up; `draft` is kNone for somebody without a name ("en 34-årig mand").
struct Trace {
  doc::EntityId draft = doc::kNone;
  doc::TokenId head = doc::kNoToken;
  doc::MentionForm form = doc::MentionForm::kName;
  char gender = '\0';
  bool person = true;
};

class Focus {
 public:
  Focus(const Shapes& shapes, const match::Tree& tree) : shapes_(shapes), tree_(tree) {}

  void add(Trace trace) { traces_.push_back(trace); }
  // The best mention before t among those that `fits` lets pass, not further back than `reach` sentences: near ones
  // before far ones, subjects before the rest. Null when there is none.
  const Trace* best(doc::TokenId t, std::uint32_t reach, const std::function<bool(const Trace&)>& fits) const;
  bool subject(doc::TokenId t) const;

 private:
  int mentions_of(doc::EntityId draft) const;

  const Shapes& shapes_;
  const match::Tree& tree_;
  std::vector<Trace> traces_;  // in text order of heads
};

}  // namespace kilde::find
