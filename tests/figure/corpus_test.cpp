// SPDX-License-Identifier: Apache-2.0
// Reads the sentences of da.tsv and en.tsv and compares their figures.
#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "pack/table.h"
#include "reader/reader.h"

namespace {

using kilde::pack::Table;

const std::filesystem::path kRoot = KILDE_SOURCE_DIR;

const kilde::reader::Language& language(const std::string& name) {
  static std::map<std::string, kilde::reader::Language> loaded;
  const auto found = loaded.find(name);
  if (found != loaded.end()) return found->second;
  auto language = kilde::reader::Language::load(kRoot / "lang" / name, kRoot / "codebook");
  if (!language) throw std::runtime_error(language.error().what());
  return loaded.emplace(name, std::move(*language)).first->second;
}

std::string print(double value) {
  std::array<char, 32> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr};
}

constexpr std::array<std::string_view, 12> kBounds = {"",      " about",  " almost", " over",     " at_least",  " up_to",
                                                      " range", " dozens", " scores", " hundreds", " thousands", " millions"};

std::string print(const kilde::doc::FigureMention& figure) {
  std::string out = figure.measure + " ";
  if (figure.value) out += print(*figure.value);
  else if (figure.high) out += print(*figure.low) + "-" + print(*figure.high);
  else if (figure.low) out += "~" + print(*figure.low);
  return out + (figure.unit.empty() ? "" : " " + figure.unit) + std::string(kBounds[static_cast<std::size_t>(figure.bound)]);
}

class FigureCorpus : public testing::TestWithParam<std::string> {};

TEST_P(FigureCorpus, FindsTheExpectedFigures) {
  auto table = Table::load(kRoot / "tests" / "figure" / (GetParam() + ".tsv"));
  ASSERT_TRUE(table) << table.error().what();
  kilde::reader::Reader reader(language(GetParam()));
  std::string wrong;
  for (std::size_t row = 0; row < table->size(); ++row) {
    kilde::doc::SourceText source;
    source.language = GetParam();
    source.text = table->cell(row, "text");
    source.date = kilde::doc::Date{2024, 3, 20};
    const auto reading = reader.read(std::move(source));
    std::string figures;
    for (const auto& figure : reading.figures) figures += (figures.empty() ? "" : " | ") + print(figure);
    if (figures == table->cell(row, "figures")) continue;
    wrong += table->place(row) + ": " + std::string(table->cell(row, "text")) + "\n    gives " + figures +
             ", should give " + std::string(table->cell(row, "figures")) + "\n";
  }
  EXPECT_EQ(wrong, "");
}

INSTANTIATE_TEST_SUITE_P(Languages, FigureCorpus, testing::Values("da", "en"),
                         [](const auto& test) { return test.param; });

}  // namespace
