// SPDX-License-Identifier: Apache-2.0
// The case files say for a text ("¶" = empty line, "↵" = line break) its tokens, with " / " between
// sentences.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "pack/pack.h"
#include "token/tokenizer.h"

namespace kilde::token {
namespace {

const std::string kSource = KILDE_SOURCE_DIR;

Tokenizer tokenizer_of(const std::string& language) {
  auto pack = pack::Pack::load(kSource + "/lang/" + language, kSource + "/codebook");
  EXPECT_TRUE(pack.ok());
  auto tokenizer = Tokenizer::make(*pack);
  EXPECT_TRUE(tokenizer.ok());
  return std::move(tokenizer).value();
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string shown(std::string_view text, const doc::TokenTable& tokens) {
  std::string out;
  for (doc::TokenId t = 0; t < tokens.size(); ++t) {
    if (t > 0) out += tokens.sentences[t] == tokens.sentences[t - 1] ? " " : " / ";
    out += tokens.form(text, t);
  }
  return out;
}

// Between two tokens there is only white space, sentences tile the tokens, paragraphs count up.
void expect_tiles(std::string_view text, const doc::TokenTable& tokens) {
  std::uint32_t at = 0;
  const auto only_space = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto c = base::code_point_at(text, i);
      EXPECT_TRUE(base::is_space(c.value)) << "byte " << i << " lies in no token";
      i += c.size - 1;
    }
  };
  for (const auto span : tokens.spans) {
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(at, span.begin);
    only_space(at, span.begin);
    at = span.end;
  }
  only_space(at, static_cast<std::uint32_t>(text.size()));
  std::uint32_t next = 0;
  for (const auto& sentence : tokens.sentence_list) {
    EXPECT_EQ(sentence.tokens.begin, next);
    EXPECT_FALSE(sentence.tokens.empty());
    next = sentence.tokens.end;
  }
  EXPECT_EQ(next, tokens.size());
  EXPECT_EQ(tokens.sentences.size(), tokens.size());
}

void run_cases(const std::string& language) {
  const auto tokenizer = tokenizer_of(language);
  const auto cases = pack::Table::load(kSource + "/tests/token/cases_" + language + ".tsv");
  ASSERT_TRUE(cases.ok()) << cases.error().what();
  doc::TokenTable tokens;
  for (std::size_t row = 0; row < cases->size(); ++row) {
    const std::string text =
        replaced(replaced(std::string(cases->cell(row, "text")), "¶", "\n\n"), "↵", "\n");
    tokenizer.tokenize(text, tokens);
    EXPECT_EQ(shown(text, tokens), cases->cell(row, "tokens")) << cases->place(row);
    expect_tiles(text, tokens);
  }
}

TEST(Tokenizer, CutsDanish) {
  run_cases("da");
}
TEST(Tokenizer, CutsEnglish) {
  run_cases("en");
}

}  // namespace
}  // namespace kilde::token
