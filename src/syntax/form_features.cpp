// SPDX-License-Identifier: Apache-2.0
#include "syntax/form_features.h"

#include <algorithm>

#include "base/utf8.h"

namespace kilde::syntax {
namespace {

constexpr std::size_t kLongest = 40;  // code points that are looked at
constexpr std::size_t kShape = 8;

char32_t plain(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x60: case 0xB4: return U'\'';
    case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB: return U'"';
    case 0x2013: case 0x2014: return U'-';
    default: return c;
  }
}

char shape_class(char32_t c) {
  if (base::is_upper(c)) return 'X';
  if (base::is_digit(c)) return 'd';
  if (c < 0x80) return base::is_letter(c) ? 'x' : static_cast<char>(c);
  return c < 0xAA || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ? '.' : 'x';
}

std::uint32_t hash_feature(std::uint32_t tag, std::string_view text) {
  std::uint32_t h = (0x811C9DC5U ^ tag) * 0x01000193U;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193U;
  h ^= h >> 15;
  return h % kBuckets;
}

// A word's code points as stretches of its UTF-8.
struct Word {
  std::string text;
  std::array<std::size_t, kLongest + 3> starts{};
  std::size_t length = 0;

  void push(char32_t c) {
    base::append_utf8(text, c);
    starts[++length] = text.size();
  }
  std::string_view piece(std::size_t from, std::size_t to) const {
    return std::string_view(text).substr(starts[from], starts[to] - starts[from]);
  }
};

void add_edges(const Word& marked, std::vector<std::uint32_t>& bag) {
  const std::size_t end = marked.length - 1;
  const std::size_t length = marked.length - 2;
  for (std::size_t n = 1; n <= 6 && n <= length; ++n)
    bag.push_back(hash_feature(static_cast<std::uint32_t>(n), marked.piece(end - n, end)));
  for (std::size_t n = 1; n <= 4 && n <= length; ++n)
    bag.push_back(hash_feature(static_cast<std::uint32_t>(16 + n), marked.piece(1, 1 + n)));
}

void add_inside(const Word& marked, std::vector<std::uint32_t>& bag) {
  for (std::size_t n = 2; n <= 5; ++n)
    for (std::size_t i = 0; i + n <= marked.length; ++i) bag.push_back(hash_feature(32, marked.piece(i, i + n)));
}

void add_shapes(std::string_view classes, std::size_t length, std::vector<std::uint32_t>& bag) {
  std::string runs;
  for (const char c : classes)
    if ((runs.empty() || runs.back() != c) && runs.size() < kShape) runs += c;
  const char size = static_cast<char>('0' + std::min<std::size_t>(length, 12));
  const bool inner_capital = classes.find('X', 1) != std::string_view::npos;
  bag.push_back(hash_feature(64, runs));
  bag.push_back(hash_feature(65, classes.substr(0, 2)));
  bag.push_back(hash_feature(66, classes.size() > 2 ? classes.substr(classes.size() - 2) : classes));
  bag.push_back(hash_feature(67, {&size, 1}));
  bag.push_back(hash_feature(68, inner_capital ? "X" : "x"));
}

}  // namespace

void form_features(std::string_view form, FormFeatures& out) {
  out.normal.clear();
  for (auto& bag : out.bags) bag.clear();
  Word marked;
  marked.push(U'<');
  std::string classes;
  for (std::size_t at = 0; at < form.size();) {
    const base::CodePoint c = base::code_point_at(form, at);
    at += c.size;
    const char32_t p = plain(c.value);
    const char32_t seen = base::is_digit(p) ? U'0' : base::lower(p);
    classes += shape_class(p);
    base::append_utf8(out.normal, seen);
    if (marked.length <= kLongest) marked.push(seen);
  }
  marked.push(U'>');
  add_edges(marked, out.bags[0]);
  add_inside(marked, out.bags[1]);
  add_shapes(classes, marked.length - 2, out.bags[2]);
}

}  // namespace kilde::syntax
