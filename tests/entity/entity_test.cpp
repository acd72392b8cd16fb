// SPDX-License-Identifier: Apache-2.0
// Reads the stretches of da.txt and en.txt and compares what is named in them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "reader/reader.h"

namespace {

const std::filesystem::path kRoot = KILDE_SOURCE_DIR;

// "> text" lines (one a paragraph), then what they name: "kind | name | country | mentions", where a mention is its
// words, with (n), (p) or (a) behind a noun, pronoun or adjective. Entities must be just these; mentions at least these.
struct Case {
  std::string place, text;
  std::map<std::string, std::vector<std::string>> expected;  // "kind | name | country" -> mentions
};

std::string trim(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(trim(part));
  return parts;
}

std::vector<Case> load(const std::string& language) {
  const auto file = kRoot / "tests" / "entity" / (language + ".txt");
  std::ifstream in(file);
  std::vector<Case> cases;
  int number = 0;
  bool in_text = false;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '>') {
      if (!in_text) cases.push_back({file.filename().string() + ":" + std::to_string(number), "", {}});
      cases.back().text += (in_text ? "\n\n" : "") + trim(line.substr(1));
    } else {
      const auto cells = split(line, '|');
      if (cells.size() < 3) throw std::runtime_error(cases.back().place + ": " + line);
      cases.back().expected[cells[0] + " | " + cells[1] + " | " + cells[2]] = cells.size() > 3 ? split(cells[3], ';') : std::vector<std::string>{};
    }
    in_text = line.front() == '>';
  }
  return cases;
}

const kilde::reader::Language& language(const std::string& name) {
  static std::map<std::string, kilde::reader::Language> loaded;
  const auto found = loaded.find(name);
  if (found != loaded.end()) return found->second;
  auto language = kilde::reader::Language::load(kRoot / "lang" / name, kRoot / "codebook");
  if (!language) throw std::runtime_error(language.error().what());
  return loaded.emplace(name, std::move(*language)).first->second;
}

std::string head_line(const kilde::doc::Entity& entity) {
  constexpr const char* kinds[] = {"person", "organization", "country", "place", "group"};
  return std::string(kinds[static_cast<std::size_t>(entity.kind)]) + " | " + entity.name + " | " + (entity.country.empty() ? "-" : entity.country);
}

std::vector<std::string> mentions_of(const kilde::doc::Reading& reading, const kilde::doc::Entity& entity) {
  constexpr const char* forms[] = {"", " (n)", " (p)", " (a)"};
  std::vector<std::string> out;
  for (const auto& m : entity.mentions) out.push_back(std::string(reading.words(m.span)) + forms[static_cast<std::size_t>(m.form)]);
  return out;
}

std::string compare(const Case& c, const kilde::doc::Reading& reading) {
  std::string wrong;
  auto missing = c.expected;
  for (const auto& entity : reading.entities) {
    const auto line = head_line(entity);
    const auto expected = missing.find(line);
    if (expected == missing.end()) {
      wrong += c.place + ": also names " + line + " by " + entity.rule + "\n";
      continue;
    }
    auto have = mentions_of(reading, entity);
    for (const auto& mention : expected->second) {
      const auto at = std::find(have.begin(), have.end(), mention);
      if (at == have.end()) wrong += c.place + ": " + line + " is not mentioned by \"" + mention + "\"\n";
      else have.erase(at);
    }
    missing.erase(expected);
  }
  for (const auto& [line, mentions] : missing) wrong += c.place + ": does not name " + line + "\n";
  return wrong;
}

class EntityCases : public testing::TestWithParam<std::string> {};

TEST_P(EntityCases, NameTheExpected) {
  const auto cases = load(GetParam());
  ASSERT_GT(cases.size(), 10U);
  kilde::reader::Reader reader(language(GetParam()));
  std::string wrong;
  for (const auto& c : cases) {
    kilde::doc::SourceText source;
    source.language = GetParam();
    source.text = c.text;
    wrong += compare(c, reader.read(std::move(source)));
  }
  EXPECT_EQ(wrong, "");
}

TEST_P(EntityCases, IndexEveryHeadAndToken) {
  kilde::reader::Reader reader(language(GetParam()));
  for (const auto& c : load(GetParam())) {
    kilde::doc::SourceText source;
    source.language = GetParam();
    source.text = c.text;
    const auto reading = reader.read(std::move(source));
    ASSERT_EQ(reading.entity_of_head.size(), reading.tokens.size());
    ASSERT_EQ(reading.entity_of_token.size(), reading.tokens.size());
    for (const auto& entity : reading.entities) {
      ASSERT_FALSE(entity.mentions.empty()) << c.place << " " << entity.name;
      for (const auto& m : entity.mentions) {
        EXPECT_TRUE(m.tokens.contains(m.head)) << c.place << " " << entity.name;
        EXPECT_TRUE(reading.tokens.bytes(m.tokens).contains(m.span)) << c.place << " " << entity.name;
        EXPECT_NE(reading.entity_of_head[m.head], kilde::doc::kNone);
      }
    }
  }
}

// What looks beyond a name must stop at the end of the article.
TEST_P(EntityCases, ReadStretchesThatBreakOff) {
  kilde::reader::Reader reader(language(GetParam()));
  for (const char* text : {"EU", "EU-", "al-", "Retten i", "Den Gule", "X og", "Anna Holm,", "Anna Holm, 44", "Luna-2", "van der", "(",
                           "Hr.", "hans", "Workers'", "R-Ohio", "Sydfyns og Langelands Politi", "Police and"}) {
    kilde::doc::SourceText source;
    source.language = GetParam();
    source.text = text;
    const auto reading = reader.read(std::move(source));
    for (const auto& entity : reading.entities) {
      for (const auto& m : entity.mentions) EXPECT_LE(m.tokens.end, reading.tokens.size()) << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, EntityCases, testing::Values("da", "en"), [](const auto& test) { return test.param; });

}  // namespace
