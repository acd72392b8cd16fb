// SPDX-License-Identifier: Apache-2.0
#include "token/cutter.h"

#include <algorithm>

#include "token/chars.h"

namespace kilde::token {

using base::is_digit;
using base::is_letter;

char32_t Cutter::base_code_point(std::uint32_t i) const {
  const auto byte = static_cast<unsigned char>(text_[i]);
  return byte < 0x80 ? byte : base::code_point_at(text_, i).value;
}

std::uint32_t Cutter::after(std::uint32_t i) const {
  return static_cast<unsigned char>(text_[i]) < 0x80 ? i + 1 : i + base::code_point_at(text_, i).size;
}

void Cutter::cut(base::Span paragraph) {
  paragraph_ = paragraph;
  quote_open_ = false;
  for (std::uint32_t i = paragraph.begin; i < paragraph.end;) {
    if (base::is_space(base_code_point(i))) {
      i = after(i);
      continue;
    }
    chunk_begin_ = i;
    chunk_end_ = i;
    while (chunk_end_ < paragraph.end && !base::is_space(base_code_point(chunk_end_)))
      chunk_end_ = after(chunk_end_);
    while (i < chunk_end_) i = next_token(i);
  }
}

std::uint32_t Cutter::next_token(std::uint32_t begin) {
  if (!begins_word(begin)) return cut_mark(begin);
  if (const auto end = url_end(begin); end > begin) {
    out_.add(begin, end);
    return end;
  }
  return cut_word(begin, word_end(begin));
}

// An address with a scheme, or www.: everything up to white space but closing punctuation.
std::uint32_t Cutter::url_end(std::uint32_t begin) const {
  const std::string_view rest = view(begin, chunk_end_);
  const bool url = rest.starts_with("http://") || rest.starts_with("https://") ||
                   rest.starts_with("ftp://") || rest.starts_with("www.");
  if (!url) return begin;
  std::uint32_t end = begin;
  std::uint32_t last = begin;
  while (end < chunk_end_) {
    const char32_t c = base_code_point(end);
    if (c == U'<' || c == U'>' || c == U'"' || c == 0xBB || c == 0x201D) break;
    end = after(end);
    if (is_word(c) || c == U'/' || c == U'#' || c == U'=' || c == U'&') last = end;
  }
  return last;
}

bool Cutter::begins_word(std::uint32_t begin) const {
  const char32_t c = base_code_point(begin);
  if (is_word(c)) return true;
  const std::uint32_t next = after(begin);
  const char32_t right = at(next, chunk_end_);
  const bool first = begin == chunk_begin_;
  if (c == U'#' || c == U'@') return first && is_letter(right);
  if (c == U'+') return first && is_digit(right);
  if (c == U'.')
    return first && is_letter(right) && view(begin, chunk_end_).find('.', 1) == std::string_view::npos;
  if (c == U'-' || c == 0x2212) {
    if (!first) return false;
    return is_digit(right) || (!rules_.options().split_hyphen && base::is_lower(right));
  }
  if (!is_apostrophe(c)) return false;
  if (is_digit(right)) return at(after(next), chunk_end_) != 0 && is_digit(at(after(next), chunk_end_));
  std::uint32_t end = next;
  while (end < chunk_end_ && end - begin < Rules::kLongestWord && is_word(base_code_point(end)))
    end = after(end);
  return end > next && rules_.keeps(view(begin, end));
}

std::uint32_t Cutter::word_end(std::uint32_t begin) {
  has_apostrophe_ = false;
  has_joint_ = false;
  char32_t left = base_code_point(begin);
  std::uint32_t end = after(begin);
  while (end < chunk_end_) {
    const char32_t c = base_code_point(end);
    if (!is_word(c)) {
      if (!joins(begin, left, end)) break;
      has_apostrophe_ |= is_apostrophe(c);
      has_joint_ |= is_dash(c) || c == U'/';
    }
    left = c;
    end = after(end);
  }
  if (end == chunk_end_) return end;
  const char32_t c = base_code_point(end);
  if (is_apostrophe(c) && keeps_apostrophe(left)) return after(end);
  const bool suspended = c == U'-' && !rules_.options().split_hyphen && is_letter(left);
  return suspended && !is_dash(at(end + 1, chunk_end_)) ? end + 1 : end;
}

// Whether the mark inside a word belongs to it; `left` is the character before it.
bool Cutter::joins(std::uint32_t begin, char32_t left, std::uint32_t mark) const {
  const char32_t c = base_code_point(mark);
  const char32_t right = at(after(mark), chunk_end_);
  if (!is_word(left) || !is_word(right)) return false;
  if (c == U'.') return joins_dot(begin, left, mark, right);
  if (c == U',' || c == U':') return is_digit(left) && is_digit(right);
  if (c == U'-' || c == 0x2010 || c == 0x2011) return true;
  if (is_dash(c)) return c == 0x2013 && is_digit(left) && is_digit(right) && !rules_.options().split_hyphen;
  if (c == U'/' || c == U'@' || is_apostrophe(c)) return true;
  if (c == U'&' || c == U'*') return is_letter(left) && is_letter(right);
  return false;
}

// "3.5", "bl.a", "kilde.dk" hold together; in "end.Then" a space is missing.
bool Cutter::joins_dot(std::uint32_t begin, char32_t left, std::uint32_t dot, char32_t right) const {
  if (is_digit(left) || is_digit(right)) return !base::is_upper(right) || !is_digit(left);
  if (!base::is_upper(right) || base::is_upper(left)) return true;
  const std::string_view word = view(begin, dot);
  return word.substr(word.rfind('.') + 1).size() <= 2;
}

bool Cutter::keeps_apostrophe(char32_t left) const {
  return rules_.options().keep_apostrophe && !quote_open_ && is_letter(left);
}

std::uint32_t Cutter::cut_word(std::uint32_t begin, std::uint32_t end) {
  End sentence = End::kNo;
  if (end < chunk_end_ && text_[end] == '.' && takes_dot(begin, end, sentence)) {
    out_.add(begin, end + 1, sentence);
    return end + 1;
  }
  split_word(begin, end);
  return end;
}

// Runs of one mark, and of enders, are one token.
std::uint32_t Cutter::mark_end(std::uint32_t begin) const {
  const char32_t c = base_code_point(begin);
  std::uint32_t end = after(begin);
  constexpr std::u32string_view kRepeated = U"-=*~<>`+$'\u2026\u2014";
  while (end < chunk_end_) {
    const char32_t next = base_code_point(end);
    const bool same = next == c && kRepeated.find(c) != std::u32string_view::npos;
    const bool enders = is_ender(c) && is_ender(next) && c != 0x2026 && next != 0x2026;
    if (!same && !enders) break;
    end = after(end);
  }
  return end;
}

std::uint32_t Cutter::cut_mark(std::uint32_t begin) {
  const std::uint32_t rest = chunk_end_ - begin;
  if (rest > 1 && rest <= 4 && rules_.is_symbol(view(begin, chunk_end_))) {
    out_.add(begin, chunk_end_);
    return chunk_end_;
  }
  const char32_t c = base_code_point(begin);
  const std::uint32_t end = mark_end(begin);
  if (is_apostrophe(c) || c == 0x2018) quote_open_ = begin == chunk_begin_ && end < chunk_end_;
  out_.add(begin, end, is_ender(c) ? End::kYes : End::kNo);
  return end;
}

void Cutter::split_word(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = view(begin, end);
  if (is_digit(first_of(word))) {
    const std::size_t unit = word.find_last_of("0123456789") + 1;
    if (unit < word.size() && rules_.is_unit(word.substr(unit))) {
      const std::uint32_t cut = begin + static_cast<std::uint32_t>(unit);
      split_word(begin, cut);
      out_.add(cut, end);
      return;
    }
  }
  if (has_joint_ && (rules_.options().split_hyphen || rules_.options().split_slash))
    return split_compound(begin, end);
  split_clitics(begin, end);
}

namespace {

bool only_digits_and_marks(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return !is_letter(static_cast<unsigned char>(c)); });
}

