// SPDX-License-Identifier: Apache-2.0
// Runs of capitalised words: where a name may begin, how far it goes, which words at its front are titles.
#pragma once
#include "find/entity/shapes.h"

namespace kilde::find {

struct Candidate;

class Runs {
 public:
  explicit Runs(const Shapes& shapes) : shapes_(shapes), knowledge_(shapes.knowledge()) {}

  // Whether the word at t begins a name, not just a sentence.
  bool starts(doc::TokenId t) const;
  // The name that begins at t with all that belongs to it: "Retten i Lyngby", "Workers' Union", "Abu Bakr al-Nuri".
  base::TokenRange run(doc::TokenId t) const;
  // The run without capitalised offices at its front ("President Smith"); empty when there is nothing else.
  base::TokenRange without_titles(base::TokenRange run) const;
  // A capitalised word that goes on with a small letter after a hyphen: "Vinter-tilhængere".
  bool compound(doc::TokenId t) const;
  // Whether a known name is all that is named here, although more capitalised words follow ("German Chancellor ...").
  bool known_stands_alone(const Candidate& known, base::TokenRange run) const;
  // Whether the last word of a name carries a written genitive that is no part of it.
  bool genitive(base::TokenRange name) const;
  // The part that the last words of the range are, if any.
  const Part* last_part(base::TokenRange range) const;
  const Part* first_part(base::TokenRange range) const;

 private:
  bool may_own(doc::TokenId t) const;
  bool starts_sentence_as_name(doc::TokenId t) const;
  doc::TokenId extend(doc::TokenId begin, doc::TokenId end) const;
  base::TokenRange cut_at_owner(base::TokenRange run) const;
  bool function_word(doc::TokenId t) const;
  bool model_joins(doc::TokenId a, doc::TokenId b) const;
  bool names_body(doc::TokenId t) const;
  bool located(doc::TokenId t) const;
  bool model_names(doc::TokenId t) const;
  bool glue(doc::TokenId t) const;
  bool goes_on_after_of(doc::TokenId begin, doc::TokenId end) const;
  bool coordinated(doc::TokenId begin, doc::TokenId end) const;
  bool possessive_inside(doc::TokenId begin, doc::TokenId end) const;

  const Shapes& shapes_;
  const Knowledge& knowledge_;
};

}  // namespace kilde::find
