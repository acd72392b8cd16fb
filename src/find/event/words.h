// SPDX-License-Identifier: Apache-2.0
// Word lists as the event tables write them: "rejse|*møde|!pressemøde". A word stands for tokens whose lemma or form it
// is, "*x" also for those that end in x (compounds), "!x" and "!*x" take words out again.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/tree.h"
#include "pack/table.h"

namespace kilde::find::event {

// Forms of words by word class and lemma, or by the last part of it: "nedlægge" from lægge, all others from "*e".
class Inflection {
 public:
  Inflection() = default;
  explicit Inflection(const pack::Table& table);
  // The cell with the forms of its words added.
  std::string expand(std::string_view upos, std::string_view cell) const;

 private:
  struct Row {
    std::string upos, ending;
    std::vector<std::string> forms;
  };
  std::vector<Row> rows_;
};

class WordList {
 public:
  explicit WordList(std::string_view cell);
  bool has(const match::Tree& tree, doc::TokenId t) const;
  const std::vector<match::WordKey>& words() const { return words_; }
  const std::vector<std::string>& endings() const { return endings_; }

 private:
  std::vector<match::WordKey> words_;  // few: searched in order
  std::vector<match::WordKey> without_;
  std::vector<std::string> endings_, without_endings_;
};

// What must, or must not, stand near a trigger: groups joined by a space, each a WordList. "!a|b" must not stand in the
// trigger's clause, "!!a|b" nowhere in its sentence; "+a|b" must stand right behind it.
class Company {
 public:
  explicit Company(std::string_view cell);
  // Adds the tokens that met the wanted groups to `found`.
  bool keeps(const match::Tree& tree, doc::TokenId trigger, std::vector<doc::TokenId>& found) const;

 private:
  enum class Want { kNear, kBehind, kNotNear, kNowhere };
  struct Group {
    Want want = Want::kNear;
    WordList words;
  };
  static bool met(const Group& group, const match::Tree& tree, doc::TokenId trigger, doc::TokenId t);

  std::vector<Group> groups_;
};

}  // namespace kilde::find::event