// Dates, telephone and identity numbers stay whole; "5-10" and "1990-1995" are ranges.
bool is_whole_number(std::string_view word) {
  if (!only_digits_and_marks(word)) return false;
  const auto hyphens = std::count(word.begin(), word.end(), '-');
  if (hyphens == 0) return true;
  return hyphens > 1 || (word.find('-') == 3 && word.size() == 8);
}

}  // namespace

void Cutter::split_compound(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = view(begin, end);
  const bool address = word.find('@') != std::string_view::npos ||
                       (word.find('/') != std::string_view::npos && word.find('.') < word.find('/'));
  if (address || rules_.keeps(word) || is_whole_number(word)) return out_.add(begin, end);
  std::uint32_t start = begin;
  for (std::uint32_t i = begin; i < end; i = after(i)) {
    const char32_t c = base_code_point(i);
    const bool cut = (is_dash(c) && rules_.options().split_hyphen && i > begin) ||
                     (c == U'/' && rules_.options().split_slash);
    if (!cut || (is_dash(c) && rules_.is_prefix(view(start, i)))) continue;
    split_clitics(start, i);
    out_.add(i, after(i));
    start = after(i);
  }
  split_clitics(start, end);
}

void Cutter::split_clitics(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = view(begin, end);
  if (const auto* parts = rules_.parts(word)) {
    for (const auto size : *parts) {
      out_.add(begin, begin + size);
      begin += size;
    }
    return;
  }
  if (!has_apostrophe_ || rules_.keeps(word)) return out_.add(begin, end);
  const auto cut = end - static_cast<std::uint32_t>(rules_.suffix(word));
  if (cut == end || is_digit(static_cast<unsigned char>(text_[cut - 1]))) return out_.add(begin, end);
  split_clitics(begin, cut);
  out_.add(cut, end);
}

}  // namespace kilde::token
