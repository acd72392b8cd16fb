// SPDX-License-Identifier: Apache-2.0
#include "match/path.h"

#include "support.h"

namespace kilde::match {
namespace {

// "The minister and the envoy from Oslo met Lind at the harbour on account of the storm , but did not sign ."
constexpr std::string_view kTree = R"(
1 The the DET _ _ 2 det
2 minister minister NOUN _ Number=Sing 8 nsubj
3 and and CCONJ _ _ 5 cc
4 the the DET _ _ 5 det
5 envoy envoy NOUN _ Number=Sing 2 conj
6 from from ADP _ _ 7 case
7 Oslo Oslo PROPN _ _ 5 nmod
8 met meet VERB _ Tense=Past|VerbForm=Fin 0 root
9 Lind Lind PROPN _ _ 8 obj
10 at at ADP _ _ 12 case
11 the the DET _ _ 12 det
12 harbour harbour NOUN _ _ 8 obl
13 on on ADP _ _ 17 case
14 account account NOUN _ _ 13 fixed
15 of of ADP _ _ 13 fixed
16 the the DET _ _ 17 det
17 storm storm NOUN _ _ 8 obl
18 , , PUNCT _ _ 22 punct
19 but but CCONJ _ _ 22 cc
20 did do AUX _ _ 22 aux
21 not not PART _ Polarity=Neg 22 advmod
22 sign sign VERB _ VerbForm=Inf 8 conj
23 . . PUNCT _ _ 8 punct
)";

struct Case {
  std::string from, path, ends;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.from << " " << c.path; }

pack::Pack small_pack() {
  pack::Pack pack;
  std::vector<pack::NamedPath> named;
  std::vector<base::Error> faults;
  pack::parse_named_paths("subject = [\"nsubj\", \"^conj/@subject\"]\n", "paths.toml", named, faults);
  EXPECT_TRUE(faults.empty());
  for (auto& one : named) pack.add_named_path(std::move(one));
  pack.add_table("cities", *pack::Table::parse("lemma\noslo\nturku\n", "cities.tsv"));
  return pack;
}

class PathTest : public testing::TestWithParam<Case> {};

TEST_P(PathTest, LeadsTo) {
  const doc::Reading reading = parsed(kTree);
  const Tree tree(reading);
  const pack::Pack pack = small_pack();
  Compiler compiler(pack);
  const auto path = compiler.path(GetParam().path, "here");
  ASSERT_TRUE(path.ok()) << path.error().what();
  std::vector<doc::TokenId> ends;
  const bool leads = path->follow(tree, token(reading, GetParam().from), ends);
  EXPECT_EQ(forms(reading, ends), GetParam().ends);
  EXPECT_EQ(leads, !GetParam().ends.empty());
  EXPECT_EQ(path->leads(tree, token(reading, GetParam().from)), leads);
}

INSTANTIATE_TEST_SUITE_P(Notation, PathTest, testing::Values(
    Case{"met", "nsubj", "minister envoy"},            // coordination fills too
    Case{"met", "nsubj.", "minister"},                 // unless the path is closed
    Case{"met", "nsubj/nmod", ""},
    Case{"met", "nsubj/conj/nmod(from)", "Oslo"},
    Case{"met", "nsubj/conj?/nmod", "Oslo"},
    Case{"met", "obj|obl.", "Lind harbour storm"},
    Case{"met", "obl(at)", "harbour"},
    Case{"met", "obl(on)", ""},                        // part of a longer case word
    Case{"met", "obl(on_account_of|at)", "harbour storm"},
    Case{"met", "iobj;obj", "Lind"},                   // first alternative that leads somewhere
    Case{"met", "obl[!lemma=storm]", "harbour"},
    Case{"met", "*[upos=PROPN]", "Lind"},
    Case{"met", "conj{!obj}", "sign"},
    Case{"Lind", "^obj", "met"},
    Case{"Lind", "^nsubj", ""},
    Case{"harbour", "^obl(at)/obj", "Lind"},
    Case{"sign", "@subject", "minister envoy"},
    Case{"sign", "@subject.", "minister"},
    Case{"sign", "{advmod[feat=Polarity=Neg]}/^conj", "met"},
    Case{"met", "[feat=Tense=Past]{obj}/nsubj.", "minister"},
    Case{"met", "[feat=Tense=Pres]/nsubj.", ""},
    Case{"envoy", "nmod[in=cities]", "Oslo"}));

struct BadCase {
  std::string path, message;
};
void PrintTo(const BadCase& c, std::ostream* out) { *out << c.path; }
class BadPathTest : public testing::TestWithParam<BadCase> {};

TEST_P(BadPathTest, SaysWhatIsWrong) {
  const pack::Pack pack = small_pack();
  Compiler compiler(pack);
  const auto path = compiler.path(GetParam().path, "rules.toml:7");
  ASSERT_FALSE(path.ok());
  EXPECT_EQ(path.error().place, "rules.toml:7");
  EXPECT_THAT(path.error().message, testing::HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(Notation, BadPathTest, testing::Values(
    BadCase{"", "empty"}, BadCase{"nsubj//obj", "empty step"}, BadCase{"subject", "no such relation: subject"},
    BadCase{"@nobody", "paths.toml has no nobody"}, BadCase{"obl(at", "brackets"}, BadCase{"obl()", "no case word"},
    BadCase{"obj[lema=x]", "unknown key lema"}, BadCase{"obj[upos=VRB]", "no such upos: VRB"},
    BadCase{"obj[feat=Tense]", "no such feat: Tense"}, BadCase{"obj[in=towns]", "no lexicon towns"},
    BadCase{"obj[entity=city]", "no such entity: city"}, BadCase{"obj[lemma]", "KEY=VALUE"},
    BadCase{"obj[lemma=a||b]", "KEY=VALUE"}, BadCase{"nsubj:foo", "no such relation"}, BadCase{"(at)", "relation"}, BadCase{"^", "after ^"}, BadCase{"obj|", "no such relation"},
    BadCase{"{{{{{{{{{{obj}}}}}}}}}}", "nested"}));

TEST(ReferentTest, RelativePronounStandsForItsNoun) {
  const doc::Reading reading = parsed(R"(
1 mændene mand NOUN _ _ 0 root
2 som som PRON _ PartType=Inf 3 nsubj
3 flygtede flygte VERB _ Tense=Past 1 acl:relcl
4 fra fra ADP _ _ 5 case
5 den den PRON _ Person=3 3 obl
)");
  const Tree tree(reading);
  EXPECT_EQ(referent(tree, token(reading, "som")), token(reading, "mændene"));
  EXPECT_EQ(referent(tree, token(reading, "den")), token(reading, "den"));
}

}  // namespace
}  // namespace kilde::match
