// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/utf8.h"

namespace kilde::text {
namespace {

constexpr std::string_view kMagic = "kilde-languages 1\n";
constexpr std::size_t kLooked = 16384;
constexpr std::size_t kLongestGram = 5;
constexpr std::size_t kLongestWord = 100;  // bytes; the rest of a longer one is passed over
constexpr std::uint32_t kFewestLetters = 3;

std::uint32_t integer_at(std::string_view bytes) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return value;
}

std::string_view take_line(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  const auto line = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  return line;
}

bool is_latin(char32_t c) {
  return c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
}

}  // namespace

base::Result<Identifier> Identifier::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::Error{base::Fault::kPack, "cannot read the table of languages", file.string()};
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return parse(bytes, file.string());
}

base::Result<Identifier> Identifier::parse(std::string_view bytes, std::string place) {
  const base::Error broken{base::Fault::kPack, "is no table of languages, or a damaged one",
                           std::move(place)};
  if (!bytes.starts_with(kMagic)) return broken;
  bytes.remove_prefix(kMagic.size());
  std::string_view line = take_line(bytes);
  while (line.starts_with('#')) line = take_line(bytes);
  Identifier out;
  std::istringstream names{std::string(line)};
  out.names_.assign(std::istream_iterator<std::string>(names), {});
  const std::size_t width = out.names_.size();
  if (width < 2 || width > kMostLanguages || bytes.size() < 4) return broken;
  const std::size_t count = integer_at(bytes);
  bytes.remove_prefix(4);
  if (bytes.size() / (4 + width) != count || bytes.size() % (4 + width) != 0) return broken;
  out.slots_.resize(std::bit_ceil(count * 2 + 2));
  out.weights_.resize(count);
  for (std::size_t row = 0; row < count; ++row, bytes.remove_prefix(4 + width)) {
    for (std::size_t i = 0; i < width; ++i) out.weights_[row][i] = static_cast<std::int8_t>(bytes[4 + i]);
    out.insert(integer_at(bytes), static_cast<std::uint32_t>(row + 1));
  }
  return out;
}

void Identifier::insert(std::uint32_t key, std::uint32_t row) {
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].row != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {key, row};
}

const Identifier::Weights* Identifier::find(std::uint32_t key) const {
  for (std::size_t at = key & (slots_.size() - 1); slots_[at].row != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == key) return &weights_[slots_[at].row - 1];
  }
  return nullptr;
}

// Adds the weights of all n-grams that begin at each letter of " word ".
void Identifier::score_word(std::string_view padded, Scores& scores) const {
  for (std::size_t begin = 0; begin < padded.size();) {
    std::uint32_t key = 2166136261U;
    std::size_t end = begin;
    std::size_t first_size = 0;
    for (std::size_t n = 1; n <= kLongestGram && end < padded.size(); ++n) {
      const std::size_t size = base::code_point_at(padded, end).size;
      for (std::size_t i = 0; i < size; ++i)
        key = (key ^ static_cast<unsigned char>(padded[end + i])) * 16777619U;
      end += size;
      if (n == 1) first_size = size;
      const Weights* weights = find(key);
      if (weights == nullptr) continue;
      for (std::size_t i = 0; i < kMostLanguages; ++i) scores[i] += (*weights)[i];
    }
    begin += first_size;
  }
}

Identified Identifier::identify(std::string_view text) const {
  Scores scores{};
  std::uint32_t letters = 0;
  std::uint32_t latin = 0;
  std::string word = " ";
  const auto end_word = [&] {
    if (word.size() == 1) return;
    word.push_back(' ');
    score_word(word, scores);
    word.assign(1, ' ');
  };
  for (std::size_t at = 0; at < std::min(text.size(), kLooked);) {
    const auto c = base::code_point_at(text, at);
    at += c.size;
    if (!base::is_letter(c.value)) {
      end_word();
      continue;
    }
    ++letters;
    latin += is_latin(c.value) ? 1U : 0U;
    if (word.size() < kLongestWord) base::append_utf8(word, base::lower(c.value));
  }
  end_word();
  if (letters < kFewestLetters || latin * 2 < letters) return {};
  std::size_t best = 0;
  for (std::size_t i = 1; i < names_.size(); ++i) best = scores[i] > scores[best] ? i : best;
  std::size_t second = best == 0 ? 1 : 0;
  for (std::size_t i = 0; i < names_.size(); ++i)
    second = i != best && scores[i] > scores[second] ? i : second;
  // The n-grams of a word are not independent: a fifth of their sum is closer to the odds.
  return {names_[best], names_[second], static_cast<float>(scores[best] - scores[second]) / 16 / 5};
}

}  // namespace kilde::text
