// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace kilde::base {

TEST(Utf8, FindsTheFirstBrokenByte) {
  EXPECT_EQ(first_invalid_utf8("blåbær på øen"), std::string_view::npos);
  EXPECT_EQ(first_invalid_utf8("bl\xE5" "b"), 2U);
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);        // overlong
  EXPECT_EQ(first_invalid_utf8("a\xED\xA0\x80"), 1U);   // surrogate
  EXPECT_EQ(first_invalid_utf8("ab\xE2\x82"), 2U);      // cut off
}

TEST(Utf8, LowersAndRaisesNordicLetters) {
  EXPECT_EQ(lower("ÆØÅ ÉŠ ЖΩ"), "æøå éš жω");
  EXPECT_EQ(capitalized("østersøen"), "Østersøen");
  EXPECT_EQ(lower("a\xFFZ"), "a\xFFz");
}

TEST(Utf8, CountsCodePointsBeforeAnyByte) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aæ€";
  const CodePointIndex index(text);
  for (std::uint32_t i = 0; i < 100; ++i) {
    EXPECT_EQ(index.count_before(i * 6), i * 3);
    EXPECT_EQ(index.count_before(i * 6 + 1), i * 3 + 1);
    EXPECT_EQ(index.count_before(i * 6 + 3), i * 3 + 2);
  }
  EXPECT_EQ(index.count_before(600), 300U);
  EXPECT_EQ(index.count_before(10000), 300U);
}

}  // namespace kilde::base
