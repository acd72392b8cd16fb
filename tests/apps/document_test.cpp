// SPDX-License-Identifier: Apache-2.0
// What must hold of every document, whatever was found: over the examples and, where they stand beside the
// checkout, the annotated articles of ../shared/gold.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "program.h"

namespace kilde::apps {
namespace {

using nlohmann::json;

std::vector<json> documents_of(const std::string& options, const std::string& input = "") {
  const Outcome outcome = kilde("read --jsonl --format jsonl " + options, input);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  std::vector<json> documents;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) documents.push_back(json::parse(line));
  return documents;
}

std::u32string code_points(const std::string& text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::code_point_at(text, at);
    out += c.value;
    at += c.size;
  }
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
}

// Checks one document; what is wrong becomes a failure that names it.
class Checker {
 public:
  explicit Checker(const json& document) : d_(document), text_(code_points(d_["article"]["text"])) {
    for (const char* list : {"entities", "times", "attributions", "statements"}) {
      for (const json& item : d_[list])
        EXPECT_TRUE(ids_.insert(item["id"].get<std::string>()).second) << item;
    }
  }

  void check() {
    for (const json& e : d_["entities"]) entity(e);
    for (const json& t : d_["times"]) time(t);
    for (const json& a : d_["attributions"]) attribution(a);
    for (const json& s : d_["statements"]) statement(s);
  }

 private:
  void one_of(const json& item, const char* key, const std::set<std::string>& values) {
    EXPECT_TRUE(values.count(item[key].get<std::string>())) << key << " in " << item;
  }
  void span(const json& s) {
    ASSERT_TRUE(s["begin"].is_number_unsigned() && s["end"].is_number_unsigned()) << s;
    EXPECT_LT(s["begin"], s["end"]) << s;
    EXPECT_LE(s["end"].get<std::size_t>(), text_.size()) << s;
  }
  void refers(const json& id, char kind) {
    if (id.is_null()) return;
    EXPECT_EQ(id.get<std::string>().at(0), kind) << id;
    EXPECT_TRUE(ids_.count(id.get<std::string>())) << id << " is not in the document";
  }

  void entity(const json& e) {
    one_of(e, "kind", {"person", "organization", "country", "place", "group"});
    EXPECT_FALSE(e["name"].get<std::string>().empty()) << e;
    EXPECT_FALSE(e["mentions"].empty()) << e;
    refers(e["affiliation"], 'e');
    EXPECT_TRUE(e["country"].is_null() || e["country"].get<std::string>().size() == 2) << e;
    std::size_t last = 0;
    for (const json& m : e["mentions"]) {
      span(m);
      one_of(m, "form", {"name", "nominal", "pronoun", "adjective"});
      EXPECT_GE(m["begin"].get<std::size_t>(), last) << "mentions out of order in " << e;
      last = m["begin"].get<std::size_t>();
    }
  }

  void time(const json& t) {
    span(t);
    one_of(t, "kind", {"date", "time", "duration", "set"});
    const auto begin = t["begin"].get<std::size_t>(), end = t["end"].get<std::size_t>();
    EXPECT_EQ(utf8(std::u32string_view(text_).substr(begin, end - begin)), t["text"].get<std::string>());
    EXPECT_TRUE(t["earliest"].is_null() || t["latest"].is_null() || t["earliest"] <= t["latest"]) << t;
  }

  void attribution(const json& a) {
    one_of(a, "mode", {"direct", "indirect"});
    for (const json& source : a["sources"]) refers(source, 'e');
    refers(a["within"], 'a');
    EXPECT_NE(a["within"], a["id"]) << a;
    EXPECT_FALSE(a["content"].empty()) << a;
    for (const json& part : a["content"]) span(part);
    for (const char* key : {"source", "cue"}) {
      if (!a[key].is_null()) span(a[key]);
    }
  }

  void statement(const json& s) {
    one_of(s, "kind", {"event", "figure"});
    one_of(s, "status", {"happened", "ongoing", "planned", "hypothetical"});
    one_of(s, "certainty", {"certain", "probable", "possible"});
    EXPECT_TRUE(s["negated"].is_boolean()) << s;
    span(s);
    span(s["trigger"]);
    EXPECT_TRUE(s["begin"] <= s["trigger"]["begin"] && s["trigger"]["end"] <= s["end"])
        << "trigger outside of " << s;
    refers(s["attribution"], 'a');
    refers(s["time"], 't');
    for (const json& place : s["places"]) refers(place, 'e');
    if (s["kind"] == "event") {
      EXPECT_FALSE(s["type"].get<std::string>().empty()) << s;
      for (const char* slot : {"actors", "recipients"}) {
        for (const json& filler : s[slot]) refers(filler, 'e');
      }
    } else {
      EXPECT_FALSE(s["measure"].get<std::string>().empty()) << s;
      EXPECT_FALSE(s["value"].is_null() && s["low"].is_null()) << s;
      refers(s["group"], 'e');
    }
  }

  const json& d_;
  std::u32string text_;
  std::set<std::string> ids_;
};

TEST(Documents, OfTheExamplesHold) {
  const auto documents = documents_of(kExamples);
  ASSERT_GE(documents.size(), 8U);
  for (const json& document : documents) {
    SCOPED_TRACE(document["article"]["id"]);
    Checker(document).check();
  }
}

TEST(Documents, OfTheAnnotatedArticlesHold) {
  const std::filesystem::path gold = KILDE_SOURCE_DIR "/../shared/gold";
  if (!std::filesystem::is_directory(gold)) GTEST_SKIP() << "no ../shared/gold beside this checkout";
  std::string input;
  for (const char* set : {"seed", "dev"}) {
    for (const auto& file : std::filesystem::directory_iterator(gold / set)) {
      if (file.path().extension() != ".json") continue;
      const json meta = json::parse(content(file.path()));
      auto text = file.path();
      text.replace_extension(".txt");
      input += json{{"id", file.path().stem().string()},
                    {"language", meta["language"]},
                    {"published", meta["published"]},
                    {"text", content(text)}}
                   .dump() +
               '\n';
    }
  }
  for (const json& document : documents_of("-", input)) {
    SCOPED_TRACE(document["article"]["id"]);
    Checker(document).check();
  }
}

TEST(Documents, KeepTheTextAsItCame) {
  const std::string text = "Én linje.\n\n  To  mellemrum\tog 😀 «citat».\nOslo.";
  const auto documents = documents_of("-", json{{"text", text}, {"language", "da"}}.dump() + "\n");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0]["article"]["text"].get<std::string>(), text);
}

TEST(Documents, AreTheSameEachTime) {
  EXPECT_EQ(kilde("read --jsonl --format jsonl " + kExamples).out,
            kilde("read --jsonl --format jsonl " + kExamples).out);
}

}  // namespace
}  // namespace kilde::apps
