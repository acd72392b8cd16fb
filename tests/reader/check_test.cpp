// SPDX-License-Identifier: Apache-2.0
#include "reader/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "reader/explain.h"
#include "reader/reader.h"

namespace kilde::reader {
namespace {

namespace fs = std::filesystem;
const fs::path kSource = KILDE_SOURCE_DIR;
const fs::path kCodebook = kSource / "codebook";

std::string said(const PackReport& report) {
  std::string out;
  for (const base::Error& fault : report.faults) out += fault.what() + "\n";
  return out;
}

class ShippedPackTest : public testing::TestWithParam<std::string> {};

TEST_P(ShippedPackTest, HasNoFaultAndItsExamplesHold) {
  const PackReport report = check_pack(kSource / "lang" / GetParam(), kCodebook);
  EXPECT_EQ(said(report), "");
  EXPECT_GE(report.examples, report.rules);
}

INSTANTIATE_TEST_SUITE_P(Packs, ShippedPackTest, testing::Values("da", "en"));

// The Danish pack with other rules in it.
class RulesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("kilde_check_" + std::to_string(getpid())) / "da";
    fs::remove_all(folder_.parent_path());
    fs::create_directories(folder_ / "rules");
    for (const auto& entry : fs::directory_iterator(kSource / "lang/da")) {
      if (entry.path().filename() != "rules") fs::create_symlink(entry.path(), folder_ / entry.path().filename());
    }
  }
  void TearDown() override { fs::remove_all(folder_.parent_path()); }

  std::string faults_of(std::string_view rules) {
    std::ofstream(folder_ / "rules/test.toml") << rules;
    std::string out = said(check_pack(folder_, kCodebook));
    const std::string file = (folder_ / "rules/test.toml").string();
    for (std::size_t at; (at = out.find(file)) != std::string::npos;) out.replace(at, file.size(), "test.toml");
    return out;
  }

  fs::path folder_;
};

TEST_F(RulesTest, EveryFaultIsSaidWithItsLine) {
  const std::string faults = faults_of(R"([[rule]]
id = "event.a"
trigger = "lema=bygge"
yes = ["Hun bygger."]

[[rule]]
id = "weather.b"
trigger = "lemma=regne"
yes = ["Det regner."]

[[rule]]
id = "event.c"
trigger = "lemma=bygge"
)");
  EXPECT_THAT(faults, testing::HasSubstr("test.toml:11: event.c has no yes example\n"));
  EXPECT_THAT(faults, testing::HasSubstr("test.toml:6: no finder is called weather\n"));
  EXPECT_THAT(faults, testing::HasSubstr("test.toml:3: unknown key lema"));
}

TEST_F(RulesTest, ExamplesAreRun) {
  const std::string faults = faults_of(R"([[rule]]
id = "event.test.knit"
trigger = "lemma=strikke upos=VERB"
set = { type = "CONSULT" }
yes = ["Ministeren strikkede en trøje.", "Ministeren sov."]
no = ["Ministeren strikkede en hue."]
)");
  EXPECT_THAT(faults, testing::HasSubstr("test.toml:5: event.test.knit finds nothing in its yes example"));
  EXPECT_THAT(faults, testing::HasSubstr("Ministeren sov."));
  EXPECT_THAT(faults, testing::Not(testing::HasSubstr("en trøje")));
  EXPECT_THAT(faults, testing::HasSubstr("test.toml:6: event.test.knit finds something in its no example"));
}

// The rules of docs/rules.md do what they say.
TEST_F(RulesTest, TheGuidesExamplesHold) {
  std::ifstream in(kSource / "docs/rules.md");
  std::stringstream guide;
  guide << in.rdbuf();
  const std::string text = guide.str();
  std::string rules;
  const std::regex block("```toml\n([\\s\\S]*?)```");
  for (std::sregex_iterator at(text.begin(), text.end(), block), end; at != end; ++at) rules += (*at)[1].str() + "\n";
  ASSERT_FALSE(rules.empty());
  EXPECT_EQ(faults_of(rules), "");
}

TEST_F(RulesTest, ExplainTellsTheFirstConditionThatFails) {
  std::ofstream(folder_ / "rules/test.toml") << R"toml([[rule]]
id = "event.test.knit"
trigger = "lemma=strikke upos=VERB"
where = ["obj[lemma=trøje]"]
set = { type = "CONSULT" }
yes = ["Ministeren strikkede en trøje."]
)toml";
  const auto language = Language::load(folder_, kCodebook);
  ASSERT_TRUE(language.ok()) << language.error().what();
  Reader reader(*language);
  const auto why = [&](const char* text) {
    const auto reading = reader.read(example_source(text, "da"));
    const auto out = explain_rule(reading, language->pack(), "event.test.knit");
    return out.ok() ? *out : out.error().what();
  };
  EXPECT_THAT(why("Ministeren strikkede en trøje."), testing::HasSubstr("at \"strikkede\": fires"));
  EXPECT_THAT(why("Ministeren strikkede en hue."),
              testing::HasSubstr("at \"strikkede\": fails, where: obj[lemma=trøje] leads nowhere"));
  EXPECT_THAT(why("Ministeren sov."), testing::HasSubstr("no word meets lemma=strikke"));
  const auto reading = reader.read(example_source("Ministeren strikkede en trøje.", "da"));
  EXPECT_FALSE(explain_rule(reading, language->pack(), "event.nobody").ok());
  EXPECT_THAT(explain(reading), testing::HasSubstr("└─ det  en  DET en"));
}

}  // namespace
}  // namespace kilde::reader
