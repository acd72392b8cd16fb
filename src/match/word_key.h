// SPDX-License-Identifier: Apache-2.0
// A word as a number, so that rules compare words by one integer comparison. Case does not matter.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_set>

namespace kilde::match {

// 64-bit hash of the lower-cased word. Two of a pack's 100,000 words share one with a chance below one in a billion.
using WordKey = std::uint64_t;
WordKey word_key(std::string_view word);

struct KeyIsHash {
  std::size_t operator()(WordKey key) const { return static_cast<std::size_t>(key); }
};
using WordSet = std::unordered_set<WordKey, KeyIsHash>;

}  // namespace kilde::match
