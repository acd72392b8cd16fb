// SPDX-License-Identifier: Apache-2.0
// Faults in the tables of a pack are said with file and line.
#include "pack/pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "token/tokenizer.h"

namespace kilde::token {
namespace {

// What making a tokenizer says of a pack that holds one table.
std::string fault_of(const std::string& table, const std::string& content) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "kilde_token_pack" / "xx";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / (table + ".tsv")) << content;
  const auto pack = pack::Pack::load(folder, folder);
  if (!pack) return pack.error().what();
  const auto made = Tokenizer::make(*pack);
  if (made) return "";
  const std::string place = made.error().place;
  return place.substr(place.rfind('/') + 1) + ": " + made.error().message;
}

TEST(TokenTables, FaultsHaveFileAndLine) {
  EXPECT_EQ(fault_of("abbreviations", "form\tkind\nca.\tinside\n"), "");
  EXPECT_EQ(fault_of("abbreviations", "form\tkind\nca.\tsometimes\n"),
            "abbreviations.tsv:2: unknown kind: sometimes");
  EXPECT_EQ(fault_of("abbreviations", "form\tkind\n# x\nca\tinside\n"),
            "abbreviations.tsv:3: an abbreviation ends with its full stop: ca");
  EXPECT_EQ(fault_of("tokens", "kind\tform\tparts\nwhole\tcannot\tcan|no\n"),
            "tokens.tsv:2: the parts do not make up the word: canno");
  EXPECT_EQ(fault_of("tokens", "kind\tform\tparts\noption\tsplit_hyphen\tmaybe\n"),
            "tokens.tsv:2: unknown kind or option: option split_hyphen");
  EXPECT_EQ(fault_of("boundary", "feature\tweight\nbias\t0.5x\n"), "boundary.tsv:2: not a weight: 0.5x");
}

}  // namespace
}  // namespace kilde::token
