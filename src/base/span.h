// SPDX-License-Identifier: Apache-2.0
// Half-open stretches [begin, end). Inside kilde a Span always counts BYTES of the article's UTF-8 text
// and a TokenRange counts tokens of its TokenTable; code points appear only where documents are written.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string_view>

namespace kilde::base {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr bool operator==(const Span&) const = default;

  // The words; the span must lie within the text.
  constexpr std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
};

// The smallest span that holds both; an empty one adds nothing.
constexpr Span cover(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

using TokenRange = Span;

}  // namespace kilde::base
