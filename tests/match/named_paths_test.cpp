// SPDX-License-Identifier: Apache-2.0
// The named paths that ship with the packs, on small trees as the treebanks draw them.
#include "cases.h"

namespace kilde::match {
namespace {

class NamedPathsTest : public testing::TestWithParam<Case> {};

TEST_P(NamedPathsTest, Lead) {
  const pack::Pack pack = load_pack(GetParam().language);
  Compiler compiler(pack);
  const doc::Reading reading = parsed(GetParam().tree);
  const Tree tree(reading);
  for (const auto& [notation, expected] : GetParam().expected) {
    const auto path = compiler.path(notation, "here");
    ASSERT_TRUE(path.ok()) << path.error().what();
    std::vector<doc::TokenId> ends;
    path->follow(tree, token(reading, GetParam().trigger), ends);
    EXPECT_EQ(forms(reading, ends), expected) << notation << "\n" << GetParam().tree;
  }
}

INSTANTIATE_TEST_SUITE_P(Danish, NamedPathsTest, testing::ValuesIn(load_cases("named_paths", "da")));
INSTANTIATE_TEST_SUITE_P(English, NamedPathsTest, testing::ValuesIn(load_cases("named_paths", "en")));

class PackPathsTest : public testing::TestWithParam<std::string> {};

TEST_P(PackPathsTest, Compile) {
  const pack::Pack pack = load_pack(GetParam());
  EXPECT_FALSE(pack.named_paths().empty());
  std::vector<base::Error> faults;
  Compiler(pack).check_named_paths(faults);
  for (const auto& fault : faults) ADD_FAILURE() << fault.what();
}

INSTANTIATE_TEST_SUITE_P(Packs, PackPathsTest, testing::Values("da", "en"));

}  // namespace
}  // namespace kilde::match
