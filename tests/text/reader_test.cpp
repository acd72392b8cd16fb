// SPDX-License-Identifier: Apache-2.0
#include "text/reader.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kilde::text {
namespace {

// What a stream gives, an article as "id|language|text (notes)" and an error as "! place: message".
std::vector<std::string> read(std::string_view format, const std::string& bytes, const Limits& limits = {}) {
  std::istringstream in(bytes);
  const auto reader = format_named(format)->open(in, "in", limits);
  std::vector<std::string> out;
  while (auto item = reader->next()) {
    if (!*item) {
      out.push_back("! " + item->error().what());
      continue;
    }
    const Item& read = item->value();
    std::string line = read.source.id + "|" + read.source.language + "|" + read.source.text;
    for (const auto& note : read.notes) line += " (" + note + ")";
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(PlainText, IsOneArticle) {
  EXPECT_EQ(read("text", "Ja.\r\n\r\nNej."), (Lines{"in||Ja.\r\n\r\nNej."}));
  EXPECT_EQ(read("text",
                 "R\xF8"
                 "d"),
            (Lines{"in||Rød (not UTF-8; read as windows-1252)"}));
}

TEST(PlainText, SaysWhyItIsNoArticle) {
  EXPECT_EQ(read("text", ""), (Lines{"! in: is empty"}));
  EXPECT_EQ(read("text", " \n\t\n"), (Lines{"! in: an article without words"}));
  EXPECT_EQ(read("text", "%PDF-1.4"), (Lines{"! in: is a PDF document, not text"}));
  EXPECT_EQ(read("text", std::string(50 << 20, 'a')), (Lines{"! in: an article of more than 16 MiB"}));
  EXPECT_EQ(read("text", std::string(65 << 20, 'a')), (Lines{"! in: is longer than 64 MiB"}));
}

TEST(JsonLines, GivesEachArticle) {
  std::istringstream in(
      R"({"id":"a1","url":"u","outlet":"Havneposten","byline":"N. N.","language":"da","published":"2024-03-20","title":"T","text":"Hej \u00e6","x":{"text":[1,{"text":2}]}})"
      "\n");
  const auto reader = format_named("jsonl")->open(in, "in", {});
  const auto item = reader->next();
  ASSERT_TRUE(item && item->ok());
  const doc::SourceText& source = item->value().source;
  EXPECT_EQ(source.id, "a1");
  EXPECT_EQ(source.url, "u");
  EXPECT_EQ(source.outlet, "Havneposten");
  EXPECT_EQ(source.byline, "N. N.");
  EXPECT_EQ(source.language, "da");
  EXPECT_EQ(source.published, "2024-03-20");
  EXPECT_EQ(source.date, (doc::Date{2024, 3, 20}));
  EXPECT_EQ(source.title, "T");
  EXPECT_EQ(source.text, "Hej æ");
  EXPECT_TRUE(item->value().notes.empty());
  EXPECT_FALSE(reader->next());
}

TEST(JsonLines, TakesOddFieldsWithANote) {
  EXPECT_EQ(read("jsonl", R"({"id":"","text":"Ja"})"), (Lines{"in:1||Ja"}));
  EXPECT_EQ(read("jsonl", R"({"id":7,"title":null,"outlet":["A"],"published":"igår","text":"Ja"})"),
            (Lines{"7||Ja (outlet is not a text and was left out) (published is no date: \"igår\")"}));
  EXPECT_EQ(read("jsonl",
                 "\xEF\xBB\xBF{\"text\":\"Ja\"}\r\n\r\n{\"text\":\"R\xF8"
                 "d\"}"),
            (Lines{"in:1||Ja", "in:3||Rød (not UTF-8; read as windows-1252)"}));
}

TEST(JsonLines, NamesBadLinesAndReadsTheRest) {
  const std::string deep = "{\"x\":" + std::string(100, '[') + std::string(100, ']') + "}";
  EXPECT_EQ(
      read("jsonl",
           "{\"text\": \"Æ\", ]\n[1]\n\"x\"\n17\nnull\n{\"id\":\"b\"}\n{\"text\":7}\n{\"text\":\"\"}\n" +
               deep + "\n{\"text\":\"\\ud800\"}\n{\"text\":\"ok\"}"),
      (Lines{"! in:1:15: is broken JSON", "! in:2: is no JSON object", "! in:3: is no JSON object",
             "! in:4: is no JSON object", "! in:5: is no JSON object", "! in:6: an article without \"text\"",
             "! in:7: an article without \"text\"", "! in:8: an article without words",
             "! in:9: is nested more than 64 deep", "! in:10:16: is broken JSON", "in:11||ok"}));
}

TEST(JsonLines, PassesOverWhatIsTooLong) {
  Limits limits;
  limits.line = 60;
  limits.text = 20;
  EXPECT_EQ(read("jsonl",
                 std::string(200, 'x') + "\n{\"text\":\"" + std::string(30, 'y') + "\"}\n{\"text\":\"ok\"}",
                 limits),
            (Lines{"! in:1: a line of more than 60 bytes", "! in:2: an article of more than 20 bytes",
                   "in:3||ok"}));
}

TEST(JsonLines, RefusesOtherFiles) {
  EXPECT_EQ(read("jsonl", ""), (Lines{"! in: is empty"}));
  EXPECT_EQ(read("jsonl", "\n\n"), Lines{});
  EXPECT_EQ(read("jsonl", std::string("\xFF\xFE{\0\n\0", 6)),
            (Lines{"! in: is UTF-16; JSON Lines is UTF-8"}));
  EXPECT_EQ(read("jsonl", std::string(1 << 20, '[')), (Lines{"! in:1: is no JSON object"}));
}

TEST(Formats, AreKnownByExtension) {
  EXPECT_EQ(format_of_file("a/b.jsonl").name, "jsonl");
  EXPECT_EQ(format_of_file("B.NDJSON").name, "jsonl");
  EXPECT_EQ(format_of_file("b.txt").name, "text");
  EXPECT_EQ(format_of_file("a.jsonl/readme").name, "text");
  EXPECT_EQ(format_of_file("b.json").name, "text");
  EXPECT_EQ(format_named("docx"), nullptr);
}

}  // namespace
}  // namespace kilde::text
