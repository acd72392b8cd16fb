// SPDX-License-Identifier: Apache-2.0
// Reads the texts of cases_XX.tsv with the whole reader and compares who is found to say what, word for word.
// The trained parser errs now and then, so nine texts in ten must be right; each wrong one is printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "pack/table.h"
#include "reader/reader.h"

namespace kilde {
namespace {

const std::filesystem::path kSource = KILDE_SOURCE_DIR;
using Found = std::multiset<std::string>;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string line(std::string_view source, std::string_view cue, std::string_view content,
                 std::string_view mode, std::string_view via) {
  const auto cell = [](std::string_view text) { return text.empty() ? std::string("-") : std::string(text); };
  return cell(source) + " | " + cell(cue) + " | " + cell(content) + " | " + cell(mode) + " | " + cell(via);
}

std::string render(const doc::Reading& reading, const doc::Attribution& attribution) {
  std::string content;
  for (const auto part : attribution.content)
    content += (content.empty() ? "" : " // ") + std::string(reading.words(part));
  std::string via;
  for (auto id = attribution.within; id != doc::kNone; id = reading.attributions[id].within) {
    via += (via.empty() ? "" : " < ") + std::string(reading.words(reading.attributions[id].source));
  }
  return line(reading.words(attribution.source), reading.words(attribution.cue),
              replaced(content, "\n\n", " ¶ "),
              attribution.mode == doc::AttributionMode::kDirect ? "direct" : "indirect", via);
}

struct Case {
  std::string text;
  Found wanted;
};

std::vector<Case> cases(const pack::Table& table) {
  std::vector<Case> out;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto cell = [&](std::string_view column) { return table.cell(row, column); };
    if (cell("text") != "=") out.push_back({replaced(std::string(cell("text")), " ¶ ", "\n\n"), {}});
    if (cell("content").empty()) continue;
    out.back().wanted.insert(line(cell("source"), cell("cue"), cell("content"), cell("mode"), cell("via")));
  }
  return out;
}

void check(const std::string& name) {
  auto language = reader::Language::load(kSource / "lang" / name, kSource / "codebook");
  ASSERT_TRUE(language.ok()) << language.error().what();
  reader::Reader reader(*language);
  const auto table = pack::Table::load(kSource / "tests/attribution" / ("cases_" + name + ".tsv"));
  ASSERT_TRUE(table.ok()) << table.error().what();
  const auto all = cases(*table);
  std::size_t right = 0;
  for (const auto& [text, wanted] : all) {
    doc::SourceText source;
    source.text = text, source.language = name, source.published = "2024-03-20",
    source.date = doc::Date{2024, 3, 20};
    const doc::Reading reading = reader.read(std::move(source));
    Found found;
    for (const auto& attribution : reading.attributions) found.insert(render(reading, attribution));
    right += found == wanted;
    if (found == wanted) continue;
    std::cout << text << "\n";
    for (const auto& each : wanted) std::cout << "  wanted: " << each << "\n";
    for (const auto& each : found) std::cout << "  found:  " << each << "\n";
  }
  EXPECT_GE(right * 10, all.size() * 9) << right << " of " << all.size();
}

TEST(AttributionCases, Danish) {
  check("da");
}
TEST(AttributionCases, English) {
  check("en");
}

}  // namespace
}  // namespace kilde
