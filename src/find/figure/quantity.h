// SPDX-License-Identifier: Apache-2.0
// Quantities as the text words them: a bound, one or two numerals, a currency or what is counted. No meaning yet.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "doc/reading.h"
#include "match/numeral.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find::figures {

struct Quantity {
  base::TokenRange tokens;                 // bound to what is counted
  base::TokenRange numeral;                // first to last numeral
  base::Span span;                         // bytes of `tokens`
  std::optional<double> value, low, high;  // as in doc::FigureMention
  doc::Bound bound = doc::Bound::kExact;
  std::string unit;                        // ISO 4217 for money
  bool percent = false;
  bool scaled = false;                     // "17 milliarder": may be money whose currency was named before
  bool partitive = false;                  // "three of the wounded"
  bool digits = false;
  doc::TokenId counted = doc::kNoToken;    // head of what is counted
};

// figure_words.tsv is read by Measures; this reads figure_bounds.tsv (phrase, bound, where it stands) and
// figure_currency.tsv (words or signs, ISO 4217). Const after make().
class QuantityReader {
 public:
  static base::Result<QuantityReader> make(const pack::Pack& pack);
  // All quantities in text order; times, ages, ordinals and names are left out.
  std::vector<Quantity> read(const match::Tree& tree) const;

 private:
  struct Phrase {
    std::vector<std::string> rest;
    std::string value;
    std::string code;  // "SEK": must stand in capitals
    bool after = false;
  };
  using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;
  struct Found {
    const Phrase* phrase = nullptr;
    std::uint32_t tokens = 0;
  };
  struct Amount {
    match::Numeral numeral;
    std::string unit;
    base::TokenRange tokens;
  };

  static base::Result<Phrases> phrases(const pack::Table* table, std::string_view value_column);
  static Found phrase_at(const Phrases& phrases, const doc::Reading& reading, doc::TokenId t);
  static Found phrase_before(const Phrases& phrases, const doc::Reading& reading, doc::TokenId t);
  std::optional<Amount> amount(const doc::Reading& reading, doc::TokenId t) const;
  std::optional<Quantity> quantity(const match::Tree& tree, doc::TokenId t) const;
  bool range(const doc::Reading& reading, const Amount& first, Quantity& out, Amount& last) const;
  void bound_words(const doc::Reading& reading, Quantity& out) const;
  void count(const match::Tree& tree, Quantity& out) const;
  bool is_label(const doc::Reading& reading, const Quantity& out) const;
  bool excluded(const doc::Reading& reading, const Quantity& out) const;

  match::NumeralReader numerals_;
  Phrases bounds_, currencies_, links_;
};

}  // namespace kilde::find::figures
