// SPDX-License-Identifier: Apache-2.0
#include "token/tokenizer.h"

#include <algorithm>

#include "token/chars.h"
#include "token/cutter.h"
#include "token/rules.h"
#include "token/sentences.h"

namespace kilde::token {
namespace {

// A line longer than this is no line of wrapped text.
constexpr std::size_t kWrapped = 160;

// Where the block that begins at `begin` ends: before the first line that holds only white space.
std::uint32_t block_end(std::string_view text, std::uint32_t begin) {
  for (std::size_t line = text.find('\n', begin); line != std::string_view::npos;
       line = text.find('\n', line + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", line + 1);
    if (next == std::string_view::npos || text[next] == '\n') return static_cast<std::uint32_t>(line);
  }
  return static_cast<std::uint32_t>(text.size());
}

std::uint32_t line_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), end));
}

// Whether each line of a block is a paragraph: where lines are not wrapped, their ends mean something.
bool lines_are_paragraphs(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::size_t longest = 0;
  for (std::uint32_t line = begin; line < end;) {
    const std::uint32_t next = line_end(text, line, end);
    longest = std::max<std::size_t>(longest, next - line);
    line = next + 1;
  }
  return longest > kWrapped;
}

std::uint32_t skip_space(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const auto c = base::code_point_at(text, at);
    if (!base::is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

}  // namespace

base::Result<Tokenizer> Tokenizer::make(const pack::Pack& pack) {
  auto rules = Rules::make(pack);
  if (!rules) return rules.error();
  auto boundary = Boundary::make(pack);
  if (!boundary) return boundary.error();
  Tokenizer tokenizer;
  tokenizer.rules_ = std::make_shared<const Rules>(std::move(rules).value());
  tokenizer.boundary_ = std::make_shared<const Boundary>(std::move(boundary).value());
  return tokenizer;
}

void Tokenizer::tokenize(std::string_view text, doc::TokenTable& out) const {
  Pieces pieces;
  std::swap(pieces.spans, out.spans);
  pieces.spans.clear();
  out.sentences.clear();
  out.sentence_list.clear();
  Cutter cutter(*rules_, text, pieces);
  std::uint32_t paragraph = 0;
  for (auto begin = skip_space(text, 0); begin < text.size();) {
    const std::uint32_t block = block_end(text, begin);
    const bool by_line = lines_are_paragraphs(text, begin, block);
    for (; begin < block; ++paragraph) {
      const std::uint32_t end = by_line ? line_end(text, begin, block) : block;
      const auto first = static_cast<std::uint32_t>(pieces.spans.size());
      cutter.cut({begin, end});
      add_sentences(*boundary_, text, pieces, first, paragraph, out);
      begin = skip_space(text, end);
    }
  }
  std::swap(pieces.spans, out.spans);
}

}  // namespace kilde::token
