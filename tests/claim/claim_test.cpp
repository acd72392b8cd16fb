// SPDX-License-Identifier: Apache-2.0
// Statements get the innermost attribution that covers them, and what its cue says of their status and
// certainty.
#include "claim/claim.h"

#include <gtest/gtest.h>

namespace kilde {
namespace {

doc::Attribution said(base::Span content, bool hypothetical = false,
                      doc::Certainty certainty = doc::Certainty::kCertain) {
  doc::Attribution attribution;
  attribution.content = {content};
  attribution.hypothetical = hypothetical;
  attribution.certainty = static_cast<std::uint8_t>(certainty);
  return attribution;
}

doc::EventMention act(base::Span trigger) {
  doc::EventMention event;
  event.trigger = trigger;
  return event;
}

TEST(Claim, TheLeastContentThatHoldsTheTriggerWins) {
  doc::Reading reading;
  reading.attributions = {said({0, 100}), said({40, 60}), said({70, 90})};
  reading.events = {act({45, 50}), act({10, 15}), act({120, 125})};
  claim::join(reading);
  ASSERT_EQ(reading.statements.size(), 3U);
  EXPECT_EQ(reading.statements[0].mention, 1U);  // in the order of the text
  EXPECT_EQ(reading.statements[0].attribution, 0U);
  EXPECT_EQ(reading.statements[1].attribution, 1U);
  EXPECT_EQ(reading.statements[2].attribution, doc::kNone);
}

TEST(Claim, OfEqualContentsTheInnerLinkOfTheChainWins) {
  doc::Reading reading;
  reading.attributions = {said({0, 50}), said({0, 50})};
  reading.attributions[1].within = 0;
  reading.events = {act({5, 9})};
  claim::join(reading);
  EXPECT_EQ(reading.statements.at(0).attribution, 1U);
}

TEST(Claim, FearMakesTheContentPossibleAndHypothetical) {
  doc::Reading reading;
  reading.attributions = {said({0, 50}, true, doc::Certainty::kPossible)};
  reading.events = {act({5, 9}), act({60, 65})};
  claim::join(reading);
  EXPECT_EQ(reading.statements.at(0).status, doc::Status::kHypothetical);
  EXPECT_EQ(reading.statements.at(0).certainty, doc::Certainty::kPossible);
  EXPECT_EQ(reading.statements.at(1).status, doc::Status::kHappened);
  EXPECT_EQ(reading.statements.at(1).certainty, doc::Certainty::kCertain);
}

TEST(Claim, ASourceMakesNothingSurerThanItsClause) {
  doc::Reading reading;
  reading.attributions = {said({0, 50})};
  reading.events = {act({5, 9})};
  reading.events[0].certainty = doc::Certainty::kPossible;
  claim::join(reading);
  EXPECT_EQ(reading.statements.at(0).certainty, doc::Certainty::kPossible);
}

}  // namespace
}  // namespace kilde
