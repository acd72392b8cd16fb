// SPDX-License-Identifier: Apache-2.0
// The codebook holds the whole PLOVER ontology as the specification beside the repository tells it.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "find/event/event.h"
#include "pack/pack.h"
#include "pack/table.h"

namespace kilde {
namespace {

const std::filesystem::path kSource = KILDE_SOURCE_DIR;

pack::Table codebook() { return *pack::Table::load(kSource / "codebook/events.tsv"); }

using Key = std::pair<std::string, std::string>;  // type, mode

std::map<Key, std::pair<std::string, std::string>> rows(const pack::Table& table, std::string_view quad) {
  std::map<Key, std::pair<std::string, std::string>> out;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string type(table.cell(row, "type"));
    if (type == "(none)" || type == "CONTEXT" || type == "AUXILIARY") continue;
    out[{type, std::string(table.cell(row, "mode"))}] = {std::string(table.cell(row, quad)), std::string(table.cell(row, "score"))};
  }
  return out;
}

TEST(EventCodebook, HoldsEveryTypeAndModeOfTheSpecificationWithQuadAndScore) {
  const auto file = kSource / "../shared/spec/plover.tsv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no shared/spec/plover.tsv beside the repository";
  const auto specification = pack::Table::load(file);
  ASSERT_TRUE(specification.ok()) << specification.error().what();
  EXPECT_EQ(rows(codebook(), "quad"), rows(*specification, "quad_number"));
}

TEST(EventCodebook, NamesSixteenTypesInBothLanguages) {
  const pack::Table table = codebook();
  std::set<std::string_view> types, labels;
  for (std::size_t row = 0; row < table.size(); ++row) {
    types.insert(table.cell(row, "type"));
    for (const auto column : {"label_da", "label_en", "meaning"}) EXPECT_NE(table.cell(row, column), "") << table.place(row);
    EXPECT_TRUE(labels.insert(table.cell(row, "label_da")).second) << table.place(row) << ": label used twice";
  }
  EXPECT_EQ(types.size(), 16U);
}

TEST(EventCodebook, GivesEachCameoCodeToOneRow) {
  const pack::Table table = codebook();
  std::set<std::string_view> codes;
  for (std::size_t row = 0; row < table.size(); ++row) {
    for (const auto code : pack::split(table.cell(row, "cameo"))) {
      EXPECT_TRUE(codes.insert(code).second) << table.place(row) << ": " << code << " stands twice";
    }
  }
  EXPECT_EQ(std::count_if(codes.begin(), codes.end(), [](auto code) { return code.size() == 2; }), 19);  // 02-20
}

TEST(EventTriggers, CompileInEachLanguage) {
  for (const std::string language : {"da", "en"}) {
    const auto pack = pack::Pack::load(kSource / "lang" / language, kSource / "codebook");
    ASSERT_TRUE(pack.ok()) << pack.error().what();
    const auto finder = find::EventFinder::make(*pack);
    EXPECT_TRUE(finder.ok()) << finder.error().what();
  }
}

TEST(EventTriggers, EveryTypeHasWordsInEachLanguage) {
  for (const std::string language : {"da", "en"}) {
    const auto table = pack::Table::load(kSource / "lang" / language / "event_triggers.tsv");
    ASSERT_TRUE(table.ok()) << table.error().what();
    std::map<std::string_view, int> rows;
    for (std::size_t row = 0; row < table->size(); ++row) ++rows[table->cell(row, "type")];
    EXPECT_EQ(rows.size(), 16U) << language;
  }
}

}  // namespace
}  // namespace kilde
