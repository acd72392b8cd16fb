// SPDX-License-Identifier: Apache-2.0
#include "write/brief.h"

#include <algorithm>

#include "base/utf8.h"
#include "write/document.h"
#include "write/lines.h"

namespace kilde::write {
namespace {

// C0 and C1 controls (an escape sequence could rewrite the screen) and marks that reorder text.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

class Page {
 public:
  explicit Page(const BriefStyle& style) : style_(style) {}

  // Wraps words to the width; the first line begins with `first`, the others with as many spaces as `rest`.
  void paragraph(std::string_view words, std::string_view ansi, std::string_view first, std::size_t rest) {
    out_ += first;
    start(ansi);
    std::size_t column = width(first);
    bool at_start = true;
    for (std::size_t at = 0; at < words.size();) {
      const std::string word = next_word(words, at);
      if (word.empty()) continue;
      const std::size_t size = width(word);
      if (!at_start && column + 1 + size > style_.width) {
        finish(ansi);
        out_ += '\n' + std::string(rest, ' ');
        start(ansi);
        column = rest;
        at_start = true;
      }
      if (!at_start) out_ += ' ', ++column;
      out_ += word;
      column += size;
      at_start = false;
    }
    finish(ansi);
    out_ += '\n';
  }
  void gap() { out_ += '\n'; }
  std::string take() { return std::move(out_); }

 private:
  static std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size(); at += base::code_point_at(text, at).size) ++columns;
    return columns;
  }

  static std::string next_word(std::string_view words, std::size_t& at) {
    std::string word;
    while (at < words.size()) {
      const base::CodePoint c = base::code_point_at(words, at);
      at += c.size;
      const bool breaks = c.value == U' ' || c.value == U'\n' || c.value == U'\t' || c.value == U'\r';
      if (breaks) break;
      if (!is_unsafe(c.value)) base::append_utf8(word, c.value);
    }
    return word;
  }

  void start(std::string_view ansi) {
    if (style_.colour && !ansi.empty()) out_ += "\x1b[" + std::string(ansi) + 'm';
  }
  void finish(std::string_view ansi) {
    if (style_.colour && !ansi.empty()) out_ += "\x1b[0m";
  }

  BriefStyle style_;
  std::string out_;
};

constexpr std::string_view kBold = "1", kDim = "2", kSource = "1;36", kEvent = "", kFigure = "33";

// A clause may begin or end on the comma that parts it from the next.
std::string_view trimmed(std::string_view words) {
  const std::size_t first = words.find_first_not_of(" ,;:\n");
  const std::size_t last = words.find_last_not_of(" ,;:\n");
  return first == std::string_view::npos ? words : words.substr(first, last + 1 - first);
}

std::string quoted(const doc::Reading& reading, const std::vector<base::Span>& parts) {
  std::string out;
  for (const base::Span part : parts)
    out += (out.empty() ? "" : " … ") + std::string(trimmed(reading.words(part)));
  return "»" + out + "«";
}

void add_line(Page& page, const Line& line) {
  std::string text = line.who + ' ' + line.what + ' ' + line.whom;
  for (const std::string& detail : line.details) text += " · " + detail;
  page.paragraph(text, line.figure ? kFigure : kEvent, line.figure ? "  # " : "  • ", 4);
}

// What the outlet says itself has no quotation above it, so each line brings its words; lines of one clause
// share them.
void add_own_lines(Page& page, const std::vector<Line>& lines, const doc::Reading& reading) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    add_line(page, lines[i]);
    const bool shared = i + 1 < lines.size() && lines[i + 1].words == lines[i].words;
    if (!shared) page.paragraph(quoted(reading, {lines[i].words}), kDim, "    ", 4);
  }
}

void add_block(Page& page, const Block& block, const doc::Reading& reading, const Labels& labels) {
  page.gap();
  std::vector<Line> lines;
  for (const std::uint32_t s : block.statements)
    lines.push_back(line(reading, reading.statements[s], labels));
  const std::string head = chain_in_words(reading, block.attribution, labels);
  if (block.attribution == doc::kNone) {
    page.paragraph(head, kSource, "", 2);
    return add_own_lines(page, lines, reading);
  }
  const doc::Attribution& said = reading.attributions[block.attribution];
  page.paragraph(head + " (" + std::string(labels[name(said.mode)]) + ")", kSource, "", 2);
  if (!said.content.empty()) page.paragraph(quoted(reading, said.content), "", "  ", 2);
  for (const Line& told : lines) add_line(page, told);
}

}  // namespace

std::string brief(const doc::Reading& reading, const Labels& labels, const BriefStyle& style) {
  Page page({std::max(style.width, 20U), style.colour});
  page.paragraph(heading(reading), kBold, "", 0);
  const std::string from = provenance(reading, labels);
  if (!from.empty()) page.paragraph(from, kDim, "", 0);
  const std::vector<Block> all = blocks(reading);
  if (all.empty()) {
    page.gap();
    page.paragraph(labels["nothing"], kDim, "", 0);
  }
  for (const Block& block : all) add_block(page, block, reading, labels);
  return page.take();
}

}  // namespace kilde::write
