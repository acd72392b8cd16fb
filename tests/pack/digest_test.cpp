// SPDX-License-Identifier: Apache-2.0
#include "pack/digest.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace kilde::pack {
namespace {

TEST(Digest, ChangesWithAWordAndWithAFileNameOnly) {
  const auto folder = std::filesystem::temp_directory_path() / "kilde-digest-test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "rules");
  const auto write = [&](const char* name, const char* bytes) { std::ofstream(folder / name) << bytes; };
  write("words.tsv", "a\tb\n");
  write("rules/r.toml", "x = 1\n");
  const std::string first = digest({folder});
  EXPECT_EQ(first.size(), 16U);
  EXPECT_EQ(digest({folder}), first);
  write("notes.md", "not part of the pack's words");
  EXPECT_EQ(digest({folder}), first);
  write("rules/r.toml", "x = 2\n");
  const std::string second = digest({folder});
  EXPECT_NE(second, first);
  std::filesystem::rename(folder / "words.tsv", folder / "wards.tsv");
  EXPECT_NE(digest({folder}), second);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace kilde::pack
