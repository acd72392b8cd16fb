// SPDX-License-Identifier: Apache-2.0
// Which language a text is in, from the letters of its words: naive Bayes over character n-grams.
// The table (lang/languages.bin, made by training/langid.py) is "kilde-languages 1\n", comment lines, a line
// of language names, then a 32-bit count and so many rows of a 32-bit key (FNV-1a of the n-gram) and one
// signed byte a language (16 = one nat); all integers little endian.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kilde::text {

struct Identified {
  std::string_view language;  // "da"; "" when the script is not Latin or there are too few letters to tell
  std::string_view second;    // the next best
  float margin = 0;           // how far the second lies behind; below kSureMargin it may well be the second
};

// Const after loading and shared by threads.
class Identifier {
 public:
  static constexpr float kSureMargin = 3;

  static base::Result<Identifier> load(const std::filesystem::path& file);
  static base::Result<Identifier> parse(std::string_view bytes, std::string place);

  // Looks at the first 16 KiB. The views live as long as the Identifier.
  Identified identify(std::string_view text) const;

 private:
  static constexpr std::size_t kMostLanguages = 16;
  using Weights = std::array<std::int8_t, kMostLanguages>;
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t row = 0;  // 1 + index into weights_, 0 when the slot is free
  };
  using Scores = std::array<std::int32_t, kMostLanguages>;

  const Weights* find(std::uint32_t key) const;
  void insert(std::uint32_t key, std::uint32_t row);
  void score_word(std::string_view padded, Scores& scores) const;

  std::vector<std::string> names_;
  std::vector<Weights> weights_;
  std::vector<Slot> slots_;  // open addressing; the size is a power of two
};

}  // namespace kilde::text
