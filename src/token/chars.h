// SPDX-License-Identifier: Apache-2.0
// Classes of characters the cutter knows; the only thing about writing that is not in a pack.
#pragma once
#include <string_view>

#include "base/utf8.h"

namespace kilde::token {

inline bool is_zero_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

// Superscript digits and fractions, which belong to the number before them.
inline bool is_number_mark(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE);
}

inline bool is_word(char32_t c) {
  if (c < 0x80)
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'_';
  return base::is_letter(c) || is_number_mark(c) || is_zero_width(c);
}

inline bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}
inline bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
inline bool is_ender(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x203D;
}

// Quotation marks and brackets; a quotation mark may open in one country and close in another.
inline bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'`' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
         c == 0x2039 || c == 0x203A || c == 0xB4;
}
inline bool is_opening_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{';
}
inline bool is_closing_bracket(char32_t c) {
  return c == U')' || c == U']' || c == U'}';
}

inline char32_t first_of(std::string_view text) {
  return text.empty() ? 0 : base::code_point_at(text, 0).value;
}

}  // namespace kilde::token
