// SPDX-License-Identifier: Apache-2.0
// Agreement of the tokenizer with a treebank, as the CoNLL 2018 shared task counts tokens and sentences, and
// its speed.
//   bench_token LANG FILE.conllu [-v]
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "pack/pack.h"
#include "token/tokenizer.h"

namespace {

using kilde::base::Span;

// The running text of a treebank and its gold spans.
struct Gold {
  std::string text;
  std::vector<Span> tokens;
  std::vector<Span> sentences;
};

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

// Words of a multiword token that make up its form are gold tokens, otherwise the form is one.
void add_token(Gold& gold, const std::string& form, const std::vector<std::string>& words) {
  std::string joined;
  for (const auto& word : words) joined += word;
  for (const auto& word : joined == form ? words : std::vector<std::string>{form}) {
    const auto begin = static_cast<std::uint32_t>(gold.text.size());
    gold.text += word;
    gold.tokens.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
  }
}

struct Sentence {
  bool paragraph = false;
  std::vector<std::vector<std::string>> rows;
};

void add_sentence(Gold& gold, const Sentence& sentence) {
  if (sentence.rows.empty()) return;
  if (sentence.paragraph && !gold.text.empty()) gold.text += "\n\n";
  const std::size_t first = gold.tokens.size();
  for (std::size_t i = 0; i < sentence.rows.size(); ++i) {
    const auto& row = sentence.rows[i];
    if (row[0].find('.') != std::string::npos) continue;
    const auto dash = row[0].find('-');
    std::vector<std::string> words = {row[1]};
    if (dash != std::string::npos) {
      words.clear();
      const auto last = row[0].substr(dash + 1);
      do words.push_back(sentence.rows[++i][1]);
      while (sentence.rows[i][0] != last);
    }
    add_token(gold, row[1], words);
    if (row[9].find("SpaceAfter=No") == std::string::npos) gold.text += ' ';
  }
  gold.sentences.push_back({gold.tokens[first].begin, gold.tokens.back().end});
}

Gold read(const char* file) {
  Gold gold;
  Sentence sentence;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      add_sentence(gold, sentence);
      sentence = {};
    } else if (line[0] != '#') {
      sentence.rows.push_back(fields(line));
    } else if (line.starts_with("# newpar") || line.starts_with("# newdoc")) {
      sentence.paragraph = true;
    }
  }
  add_sentence(gold, sentence);
  return gold;
}

void report(const char* what, const std::vector<Span>& gold, const std::vector<Span>& found, const Gold& all,
            bool verbose) {
  const auto less = [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  };
  const std::set<Span, decltype(less)> right(gold.begin(), gold.end(), less);
  double hits = 0;
  for (const auto span : found) {
    if (right.contains(span)) {
      ++hits;
    } else if (verbose) {
      const auto from = span.begin > 40 ? span.begin - 40 : 0;
      std::printf("%s\t%s [[%s]] %s\n", what, all.text.substr(from, span.begin - from).c_str(),
                  std::string(span.in(all.text)).c_str(), all.text.substr(span.end, 40).c_str());
    }
  }
  const double precision = 100 * hits / static_cast<double>(found.size());
  const double recall = 100 * hits / static_cast<double>(gold.size());
  std::printf("%-9s P %6.2f  R %6.2f  F1 %6.2f  (%zu gold)\n", what, precision, recall,
              2 * precision * recall / (precision + recall), gold.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::puts("bench_token LANG FILE.conllu [-v]"), 2;
  const std::string source = KILDE_SOURCE_DIR;
  const auto pack = kilde::pack::Pack::load(source + "/lang/" + argv[1], source + "/codebook");
  if (!pack) return std::puts(pack.error().what().c_str()), 1;
  const auto tokenizer = kilde::token::Tokenizer::make(*pack);
  if (!tokenizer) return std::puts(tokenizer.error().what().c_str()), 1;
  const Gold gold = read(argv[2]);
  kilde::doc::TokenTable table;
  tokenizer->tokenize(gold.text, table);
  std::vector<Span> sentences;
  for (const auto& sentence : table.sentence_list) sentences.push_back(table.bytes(sentence.tokens));
  report("tokens", gold.tokens, table.spans, gold, argc > 3);
  report("sentences", gold.sentences, sentences, gold, argc > 3);

  constexpr int kRounds = 20;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < kRounds; ++i) tokenizer->tokenize(gold.text, table);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  std::printf("%.2f million tokens/s\n", kRounds * table.size() / spent.count() / 1e6);
}
