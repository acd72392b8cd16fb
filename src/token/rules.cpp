// SPDX-License-Identifier: Apache-2.0
#include "token/rules.h"

#include <algorithm>
#include <map>

#include "token/chars.h"

namespace kilde::token {
namespace {

base::Error fault(std::string message, std::string place) {
  return {base::Fault::kPack, std::move(message), std::move(place)};
}

// Lower case, apostrophes made straight: the key of a lookup that ignores both.
std::string folded(std::string_view word) {
  std::string key;
  for (std::size_t i = 0; i < word.size();) {
    const auto c = base::code_point_at(word, i);
    base::append_utf8(key, is_apostrophe(c.value) ? U'\'' : base::lower(c.value));
    i += c.size;
  }
  return key;
}

Dot dot_named(std::string_view kind) {
  static const std::map<std::string_view, Dot> names = {{"inside", Dot::kInside},
                                                        {"number", Dot::kNumber},
                                                        {"unit", Dot::kUnit},
                                                        {"measure", Dot::kMeasure},
                                                        {"either", Dot::kEither}};
  const auto found = names.find(kind);
  return found == names.end() ? Dot::kStop : found->second;
}

base::Result<std::vector<std::uint32_t>> part_sizes(const pack::Table& table, std::size_t row) {
  std::vector<std::uint32_t> sizes;
  std::string joined;
  for (const auto part : pack::split(table.cell(row, "parts"))) {
    sizes.push_back(static_cast<std::uint32_t>(part.size()));
    joined += part;
  }
  if (joined == table.cell(row, "form")) return sizes;
  return fault("the parts do not make up the word: " + joined, table.place(row));
}

}  // namespace

base::Result<Rules> Rules::make(const pack::Pack& pack) {
  Rules rules;
  if (const auto* table = pack.table("abbreviations")) {
    for (std::size_t row = 0; row < table->size(); ++row) {
      std::string_view form = table->cell(row, "form");
      const Dot dot = dot_named(table->cell(row, "kind"));
      if (dot == Dot::kStop)
        return fault("unknown kind: " + std::string(table->cell(row, "kind")), table->place(row));
      if (!form.ends_with('.'))
        return fault("an abbreviation ends with its full stop: " + std::string(form), table->place(row));
      form.remove_suffix(1);
      rules.dots_.emplace(form, dot);
    }
  }
  if (const auto* table = pack.table("tokens")) {
    for (std::size_t row = 0; row < table->size(); ++row) {
      if (auto added = rules.add(*table, row); !added) return added.error();
    }
  }
  std::sort(rules.suffixes_.begin(), rules.suffixes_.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  return rules;
}

base::Result<bool> Rules::add(const pack::Table& table, std::size_t row) {
  const std::string_view kind = table.cell(row, "kind");
  const std::string form(table.cell(row, "form"));
  if (form.size() > kLongestWord)
    return fault("longer than " + std::to_string(kLongestWord) + " bytes", table.place(row));
  const std::map<std::string_view, Words*> sets = {{"keep", &kept_},      {"prefix", &prefixes_},
                                                   {"unit", &units_},     {"starter", &starters_},
                                                   {"symbol", &symbols_}, {"no_initial", &no_initials_}};
  if (const auto set = sets.find(kind); set != sets.end()) {
    set->second->insert(form);
  } else if (kind == "whole") {
    auto sizes = part_sizes(table, row);
    if (!sizes) return sizes.error();
    parts_.emplace(form, std::move(sizes).value());
  } else if (kind == "suffix") {
    suffixes_.push_back(form);
  } else if (kind != "option" || !set_option(form, table.cell(row, "parts"))) {
    return fault("unknown kind or option: " + std::string(kind) + " " + form, table.place(row));
  }
  return true;
}

bool Rules::set_option(std::string_view name, std::string_view value) {
  const std::map<std::string_view, bool*> options = {{"split_hyphen", &options_.split_hyphen},
                                                     {"split_slash", &options_.split_slash},
                                                     {"ordinal_dot", &options_.ordinal_dot},
                                                     {"keep_apostrophe", &options_.keep_apostrophe},
                                                     {"keep_final_dot", &options_.keep_final_dot}};
  const auto found = options.find(name);
  if (found == options.end() || (value != "yes" && value != "no")) return false;
  *found->second = value == "yes";
  return true;
}

bool Rules::has(const Words& words, std::string_view word) {
  return word.size() <= kLongestWord && words.contains(folded(word));
}

Dot Rules::abbreviation(std::string_view word) const {
  if (word.size() > kLongestWord) return Dot::kStop;
  if (const auto found = dots_.find(std::string(word)); found != dots_.end()) return found->second;
  if (word.size() == 1) return Dot::kStop;           // a capital letter is an initial
  const auto found = dots_.find(base::lower(word));  // a row in lower case also means its capitalised form
  return found == dots_.end() ? Dot::kStop : found->second;
}

const std::vector<std::uint32_t>* Rules::parts(std::string_view word) const {
  if (parts_.empty() || word.size() > kLongestWord) return nullptr;
  const auto found = parts_.find(base::lower(word));
  return found == parts_.end() ? nullptr : &found->second;
}

std::size_t Rules::suffix(std::string_view word) const {
  const std::string tail = folded(word.substr(word.size() - std::min(word.size(), kLongestWord)));
  for (const auto& suffix : suffixes_) {
    if (tail.size() <= suffix.size() || !tail.ends_with(suffix)) continue;
    // The typed apostrophe may be longer than the folded one: count back as many characters.
    std::size_t at = word.size();
    for (std::size_t left = suffix.size(); left > 0; --left) {
      do --at;
      while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U);
    }
    return at == 0 ? 0 : word.size() - at;
  }
  return 0;
}

}  // namespace kilde::token
