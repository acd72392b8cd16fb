// SPDX-License-Identifier: Apache-2.0
// The tree decoder against trying every tree of small sentences.
#include "syntax/decode.h"

#include <gtest/gtest.h>

#include <random>

namespace kilde::syntax {
namespace {

bool is_tree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  for (std::size_t start = 1; start <= heads.size(); ++start) {
    std::size_t node = start;
    std::size_t steps = 0;
    while (node != 0 && steps <= heads.size()) node = static_cast<std::size_t>(heads[node - 1]), ++steps;
    if (node != 0) return false;
  }
  return true;
}

float total(const ArcScores& scores, const std::vector<int>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores.at(static_cast<int>(i) + 1, heads[i]);
  return sum;
}

float best_by_trying(const ArcScores& scores) {
  const auto n = static_cast<std::size_t>(scores.tokens());
  std::vector<int> heads(n, 0);
  float best = -1e30F;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t at = 0;
    while (at < n && heads[at] == scores.tokens()) heads[at++] = 0;
    if (at == n) return best;
    ++heads[at];
  }
}

TEST(BestTree, EqualsTheBestOfAllTrees) {
  std::mt19937 random(5);
  std::normal_distribution<float> normal;
  for (int trial = 0; trial < 300; ++trial) {
    const int n = 1 + trial % 5;
    std::vector<float> numbers(static_cast<std::size_t>(n * (n + 1)));
    for (auto& x : numbers) x = normal(random);
    const ArcScores scores(numbers.data(), n, n + 1);
    std::vector<int> heads;
    best_tree(scores, heads);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(total(scores, heads), best_by_trying(scores), 1e-4);
  }
}

TEST(BestTree, LongSentencesAreTreesToo) {
  std::mt19937 random(6);
  std::normal_distribution<float> normal;
  const int n = 300;
  std::vector<float> numbers(static_cast<std::size_t>(n * (n + 1)));
  for (auto& x : numbers) x = normal(random);
  std::vector<int> heads;
  best_tree(ArcScores(numbers.data(), n, n + 1), heads);
  EXPECT_TRUE(is_tree(heads));
}

}  // namespace
}  // namespace kilde::syntax
