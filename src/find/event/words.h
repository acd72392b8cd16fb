// SPDX-License-Identifier: Apache-2.0
// Word lists as the event tables write them: "rejse|*møde|!pressemøde". A word stands for tokens whose lemma or form it
// is, "*x" also for those that end in x (compounds), "!x" takes words out again. Case does not matter.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "match/tree.h"
#include "match/word_key.h"

namespace kilde::find::event {

// The lower-cased lemma and form of one token, hashed once for all tests.
struct TokenWords {
  match::WordKey lemma = 0;
  match::WordKey form = 0;
  std::string lemma_text;
  std::string form_text;
};
std::vector<TokenWords> words_of(const doc::Reading& reading);

class WordList {
 public:
  explicit WordList(std::string_view cell);
  bool has(const TokenWords& word) const;
  const std::vector<match::WordKey>& words() const { return words_; }
  const std::vector<std::string>& endings() const { return endings_; }

 private:
  bool ends_like(std::string_view text) const;

  std::vector<match::WordKey> words_;    // small: searched in order
  std::vector<match::WordKey> without_;
  std::vector<std::string> endings_;
};

// What must, or must not, stand near a trigger: groups joined by a space, each a WordList. "!a|b" must not stand in the
// trigger's clause, "!!a|b" nowhere in its sentence, "-" asks for nothing.
class Company {
 public:
  explicit Company(std::string_view cell);
  // Adds the tokens that met the wanted groups to `found`.
  bool keeps(const match::Tree& tree, const std::vector<TokenWords>& words, doc::TokenId trigger,
             std::vector<doc::TokenId>& found) const;

 private:
  enum class Want { kNear, kNotNear, kNowhere };
  struct Group {
    Want want = Want::kNear;
    WordList words;
  };
  std::vector<Group> groups_;
};

}  // namespace kilde::find::event
