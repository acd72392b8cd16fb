// SPDX-License-Identifier: Apache-2.0
#include "conllu_score.h"

#include <map>
#include <set>
#include <tuple>

namespace kilde::apps {
namespace {

double f1(std::size_t right, std::size_t gold, std::size_t system) {
  return gold + system == 0 ? 0.0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + system);
}

std::set<std::pair<std::uint32_t, std::uint32_t>> sentence_spans(const doc::Reading& reading) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const auto& sentence : reading.tokens.sentence_list) {
    const auto bytes = reading.tokens.bytes(sentence.tokens);
    out.emplace(bytes.begin, bytes.end);
  }
  return out;
}

// For each gold word the system word of the same bytes, or kNoToken.
std::vector<doc::TokenId> matched(const doc::Reading& gold, const doc::Reading& system) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, doc::TokenId> words;
  for (doc::TokenId t = 0; t < system.tokens.size(); ++t)
    words[{system.tokens.spans[t].begin, system.tokens.spans[t].end}] = t;
  std::vector<doc::TokenId> out;
  for (const auto& span : gold.tokens.spans) {
    const auto found = words.find({span.begin, span.end});
    out.push_back(found == words.end() ? doc::kNoToken : found->second);
  }
  return out;
}

using NameKey = std::tuple<doc::NameKind, std::uint32_t, std::uint32_t>;

std::set<NameKey> names_of(const doc::Reading& reading) {
  std::set<NameKey> out;
  for (const auto& name : reading.syntax.names) {
    const auto bytes = reading.tokens.bytes(name.tokens);
    out.emplace(name.kind, bytes.begin, bytes.end);
  }
  return out;
}

double name_f1(const std::set<NameKey>& gold, const std::set<NameKey>& system, const std::set<doc::NameKind>& kinds) {
  std::size_t right = 0;
  std::size_t in_gold = 0;
  std::size_t in_system = 0;
  for (const auto& name : gold) {
    if (!kinds.contains(std::get<0>(name))) continue;
    ++in_gold;
    if (system.contains(name)) ++right;
  }
  for (const auto& name : system) in_system += kinds.contains(std::get<0>(name)) ? 1U : 0U;
  return f1(right, in_gold, in_system);
}

}  // namespace

Scores score_conllu(const doc::Reading& gold, const doc::Reading& system) {
  const auto sentences = sentence_spans(gold);
  std::size_t same_sentences = 0;
  for (const auto& sentence : sentence_spans(system)) same_sentences += sentences.contains(sentence) ? 1U : 0U;
  const auto match = matched(gold, system);
  std::size_t words = 0, upos = 0, feats = 0, lemmas = 0, heads = 0, labelled = 0;
  for (doc::TokenId g = 0; g < gold.tokens.size(); ++g) {
    const doc::TokenId s = match[g];
    if (s == doc::kNoToken) continue;
    ++words;
    upos += gold.syntax.upos[g] == system.syntax.upos[s] ? 1U : 0U;
    feats += gold.syntax.strings[gold.syntax.feats[g]] == system.syntax.strings[system.syntax.feats[s]] ? 1U : 0U;
    lemmas += gold.lemma(g) == system.lemma(s) ? 1U : 0U;
    const doc::TokenId gold_head = gold.syntax.heads[g];
    const doc::TokenId wanted = gold_head == doc::kNoToken ? doc::kNoToken : match[gold_head];
    const bool same_head = system.syntax.heads[s] == wanted && (gold_head == doc::kNoToken || wanted != doc::kNoToken);
    heads += same_head ? 1U : 0U;
    labelled += same_head && universal(gold.syntax.deprels[g]) == universal(system.syntax.deprels[s]) ? 1U : 0U;
  }
  const auto score = [&](std::size_t right) { return f1(right, gold.tokens.size(), system.tokens.size()); };
  return {{"sentences", f1(same_sentences, sentences.size(), system.tokens.sentence_list.size())},
          {"words", score(words)}, {"UPOS", score(upos)}, {"FEATS", score(feats)}, {"lemmas", score(lemmas)},
          {"UAS", score(heads)}, {"LAS", score(labelled)}};
}

Scores score_names(const doc::Reading& gold, const doc::Reading& system) {
  using enum doc::NameKind;
  const auto wanted = names_of(gold);
  const auto found = names_of(system);
  return {{"names", name_f1(wanted, found, {kPerson, kOrganization, kLocation})}, {"PER", name_f1(wanted, found, {kPerson})},
          {"ORG", name_f1(wanted, found, {kOrganization})}, {"LOC", name_f1(wanted, found, {kLocation})}};
}

}  // namespace kilde::apps
