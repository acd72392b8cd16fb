// SPDX-License-Identifier: Apache-2.0
// Input that no one should have sent: said by name, the rest read, never half a document.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "program.h"

namespace kilde::apps {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::size_t documents(const std::string& out) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < out.size(); ++count) {
    const std::size_t end = out.find('\n', at);
    EXPECT_NE(end, std::string::npos) << "a document that does not end";
    EXPECT_TRUE(nlohmann::json::accept(out.substr(at, end - at)));
    at = end == std::string::npos ? out.size() : end + 1;
  }
  return count;
}

TEST(BadInput, AnUnknownFileDoesNotHinderTheNext) {
  const Folder folder;
  const std::string good = folder.file("god.txt", "Ministeren rejste til Oslo.").string();
  const Outcome outcome = kilde("read --lang da /nowhere.txt " + good);
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.err, HasSubstr("/nowhere.txt"));
  EXPECT_EQ(documents(outcome.out), 1U);
}

TEST(BadInput, AFolderIsNoFile) {
  EXPECT_EQ(kilde("read /tmp").status, 4);
}

TEST(BadInput, ABrokenLineIsNamedByItsNumberAndTheRestIsRead) {
  const Outcome outcome =
      kilde("read --jsonl --lang da -",
            "{\"text\": \"Hun rejste til Oslo.\"}\n{\"text\": \"Hun re\n[1]\n{\"id\": 4}\n"
            "{\"text\": \"Han rejste til Bergen.\"}\n");
  EXPECT_EQ(outcome.status, 1);
  for (const char* line : {":2", ":3", ":4"})
    EXPECT_THAT(outcome.err, HasSubstr(std::string("standard input") + line));
  EXPECT_EQ(documents(outcome.out), 2U);
}

TEST(BadInput, DeepNestingIsRefused) {
  const Outcome outcome = kilde("read --jsonl -", "{\"text\": " + std::string(200000, '[') + "\n");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(BadInput, BytesThatAreNotUtf8AreReadAsWhatTheyMostLikelyAre) {
  const Outcome outcome =
      kilde("read --lang da --format jsonl -", "Bl\xE5 B\xF8lge siger nej til f\xE6rgen.");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("windows-1252"));
  EXPECT_THAT(outcome.out, HasSubstr("Blå Bølge siger nej til færgen."));
}

TEST(BadInput, AProgramOrAnEmptyFileIsNoArticle) {
  const Outcome program = kilde("read " KILDE_BINARY);
  EXPECT_EQ(program.status, 1);
  EXPECT_THAT(program.out, IsEmpty());
  for (const char* bytes : {"", " \n\n", "\xEF\xBB\xBF"}) {
    const Outcome empty = kilde("read -", bytes);
    EXPECT_EQ(empty.status, 1);
    EXPECT_THAT(empty.out, IsEmpty());
    EXPECT_THAT(empty.err, HasSubstr("standard input"));
  }
}

TEST(BadInput, FiftyMegabytesOnOneLineAreRefusedWithoutReadingThemAll) {
  const std::string line(std::size_t{50} << 20, 'a');
  for (const char* options : {"read -", "read --jsonl -"}) {
    const Outcome outcome = kilde(options, line);
    EXPECT_EQ(outcome.status, 1) << options;
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(BadInput, ALanguageWithoutAPackIsNamed) {
  const Outcome outcome = kilde("read --lang tlh -", "nuqneH");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("tlh"));
  EXPECT_EQ(kilde("read --lang ../../etc -", "Hej.").status, 1);
}

TEST(BadInput, OddTextsAreRead) {
  std::string words, nested;
  for (int i = 0; i < 3000; ++i) words += "og ";
  for (int i = 0; i < 2000; ++i) nested += "\"(»";
  for (const std::string& text : {words, nested + "a", std::string("\xF0\x9F\x98\x80 a \xE2\x80\xAE b"),
                                  std::string("a\n\n\n\n\nb\r\n\r\nc"), std::string(60000, 'a'),
                                  std::string("1 2 3 4 5 6 7 8 9 % $ € - - - , , a")}) {
    const Outcome outcome = kilde("read --lang da --format jsonl -", text);
    EXPECT_EQ(outcome.status, 0) << text.substr(0, 30) << outcome.err;
    EXPECT_EQ(documents(outcome.out), 1U);
  }
}

TEST(BadInput, AFullDiskIsSaid) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const Folder folder;
  const std::string in = folder.file("in", "Hun rejste til Oslo.").string();
  const std::string line = "'" KILDE_BINARY "' read --lang da '" + in + "' >/dev/full 2>/dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), 4);  // NOLINT: the command line is ours
}

}  // namespace
}  // namespace kilde::apps
