// SPDX-License-Identifier: Apache-2.0
// The small words of the notation: splitting it, and its values as bits.
#pragma once
#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "doc/ud.h"

namespace kilde::match {

std::string_view trimmed(std::string_view text);
// Parts between spaces.
std::vector<std::string_view> words_of(std::string_view text);
// Parts between separators that stand outside (), [] and {}; nothing when brackets do not match.
std::optional<std::vector<std::string_view>> split_outside_brackets(std::string_view text, char separator);
// Length of the bracketed piece that text begins with, brackets included; 0 when it begins with none or never closes.
std::size_t bracketed_size(std::string_view text);

std::optional<std::uint64_t> upos_bit(std::string_view value);    // "VERB"
std::optional<std::uint64_t> feat_bit(std::string_view value);    // "Tense=Past"
std::optional<std::uint64_t> entity_bits(std::string_view value); // "place", "any"
// Adds a relation, and its subtypes when it is universal; false when there is none of that name.
bool add_relation(std::string_view value, std::bitset<doc::kDeprelCount>& out);

}  // namespace kilde::match
