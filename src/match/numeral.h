// SPDX-License-Identifier: Apache-2.0
// Reads numerals: "32.000", "5,3 millioner", "halvanden million", "two and a half", "et par hundrede", "tens of thousands".
// The words of a language and its decimal and grouping marks are rows of numbers.tsv:
//   small     a number below a hundred (tens of English may take one more: "twenty five")
//   article   one, but only before a scale: "a million", "et dusin"
//   scale     multiplies what stands before: hundred, dozen, mio., bn
//   half      adds a half after a number, is a half before a scale: "to en halv million", "half a million"
//   couple    two, roughly
//   several   before a scale an indefinite plural: "flere hundrede"
//   plural    an indefinite plural by itself; `value` is its base, `bound` the doc::Bound it is said with
//   and       may stand inside a numeral: "hundrede og tyve"
//   decimal, group   the marks inside digits
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "doc/reading.h"
#include "pack/pack.h"

namespace kilde::match {

struct Numeral {
  base::TokenRange tokens;
  base::Span span;              // bytes; may begin or end inside a token ("$71.4m", "18-20")
  std::optional<double> value;  // none for an indefinite plural
  double low = 0;               // base of an indefinite plural
  doc::Bound bound = doc::Bound::kExact;  // kAbout for "a couple of", kDozens.. for an indefinite plural
  bool digits = false;          // begins with digits
  bool glued = false;           // a scale stands in the same token: "71.4m" (which may be metres)
  bool scaled = false;          // ends in a scale word or is an indefinite plural
};

// Const after make() and shared by threads.
class NumeralReader {
 public:
  // A pack without numbers.tsv reads plain digits only. Unknown kinds and bounds are errors with file and line.
  static base::Result<NumeralReader> make(const pack::Pack& pack);

  // Whether a numeral may begin with this token (quick; no allocation for most words).
  bool may_begin(std::string_view form) const;
  // The longest numeral that begins at a byte inside or at the start of token t.
  std::optional<Numeral> read(const doc::Reading& reading, doc::TokenId t, std::uint32_t from_byte) const;
  std::optional<Numeral> read(const doc::Reading& reading, doc::TokenId t) const {
    return read(reading, t, reading.tokens.spans[t].begin);
  }

 private:
  enum class Kind : std::uint8_t { kSmall, kArticle, kScale, kHalf, kCouple, kSeveral, kPlural, kAnd };
  struct Word {
    std::vector<std::string> rest;  // further tokens of a phrase
    Kind kind = Kind::kSmall;
    double value = 0;
    doc::Bound bound = doc::Bound::kExact;
  };
  struct Hit {
    const Word* word = nullptr;
    std::uint32_t tokens = 0;
  };
  struct Cursor;

  base::Result<bool> add(const pack::Table& table, std::size_t row);
  Hit lookup(const doc::Reading& reading, doc::TokenId t, Kind kind) const;
  bool read_digits(const doc::Reading& reading, Cursor& at) const;
  bool read_words(const doc::Reading& reading, Cursor& at) const;
  bool read_small(const doc::Reading& reading, Cursor& at) const;
  bool read_half(const doc::Reading& reading, Cursor& at) const;
  bool read_indefinite(const doc::Reading& reading, Cursor& at) const;
  bool read_scales(const doc::Reading& reading, Cursor& at) const;
  bool suffix(const doc::Reading& reading, Cursor& at) const;

  std::unordered_map<std::string, std::vector<Word>> words_;
  char decimal_ = '.';
  char group_ = ',';
};

// "dozens" -> kDozens; false when it is none.
bool parse_bound(std::string_view text, doc::Bound& out);

}  // namespace kilde::match
