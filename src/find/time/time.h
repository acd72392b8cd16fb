// SPDX-License-Identifier: Apache-2.0
// Finds expressions of calendar time and gives them TIMEX3 values against the article's date.
// What is language stands in time_words.tsv, time_rules.tsv and time_tense.tsv. Without an article date only
// absolute values come out. Const after make() and shared by threads.
#pragma once
#include <memory>

#include "base/result.h"
#include "doc/reading.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find {

class TimeFinder {
 public:
  // Compiles what it needs of the pack; errors carry file and line. Keeps no reference to the pack.
  static base::Result<TimeFinder> make(const pack::Pack& pack);
  // Fills reading.times, in text order and not overlapping, and reading.time_of_token.
  void find(doc::Reading& reading, const match::Tree& tree) const;

 private:
  struct Rules;
  std::shared_ptr<const Rules> rules_;
};

}  // namespace kilde::find
