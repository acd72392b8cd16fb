// SPDX-License-Identifier: Apache-2.0
// The tables of what kilde knows are complete and free of contradictions, and are found as they should.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "find/entity/knowledge.h"
#include "pack/table.h"

namespace kilde::find {
namespace {

const std::filesystem::path kRoot = KILDE_SOURCE_DIR;

pack::Table table(const std::string& path) {
  auto loaded = pack::Table::load(kRoot / path);
  if (!loaded) throw std::runtime_error(loaded.error().what());
  return std::move(loaded).value();
}

const Knowledge& knowledge(const std::string& language) {
  static std::map<std::string, Knowledge> loaded;
  if (const auto found = loaded.find(language); found != loaded.end()) return found->second;
  auto pack = pack::Pack::load(kRoot / "lang" / language, kRoot / "codebook");
  if (!pack) throw std::runtime_error(pack.error().what());
  auto made = Knowledge::load(*pack);
  if (!made) throw std::runtime_error(made.error().what());
  return loaded.emplace(language, std::move(*made)).first->second;
}

class Countries : public testing::TestWithParam<std::string> {};

TEST_P(Countries, EveryStateHasNameAndCapital) {
  const auto shared = table("codebook/countries.tsv");
  const auto own = table("lang/" + GetParam() + "/countries.tsv");
  std::map<std::string_view, std::size_t> row_of;
  for (std::size_t r = 0; r < own.size(); ++r) EXPECT_TRUE(row_of.emplace(own.cell(r, "id"), r).second) << own.place(r);
  std::size_t states = 0;
  for (std::size_t r = 0; r < shared.size(); ++r) {
    const auto at = row_of.find(shared.cell(r, "id"));
    ASSERT_NE(at, row_of.end()) << shared.place(r);
    EXPECT_NE(own.cell(at->second, "names"), "") << own.place(at->second);
    if (shared.cell(r, "kind") != "state") continue;
    ++states;
    EXPECT_EQ(shared.cell(r, "code").size(), 2U) << shared.place(r);
    EXPECT_NE(own.cell(at->second, "capital"), "") << own.place(at->second);
  }
  EXPECT_GE(states, 195U);
  EXPECT_EQ(row_of.size(), shared.size());
}

TEST_P(Countries, NoNameStandsForTwo) {
  const auto own = table("lang/" + GetParam() + "/countries.tsv");
  std::map<std::string_view, std::string> seen;
  for (const char* column : {"names", "adjectives", "people"}) {
    for (std::size_t r = 0; r < own.size(); ++r) {
      for (const auto name : pack::split(own.cell(r, column))) {
        const auto [at, fresh] = seen.emplace(name, own.cell(r, "id"));
        EXPECT_EQ(at->second, own.cell(r, "id")) << own.place(r) << " " << name;
      }
    }
  }
  EXPECT_GT(seen.size(), 600U);
}

INSTANTIATE_TEST_SUITE_P(Languages, Countries, testing::Values("da", "en"), [](const auto& test) { return test.param; });

TEST(Organizations, NoFullNameStandsForTwo) {
  const auto all = table("codebook/organizations.tsv");
  std::map<std::string, std::string> seen;
  std::set<std::string_view> ids;
  for (std::size_t r = 0; r < all.size(); ++r) {
    EXPECT_TRUE(ids.insert(all.cell(r, "id")).second) << all.place(r);
    for (const char* column : {"any", "da", "en"}) {
      for (const auto name : pack::split(all.cell(r, column))) {
        const auto [at, fresh] = seen.emplace(name, all.cell(r, "id"));
        EXPECT_EQ(at->second, all.cell(r, "id")) << all.place(r) << " " << name;
      }
    }
  }
}

// Rows in the order that SortedFile needs, each with as many cells as there are columns.
void expect_sorted(const std::string& path) {
  std::ifstream in(kRoot / path);
  std::string line, before;
  std::size_t columns = 0, rows = 0;
  while (std::getline(in, line)) {
    if (line.starts_with('#')) continue;
    const auto cells = pack::split(line, '\t');
    if (columns == 0) {
      columns = cells.size();
      continue;
    }
    ASSERT_EQ(cells.size(), columns) << line;
    ASSERT_LE(before, std::string(cells[0])) << line;
    before = cells[0];
    ++rows;
  }
  EXPECT_GT(rows, 10000U) << path;
}

TEST(SortedFile, ListsAreSorted) {
  expect_sorted("codebook/gazetteer/places.tsv");
  expect_sorted("codebook/gazetteer/first_names.tsv");
}

TEST(SortedFile, FindsEveryKeyAndNoOther) {
  const auto path = std::filesystem::temp_directory_path() / "kilde_sorted_file_test.tsv";
  std::ofstream(path) << "# comment\nname\tvalue\nAb\t1\nAb\t2\nAbe\t3\nB\t4\nÅ\t5\n";
  const auto file = SortedFile::load(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->rows("Ab").size(), 2U);
  EXPECT_EQ(file->rows("Abe").at(0).at(1), "3");
  EXPECT_EQ(file->rows("B").at(0).at(1), "4");
  EXPECT_EQ(file->rows("Å").at(0).at(1), "5");
  for (const char* absent : {"", "A", "Aba", "Abf", "C", "Z", "Åa"}) EXPECT_FALSE(file->has(absent)) << absent;
  std::filesystem::remove(path);
}

TEST(SortedFile, NamesTheFileItCannotRead) {
  const auto file = SortedFile::load("no/such/list.tsv");
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().what().find("no/such/list.tsv"), std::string::npos);
}

TEST(Knowledge, KnowsTownsByTheirDanishAndEnglishNames) {
  for (const char* name : {"København", "Copenhagen", "Hamborg", "Göteborg", "Warszawa", "Warsaw", "Nuuk"}) {
    EXPECT_FALSE(knowledge("da").places(name).empty()) << name;
  }
  EXPECT_EQ(knowledge("da").places("Hamborg").front().country, "DE");
  EXPECT_TRUE(knowledge("da").places("Vejrhøjby Nedre").empty());
}

TEST(Knowledge, RolesByDefiniteFormsAndCompounds) {
  const auto& da = knowledge("da");
  EXPECT_EQ(da.role("ministeren")->cls, "state");
  EXPECT_EQ(da.role("kirkeminister")->cls, "state");
  EXPECT_EQ(da.role("talskvinden")->gender, 'f');
  EXPECT_EQ(da.role("bord"), nullptr);
  EXPECT_EQ(knowledge("en").role("spokeswoman")->gender, 'f');
  EXPECT_EQ(knowledge("en").role("human"), nullptr);
}

TEST(Knowledge, TakesOffWrittenGenitives) {
  EXPECT_EQ(knowledge("da").without_genitive("Israels"), "Israel");
  EXPECT_EQ(knowledge("da").without_genitive("FN's"), "FN");
  EXPECT_EQ(knowledge("da").without_genitive("Oslo"), "");
}

TEST(Knowledge, NamesAreFoundInAllTheirForms) {
  const auto code = [](const char* language, const char* form) {
    const auto& all = knowledge(language).namings(form);
    return all.empty() ? std::string("none") : knowledge(language).subject(all.front().subject).country;
  };
  EXPECT_EQ(code("da", "hviderussisk"), "BY");
  EXPECT_EQ(code("da", "belarusiske"), "BY");
  EXPECT_EQ(code("da", "palæstinenserne"), "PS");
  EXPECT_EQ(code("da", "nederlandsk"), "NL");
  EXPECT_EQ(code("da", "filippinske"), "PH");
  EXPECT_EQ(code("en", "Dutch"), "NL");
  EXPECT_EQ(code("en", "Swedes"), "SE");
}

}  // namespace
}  // namespace kilde::find
