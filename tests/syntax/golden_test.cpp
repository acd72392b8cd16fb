// SPDX-License-Identifier: Apache-2.0
// The C++ network against the Python one: data/*.conllu were written by training/export.py from the same model files.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "doc/conllu.h"
#include "syntax/engine.h"
#include "syntax/model.h"

namespace kilde::syntax {
namespace {

doc::Reading read_golden(const std::string& path) {
  std::ifstream in(path);
  auto reading = doc::read_conllu(std::string(std::istreambuf_iterator<char>(in), {}));
  return reading.ok() ? std::move(*reading) : doc::Reading{};
}

// The same words, without what is known of them.
doc::Reading bare(const doc::Reading& golden) {
  doc::Reading out;
  out.source.text = golden.source.text;
  out.tokens = golden.tokens;
  return out;
}

class Golden : public testing::TestWithParam<const char*> {
 protected:
  std::string root = KILDE_SOURCE_DIR;
  std::string model = root + "/lang/" + GetParam() + "/syntax.model";
  doc::Reading golden = read_golden(root + "/tests/syntax/data/" + GetParam() + ".conllu");
};

TEST_P(Golden, EveryKernelLevelSaysWhatPythonSays) {
  ASSERT_GE(golden.tokens.sentence_list.size(), 5U);
  const auto network = Network::load(model);
  ASSERT_TRUE(network.ok()) << network.error().what();
  for (const Kernels* kernels : available_kernels()) {
    doc::Reading reading = bare(golden);
    Engine(*network, *kernels).annotate(reading.tokens, reading.text(), reading.syntax);
    EXPECT_EQ(doc::to_conllu(golden), doc::to_conllu(reading)) << kernels->level;
  }
}

TEST_P(Golden, SentenceReadsTheSameAloneAndInADocument) {
  const auto loaded = Model::load(model);
  ASSERT_TRUE(loaded.ok()) << loaded.error().what();
  EXPECT_EQ(loaded->digest().size(), 16U);
  Parser parser(*loaded);
  doc::Reading whole = bare(golden);
  parser.annotate(whole.tokens, whole.text(), whole.syntax);
  for (const auto& sentence : golden.tokens.sentence_list) {
    doc::Reading alone = bare(golden);
    alone.tokens.spans.assign(golden.tokens.spans.begin() + sentence.tokens.begin, golden.tokens.spans.begin() + sentence.tokens.end);
    alone.tokens.sentences.assign(sentence.tokens.size(), 0);
    alone.tokens.sentence_list = {{{0, sentence.tokens.size()}, 0}};
    parser.annotate(alone.tokens, alone.text(), alone.syntax);
    EXPECT_NE(doc::to_conllu(whole).find(doc::to_conllu(alone).substr(sizeof "# newpar")), std::string::npos) << doc::to_conllu(alone);
  }
}

// Every sentence of the file run together many times over.
doc::TokenTable endless(const doc::TokenTable& tokens, int times) {
  doc::TokenTable out;
  for (int i = 0; i < times; ++i) out.spans.insert(out.spans.end(), tokens.spans.begin(), tokens.spans.end());
  out.sentences.assign(out.spans.size(), 0);
  out.sentence_list = {{{0, out.size()}, 0}};
  return out;
}

TEST_P(Golden, VeryLongSentenceIsOneTree) {
  const auto loaded = Model::load(model);
  ASSERT_TRUE(loaded.ok());
  const doc::TokenTable tokens = endless(golden.tokens, 10);
  ASSERT_GT(tokens.size(), 600U);
  doc::SyntaxTable table;
  Parser(*loaded).annotate(tokens, golden.text(), table);
  EXPECT_EQ(std::count(table.heads.begin(), table.heads.end(), doc::kNoToken), 1);
  for (doc::TokenId t = 0; t < tokens.size(); ++t) {
    doc::TokenId node = t;
    std::uint32_t steps = 0;
    while (node != doc::kNoToken && steps <= tokens.size()) node = table.heads[node], ++steps;
    ASSERT_LE(steps, tokens.size()) << "token " << t << " hangs in a cycle";
  }
}

TEST_P(Golden, NoTokensGiveNoRows) {
  const auto loaded = Model::load(model);
  ASSERT_TRUE(loaded.ok());
  doc::SyntaxTable table;
  Parser(*loaded).annotate({}, "", table);
  EXPECT_TRUE(table.upos.empty());
  EXPECT_TRUE(table.names.empty());
}

INSTANTIATE_TEST_SUITE_P(Languages, Golden, testing::Values("da", "en"), [](const auto& language) { return std::string(language.param); });

}  // namespace
}  // namespace kilde::syntax
