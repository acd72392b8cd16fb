// SPDX-License-Identifier: Apache-2.0
#include "syntax/decode.h"

#include <algorithm>
#include <limits>

namespace kilde::syntax {
namespace {

constexpr double kNever = -1e18;
constexpr double kRootPenalty = 1e6;  // on every arc to the root: the best tree then has as few of them as can be, one

// Chu-Liu/Edmonds by contraction. Node 0 is the root; score(d, h) over nodes, kNever where an arc is barred.
class Contraction {
 public:
  explicit Contraction(int nodes) : nodes_(nodes), scores_(static_cast<std::size_t>(nodes) * static_cast<std::size_t>(nodes), kNever) {}
  double& score(int d, int h) { return scores_[static_cast<std::size_t>(d) * static_cast<std::size_t>(nodes_) + static_cast<std::size_t>(h)]; }
  std::vector<int> solve();

 private:
  std::vector<int> greedy();
  std::vector<int> cycle_in(const std::vector<int>& heads) const;
  std::vector<int> contract(std::vector<int> heads, const std::vector<int>& cycle);
  int nodes_;
  std::vector<double> scores_;
};

std::vector<int> Contraction::greedy() {
  std::vector<int> heads(static_cast<std::size_t>(nodes_), -1);
  for (int d = 1; d < nodes_; ++d) {
    int best = 0;
    for (int h = 1; h < nodes_; ++h)
      if (h != d && score(d, h) > score(d, best)) best = h;
    heads[static_cast<std::size_t>(d)] = best;
  }
  return heads;
}

std::vector<int> Contraction::cycle_in(const std::vector<int>& heads) const {
  std::vector<int> seen(heads.size(), 0);
  for (int start = 1; start < nodes_; ++start) {
    int node = start;
    while (node > 0 && seen[static_cast<std::size_t>(node)] == 0) {
      seen[static_cast<std::size_t>(node)] = start;
      node = heads[static_cast<std::size_t>(node)];
    }
    if (node <= 0 || seen[static_cast<std::size_t>(node)] != start) continue;
    std::vector<int> cycle{node};
    for (int next = heads[static_cast<std::size_t>(node)]; next != node; next = heads[static_cast<std::size_t>(next)]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// The cycle becomes node m of a smaller problem; its solution tells where to break the cycle.
std::vector<int> Contraction::contract(std::vector<int> heads, const std::vector<int>& cycle) {
  std::vector<int> rest;
  for (int v = 0; v < nodes_; ++v)
    if (std::find(cycle.begin(), cycle.end(), v) == cycle.end()) rest.push_back(v);
  const int m = static_cast<int>(rest.size());
  Contraction small(m + 1);
  std::vector<int> leave(rest.size(), 0);
  std::vector<int> enter(rest.size(), 0);
  for (int j = 0; j < m; ++j) {
    const int v = rest[static_cast<std::size_t>(j)];
    for (int k = 0; k < m; ++k)
      if (j != k) small.score(j, k) = score(v, rest[static_cast<std::size_t>(k)]);
    double out = kNever;
    double in = kNever;
    for (const int c : cycle) {
      if (leave[static_cast<std::size_t>(j)] == 0 || score(v, c) > out) out = score(v, c), leave[static_cast<std::size_t>(j)] = c;
      const double gain = score(c, v) - score(c, heads[static_cast<std::size_t>(c)]);
      if (enter[static_cast<std::size_t>(j)] == 0 || gain > in) in = gain, enter[static_cast<std::size_t>(j)] = c;
    }
    small.score(j, m) = out;
    small.score(m, j) = in;
  }
  const std::vector<int> solved = small.solve();
  for (int j = 1; j < m; ++j) {
    const int head = solved[static_cast<std::size_t>(j)];
    heads[static_cast<std::size_t>(rest[static_cast<std::size_t>(j)])] = head == m ? leave[static_cast<std::size_t>(j)] : rest[static_cast<std::size_t>(head)];
  }
  const auto from = static_cast<std::size_t>(solved[static_cast<std::size_t>(m)]);
  heads[static_cast<std::size_t>(enter[from])] = rest[from];
  return heads;
}

std::vector<int> Contraction::solve() {
  std::vector<int> heads = greedy();
  const std::vector<int> cycle = cycle_in(heads);
  return cycle.empty() ? heads : contract(std::move(heads), cycle);
}

// Each token's best head; true when that is already a tree with one root.
bool greedy_tree(const ArcScores& scores, std::vector<int>& heads) {
  const int n = scores.tokens();
  int roots = 0;
  for (int d = 1; d <= n; ++d) {
    int best = 0;
    for (int h = 1; h <= n; ++h)
      if (h != d && scores.at(d, h) > scores.at(d, best)) best = h;
    heads[static_cast<std::size_t>(d) - 1] = best;
    roots += best == 0 ? 1 : 0;
  }
  if (roots != 1) return false;
  std::vector<int> seen(static_cast<std::size_t>(n) + 1, 0);
  for (int start = 1; start <= n; ++start) {
    int node = start;
    while (node > 0 && seen[static_cast<std::size_t>(node)] == 0) {
      seen[static_cast<std::size_t>(node)] = start;
      node = heads[static_cast<std::size_t>(node) - 1];
    }
    if (node > 0 && seen[static_cast<std::size_t>(node)] == start) return false;
  }
  return true;
}

}  // namespace

void best_tree(const ArcScores& scores, std::vector<int>& heads) {
  const int n = scores.tokens();
  heads.assign(static_cast<std::size_t>(n), 0);
  if (greedy_tree(scores, heads)) return;
  Contraction problem(n + 1);
  for (int d = 1; d <= n; ++d)
    for (int h = 0; h <= n; ++h)
      if (d != h) problem.score(d, h) = static_cast<double>(scores.at(d, h)) - (h == 0 ? kRootPenalty : 0.0);
  const std::vector<int> solved = problem.solve();
  std::copy(solved.begin() + 1, solved.end(), heads.begin());
}

NameDecoder::NameDecoder(const StringTable& tags) : size_(tags.size()) {
  for (int i = 0; i < size_; ++i) {
    const std::string_view tag = tags[i];
    const std::string_view kind = tag.size() > 2 ? tag.substr(2) : "";
    begins_.push_back(tag[0] == 'B');
    kinds_.push_back(kind == "PER"   ? doc::NameKind::kPerson
                     : kind == "ORG" ? doc::NameKind::kOrganization
                     : kind == "LOC" ? doc::NameKind::kLocation
                                     : doc::NameKind::kOther);
  }
  for (int before = 0; before < size_; ++before)
    for (int tag = 0; tag < size_; ++tag)
      legal_.push_back(tags[tag][0] != 'I' || (before != 0 && tags[before].substr(2) == tags[tag].substr(2)));
}

void NameDecoder::best_tags(const float* scores, int tokens, int stride, std::vector<int>& tags) const {
  constexpr float never = -1e30F;
  tags.assign(static_cast<std::size_t>(tokens), 0);
  if (tokens == 0) return;
  std::vector<float> total(static_cast<std::size_t>(size_));
  std::vector<float> next(total.size());
  std::vector<int> back(total.size() * static_cast<std::size_t>(tokens), 0);
  for (int tag = 0; tag < size_; ++tag) total[static_cast<std::size_t>(tag)] = legal(0, tag) ? scores[tag] : never;
  for (int t = 1; t < tokens; ++t) {
    for (int tag = 0; tag < size_; ++tag) {
      int best = 0;
      float most = never * 2;
      for (int before = 0; before < size_; ++before)
        if (legal(before, tag) && total[static_cast<std::size_t>(before)] > most) most = total[static_cast<std::size_t>(before)], best = before;
      next[static_cast<std::size_t>(tag)] = most + scores[t * stride + tag];
      back[static_cast<std::size_t>(t) * static_cast<std::size_t>(size_) + static_cast<std::size_t>(tag)] = best;
    }
    total.swap(next);
  }
  int tag = static_cast<int>(std::max_element(total.begin(), total.end()) - total.begin());
  for (int t = tokens - 1; t >= 0; --t) {
    tags[static_cast<std::size_t>(t)] = tag;
    tag = back[static_cast<std::size_t>(t) * static_cast<std::size_t>(size_) + static_cast<std::size_t>(tag)];
  }
}

}  // namespace kilde::syntax
