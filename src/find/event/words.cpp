// SPDX-License-Identifier: Apache-2.0
#include "find/event/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "pack/table.h"

namespace kilde::find::event {
namespace {

using doc::kNoToken;
using doc::TokenId;

constexpr TokenId kBefore = 6, kAfter = 9;  // how far from its trigger a word is still looked for

bool breaks_clause(std::string_view form) { return form == ";" || form == ":" || form == "," || form == "("; }

// Whether u belongs to the phrase or clause of t: below it without another verb between, or close by with no comma between.
bool near(const match::Tree& tree, TokenId t, TokenId u) {
  int steps = 0;
  for (TokenId up = u; up != kNoToken && steps < 4; up = tree.head(up), ++steps) {
    if (up == t) return true;
    if (tree.reading().syntax.upos[up] == doc::Upos::kVerb && up != u) break;
  }
  if (u + kBefore < t || t + kAfter < u) return false;
  for (TokenId i = std::min(t, u); i < std::max(t, u); ++i) {
    if (breaks_clause(tree.reading().form(i))) return false;
  }
  return true;
}

bool has(const std::vector<match::WordKey>& keys, match::WordKey key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::vector<TokenWords> words_of(const doc::Reading& reading) {
  std::vector<TokenWords> out(reading.tokens.size());
  for (TokenId t = 0; t < out.size(); ++t) {
    TokenWords& word = out[t];
    word.lemma_text = base::lower(reading.lemma(t));
    word.form_text = base::lower(reading.form(t));
    word.lemma = match::word_key(word.lemma_text);
    word.form = match::word_key(word.form_text);
  }
  return out;
}

WordList::WordList(std::string_view cell) {
  for (const std::string_view word : pack::split(cell)) {
    if (word.starts_with('!')) {
      without_.push_back(match::word_key(word.substr(1)));
    } else if (word.starts_with('*')) {
      endings_.push_back(base::lower(word.substr(1)));
    } else {
      words_.push_back(match::word_key(word));
    }
  }
}

bool WordList::ends_like(std::string_view text) const {
  return std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) { return text.ends_with(ending); });
}

bool WordList::has(const TokenWords& word) const {
  if (event::has(without_, word.lemma) || event::has(without_, word.form)) return false;
  return event::has(words_, word.lemma) || event::has(words_, word.form) || ends_like(word.lemma_text) ||
         ends_like(word.form_text);
}

Company::Company(std::string_view cell) {
  for (std::string_view group : pack::split(cell, ' ')) {
    Want want = Want::kNear;
    if (group.starts_with("!!")) {
      want = Want::kNowhere;
      group.remove_prefix(2);
    } else if (group.starts_with('!')) {
      want = Want::kNotNear;
      group.remove_prefix(1);
    }
    groups_.push_back({want, WordList(group)});
  }
}

bool Company::keeps(const match::Tree& tree, const std::vector<TokenWords>& words, TokenId trigger,
                    std::vector<TokenId>& found) const {
  if (groups_.empty()) return true;
  const auto sentence = tree.reading().tokens.sentence_of(trigger).tokens;
  for (const Group& group : groups_) {
    TokenId hit = kNoToken;
    for (TokenId u = sentence.begin; u < sentence.end && hit == kNoToken; ++u) {
      if (u == trigger || !group.words.has(words[u])) continue;
      if (group.want == Want::kNowhere || near(tree, trigger, u)) hit = u;
    }
    if ((hit != kNoToken) != (group.want == Want::kNear)) return false;
    if (hit != kNoToken) found.push_back(hit);
  }
  return true;
}

}  // namespace kilde::find::event
