// SPDX-License-Identifier: Apache-2.0
#include "pack/rule_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kilde::pack {
namespace {

TEST(RuleFileTest, KeepsTheOrderOfRoles) {
  std::vector<Rule> rules;
  std::vector<base::Error> faults;
  parse_rules(R"([[rule]]
id = "event.a.b"
trigger = "lemma=x"
where = ["obj"]
roles.zeta = ["nsubj",
              "obl"]
roles.alpha = ["obj"]
require = ["zeta"]
set = { type = "X", flag = false }
yes = ["One."]
no = ["Two.", "Three."]
)", "f.toml", rules, faults);
  ASSERT_TRUE(faults.empty()) << faults.front().what();
  ASSERT_EQ(rules.size(), 1U);
  const Rule& rule = rules.front();
  EXPECT_EQ(rule.finder(), "event");
  EXPECT_EQ(rule.place(), "f.toml:1");
  EXPECT_EQ(rule.trigger.line, 3);
  ASSERT_EQ(rule.roles.size(), 2U);
  EXPECT_EQ(rule.roles[0].name, "zeta");
  EXPECT_EQ(rule.roles[0].paths[1].line, 6);
  EXPECT_EQ(rule.set.at("flag"), "false");
  EXPECT_EQ(rule.no.size(), 2U);
}

struct Bad {
  std::string toml, place, message;
};
void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.message; }
class BadRuleTest : public testing::TestWithParam<Bad> {};

TEST_P(BadRuleTest, SaysWhereAndWhat) {
  std::vector<Rule> rules;
  std::vector<base::Error> faults;
  parse_rules(GetParam().toml, "f.toml", rules, faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().place, GetParam().place);
  EXPECT_THAT(faults.front().message, testing::HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(Faults, BadRuleTest, testing::Values(
    Bad{"[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=x\"\n", "f.toml:1", "no yes example"},
    Bad{"[[rule]]\nid = \"event.a\"\nyes = [\"X.\"]\n", "f.toml:1", "no trigger"},
    Bad{"[[rule]]\nid = \"a\"\ntrigger = \"lemma=x\"\nyes = [\"X.\"]\n", "f.toml:1", "FINDER.NAME"},
    Bad{"[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=x\"\nyes = \"X.\"\n", "f.toml:4", "yes takes a list"},
    Bad{"[[rule]]\nid = \"event.a\"\ntrigger = 7\nyes = [\"X.\"]\n", "f.toml:3", "trigger takes a text"},
    Bad{"[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=x\"\nyess = []\nyes = [\"X.\"]\n", "f.toml:4", "unknown key yess"},
    Bad{"[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=x\"\nrequire = [\"actor\"]\nyes = [\"X.\"]\n", "f.toml:4",
        "none of its roles"},
    Bad{"[[rule]]\nid = \"event.a\"\ntrigger = \"lemma=x\"\nroles = [\"nsubj\"]\nyes = [\"X.\"]\n", "f.toml:4", "roles takes"},
    Bad{"[[rules]]\nid = \"event.a\"\n", "f.toml:1", "blocks only"},
    Bad{"[[rule]]\nid = event.a\n", "f.toml:2", ""},
    Bad{"# æ\n[[rule]]\nid = 'æ'\nyes = [\"å\\\"ø\", \"\"\"ø\n\"ø\"\"\"\"]\nå = 1\n", "f.toml:6", "outside quotation marks"},
    Bad{"[[rule]]\nid = \"event.a\nå\n", "f.toml:3", "outside quotation marks"}));

TEST(NamedPathTest, Reads) {
  std::vector<NamedPath> paths;
  std::vector<base::Error> faults;
  parse_named_paths("# who acts\nsubject = [\"nsubj\",\n \"^conj/@subject\"]\nobject = \"obj\"\n", "paths.toml", paths,
                    faults);
  ASSERT_EQ(paths.size(), 2U);
  EXPECT_EQ(paths[0].name, "subject");
  EXPECT_EQ(paths[0].paths[1].line, 3);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].place, "paths.toml:4");
}

}  // namespace
}  // namespace kilde::pack
