// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "kilde/kilde.h"

namespace kilde {
namespace {

TEST(Engine, ReadsAnArticle) {
  const Engine engine(KILDE_SOURCE_DIR);
  EXPECT_THAT(engine.languages(), testing::IsSupersetOf({"da", "en"}));
  Article article;
  article.text = "Ministeren besøgte mandag Sverige.";
  article.language = "da";
  article.published = "2025-03-12";
  const auto document = engine.read(article);
  ASSERT_TRUE(std::holds_alternative<std::string>(document));
  EXPECT_THAT(std::get<std::string>(document), testing::HasSubstr("\"value\":\"2025-03-10\""));
}

TEST(Engine, SaysWhyItCannot) {
  const Engine engine(KILDE_SOURCE_DIR);
  Article article;
  article.text = "Hej.";
  article.language = "tlh";
  EXPECT_THAT(std::get<Failure>(engine.read(article)).message, testing::HasSubstr("tlh"));
  article.language = "da";
  article.published = "i går";
  EXPECT_TRUE(std::holds_alternative<Failure>(engine.read(article)));
  article.published = "";
  article.text = "bl\xE5";
  EXPECT_TRUE(std::holds_alternative<Failure>(engine.read(article)));
  EXPECT_TRUE(
      std::holds_alternative<Failure>(Engine("/nowhere").read(Article{"Hej.", "da", "", "", "", "", ""})));
}

}  // namespace
}  // namespace kilde
