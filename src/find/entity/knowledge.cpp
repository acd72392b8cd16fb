// SPDX-License-Identifier: Apache-2.0
#include "find/entity/knowledge.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace kilde::find {
namespace {

// A compound is longer than its last part by this much at least: "minister" in "udenrigsminister".
constexpr std::size_t kLeastStem = 2;

template <class Number>
Number number(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The longest proper ending of `word` that is a key of `map`.
template <class Map>
auto longest_suffix(const Map& map, std::string_view word) -> const typename Map::mapped_type* {
  for (std::size_t cut = kLeastStem; cut + 1 < word.size(); ++cut) {
    const auto found = map.find(std::string(word.substr(cut)));
    if (found != map.end()) return &found->second;
  }
  return nullptr;
}

template <class Map>
auto exact(const Map& map, std::string_view key) -> const typename Map::mapped_type* {
  const auto found = map.find(std::string(key));
  return found == map.end() ? nullptr : &found->second;
}

Place place_of(const std::vector<std::string_view>& cells) {
  Place place;
  place.name = cells[0];
  place.geonames = number<std::int64_t>(cells[1]);
  place.country = cells[2];
  place.latitude = number<double>(cells[3]);
  place.longitude = number<double>(cells[4]);
  place.population = number<std::int64_t>(cells[5]);
  place.usual = cells[6] == "1";
  place.word = cells[7] == "1";
  if (cells[8] != "-") place.danish = cells[8];
  if (cells[9] != "-") place.own = cells[9];
  return place;
}

}  // namespace

std::string lookup_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "\u2019") {
      key += '\'';
      i += 2;
    } else {
      key += text[i] == '\n' ? ' ' : text[i];
    }
  }
  return key;
}

const std::vector<Naming>& Knowledge::namings(std::string_view text) const {
  static const std::vector<Naming> none;
  const auto* found = exact(namings_, text);
  return found ? *found : none;
}

std::vector<Place> Knowledge::places(std::string_view name) const {
  std::vector<Place> found;
  for (const auto& row : places_.rows(name)) {
    if (row.size() == 10) found.push_back(place_of(row));
  }
  return found;
}

std::optional<std::uint32_t> Knowledge::country(std::string_view code) const {
  const auto* found = exact(countries_, code);
  return found ? std::optional(*found) : std::nullopt;
}

const Part* Knowledge::exact_part(Where where, std::string_view text) const {
  return exact(parts_[static_cast<std::size_t>(where)], text);
}

const Part* Knowledge::part(Where where, std::string_view text) const {
  if (where != Where::kSuffix) {  // a whole word "Gade" or "Borg" is a surname
    if (const auto* found = exact_part(where, text)) return found;
  }
  const bool compounds = where == Where::kSuffix || where == Where::kBefore;
  return compounds ? longest_suffix(parts_[static_cast<std::size_t>(where)], text) : nullptr;
}

std::vector<std::string_view> Knowledge::stems(std::string_view word) const {
  std::vector<std::string_view> found = {word};
  for (const auto& ending : endings_) {
    if (word.size() <= ending.size() + kLeastStem || !word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    found.push_back(stem);
    const bool doubled = stem.size() > kLeastStem && stem.back() == stem[stem.size() - 2];  // "klubben" is of "klub"
    if (doubled) found.push_back(stem.substr(0, stem.size() - 1));
  }
  return found;
}

const Role* Knowledge::compound_role(std::string_view word) const {
  if (const auto* found = exact(roles_, word)) return found;
  return word.find(' ') == std::string_view::npos ? longest_suffix(role_suffixes_, word) : nullptr;
}

const Role* Knowledge::role(std::string_view word) const {
  for (const std::string_view stem : stems(word)) {
    if (const auto* found = exact(roles_, stem)) return found;
  }
  for (const std::string_view stem : stems(word)) {
    if (const auto* found = compound_role(stem)) return found;
  }
  return nullptr;
}

char Knowledge::gender_of(std::string_view first_name) const {
  const auto rows = first_names_.rows(first_name);
  return rows.empty() || rows[0].size() < 2 ? '\0' : rows[0][1].front();
}

const Pronoun* Knowledge::pronoun(std::string_view form) const { return exact(pronouns_, form); }

const WordSet& Knowledge::words(std::string_view key) const {
  static const WordSet none;
  const auto* found = exact(words_, key);
  return found ? *found : none;
}

std::string_view Knowledge::without_genitive(std::string_view name) const {
  for (const auto& ending : genitives_) {
    if (name.size() > ending.size() + 1 && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return {};
}

void Knowledge::add_name(std::string_view name, Naming naming) {
  auto& list = namings_[std::string(name)];
  const auto same = [&](const Naming& n) { return n.subject == naming.subject; };
  if (std::none_of(list.begin(), list.end(), same)) list.push_back(naming);
  add_prefixes(name);
}

void Knowledge::add_prefixes(std::string_view name) {
  // Every beginning at which a tokenizer may cut: a longer match is tried only while its beginning is known.
  for (std::size_t i = 1; i < name.size(); ++i) {
    const auto plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; };
    if (!plain(name[i]) || !plain(name[i - 1])) prefixes_.emplace(name.substr(0, i));
  }
}

}  // namespace kilde::find
