// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace kilde::pack {
namespace {

namespace fs = std::filesystem;

class PackTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("kilde_pack_" + std::to_string(getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "lang/xx/rules");
    fs::create_directories(root_ / "codebook");
    write("lang/xx/words.tsv", "# own\nlemma\tclass\nbygge\tverb\nhus\t-\n");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& file, std::string_view content) { std::ofstream(root_ / file) << content; }
  base::Result<Pack> load() { return Pack::load(root_ / "lang/xx", root_ / "codebook"); }
  std::string faults() {
    std::vector<base::Error> found;
    Pack::check(root_ / "lang/xx", root_ / "codebook", found);
    std::string out;
    for (const auto& fault : found) out += fault.what() + "\n";
    for (std::size_t at; (at = out.find(root_.string() + "/")) != std::string::npos;) {
      out.erase(at, root_.string().size() + 1);
    }
    return out;
  }

  fs::path root_;
};

TEST_F(PackTest, LoadsTablesRulesAndPathsInTheOrderOfFileNames) {
  write("lang/xx/rules/b.toml", "[[rule]]\nid = \"event.b\"\ntrigger = \"lemma=b\"\nyes = [\"B.\"]\n");
  write("lang/xx/rules/a.toml", "[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=a\"\nyes = [\"A.\"]\n");
  write("lang/xx/paths.toml", "subject = [\"nsubj\"]\n");
  const auto pack = load();
  ASSERT_TRUE(pack.ok()) << pack.error().what();
  EXPECT_EQ(pack->language(), "xx");
  EXPECT_EQ(pack->table("words")->cell(1, "class"), "");
  ASSERT_EQ(pack->rules().size(), 2U);
  EXPECT_EQ(pack->rules()[0].id, "event.a");
  EXPECT_NE(pack->rule("event.b"), nullptr);
  EXPECT_EQ(pack->rule("event.c"), nullptr);
  EXPECT_EQ(pack->named_paths().size(), 1U);
}

TEST_F(PackTest, EveryFaultIsFound) {
  write("lang/xx/words.tsv", "lemma\tclass\nbygge\nhus\tnoun\tneuter\nby\tnoun\n");
  write("lang/xx/empty.tsv", "# nothing\n");
  write("codebook/bad.tsv", "id\nval\xFF\n");
  write("lang/xx/rules/a.toml",
        "[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=a\"\nyes = [\"A.\"]\n"
        "[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=b\"\nyes = [\"B.\"]\n");
  EXPECT_EQ(faults(),
            "lang/xx/empty.tsv: names no columns\n"
            "lang/xx/words.tsv:2: has 1 cells, the first line names 2 columns: bygge\n"
            "lang/xx/words.tsv:3: has 3 cells, the first line names 2 columns: hus\tnoun\tneuter\n"
            "codebook/bad.tsv:2: not valid UTF-8\n"
            "lang/xx/rules/a.toml:5: event.a stands already at lang/xx/rules/a.toml:1\n");
}

TEST_F(PackTest, LoadingStopsAndCountsTheFaults) {
  write("lang/xx/words.tsv", "lemma\tclass\nbygge\nhus\n");
  const auto pack = load();
  ASSERT_FALSE(pack.ok());
  EXPECT_THAT(pack.error().message, testing::EndsWith("(and 1 more)"));
  EXPECT_THAT(pack.error().place, testing::EndsWith("words.tsv:2"));
}

TEST_F(PackTest, AFolderThatIsNotThere) {
  const auto pack = Pack::load(root_ / "lang/yy", root_ / "codebook");
  ASSERT_FALSE(pack.ok());
  EXPECT_THAT(pack.error().message, testing::HasSubstr("cannot read the folder"));
}

}  // namespace
}  // namespace kilde::pack
