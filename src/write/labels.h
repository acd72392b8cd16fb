// SPDX-License-Identifier: Apache-2.0
// The words, numbers and dates in which one language tells what was found (codebook/labels.tsv,
// codebook/events.tsv).
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "doc/source_text.h"
#include "pack/pack.h"

namespace kilde::write {

// Owns its words; const after construction and shared by threads.
class Labels {
 public:
  // Takes the codebook of any pack and keeps no reference to it. A language without a column gets English.
  Labels(const pack::Pack& pack, std::string_view language);

  const std::string& language() const { return language_; }
  // The words for a key ("status.planned"); of an unknown key what stands after its first dot.
  std::string_view operator[](std::string_view key) const;
  // What one does in an event of that type: "besøger".
  std::string_view event(std::string_view type, std::string_view mode) const;

  std::string number(double value) const;  // "1.200", "3,5 mio."
  std::string day(const doc::Date& date) const;
  // "20. marts 2024", "18.-24. marts 2024"; empty when a bound is unknown.
  std::string days(const std::optional<doc::Date>& first, const std::optional<doc::Date>& last) const;

 private:
  std::string month_and_year(const doc::Date& date) const;
  std::string day_of_month(const doc::Date& date) const;

  std::string language_;
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace kilde::write
