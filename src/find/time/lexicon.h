// SPDX-License-Identifier: Apache-2.0
// The words that time patterns are made of. time_words.tsv puts forms into classes with a value (weekday, month, unit ...);
// a form that is written with a capital there stands so in the text, any other in either case;
// other classes are shapes that are read off the text:
//   <num>    a numeral (match/numeral.h)          <year>   four digits, 1000 to 2199
//   <day>    1 to 31                              <nth>    "7." or "7th"
//   <hour>   0 to 24, also as a word              <hm>     "14.30", "14:30"
//   <h12>    "2pm", "2.30 p.m."
//   <iso>    2024-05-11                           <dmy>    11.05.2024, 11/5-2024
//   <decade> "1990'erne", "1990s", "80'erne", "1800-tallet"
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "doc/reading.h"
#include "match/numeral.h"
#include "pack/pack.h"

namespace kilde::find::times {

enum class Shape : std::uint8_t { kNum, kDay, kNth, kYear, kHour, kHm, kH12, kIso, kDmy, kDecade };
inline constexpr std::uint32_t kShapeCount = 10;  // shapes are the first classes, in the order of Shape

// What one test of a pattern found.
struct Capture {
  std::uint32_t tokens = 0;  // how many it took
  std::string_view value;    // of a word class; points into the lexicon
  double number = 0;         // of a number or shape; the year of a date
  int month = 0, day = 0;    // of <iso> and <dmy>; <hm>, <h12>: hour and minute; <decade>: day is 100 for a century
};

struct Word {
  struct Member {
    std::uint32_t of = 0;  // class id
    std::string value;
    bool capital = false;  // only when it begins with a capital: "May"
  };
  std::uint32_t id = 0;  // for literals in patterns
  std::vector<Member> classes;
};

class Lexicon {
 public:
  static base::Result<Lexicon> make(const pack::Pack& pack);

  // Class of that name, or -1.
  int class_of(std::string_view name) const;
  std::size_t class_count() const { return classes_.size(); }
  // The id of a literal in a pattern; makes one for a new word.
  std::uint32_t literal(std::string_view form);
  // Null for a word that no class and no pattern knows.
  const Word* find(std::string_view form) const;
  // The shape at the beginning of token t, if it is there.
  std::optional<Capture> shape(Shape shape, const doc::Reading& reading, doc::TokenId t) const;
  // Whether a shape may stand at this token: begins with a digit or a number word.
  bool may_have_shape(std::string_view form) const;

 private:
  Word& word(std::string form);

  std::vector<std::string> classes_;
  std::unordered_map<std::string, Word> words_;
  match::NumeralReader numerals_;
};

}  // namespace kilde::find::times
