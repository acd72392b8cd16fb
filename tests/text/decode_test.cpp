// SPDX-License-Identifier: Apache-2.0
#include "text/decode.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace kilde::text {
namespace {

using namespace std::string_literals;

TEST(Decode, KeepsUtf8ByteForByte) {
  const std::string text = "Æblet faldt.\r\n\r\nDet\x01 sagde \u200F»hun«.\r\n";
  const auto decoded = decode(text);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->text, text);
  EXPECT_EQ(decoded->note, "");
}

TEST(Decode, TakesOffTheByteOrderMark) {
  const auto decoded = decode("\xEF\xBB\xBFRød grød");
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->text, "Rød grød");
}

TEST(Decode, SaysHowOtherEncodingsWereRead) {
  struct Case {
    std::string bytes, text, note;
  };
  for (const auto& [bytes, text, note] : {
           Case{"R\xF8"
                "d gr\xF8"
                "d \x96 \x80 5",
                "Rød grød – € 5", "not UTF-8; read as windows-1252"},
           Case{"\xFF\xFEH\0\xF8\0"s, "Hø", "read as UTF-16, little endian"},
           Case{"\xFE\xFF\0H\0\xF8"s, "Hø", "read as UTF-16, big endian"},
           Case{"H\0e\0j\0 \0d\0u\0"s, "Hej du", "read as UTF-16, little endian"},
           Case{"\xFF\xFE\x00\xD8\x41\0"s, "\uFFFDA", "read as UTF-16, little endian"},
           Case{"\xFF\xFE\x3D\xD8\x00\xDE"s, "\U0001F600", "read as UTF-16, little endian"},
           Case{"Først kom æblet \xF8 og så", "Først kom æblet \uFFFD og så",
                "not all UTF-8; 1 bytes replaced"},
       }) {
    const auto decoded = decode(bytes);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->text, text);
    EXPECT_EQ(decoded->note, note);
  }
}

TEST(Decode, RefusesWhatIsNoText) {
  for (const auto& [bytes, message] : {
           std::pair{"%PDF-1.7\n"s, "is a PDF document, not text"},
           std::pair{"PK\x03\x04..."s, "is a ZIP archive or office document, not text"},
           std::pair{"\x1F\x8B\x08"s, "is gzip data, not text"},
           std::pair{"Hej\0 med dig, det er en lang tekst"s, "holds a zero byte at 3: not text"},
       }) {
    const auto decoded = decode(bytes);
    ASSERT_FALSE(decoded.ok());
    EXPECT_EQ(decoded.error().message, message);
  }
}

// Whatever comes in, what comes out is valid UTF-8: surrogates, overlong forms, lone continuation bytes.
TEST(Decode, AlwaysGivesUtf8) {
  for (const std::string bytes :
       {"\xED\xA0\x80", "\xC0\x80", "\x80", "\xF5\x80\x80\x80", "\xE2\x82", "æ\xED\xB0\x80ø\xFF"}) {
    const auto decoded = decode(bytes);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(base::first_invalid_utf8(decoded->text), std::string::npos);
  }
}

}  // namespace
}  // namespace kilde::text
