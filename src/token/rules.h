// SPDX-License-Identifier: Apache-2.0
// What a language says about cutting: abbreviations.tsv and tokens.tsv of its pack, checked and indexed.
// Const after loading and shared by threads. Words are looked up with a straight apostrophe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "pack/pack.h"

namespace kilde::token {

// What the full stop after a word may be.
enum class Dot : std::uint8_t {
  kStop,     // not an abbreviation
  kInside,   // the sentence goes on: "Dr.", "bl.a."
  kNumber,   // an abbreviation only before a number: "No. 3"
  kUnit,     // may be last; a capital letter after it begins a sentence: "kr.", "etc."
  kMeasure,  // as kUnit, but at the end the full stop is the sentence's own: "km."
  kEither,  // may be last, but names follow too: "Inc.", "U.S."; only a word that often begins sentences ends
            // it
};

struct Options {
  bool split_hyphen = false;     // "so-called" is three tokens
  bool split_slash = false;      // "and/or" is three tokens
  bool ordinal_dot = false;      // "3." before a lower-case word is one token
  bool keep_apostrophe = false;  // "Elvis'" is one token unless a quotation is open
  bool keep_final_dot = false;   // an abbreviation that ends a sentence keeps its full stop
};

class Rules {
 public:
  static base::Result<Rules> make(const pack::Pack& pack);

  const Options& options() const { return options_; }
  // `word` without the full stop.
  Dot abbreviation(std::string_view word) const;
  // Sizes in bytes of the parts a whole word is cut into, or null.
  const std::vector<std::uint32_t>* parts(std::string_view word) const;
  // Size in bytes of the clitic at the end of the word, 0 for none; always shorter than the word.
  std::size_t suffix(std::string_view word) const;
  bool keeps(std::string_view word) const { return has(kept_, word); }
  bool is_prefix(std::string_view word) const { return has(prefixes_, word); }
  bool is_unit(std::string_view word) const { return units_.contains(std::string(word)); }
  bool is_starter(std::string_view word) const { return starters_.contains(std::string(word)); }
  bool is_symbol(std::string_view word) const { return symbols_.contains(std::string(word)); }
  bool is_no_initial(std::string_view word) const { return no_initials_.contains(std::string(word)); }

  // Longest of the words a lookup can find; anything longer is not looked up.
  static constexpr std::size_t kLongestWord = 48;

 private:
  using Words = std::unordered_set<std::string>;
  static bool has(const Words& words, std::string_view word);
  base::Result<bool> add(const pack::Table& table, std::size_t row);
  bool set_option(std::string_view name, std::string_view value);

  Options options_;
  std::unordered_map<std::string, Dot> dots_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> parts_;
  std::vector<std::string> suffixes_;  // longest first
  Words kept_, prefixes_, units_, starters_, symbols_, no_initials_;
};

}  // namespace kilde::token
