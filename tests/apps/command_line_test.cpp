// SPDX-License-Identifier: Apache-2.0
// The command line and its exit statuses (docs/cli.md).
#include <gmock/gmock.h>

#include "program.h"

namespace kilde::apps {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(CommandLine, SaysItsVersionAndItsCommands) {
  const Outcome version = kilde("--version");
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, StartsWith("kilde "));
  const Outcome help = kilde("--help");
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"read", "serve", "explain", "check", "eval"})
    EXPECT_THAT(help.out, HasSubstr(command));
}

TEST(CommandLine, EveryCommandHasHelp) {
  for (const std::string command : {"read", "serve", "explain", "check", "eval"}) {
    const Outcome help = kilde(command + " --help");
    EXPECT_EQ(help.status, 0) << command;
    EXPECT_THAT(help.out, HasSubstr("Usage: kilde " + command));
  }
}

TEST(CommandLine, NamesWhatItDoesNotKnow) {
  for (const std::string line :
       {"raed x", "--frm", "read --frm x", "read --format pdf x", "read --jobs none x", "read"}) {
    const Outcome outcome = kilde(line);
    EXPECT_EQ(outcome.status, 2) << line;
    EXPECT_THAT(outcome.out, IsEmpty()) << line;
    EXPECT_THAT(outcome.err, StartsWith("kilde: ")) << line;
  }
  EXPECT_THAT(kilde("raed x").err, HasSubstr("raed"));
  EXPECT_THAT(kilde("read --frm x").err, HasSubstr("--frm"));
  EXPECT_THAT(kilde("read --published yesterday x").err, HasSubstr("yesterday"));
  EXPECT_EQ(kilde("").status, 2);
}

TEST(CommandLine, SaysWhenTheDataFolderIsNone) {
  const Outcome option = kilde("--data /nowhere read -", "Hej.");
  EXPECT_EQ(option.status, 3);
  EXPECT_THAT(option.err, HasSubstr("/nowhere"));
  EXPECT_EQ(kilde("read -", "Hej.", "KILDE_DATA=/nowhere").status, 3);
  EXPECT_EQ(
      kilde("--data " KILDE_SOURCE_DIR " read --lang da -", "Hej med dig.", "KILDE_DATA=/nowhere").status, 0);
}

TEST(CommandLine, ABrokenPackIsSaidOnceAndNothingIsRead) {
  const Folder folder;
  for (const char* part : {"lang/da", "codebook"}) std::filesystem::create_directories(folder.path() / part);
  folder.file("lang/da/words.tsv", "one\ttwo\nonly one\n");
  for (const char* jobs : {"1", "4"}) {
    const Outcome outcome = kilde("--data " + folder.path().string() + " read --jsonl --lang da --jobs " +
                                  jobs + " " + kExamples);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, HasSubstr("words.tsv:2"));
    EXPECT_EQ(outcome.err.find("words.tsv:2"), outcome.err.rfind("words.tsv:2"));
  }
}

TEST(Read, WritesOneDocumentALineInTheOrderOfTheInput) {
  const Outcome one = kilde("read --jsonl --format jsonl " + kExamples);
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_THAT(one.out, StartsWith("{\"format\":\"kilde/1\""));
  const std::string source = content(kExamples);
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), std::count(source.begin(), source.end(), '\n'));
  const Outcome four = kilde("read --jsonl --format jsonl --jobs 4 " + kExamples);
  EXPECT_EQ(four.status, 0);
  EXPECT_EQ(one.out, four.out);
}

TEST(Read, GivesAPlainTextWhatTheOptionsSay) {
  const Outcome outcome = kilde("read --format jsonl --lang da --outlet Kystposten --published 2025-03-11 -",
                                "Ministeren rejste mandag til Oslo.");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\"outlet\":\"Kystposten\""));
  EXPECT_THAT(outcome.out, HasSubstr("\"published\":\"2025-03-11\""));
  EXPECT_THAT(outcome.out, HasSubstr("\"value\":\"2025-03-10\""));
}

TEST(Read, WritesEveryFormat) {
  const std::string text = "Ministeren rejste mandag til Oslo.";
  EXPECT_THAT(kilde("read --lang da --format json -", text).out, StartsWith("{\n  \"format\""));
  EXPECT_THAT(kilde("read --lang da --format conllu -", text).out, HasSubstr("\tOslo\t"));
  EXPECT_THAT(kilde("read --lang da --format html -", text).out, StartsWith("<!doctype html>"));
  EXPECT_THAT(kilde("read --lang da --format brief -", text).out, StartsWith("Ministeren rejste"));
  EXPECT_THAT(kilde("read --lang da -", text).out, StartsWith("{\"format\""));  // no terminal
}

TEST(Read, ColoursNothingInAPipe) {
  EXPECT_THAT(kilde("read --jsonl --format brief " + kExamples).out, Not(HasSubstr("\x1b")));
}

TEST(Read, HtmlCarriesNoMarkupOfTheArticle) {
  const Outcome outcome = kilde(
      "read --jsonl --format html -",
      R"({"text": "Han sagde <script>alert(1)</script> mandag.", "title": "<img src=x onerror=alert(1)>",)"
      R"( "outlet": "\"><b>", "language": "da"})"
      "\n");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, Not(HasSubstr("<script")));
  EXPECT_THAT(outcome.out, Not(HasSubstr("<img")));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\"><b>")));
}

}  // namespace
}  // namespace kilde::apps
