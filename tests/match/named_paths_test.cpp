// SPDX-License-Identifier: Apache-2.0
// The named paths that ship with the packs, on small trees as the treebanks draw them.
#include <fstream>
#include <sstream>

#include "support.h"

namespace kilde::match {
namespace {

// A case file: "== trigger | @path = expected forms | ..." above a tree.
struct Case {
  std::string language, trigger, tree, place;
  std::vector<std::pair<std::string, std::string>> expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.place << " " << c.trigger; }

std::string trim(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

Case begin_case(const std::string& language, const std::string& line, const std::string& place) {
  Case out{language, "", "", place, {}};
  std::istringstream parts(line.substr(2));
  for (std::string part; std::getline(parts, part, '|');) {
    if (const auto equals = part.find('='); equals == std::string::npos) {
      out.trigger = trim(part);
    } else {
      out.expected.emplace_back(trim(part.substr(0, equals)), trim(part.substr(equals + 1)));
    }
  }
  return out;
}

std::vector<Case> cases(const std::string& language) {
  std::vector<Case> out;
  std::ifstream in(source_dir() / "tests/match" / ("named_paths." + language + ".txt"));
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("==")) {
      out.push_back(begin_case(language, line, language + ":" + std::to_string(number)));
    } else if (!out.empty() && !line.starts_with("#")) {
      out.back().tree += line + "\n";
    }
  }
  return out;
}

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

INSTANTIATE_TEST_SUITE_P(Danish, NamedPathsTest, testing::ValuesIn(cases("da")));
INSTANTIATE_TEST_SUITE_P(English, NamedPathsTest, testing::ValuesIn(cases("en")));

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
