// SPDX-License-Identifier: Apache-2.0
#include "find/entity/shapes.h"

#include "base/utf8.h"

namespace kilde::find {

using doc::TokenId;

Shapes::Shapes(const doc::Reading& reading, const Knowledge& knowledge) : reading_(&reading), knowledge_(&knowledge) {
  const std::uint32_t n = reading.tokens.size();
  capital_.resize(n);
  word_.resize(n);
  initial_.resize(n);
  for (TokenId t = 0; t < n; ++t) {
    const std::string_view form = reading.form(t);
    capital_[t] = begins_capital(form);
    for (std::size_t i = 0; i < form.size() && !word_[t];) {
      const auto point = base::code_point_at(form, i);
      word_[t] = base::is_letter(point.value);
      i += point.size;
    }
  }
  for (TokenId t = 0; t < n; ++t) {
    initial_[t] = begins_stretch(t);
    if (!word_[t]) continue;
    if (!capital_[t]) ++words_[std::string(form(t))];
    else if (!initial_[t]) ++names_[std::string(form(t))];
  }
}

// "Holm", and "al-Nuri" where that is one token.
bool Shapes::begins_capital(std::string_view form) const {
  if (base::is_upper(base::code_point_at(form, 0).value)) return true;
  const std::size_t hyphen = form.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < form.size() &&
         base::is_upper(base::code_point_at(form, hyphen + 1).value) &&
         knowledge_->words("particles").contains(std::string(form.substr(0, hyphen)));
}

// Looks back over what is no word: the sentence's beginning, an opening quotation mark or a colon make it initial.
bool Shapes::begins_stretch(TokenId t) const {
  const TokenId first = reading_->tokens.sentence_of(t).tokens.begin;
  for (TokenId before = t; before > first;) {
    --before;
    if (word_[before]) return false;
    const std::string_view mark = form(before);
    if (mark == ":" || mark == "»" || mark == "“" || mark == "”" || mark == "„" || mark == "\"" || mark == "–" || mark == "—") return true;
    if (mark != "(" && mark != "-" && mark != "'" && mark != "‘" && mark != ".") return false;
  }
  return true;
}

std::string Shapes::lower(TokenId t) const { return base::lower(form(t)); }

std::string Shapes::lemma(TokenId t) const {
  const auto& syntax = reading_->syntax;
  const std::string_view lemma = syntax.lemmas.size() == size() ? syntax.lemma(t) : std::string_view{};
  return base::lower(lemma.empty() || lemma == "_" ? form(t) : lemma);
}

bool Shapes::all_capitals(TokenId t) const {
  int letters = 0;
  const std::string_view text = form(t);
  for (std::size_t i = 0; i < text.size();) {
    const auto point = base::code_point_at(text, i);
    if (base::is_lower(point.value)) return false;
    letters += base::is_letter(point.value);
    i += point.size;
  }
  return letters >= 2;
}

bool Shapes::heading(TokenId t) const {
  std::uint32_t words = 0, capitals = 0;
  const auto range = reading_->tokens.sentence_of(t).tokens;
  for (TokenId i = range.begin; i < range.end; ++i) {
    words += word_[i] != 0;
    capitals += word_[i] && capital_[i];
  }
  return 10 * capitals > 6 * words;
}

bool Shapes::same_sentence(TokenId a, TokenId b) const {
  return a < size() && b < size() && reading_->tokens.sentences[a] == reading_->tokens.sentences[b];
}

int Shapes::count(const Counts& counts, std::string_view form) {
  const auto found = counts.find(std::string(form));
  return found == counts.end() ? 0 : found->second;
}

std::string Shapes::text(base::TokenRange range) const {
  return lookup_key(reading_->tokens.bytes(range).in(reading_->text()));
}

TokenId Shapes::head(base::TokenRange range) const {
  const auto& heads = reading_->syntax.heads;
  if (heads.size() == size()) {
    for (TokenId t = range.begin; t < range.end; ++t) {
      if (!range.contains(heads[t])) return t;  // kNoToken, the root's head, is outside, too
    }
  }
  return range.begin;
}

}  // namespace kilde::find
