// SPDX-License-Identifier: Apache-2.0
// What the network sees of a word form; training/features.py computes the same and a golden test compares them.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kilde::syntax {

inline constexpr std::uint32_t kBuckets = 1U << 16;

struct FormFeatures {
  std::string normal;                              // lower case, plain quotes and dashes, every digit 0
  std::array<std::vector<std::uint32_t>, 3> bags;  // hashed features of the word's edges, its inside, its shape
};

// Overwrites `out`, whose memory is reused.
void form_features(std::string_view form, FormFeatures& out);

}  // namespace kilde::syntax
