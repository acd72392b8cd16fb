// SPDX-License-Identifier: Apache-2.0
// First step: where names stand. Known names by longest match, and runs of capitalised words that may be names.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "find/entity/shapes.h"

namespace kilde::find {

// A stretch that names something.
struct Candidate {
  base::TokenRange tokens;
  base::Span span;                        // without a written genitive
  std::string name;                       // its words, straight apostrophes, without genitive
  std::optional<doc::EntityKind> kind;    // unset: not decided yet
  doc::MentionForm form = doc::MentionForm::kName;
  std::optional<std::uint32_t> subject;   // what is known by that name
  bool people = false;                    // the inhabitants of a country
  bool weak = false;                      // a known name that needs other evidence
  bool sure = false;                      // the kind stands, whatever other names the word may be short for
  bool joins_only = false;                // counts only where something of that name is found elsewhere
  std::string country;                    // as the words themselves tell: "Algeriets Røde Halvmåne"
  std::string cls;
  std::string rule;
};

// All candidates in text order, not overlapping.
std::vector<Candidate> spot_names(const Shapes& shapes);

}  // namespace kilde::find
