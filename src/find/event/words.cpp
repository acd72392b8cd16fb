// SPDX-License-Identifier: Apache-2.0
#include "find/event/words.h"

#include <algorithm>


namespace kilde::find::event {
namespace {

using doc::kNoToken;
using doc::TokenId;

constexpr TokenId kBefore = 6, kAfter = 9;  // how far from its trigger a word is still looked for
constexpr TokenId kBehindAtMost = 3;        // "gik mandag | af"

bool breaks_clause(std::string_view form) { return form == ";" || form == ":" || form == "," || form == "("; }

// Whether u belongs to the phrase of t: below it with no verb between, or close by with no comma between (parses err).
bool near(const match::Tree& tree, TokenId t, TokenId u) {
  int steps = 0;
  for (TokenId up = u; up != kNoToken && steps < 4; up = tree.head(up), ++steps) {
    if (up == t) return true;
    if (up != u && tree.reading().syntax.upos[up] == doc::Upos::kVerb) break;
  }
  if (u + kBefore < t || t + kAfter < u) return false;
  for (TokenId i = std::min(t, u); i < std::max(t, u); ++i) {
    if (breaks_clause(tree.reading().form(i))) return false;
  }
  return true;
}

// Whether a word ends so; a capital at its beginning does not matter ("Strejken" is a "*strejken").
bool ends_with(std::string_view text, std::string_view ending) {
  if (text.size() < ending.size() || ending.empty()) return false;
  if (text.size() > ending.size()) return text.ends_with(ending);
  return text.substr(1) == ending.substr(1) && (static_cast<unsigned char>(text[0]) | 0x20U) == (static_cast<unsigned char>(ending[0]) | 0x20U);
}

bool any(const match::Tree& tree, TokenId t, const std::vector<match::WordKey>& keys) {
  return std::any_of(keys.begin(), keys.end(), [&](auto key) { return tree.has_word(t, key); });
}

}  // namespace

Inflection::Inflection(const pack::Table& table) {
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::string_view lemma = table.cell(row, "lemma");
    if (lemma.starts_with('*')) lemma.remove_prefix(1);
    const auto forms = pack::split(table.cell(row, "forms"));
    rows_.push_back({std::string(table.cell(row, "upos")), std::string(lemma), {forms.begin(), forms.end()}});
  }
}

std::string Inflection::expand(std::string_view upos, std::string_view cell) const {
  std::string out(cell);
  for (const std::string_view word : pack::split(cell)) {
    for (const Row& row : rows_) {
      if (row.upos != upos || !word.ends_with(row.ending)) continue;
      const std::string_view stem = word.substr(0, word.size() - row.ending.size());
      for (const std::string& form : row.forms) out.append("|").append(stem).append(form);
    }
  }
  return out;
}

WordList::WordList(std::string_view cell) {
  for (const std::string_view word : pack::split(cell)) {
    if (word.starts_with("!*")) {
      without_endings_.emplace_back(word.substr(2));
    } else if (word.starts_with('!')) {
      without_.push_back(match::word_key(word.substr(1)));
    } else if (word.starts_with('*')) {
      endings_.emplace_back(word.substr(1));
    } else {
      words_.push_back(match::word_key(word));
    }
  }
}

bool WordList::has(const match::Tree& tree, TokenId t) const {
  const auto ends = [&](const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const auto& ending) {
      return ends_with(tree.reading().lemma(t), ending) || ends_with(tree.reading().form(t), ending);
    });
  };
  return (any(tree, t, words_) || ends(endings_)) && !any(tree, t, without_) && !ends(without_endings_);
}

Company::Company(std::string_view cell) {
  for (std::string_view group : pack::split(cell, ' ')) {
    const Want want = group.starts_with("!!")  ? Want::kNowhere
                      : group.starts_with('!') ? Want::kNotNear
                      : group.starts_with('+') ? Want::kBehind
                                               : Want::kNear;
    group.remove_prefix(want == Want::kNowhere ? 2 : want == Want::kNear ? 0 : 1);
    groups_.push_back({want, WordList(group)});
  }
}

bool Company::met(const Group& group, const match::Tree& tree, TokenId trigger, TokenId t) {
  if (group.want == Want::kNowhere) return true;
  if (group.want == Want::kBehind) return t > trigger && t <= trigger + kBehindAtMost;
  return near(tree, trigger, t);
}

bool Company::keeps(const match::Tree& tree, TokenId trigger, std::vector<TokenId>& found) const {
  if (groups_.empty()) return true;
  const auto sentence = tree.reading().tokens.sentence_of(trigger).tokens;
  for (const Group& group : groups_) {
    TokenId hit = kNoToken;
    for (TokenId u = sentence.begin; u < sentence.end && hit == kNoToken; ++u) {
      if (u == trigger || !group.words.has(tree, u)) continue;
      if (met(group, tree, trigger, u)) hit = u;
    }
    const bool wanted = group.want == Want::kNear || group.want == Want::kBehind;
    if ((hit != kNoToken) != wanted) return false;
    if (hit != kNoToken) found.push_back(hit);
  }
  return true;
}

}  // namespace kilde::find::event
