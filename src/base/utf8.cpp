// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <algorithm>

namespace kilde::base {
namespace {

constexpr char32_t kBroken = 0xFFFD;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::uint32_t expected_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_allowed(char32_t value, std::uint32_t size) {
  if (size == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  if (size == 4) return value >= 0x10000 && value <= 0x10FFFF;
  return true;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = expected_size(lead);
  if (size == 0 || at + size > text.size()) return {kBroken, 1};
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return {kBroken, 1};
    value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  if (!is_allowed(value, size)) return {kBroken, 1};
  return {value, size};
}

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == kBroken && c.size == 1) return at;
    at += c.size;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t value) {
  const auto byte = [&out](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (value < 0x80) return byte(value);
  if (value < 0x800) {
    byte(0xC0 | (value >> 6));
  } else if (value < 0x10000) {
    byte(0xE0 | (value >> 12));
    byte(0x80 | ((value >> 6) & 0x3F));
  } else {
    byte(0xF0 | (value >> 18));
    byte(0x80 | ((value >> 12) & 0x3F));
    byte(0x80 | ((value >> 6) & 0x3F));
  }
  byte(0x80 | (value & 0x3F));
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1U;
  if (c >= 0x139 && c <= 0x148) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x14A && c <= 0x177) return c | 1U;
  if (c == 0x178) return 0xFF;
  if (c >= 0x179 && c <= 0x17E) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x1E00 && c <= 0x1EFF) return c | 1U;
  return c;
}

char32_t upper(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 32 : c;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (c >= 0x100 && c <= 0x137) return c & ~char32_t{1};
  if (c >= 0x139 && c <= 0x148) return c % 2 == 0 ? c - 1 : c;
  if (c >= 0x14A && c <= 0x177) return c & ~char32_t{1};
  if (c == 0xFF) return 0x178;
  if (c >= 0x179 && c <= 0x17E) return c % 2 == 0 ? c - 1 : c;
  if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c >= 0x1E00 && c <= 0x1EFF) return c & ~char32_t{1};
  return c;
}

bool is_upper(char32_t c) { return lower(c) != c; }
bool is_lower(char32_t c) { return upper(c) != c || c == 0xDF; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c < 0x2000) return c != 0xD7 && c != 0xF7;
  return c >= 0x2C00 && c != 0x3000 && c != kBroken && !(c >= 0x2E00 && c <= 0x2E7F) && !(c >= 0x3001 && c <= 0x303F) &&
         !(c >= 0xFE00 && c <= 0xFE6F) && !(c >= 0x1F000 && c <= 0x1FAFF) && !(c >= 0xFF00 && c <= 0xFF20);
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == kBroken) {
      out.append(text.substr(at, c.size));
    } else {
      append_utf8(out, lower(c.value));
    }
    at += c.size;
  }
  return out;
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint first = code_point_at(text, 0);
  std::string out;
  append_utf8(out, upper(first.value));
  out.append(text.substr(first.size));
  return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  at_step_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) at_step_.push_back(count);
    count += is_continuation(text[i]) ? 0U : 1U;
  }
  at_step_.push_back(count);
}

std::uint32_t CodePointIndex::count_before(std::uint32_t byte_offset) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  const std::uint32_t at = std::min(byte_offset, size);
  if (at == size) return at_step_.back();
  std::uint32_t count = at_step_[at / kStep];
  for (std::uint32_t i = at / kStep * kStep; i < at; ++i) count += is_continuation(text_[i]) ? 0U : 1U;
  return count;
}

}  // namespace kilde::base
