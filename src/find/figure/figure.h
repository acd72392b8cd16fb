// SPDX-License-Identifier: Apache-2.0
// Finds figures: counts of people and sums of money that tell what happened. Language stands in numbers.tsv,
// figure_bounds.tsv, figure_currency.tsv and figure_words.tsv; the measures in codebook/measures.tsv.
// Const after make() and shared by threads.
#pragma once
#include <memory>

#include "base/result.h"
#include "doc/reading.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find {

class FigureFinder {
 public:
  // Compiles what it needs of the pack; errors carry file and line. Keeps no reference to the pack.
  static base::Result<FigureFinder> make(const pack::Pack& pack);
  // Appends to reading.figures in text order. Needs the entity and time layers.
  void find(doc::Reading& reading, const match::Tree& tree) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace kilde::find
