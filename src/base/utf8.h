// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629) without linguistics: walking, checking, and counting code points.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kilde::base {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  // bytes
};

// The code point at a byte offset of valid UTF-8; on a broken byte U+FFFD with size 1. `at` must be < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

void append_utf8(std::string& out, char32_t value);

// Simple case mapping for Latin, Greek and Cyrillic letters; everything else stays.
char32_t lower(char32_t value);
char32_t upper(char32_t value);
bool is_upper(char32_t value);
bool is_lower(char32_t value);
bool is_letter(char32_t value);
bool is_digit(char32_t value);
bool is_space(char32_t value);
std::string lower(std::string_view text);
// First letter made upper case, the rest untouched.
std::string capitalized(std::string_view text);

// Turns byte offsets of one text into code point counts in constant time.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::uint32_t count_before(std::uint32_t byte_offset) const;

 private:
  static constexpr std::uint32_t kStep = 64;
  std::string_view text_;
  std::vector<std::uint32_t> at_step_;  // code points before byte i * kStep
};

}  // namespace kilde::base
