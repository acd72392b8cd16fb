// SPDX-License-Identifier: Apache-2.0
#include "match/anchor.h"

#include "support.h"

namespace kilde::match {
namespace {

const Anchor& english() {
  static const Anchor anchor = [] {
    auto made = Anchor::make(load_pack("en"));
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.error().what());
    return std::move(*made);
  }();
  return anchor;
}

std::string dated(const doc::Reading& reading, std::string_view trigger) {
  const Tree tree(reading);
  const doc::TimeId time = english().time(tree, token(reading, trigger));
  return time == doc::kNone ? "" : std::string(reading.words(reading.times[time].span));
}

std::string placed(const doc::Reading& reading, std::string_view trigger) {
  const Tree tree(reading);
  std::string out;
  for (const doc::EntityId e : english().places(tree, token(reading, trigger))) {
    out += (out.empty() ? "" : " ") + reading.entities[e].name;
  }
  return out;
}

// "LUND , March 3 - Guards said Friday that thieves robbed a bank in Visby , Gotland , on Monday and fled ."
constexpr std::string_view kRobbery = R"(
1 LUND Lund PROPN _ _ 6 dep
2 , , PUNCT _ _ 1 punct
3 March March PROPN _ _ 1 appos
4 3 3 NUM _ _ 3 nummod
5 - - PUNCT _ _ 1 punct
6 Guards guard NOUN _ _ 7 nsubj
7 said say VERB _ Tense=Past|VerbForm=Fin 0 root
8 Friday Friday PROPN _ _ 7 obl:unmarked
9 that that SCONJ _ _ 11 mark
10 thieves thief NOUN _ _ 11 nsubj
11 robbed rob VERB _ Tense=Past|VerbForm=Fin 7 ccomp
12 a a DET _ _ 13 det
13 bank bank NOUN _ _ 11 obj
14 in in ADP _ _ 16 case
15 the the DET _ _ 16 det
16 town town NOUN _ _ 13 nmod
17 Visby Visby PROPN _ _ 16 appos
18 on on ADP _ _ 19 case
19 Monday Monday PROPN _ _ 11 obl
20 and and CCONJ _ _ 21 cc
21 fled flee VERB _ Tense=Past|VerbForm=Fin 11 conj
22 . . PUNCT _ _ 7 punct
)";

doc::Reading robbery() {
  doc::Reading reading = parsed(kRobbery);
  add_time(reading, "March 3", {2025, 3, 3});
  add_time(reading, "Friday", {2025, 2, 28});
  add_time(reading, "Monday", {2025, 2, 24});
  add_entity(reading, "LUND", doc::EntityKind::kPlace);
  add_entity(reading, "Visby", doc::EntityKind::kPlace);
  return reading;
}

TEST(AnchorTest, EachClauseHasItsOwnDay) {
  const doc::Reading reading = robbery();
  EXPECT_EQ(dated(reading, "said"), "Friday");
  EXPECT_EQ(dated(reading, "robbed"), "Monday");
  EXPECT_EQ(dated(reading, "fled"), "Monday");  // carries on the clause that is dated
}

TEST(AnchorTest, PlacesOfTheActAndOfItsArguments) {
  const doc::Reading reading = robbery();
  EXPECT_EQ(placed(reading, "robbed"), "Visby");  // the name set beside "the town"
  EXPECT_EQ(placed(reading, "fled"), "Visby");
  EXPECT_EQ(placed(reading, "said"), "");
}

// "Since Monday guards in Lund have searched the wood , where a plane crashed on Sunday ."
constexpr std::string_view kSearch = R"(
1 Since since ADP _ _ 2 case
2 Monday Monday PROPN _ _ 7 obl
3 guards guard NOUN _ _ 7 nsubj
4 in in ADP _ _ 5 case
5 Lund Lund PROPN _ _ 3 nmod
6 have have AUX _ Tense=Pres|VerbForm=Fin 7 aux
7 searched search VERB _ Tense=Past|VerbForm=Part 0 root
8 the the DET _ _ 9 det
9 wood wood NOUN _ _ 7 obj
10 , , PUNCT _ _ 14 punct
11 where where ADV _ _ 14 advmod
12 a a DET _ _ 13 det
13 plane plane NOUN _ _ 14 nsubj
14 crashed crash VERB _ Tense=Past|VerbForm=Fin 9 acl:relcl
15 on on ADP _ _ 16 case
16 Sunday Sunday PROPN _ _ 14 obl
17 . . PUNCT _ _ 7 punct

1 Here here ADV _ _ 4 advmod
2 no no DET _ _ 3 det
3 one one PRON _ _ 4 nsubj
4 died die VERB _ Tense=Past|VerbForm=Fin 0 root
5 . . PUNCT _ _ 4 punct
)";

TEST(AnchorTest, LimitsAndOtherClausesDoNotDate) {
  doc::Reading reading = parsed(kSearch);
  add_time(reading, "Monday", {2025, 2, 24});
  add_time(reading, "Sunday", {2025, 2, 23});
  EXPECT_EQ(dated(reading, "searched"), "");
  EXPECT_EQ(dated(reading, "crashed"), "Sunday");
}

