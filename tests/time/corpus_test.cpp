// SPDX-License-Identifier: Apache-2.0
// Reads the sentences of da.tsv and en.tsv and compares the values of their times; and reads the example of every rule.
#include <gtest/gtest.h>

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

kilde::doc::Reading read(const std::string& pack, std::string_view text, std::string_view published) {
  kilde::doc::SourceText source;
  source.language = pack;
  source.text = text;
  if (published.size() == 10) {
    source.date = kilde::doc::Date{std::stoi(std::string(published.substr(0, 4))),
                                   std::stoi(std::string(published.substr(5, 2))),
                                   std::stoi(std::string(published.substr(8, 2)))};
  }
  return kilde::reader::Reader(language(pack)).read(std::move(source));
}

class TimeCorpus : public testing::TestWithParam<std::string> {};

TEST_P(TimeCorpus, GivesTheExpectedValues) {
  auto table = Table::load(kRoot / "tests" / "time" / (GetParam() + ".tsv"));
  ASSERT_TRUE(table) << table.error().what();
  std::string wrong;
  for (std::size_t row = 0; row < table->size(); ++row) {
    const auto reading = read(GetParam(), table->cell(row, "text"), table->cell(row, "published"));
    std::string values;
    for (const auto& time : reading.times) values += (values.empty() ? "" : " | ") + time.value;
    if (values == table->cell(row, "values")) continue;
    wrong += table->place(row) + ": " + std::string(table->cell(row, "text")) + "\n    gives " + values +
             ", should give " + std::string(table->cell(row, "values")) + "\n";
  }
  EXPECT_EQ(wrong, "");
}

TEST_P(TimeCorpus, EveryRuleFiresOnItsExample) {
  auto table = Table::load(kRoot / "lang" / GetParam() / "time_rules.tsv");
  ASSERT_TRUE(table) << table.error().what();
  std::string wrong;
  for (std::size_t row = 0; row < table->size(); ++row) {
    if (table->cell(row, "op").empty()) continue;  // a part of other patterns
    const auto reading = read(GetParam(), table->cell(row, "example"), "2024-03-20");
    std::string rules;
    for (const auto& time : reading.times) rules += time.rule + " ";
    const bool fired = (rules + " ").find(std::string(table->cell(row, "id")) + " ") != std::string::npos;
    if (fired == (table->cell(row, "op") != "none")) continue;
    wrong += table->place(row) + ": " + std::string(table->cell(row, "id")) + ", fired " + rules + "\n";
  }
  EXPECT_EQ(wrong, "");
}

INSTANTIATE_TEST_SUITE_P(Languages, TimeCorpus, testing::Values("da", "en"),
                         [](const auto& test) { return test.param; });

}  // namespace
