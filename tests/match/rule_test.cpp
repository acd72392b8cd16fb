// SPDX-License-Identifier: Apache-2.0
#include "match/rule.h"

#include "support.h"

namespace kilde::match {
namespace {

// "Envoys from Turku met Lind and Berg . No one met ."
constexpr std::string_view kTree = R"(
1 Envoys envoy NOUN _ Number=Plur 4 nsubj
2 from from ADP _ _ 3 case
3 Turku Turku PROPN _ _ 1 nmod
4 met meet VERB _ Tense=Past 0 root
5 Lind Lind PROPN _ _ 4 obj
6 and and CCONJ _ _ 7 cc
7 Berg Berg PROPN _ _ 5 conj
8 . . PUNCT _ _ 4 punct

1 Meetings meeting NOUN _ _ 2 nsubj
2 met meet VERB _ Tense=Past 0 root
3 approval approval NOUN _ _ 2 obj
)";

pack::Pack pack_with(std::string_view rules) {
  pack::Pack pack;
  std::vector<pack::Rule> parsed_rules;
  std::vector<base::Error> faults;
  pack::parse_rules(rules, "r.toml", parsed_rules, faults);
  EXPECT_TRUE(faults.empty()) << faults.front().what();
  for (auto& rule : parsed_rules) pack.add_rule(std::move(rule));
  pack.add_table("talks", *pack::Table::parse("lemma\nmeeting\nmeet\n", "talks.tsv"));
  return pack;
}

constexpr std::string_view kMeet = R"toml(
[[rule]]
id = "event.meet"
trigger = "lemma=meet upos=VERB"
where = ["!obj[lemma=approval]"]
roles.recipient = ["iobj", "obj"]
roles.actor = ["nsubj"]
roles.place = ["obl(in)"]
require = ["actor"]
set = { type = "CONSULT", vague = true }
yes = ["x"]
)toml";

TEST(RuleSetTest, FillsRolesAndKeepsSettings) {
  const doc::Reading reading = parsed(kTree);
  const Tree tree(reading);
  const auto rules = RuleSet::compile(pack_with(kMeet), "event");
  ASSERT_TRUE(rules.ok()) << rules.error().what();
  std::vector<Match> matches;
  rules->match(tree, matches);
  ASSERT_EQ(matches.size(), 1U);
  const Match& match = matches.front();
  EXPECT_EQ(match.trigger, token(reading, "met"));
  EXPECT_EQ(match.rule->id, "event.meet");
  EXPECT_EQ(match.setting("type"), "CONSULT");
  EXPECT_EQ(match.setting("vague"), "true");
  EXPECT_EQ(match.setting("mode"), "");
  const auto fillers = [&](std::string_view role) {
    const auto span = match.role(role);
    return forms(reading, {span.begin(), span.end()});
  };
  EXPECT_EQ(fillers("actor"), "Envoys");
  EXPECT_EQ(fillers("recipient"), "Lind Berg");
  EXPECT_EQ(fillers("place"), "");
  EXPECT_EQ(fillers("nobody"), "");
}

TEST(RuleSetTest, TakesOnlyTheRulesOfItsFinder) {
  const auto rules = RuleSet::compile(pack_with(kMeet), "figure");
  ASSERT_TRUE(rules.ok());
  EXPECT_EQ(rules->size(), 0U);
}

TEST(RuleSetTest, FindsTriggersByLexiconFormAndNoWordAtAll) {
  const doc::Reading reading = parsed(kTree);
  const Tree tree(reading);
  const auto pack = pack_with(R"(
[[rule]]
id = "event.generic"
trigger = "feat=Number=Plur"
yes = ["x"]
[[rule]]
id = "event.lexicon"
trigger = "in=talks"
yes = ["x"]
[[rule]]
id = "event.form"
trigger = "form=MET"
yes = ["x"]
)");
  const auto rules = RuleSet::compile(pack, "event");
  ASSERT_TRUE(rules.ok()) << rules.error().what();
  EXPECT_EQ(rules->generic_count(), 1U);
  std::vector<Match> matches;
  rules->match(tree, matches);
  std::string found;
  for (const Match& m : matches) found += m.rule->id.substr(6) + ":" + std::string(reading.form(m.trigger)) + " ";
  EXPECT_EQ(found, "generic:Envoys lexicon:met form:met lexicon:Meetings lexicon:met form:met ");
}

TEST(RuleSetTest, SaysWhichConditionFailed) {
  const doc::Reading reading = parsed(kTree);
  const Tree tree(reading);
  const auto rules = RuleSet::compile(pack_with(kMeet), "event");
  const Rule& rule = *rules->find("event.meet");
  EXPECT_EQ(first_failure(rule, tree, 3), "");
  EXPECT_EQ(first_failure(rule, tree, 0), "trigger: lemma=meet");
  EXPECT_EQ(first_failure(rule, tree, 9), "where: !obj[lemma=approval] leads somewhere");
}

TEST(RuleSetTest, ReportsEveryFaultWithItsLine) {
  const auto pack = pack_with(R"([[rule]]
id = "event.bad"
trigger = "lema=meet"
where = ["nsubj",
         "obj["]
roles.actr = ["nsubj"]
set = { typ = "X" }
yes = ["x"]
)");
  std::vector<base::Error> faults;
  const auto rules = RuleSet::check(pack, "event", {{"actor"}, {"type"}}, faults);
  EXPECT_EQ(rules.size(), 0U);
  std::string places;
  for (const auto& fault : faults) places += fault.place + " ";
  EXPECT_EQ(places, "r.toml:3 r.toml:5 r.toml:6 r.toml:1 ");
}

}  // namespace
}  // namespace kilde::match
