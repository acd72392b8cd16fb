// SPDX-License-Identifier: Apache-2.0
// Cuts one paragraph into tokens, left to right, in time linear in its length.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "token/rules.h"

namespace kilde::token {

// Whether a sentence may end with a token.
enum class End : std::uint8_t { kNo, kYes };

// The tokens of a text, one entry each.
struct Pieces {
  std::vector<base::Span> spans;
  std::vector<End> ends;

  void add(std::uint32_t begin, std::uint32_t end, End sentence = End::kNo) {
    spans.push_back({begin, end});
    ends.push_back(sentence);
  }
};

class Cutter {
 public:
  // Borrows all three; `text` must be valid UTF-8.
  Cutter(const Rules& rules, std::string_view text, Pieces& out) : rules_(rules), text_(text), out_(out) {}
  void cut(base::Span paragraph);

 private:
  // What follows a full stop.
  enum class Next : std::uint8_t { kNothing, kLower, kUpper, kStarter, kDigit, kMark };

  char32_t at(std::uint32_t i, std::uint32_t end) const { return i < end ? base_code_point(i) : 0; }
  char32_t base_code_point(std::uint32_t i) const;
  std::uint32_t after(std::uint32_t i) const;
  std::string_view view(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::uint32_t next_token(std::uint32_t begin);
  std::uint32_t url_end(std::uint32_t begin) const;
  bool begins_word(std::uint32_t begin) const;
  std::uint32_t word_end(std::uint32_t begin);
  bool joins(std::uint32_t begin, char32_t left, std::uint32_t mark) const;
  bool joins_dot(std::uint32_t begin, char32_t left, std::uint32_t dot, char32_t right) const;
  bool keeps_apostrophe(char32_t left) const;
  std::uint32_t cut_word(std::uint32_t begin, std::uint32_t end);
  std::uint32_t cut_mark(std::uint32_t begin);
  std::uint32_t mark_end(std::uint32_t begin) const;

  bool takes_dot(std::uint32_t begin, std::uint32_t end, End& sentence) const;
  bool follows_abbreviation(std::string_view word) const;
  bool begins_sentence() const;
  bool takes_ordinal_dot(std::uint32_t begin, std::uint32_t end) const;
  Dot dot_of(std::string_view word) const;
  Next next_after(std::uint32_t begin) const;
  Next next_word_kind(std::uint32_t begin) const;

  void split_word(std::uint32_t begin, std::uint32_t end);
  void split_compound(std::uint32_t begin, std::uint32_t end);
  void split_clitics(std::uint32_t begin, std::uint32_t end);

  const Rules& rules_;
  std::string_view text_;
  Pieces& out_;
  base::Span paragraph_;
  std::uint32_t chunk_begin_ = 0;  // the stretch between white space that is being cut
  std::uint32_t chunk_end_ = 0;
  bool quote_open_ = false;      // a single quotation mark that was opened in this paragraph
  bool has_apostrophe_ = false;  // of the word just scanned
  bool has_joint_ = false;       // a hyphen, dash or slash in it
};

}  // namespace kilde::token
