// SPDX-License-Identifier: Apache-2.0
// A condition on one token, from its notation: conditions separated by spaces must all hold, values separated by '|'
// are alternatives, a leading '!' negates one condition.
//   lemma=mødes|møde   form=mødtes   upos=VERB|AUX   rel=nsubj|obl (also subtypes)   feat=Tense=Past
//   in=reporting_verbs (its lemma or form stands in the first column of that lexicon)
//   entity=person|organization|country|place|group|any (the token is in such a mention)   time=yes|no (in a time)
// Words compare without regard to case. "" accepts every token. Frozen after compiling; cheap to copy.
#pragma once
#include <bitset>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "doc/ud.h"
#include "match/tree.h"
#include "match/word_key.h"

namespace kilde::match {

class TokenTest {
 public:
  bool accepts(const Tree& tree, doc::TokenId t) const {
    for (const Condition& condition : conditions_) {
      if (condition.holds(tree, t) == condition.negated) return false;
    }
    return true;
  }
  bool empty() const { return conditions_.empty(); }
  // The first condition that t does not meet, as written; "" when it is accepted.
  std::string_view failing(const Tree& tree, doc::TokenId t) const;
  std::string_view first_condition() const { return empty() ? std::string_view{} : conditions_.front().text; }

  // Where an index may look for tokens that pass: one of `lemmas`, or of `forms`, or both lists for in=. All empty when
  // the test asks for no word.
  struct Words {
    std::vector<WordKey> lemmas;
    std::vector<WordKey> forms;
    bool empty() const { return lemmas.empty() && forms.empty(); }
  };
  Words words() const;

 private:
  friend class Compiler;
  enum class Kind : std::uint8_t { kLemma, kForm, kUpos, kRel, kFeat, kIn, kEntity, kTime };
  struct Condition {
    Kind kind = Kind::kLemma;
    bool negated = false;
    std::vector<WordKey> words;               // kLemma, kForm
    std::uint64_t bits = 0;                   // kUpos, kFeat, kEntity: one bit a value
    std::bitset<doc::kDeprelCount> rels;      // kRel
    std::vector<std::shared_ptr<const WordSet>> lexicons;  // kIn
    std::string text;

    bool holds(const Tree& tree, doc::TokenId t) const;
  };
  std::vector<Condition> conditions_;
};

}  // namespace kilde::match
