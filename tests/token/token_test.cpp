// SPDX-License-Identifier: Apache-2.0
// The case files say for a text ("¶" = empty line, "↵" = line break) its tokens, with " / " between
// sentences.
#include <gtest/gtest.h>

#include <chrono>

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

std::string repeated_to(std::size_t size, std::string_view text) {
  std::string out;
  while (out.size() < size) out += text;
  return out;
}
std::string repeated(std::string_view text) {
  return repeated_to(1 << 20, text);
}

TEST(Tokenizer, CutsDanish) {
  run_cases("da");
}
TEST(Tokenizer, CutsEnglish) {
  run_cases("en");
}

// What no editor wrote: every text is tiled, and none takes more than linear time.
TEST(Tokenizer, StandsAnyText) {
  const std::string large(1 << 20, 'a');
  const std::vector<std::string> texts = {
      "",
      " \n\t\r\n \u00A0\u2003",
      large,
      "a." + large + ".",
      repeated("a."),
      repeated("'"),
      repeated("a-"),
      repeated("\n"),
      repeated(". \n\n"),
      "Dr." + std::string(1 << 20, ' ') + "Krogh",
      "kl.\"" + repeated("\"") + " 3",
      "\u200Fקול\u202E abc \u200D\uFEFF.",
      "nul\x01\x7F\u0085 \u001B[31m rød",
      "e\u0301t \U0001F600\U0001F1E9\U0001F1F0 \uFFFD",
      ".",
      "...",
      "'s n't 're",
      "www. http:// @ # -",
  };
  for (const std::string language : {"da", "en"}) {
    const auto tokenizer = tokenizer_of(language);
    doc::TokenTable tokens;
    for (const auto& text : texts) {
      SCOPED_TRACE(text.substr(0, 40));
      const auto start = std::chrono::steady_clock::now();
      tokenizer.tokenize(text, tokens);
      EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
      expect_tiles(text, tokens);
    }
  }
}

TEST(Tokenizer, CutsWhatNeverEnds) {
  doc::TokenTable tokens;
  tokenizer_of("da").tokenize(repeated_to(100000, "og vandet steg "), tokens);
  ASSERT_GT(tokens.sentence_list.size(), 10U);
  for (const auto& sentence : tokens.sentence_list) EXPECT_LE(sentence.tokens.size(), 250U);
}

// Wrapped lines are one paragraph; where one line is too long to be wrapped, each line is one.
TEST(Tokenizer, TakesLongLinesForParagraphs) {
  const std::string body = repeated_to(200, "Havnen lukker. ");
  doc::TokenTable tokens;
  tokenizer_of("da").tokenize("Brand i havnen\nIngen kom noget til\n" + body + "\n\nKort linje\nog en til",
                              tokens);
  EXPECT_EQ(tokens.sentence_list[0].tokens.size(), 3U);
  EXPECT_EQ(tokens.sentence_list[1].tokens.size(), 4U);
  EXPECT_EQ(tokens.sentence_list[2].paragraph, 2U);
  EXPECT_EQ(tokens.sentence_list.back().paragraph, 3U);
  EXPECT_EQ(tokens.sentence_list.back().tokens.size(), 5U);
}

TEST(Tokenizer, CountsParagraphs) {
  doc::TokenTable tokens;
  tokenizer_of("da").tokenize("En.\nTo. Tre\r\n \t\r\n\r\nFire", tokens);
  std::vector<std::uint32_t> paragraphs;
  for (const auto& sentence : tokens.sentence_list) paragraphs.push_back(sentence.paragraph);
  EXPECT_EQ(paragraphs, (std::vector<std::uint32_t>{0, 0, 0, 1}));
}

}  // namespace
}  // namespace kilde::token
