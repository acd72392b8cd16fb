// SPDX-License-Identifier: Apache-2.0
#include "match/notation.h"

#include <algorithm>
#include <array>

namespace kilde::match {
namespace {

constexpr std::string_view kOpen = "([{";
constexpr std::string_view kClose = ")]}";

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (text = trimmed(text); !text.empty();) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text = trimmed(text.substr(end));
  }
  return words;
}

std::size_t bracketed_size(std::string_view text) {
  std::string waiting;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto open = kOpen.find(text[i]); open != std::string_view::npos) {
      waiting.push_back(kClose[open]);
    } else if (kClose.find(text[i]) != std::string_view::npos) {
      if (waiting.empty() || waiting.back() != text[i]) return 0;
      waiting.pop_back();
    }
    if (waiting.empty()) return i == 0 ? 0 : i + 1;
  }
  return 0;
}

std::optional<std::vector<std::string_view>> split_outside_brackets(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (kClose.find(text[i]) != std::string_view::npos) return std::nullopt;
    if (kOpen.find(text[i]) != std::string_view::npos) {
      const std::size_t size = bracketed_size(text.substr(i));
      if (size == 0) return std::nullopt;
      i += size;
      continue;
    }
    if (text[i] == separator) {
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
    ++i;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::optional<std::uint64_t> upos_bit(std::string_view value) {
  doc::Upos upos{};
  if (!doc::parse_upos(value, upos)) return std::nullopt;
  return std::uint64_t{1} << static_cast<int>(upos);
}

std::optional<std::uint64_t> feat_bit(std::string_view value) {
  doc::Feat feat{};
  if (!doc::parse_feat(value, feat)) return std::nullopt;
  return doc::bit(feat);
}

std::optional<std::uint64_t> entity_bits(std::string_view value) {
  constexpr std::array<std::string_view, 5> kKinds = {"person", "organization", "country", "place", "group"};
  if (value == "any") return (std::uint64_t{1} << kKinds.size()) - 1;
  const auto at = std::find(kKinds.begin(), kKinds.end(), value);
  if (at == kKinds.end()) return std::nullopt;
  return std::uint64_t{1} << (at - kKinds.begin());
}

bool add_relation(std::string_view value, std::bitset<doc::kDeprelCount>& out) {
  doc::Deprel wanted{};
  if (!doc::parse_deprel(value, wanted) || doc::name(wanted) != value) return false;
  for (int i = 0; i < doc::kDeprelCount; ++i) {
    const auto deprel = static_cast<doc::Deprel>(i);
    if (deprel == wanted || doc::universal(deprel) == wanted) out.set(static_cast<std::size_t>(i));
  }
  return true;
}

}  // namespace kilde::match
