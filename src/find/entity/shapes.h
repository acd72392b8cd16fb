// SPDX-License-Identifier: Apache-2.0
// One article as the entity finder looks at it: which tokens begin with a capital letter, which of them only because a
// sentence begins there, and what the syntax says where there is any. Borrows the reading and the knowledge.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/reading.h"
#include "find/entity/knowledge.h"

namespace kilde::find {

class Shapes {
 public:
  Shapes(const doc::Reading& reading, const Knowledge& knowledge);

  const doc::Reading& reading() const { return *reading_; }
  const Knowledge& knowledge() const { return *knowledge_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(capital_.size()); }
  std::string_view form(doc::TokenId t) const { return reading_->form(t); }
  std::string lower(doc::TokenId t) const;
  // The lemma where the model gives one, else the form; lower case.
  std::string lemma(doc::TokenId t) const;

  bool capital(doc::TokenId t) const { return t < size() && capital_[t]; }
  bool all_capitals(doc::TokenId t) const;  // at least two letters, all of them capitals
  bool word(doc::TokenId t) const { return t < size() && word_[t]; }  // has a letter
  // A capital letter says nothing here: first word of a sentence, of a quotation or after a colon.
  bool initial(doc::TokenId t) const { return initial_[t]; }
  bool heading(doc::TokenId t) const;  // in a sentence where most words have a capital letter
  bool is(doc::TokenId t, doc::Upos upos) const { return tagged() && t < size() && reading_->syntax.upos[t] == upos; }
  bool tagged() const { return reading_->syntax.upos.size() == size(); }
  bool same_sentence(doc::TokenId a, doc::TokenId b) const;

  // How often the word stands with a capital letter where it need not, and how often without one.
  int as_name(std::string_view form) const { return count(names_, form); }
  int as_word(std::string_view lower_form) const { return count(words_, lower_form); }

  // The text of a token range with straight apostrophes and without line breaks.
  std::string text(base::TokenRange range) const;
  // The token whose head lies outside the range; the first one where there is no tree.
  doc::TokenId head(base::TokenRange range) const;

 private:
  using Counts = std::unordered_map<std::string, int>;
  static int count(const Counts& counts, std::string_view form);
  bool begins_stretch(doc::TokenId t) const;
  bool begins_capital(std::string_view form) const;

  const doc::Reading* reading_;
  const Knowledge* knowledge_;
  std::vector<char> capital_, word_, initial_;
  Counts names_, words_;
};

}  // namespace kilde::find