TEST(AnchorTest, DurationsDoNotDate) {
  doc::Reading reading = parsed(kSearch);
  add_time(reading, "Sunday", {2025, 2, 23}, doc::TimeKind::kDuration);
  EXPECT_EQ(dated(reading, "crashed"), "");
}

TEST(AnchorTest, RelativeAdverbsAndHereStandForPlaces) {
  doc::Reading reading = parsed(kSearch);
  add_entity(reading, "Lund", doc::EntityKind::kPlace);
  add_entity(reading, "wood", doc::EntityKind::kPlace);
  EXPECT_EQ(placed(reading, "crashed"), "wood");
  EXPECT_EQ(placed(reading, "searched"), "");  // where the guards come from
  EXPECT_EQ(placed(reading, "died"), "wood");
}

TEST(AnchorTest, WhatAnActIsAboutLiesElsewhere) {
  doc::Reading reading = parsed(R"(
1 Norland Norland PROPN _ _ 2 nsubj
2 expelled expel VERB _ Tense=Past|VerbForm=Fin 0 root
3 envoys envoy NOUN _ _ 2 obj
4 over over ADP _ _ 6 case
5 a a DET _ _ 6 det
6 murder murder NOUN _ _ 3 nmod
7 in in ADP _ _ 8 case
8 Lund Lund PROPN _ _ 6 nmod
)");
  add_entity(reading, "Lund", doc::EntityKind::kPlace);
  EXPECT_EQ(placed(reading, "expelled"), "");
  EXPECT_EQ(placed(reading, "murder"), "Lund");
}

TEST(AnchorTest, PlansAreDatedByWhatTheyArePlannedFor) {
  doc::Reading reading = parsed(R"(
1 A a DET _ _ 2 det
2 march march NOUN _ _ 4 nsubj:pass
3 is be AUX _ _ 4 aux:pass
4 planned plan VERB _ VerbForm=Part 0 root
5 for for ADP _ _ 6 case
6 Monday Monday PROPN _ _ 4 obl

1 Lind Lind PROPN _ _ 2 nsubj
2 announced announce VERB _ Tense=Past|VerbForm=Fin 0 root
3 a a DET _ _ 4 det
4 strike strike NOUN _ _ 2 obj
5 there there ADV _ _ 2 advmod
6 on on ADP _ _ 7 case
7 Friday Friday PROPN _ _ 2 obl
)");
  add_time(reading, "Monday", {2025, 3, 17});
  add_time(reading, "Friday", {2025, 3, 14});
  EXPECT_EQ(dated(reading, "march"), "Monday");
  EXPECT_EQ(dated(reading, "announced"), "Friday");
  EXPECT_EQ(dated(reading, "strike"), "");
}

// A root noun and what is coordinated with it have no verb above them.
TEST(AnchorTest, HeadlinesWithoutAVerb) {
  doc::Reading reading = parsed(R"(
1 Strikes strike NOUN _ _ 0 root
2 and and CCONJ _ _ 3 cc
3 riots riot NOUN _ _ 1 conj
4 in in ADP _ _ 5 case
5 Lund Lund PROPN _ _ 3 nmod
6 on on ADP _ _ 7 case
7 Monday Monday PROPN _ _ 1 nmod
)");
  add_time(reading, "Monday", {2025, 2, 24});
  add_entity(reading, "Lund", doc::EntityKind::kPlace);
  EXPECT_EQ(dated(reading, "Strikes"), "Monday");
  EXPECT_EQ(dated(reading, "riots"), "Monday");
  EXPECT_EQ(placed(reading, "riots"), "Lund");
}

TEST(AnchorTest, WhereAMotionEndsTheNextActBegins) {
  doc::Reading reading = parsed(R"(
1 Lind Lind PROPN _ _ 2 nsubj
2 flew fly VERB _ Tense=Past|VerbForm=Fin 0 root
3 to to ADP _ _ 4 case
4 Lund Lund PROPN _ _ 2 obl
5 and and CCONJ _ _ 6 cc
6 met meet VERB _ Tense=Past|VerbForm=Fin 2 conj
7 Berg Berg PROPN _ _ 6 obj
)");
  add_entity(reading, "Lund", doc::EntityKind::kPlace);
  EXPECT_EQ(placed(reading, "met"), "Lund");
  EXPECT_EQ(placed(reading, "flew"), "");
}

// "Monday 's talks in Lund bored Berg ."
TEST(AnchorTest, NounsAreDatedByTheirOwnWords) {
  doc::Reading reading = parsed(R"(
1 Monday Monday PROPN _ _ 3 nmod:poss
2 's 's PART _ _ 1 case
3 talks talk NOUN _ _ 6 nsubj
4 in in ADP _ _ 5 case
5 Lund Lund PROPN _ _ 3 nmod
6 bored bore VERB _ Tense=Past|VerbForm=Fin 0 root
7 Berg Berg PROPN _ _ 6 obj
)");
  add_time(reading, "Monday", {2025, 2, 24});
  add_entity(reading, "Lund", doc::EntityKind::kPlace);
  EXPECT_EQ(dated(reading, "talks"), "Monday");
  EXPECT_EQ(placed(reading, "talks"), "Lund");
}

}  // namespace
}  // namespace kilde::match
