// SPDX-License-Identifier: Apache-2.0
#include "token/boundary.h"

#include <algorithm>
#include <charconv>

#include "token/chars.h"
#include "token/rules.h"

namespace kilde::token {
namespace {

// A boundary must be ten times as likely as none: a sentence cut in two costs more than two left together.
constexpr float kCaution = 2.3F;
constexpr std::uint32_t kLongest = 12;

std::string_view shape(std::string_view word) {
  const char32_t first = first_of(word);
  if (base::is_digit(first)) return "digit";
  if (!is_word(first)) return "mark";
  if (!base::is_upper(first)) return "lower";
  const auto rest = word.substr(base::code_point_at(word, 0).size);
  for (std::size_t i = 0; i < rest.size();) {
    const auto c = base::code_point_at(rest, i);
    if (base::is_lower(c.value)) return "capital";
    i += c.size;
  }
  return rest.empty() ? "capital" : "upper";
}

// The last three characters.
std::string_view ending(std::string_view word) {
  std::size_t at = word.size();
  for (int left = 3; left > 0 && at > 0; --left) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U);
  }
  return word.substr(at);
}

}  // namespace

base::Result<Boundary> Boundary::make(const pack::Pack& pack) {
  Boundary boundary;
  const auto* table = pack.table("boundary");
  for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
    const std::string_view cell = table->cell(row, "weight");
    float weight = 0;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    if (fault != std::errc() || end != cell.data() + cell.size()) {
      return base::Error{base::Fault::kPack, "not a weight: " + std::string(cell), table->place(row)};
    }
    boundary.weights_.emplace(table->cell(row, "feature"), weight);
  }
  return boundary;
}

float Boundary::weight(std::string_view kind, std::string_view value) const {
  std::string feature(kind);
  feature += value;
  const auto found = weights_.find(feature);
  return found == weights_.end() ? 0 : found->second;
}

float Boundary::score(const Gap& gap) const {
  if (std::max(gap.word.size(), gap.before.size()) > Rules::kLongestWord) return -kCaution;
  const std::string_view end_of_text = ".";
  const std::string_view after =
      gap.after.empty() || gap.after.size() > Rules::kLongestWord ? end_of_text : gap.after;
  const std::string word = base::lower(gap.word);
  const std::string shapes = std::string(shape(gap.before)) + "+" + std::string(shape(after));
  return weight("bias", "") + weight("word:", word) + weight("end:", ending(word)) +
         weight("shape:", shape(gap.word)) + weight("before:", base::lower(gap.before)) +
         weight("before_shape:", shape(gap.before)) + weight("after_shape:", shape(after)) +
         weight("after:", base::lower(after)) +
         weight("earlier_shape:", gap.earlier.empty() ? "none" : shape(gap.earlier)) +
         weight("shapes:", shapes) + weight("size:", std::to_string(std::min(gap.size, kLongest))) - kCaution;
}

}  // namespace kilde::token
