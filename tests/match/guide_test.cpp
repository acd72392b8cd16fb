// SPDX-License-Identifier: Apache-2.0
// docs/rules.md leaves no class of words and no named path out. Its rules are run by tests/reader/check_test.cpp.
#include <fstream>
#include <sstream>

#include "support.h"

namespace kilde::match {
namespace {

std::string file(const std::filesystem::path& path) {
  std::ifstream in(source_dir() / path);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

TEST(GuideTest, NamesEveryClassAndNamedPathInUse) {
  const std::string guide = file("docs/rules.md");
  for (const std::string language : {"da", "en"}) {
    const pack::Pack pack = load_pack(language);
    for (const std::string name : {"modality", "anchor"}) {
      const pack::Table& table = *pack.table(name);
      for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string word(table.cell(row, "class"));
        EXPECT_THAT(guide, testing::HasSubstr("`" + word + "`")) << table.place(row);
      }
    }
    for (const auto& path : pack.named_paths()) EXPECT_THAT(guide, testing::HasSubstr("`@" + path.name + "`"));
  }
}

}  // namespace
}  // namespace kilde::match
