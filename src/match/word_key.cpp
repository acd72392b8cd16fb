// SPDX-License-Identifier: Apache-2.0
#include "match/word_key.h"

#include "base/utf8.h"

namespace kilde::match {
namespace {

// FNV-1a over code points, then a finalizer that spreads the low bits.
constexpr WordKey kStart = 0xCBF29CE484222325ULL;
constexpr WordKey kPrime = 0x100000001B3ULL;

WordKey mix(WordKey h) {
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDULL;
  return h ^ (h >> 29);
}

}  // namespace

WordKey word_key(std::string_view word) {
  WordKey h = kStart;
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      h = (h ^ static_cast<WordKey>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte)) * kPrime;
      ++at;
      continue;
    }
    const base::CodePoint c = base::code_point_at(word, at);
    h = (h ^ base::lower(c.value)) * kPrime;
    at += c.size;
  }
  return mix(h);
}

}  // namespace kilde::match
