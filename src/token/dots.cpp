// SPDX-License-Identifier: Apache-2.0
// The part of the cutter that says whether a full stop belongs to the word before it.
#include <algorithm>

#include "token/chars.h"
#include "token/cutter.h"

namespace kilde::token {
namespace {

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// One capital letter.
bool is_initial(std::string_view word) {
  const auto first = base::code_point_at(word, 0);
  return first.size == word.size() && base::is_upper(first.value);
}

// "U.S", "m.v", "Ph.D": parts of one or two letters with full stops between.
bool is_acronym(std::string_view word) {
  if (word.size() > Rules::kLongestWord || word.find('.') == std::string_view::npos) return false;
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto c = base::code_point_at(word, i);
    i += c.size;
    if (c.value == U'.') {
      letters = 0;
    } else if (!base::is_letter(c.value) || ++letters > 2) {
      return false;
    }
  }
  return letters > 0;
}

}  // namespace

Dot Cutter::dot_of(std::string_view word) const {
  const Dot known = rules_.abbreviation(word);
  return known == Dot::kStop && is_acronym(word) ? Dot::kEither : known;
}

bool Cutter::takes_dot(std::uint32_t begin, std::uint32_t end, End& sentence) const {
  const std::string_view word = view(begin, end);
  const std::uint32_t behind = end + 1;
  const bool doubled = behind < chunk_end_ && text_[behind] == '.';
  if (doubled && behind + 1 < chunk_end_) return false;
  if (is_number(word)) return !doubled && rules_.options().ordinal_dot && takes_ordinal_dot(begin, end);
  const Dot dot = dot_of(word);
  if (dot == Dot::kStop && !is_initial(word)) return follows_abbreviation(word);
  if (doubled) return dot != Dot::kStop;  // "kr..": its own stop and the sentence's
  const Next next = next_after(behind);
  if (dot == Dot::kStop) {
    return next == Next::kLower || next == Next::kMark ||
           (next == Next::kUpper && !rules_.is_no_initial(word));
  }
  if (dot == Dot::kNumber) return next == Next::kDigit;
  const bool final = next == Next::kNothing || (dot != Dot::kInside && next == Next::kStarter) ||
                     ((dot == Dot::kUnit || dot == Dot::kMeasure) && next == Next::kUpper);
  if (!final) return true;
  sentence = End::kYes;
  return dot != Dot::kMeasure && rules_.options().keep_final_dot;
}

// "bl. a.", "o. s. v."
bool Cutter::follows_abbreviation(std::string_view word) const {
  if (word.size() != 1 || !base::is_lower(static_cast<unsigned char>(word[0]))) return false;
  if (begins_sentence()) return false;
  const std::string_view before = out_.spans.back().in(text_);
  return before.size() > 1 && before.ends_with('.') &&
         base::is_letter(static_cast<unsigned char>(before[before.size() - 2]));
}

bool Cutter::begins_sentence() const {
  return out_.spans.empty() || out_.spans.back().begin < paragraph_.begin || out_.ends.back() == End::kYes;
}

// "3. juni", "den 3., sagde hun"; at the beginning of a sentence also the number of a list.
bool Cutter::takes_ordinal_dot(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin > 3) return false;
  const Next next = next_after(end + 1);
  if (next == Next::kLower) return true;
  if (next == Next::kMark) return at(end + 1, chunk_end_) == U',';
  return begins_sentence() && next != Next::kNothing;
}

Cutter::Next Cutter::next_after(std::uint32_t i) const {
  while (i < chunk_end_) {
    const char32_t c = base_code_point(i);
    if (!is_quote(c) && !is_closing_bracket(c)) return Next::kMark;
    i = after(i);
  }
  while (i < paragraph_.end) {
    const char32_t c = base_code_point(i);
    if (!base::is_space(c) && !is_quote(c) && !is_opening_bracket(c) && !is_dash(c)) return next_word_kind(i);
    i = after(i);
  }
  return Next::kNothing;
}

Cutter::Next Cutter::next_word_kind(std::uint32_t begin) const {
  const char32_t c = base_code_point(begin);
  if (base::is_digit(c)) return Next::kDigit;
  if (base::is_lower(c)) return Next::kLower;
  if (!base::is_upper(c)) return Next::kMark;
  std::uint32_t end = begin;
  while (end < paragraph_.end && end - begin < Rules::kLongestWord && is_word(base_code_point(end)))
    end = after(end);
  return rules_.is_starter(view(begin, end)) ? Next::kStarter : Next::kUpper;
}

}  // namespace kilde::token
