// SPDX-License-Identifier: Apache-2.0
// Agreement of the tokenizer with a treebank, as the CoNLL 2018 shared task counts tokens and sentences, and
// its speed. Words of a multiword token count as tokens.
//   bench_token LANG FILE.conllu[.xz] [LEAST_TOKENS_F1 LEAST_SENTENCES_F1]   exit status 1 when below, 77
//   without the file
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "pack/pack.h"
#include "token/tokenizer.h"
#include "treebank.h"

namespace {

using kilde::base::Span;
using Spans = std::vector<Span>;

Spans sentences_of(const kilde::doc::TokenTable& tokens) {
  Spans out;
  for (const auto& sentence : tokens.sentence_list) out.push_back(tokens.bytes(sentence.tokens));
  return out;
}

// F1 in percent of the spans that are found exactly.
double report(const char* what, const Spans& gold, const Spans& found) {
  const auto less = [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  };
  const std::set<Span, decltype(less)> right(gold.begin(), gold.end(), less);
  double hits = 0;
  for (const auto span : found) hits += right.contains(span) ? 1 : 0;
  const double f1 = 200 * hits / static_cast<double>(found.size() + gold.size());
  std::printf("%-9s P %6.2f  R %6.2f  F1 %6.2f  (%zu gold)\n", what,
              100 * hits / static_cast<double>(found.size()), 100 * hits / static_cast<double>(gold.size()),
              f1, gold.size());
  return f1;
}

void time(const kilde::token::Tokenizer& tokenizer, const std::string& text) {
  constexpr int kRounds = 20;
  kilde::doc::TokenTable table;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < kRounds; ++i) tokenizer.tokenize(text, table);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  std::printf("%.2f million tokens/s\n", kRounds * table.size() / spent.count() / 1e6);
}

int fail(const std::string& message, int status) {
  std::puts(message.c_str());
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) return fail("bench_token LANG FILE.conllu[.xz] [TOKENS_F1 SENTENCES_F1]", 2);
  if (!std::filesystem::exists(argv[2])) return fail("skipped: there is no " + std::string(argv[2]), 77);
  const std::string source = KILDE_SOURCE_DIR;
  const auto pack = kilde::pack::Pack::load(source + "/lang/" + argv[1], source + "/codebook");
  if (!pack) return fail(pack.error().what(), 1);
  const auto tokenizer = kilde::token::Tokenizer::make(*pack);
  if (!tokenizer) return fail(tokenizer.error().what(), 1);
  const auto gold = kilde::bench::read_treebank(argv[2]);
  if (!gold) return fail(gold.error().what(), 1);
  kilde::doc::TokenTable table;
  tokenizer->tokenize(gold->text(), table);
  const double tokens = report("tokens", gold->tokens.spans, table.spans);
  const double sentences = report("sentences", sentences_of(gold->tokens), sentences_of(table));
  time(*tokenizer, gold->source.text);
  return argc == 5 && (tokens < std::atof(argv[3]) || sentences < std::atof(argv[4])) ? 1 : 0;
}
