// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/quotes.h"

#include <array>

#include "base/utf8.h"

namespace kilde::find::attribution {
namespace {

constexpr std::array<std::string_view, 10> kMarks = {"\"", "“", "”", "„", "»", "«", "''", "``", "‘", "’"};

// The mark that begins at this byte, empty when none does.
std::string_view mark_at(std::string_view text, std::size_t at) {
  for (const auto mark : kMarks) {
    if (text.substr(at).starts_with(mark)) return text.substr(at, mark.size());
  }
  return {};
}

bool is_single(std::string_view mark) {
  return mark == "‘" || mark == "’";
}

bool gap_before(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  if (at == begin) return true;
  const char c = text[at - 1];
  return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == '[' ||
         text.substr(begin, at - begin).ends_with("—") || text.substr(begin, at - begin).ends_with("\u00a0");
}

bool gap_after(std::string_view text, std::uint32_t end, std::uint32_t at) {
  return at >= end || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

bool ends_in_punctuation(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  return at > begin && std::string_view(",.!?…").find(text[at - 1]) != std::string_view::npos;
}

base::Span strip(std::string_view text, base::Span span) {
  const auto drop = [](char c) { return c == ' ' || c == ',' || c == '.' || c == '\n'; };
  while (!span.empty() && drop(text[span.end - 1])) --span.end;
  while (!span.empty() && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
  return span;
}

}  // namespace

bool is_quote_mark(std::string_view token) {
  for (const auto mark : kMarks) {
    if (token == mark) return true;
  }
  return token == "'";
}

std::vector<Quotation> find_quotations(std::string_view text, base::Span paragraph) {
  std::vector<Quotation> found;
  std::uint32_t open = paragraph.end;  // where the open quotation's mark begins
  std::string_view opener;
  for (std::uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
    const auto mark = mark_at(text, at);
    if (mark.empty()) continue;
    const auto after = at + static_cast<std::uint32_t>(mark.size());
    if (open == paragraph.end) {
      // An apostrophe never opens; the other marks open where a word begins, those that only open even before a gap.
      const bool opens_only = mark == "»" || mark == "“" || mark == "„";
      if (mark != "’" && gap_before(text, paragraph.begin, at) && (opens_only || !gap_after(text, paragraph.end, after))) {
        open = at;
        opener = mark;
      }
    } else if (is_single(opener) == is_single(mark)) {
      const bool closes = !gap_before(text, paragraph.begin, at) || gap_after(text, paragraph.end, after);
      const bool apostrophe = is_single(mark) && !gap_after(text, paragraph.end, after) &&
                              !ends_in_punctuation(text, paragraph.begin, at);
      if (closes && !apostrophe) {
        const auto inner_begin = open + static_cast<std::uint32_t>(opener.size());
        found.push_back({{open, after}, strip(text, {inner_begin, at}), true});
        open = paragraph.end;
      }
    }
    at = after - 1;
  }
  if (open != paragraph.end && !is_single(opener)) {
    const auto inner_begin = open + static_cast<std::uint32_t>(opener.size());
    found.push_back({{open, paragraph.end}, strip(text, {inner_begin, paragraph.end}), false});
  }
  return found;
}

}  // namespace kilde::find::attribution
