// SPDX-License-Identifier: Apache-2.0
#include "match/modality.h"

#include "cases.h"

namespace kilde::match {
namespace {

std::string words(const Modality& m) {
  constexpr std::array<std::string_view, 4> kStatus = {"happened", "ongoing", "planned", "hypothetical"};
  constexpr std::array<std::string_view, 3> kCertainty = {"", " probable", " possible"};
  return std::string(kStatus[static_cast<std::size_t>(m.status)]) + (m.negated ? " negated" : "") +
         std::string(kCertainty[static_cast<std::size_t>(m.certainty)]);
}

const ModalityReader& reader(const std::string& language) {
  static std::map<std::string, ModalityReader> readers;
  if (!readers.contains(language)) {
    auto made = ModalityReader::make(load_pack(language));
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.error().what());
    readers.emplace(language, std::move(*made));
  }
  return readers.at(language);
}

// A time of the day before, on or after the article's day; an empty one for "".
doc::TimeMention on_day(const std::string& when) {
  doc::TimeMention time;
  if (!when.empty()) time.earliest = time.latest = doc::Date{2025, 3, when == "over" ? 11 : when == "now" ? 12 : 13};
  return time;
}

class ModalityTest : public testing::TestWithParam<Case> {};

TEST_P(ModalityTest, Reads) {
  doc::Reading reading = parsed(GetParam().tree);
  reading.source.date = doc::Date{2025, 3, 12};
  const Tree tree(reading);
  std::map<std::string, std::string> expected(GetParam().expected.begin(), GetParam().expected.end());
  const doc::TimeMention when = on_day(expected["when"]);
  const doc::TokenId trigger = token(reading, GetParam().trigger);
  const Modality m = reader(GetParam().language).read(tree, trigger, when.earliest ? &when : nullptr);
  EXPECT_EQ(words(m), expected["modality"]) << reading.text();
}

INSTANTIATE_TEST_SUITE_P(Danish, ModalityTest, testing::ValuesIn(load_cases("modality", "da")));
INSTANTIATE_TEST_SUITE_P(English, ModalityTest, testing::ValuesIn(load_cases("modality", "en")));

struct Dated {
  std::string language, tree, trigger;
  doc::Date day;
  std::string expected;
};
void PrintTo(const Dated& d, std::ostream* out) { *out << d.trigger << " " << d.day.day; }
class DatedModalityTest : public testing::TestWithParam<Dated> {};

// Present tenses and bare nouns turn into plans when a coming day dates them.
TEST_P(DatedModalityTest, LooksAtTheDay) {
  doc::Reading reading = parsed(GetParam().tree);
  reading.source.date = doc::Date{2025, 3, 12};
  doc::TimeMention when;
  when.earliest = when.latest = GetParam().day;
  const Tree tree(reading);
  const Modality m = reader(GetParam().language).read(tree, token(reading, GetParam().trigger), &when);
  EXPECT_EQ(words(m), GetParam().expected);
}

constexpr const char* kBans = R"(
1 Ghana Ghana PROPN _ _ 2 nsubj
2 forbyder forbyde VERB _ Tense=Pres|VerbForm=Fin 0 root
3 import import NOUN _ _ 2 obj
)";
constexpr const char* kBanned = R"(
1 Ghana Ghana PROPN _ _ 2 nsubj
2 banned ban VERB _ Tense=Past|VerbForm=Fin 0 root
3 imports import NOUN _ _ 2 obj
)";
constexpr const char* kTalks = R"(
1 He he PRON _ _ 2 nsubj
2 praised praise VERB _ Tense=Past|VerbForm=Fin 0 root
3 the the DET _ _ 4 det
4 summit summit NOUN _ _ 2 obj
)";
constexpr const char* kMeets = R"(
1 Rådet råd NOUN _ _ 2 nsubj
2 mødes mødes VERB _ Tense=Pres|VerbForm=Fin|Voice=Pass 0 root
)";

INSTANTIATE_TEST_SUITE_P(Days, DatedModalityTest, testing::Values(
    Dated{"da", kBans, "forbyder", {2025, 3, 12}, "happened"}, Dated{"da", kBans, "forbyder", {2025, 7, 1}, "planned"},
    Dated{"en", kBanned, "banned", {2025, 7, 1}, "happened"}, Dated{"en", kTalks, "summit", {2025, 3, 10}, "happened"},
    Dated{"en", kTalks, "summit", {2025, 3, 14}, "planned"}, Dated{"da", kMeets, "mødes", {2025, 3, 12}, "planned"},
    Dated{"da", kMeets, "mødes", {2025, 3, 10}, "happened"}));

TEST(ModalityTableTest, FaultsNameTheirLine) {
  pack::Pack pack;
  pack.add_table("modality", *pack::Table::parse("word\tclass\teffect\nvil\tmodal\tplaned\n", "modality.tsv"));
  const auto made = ModalityReader::make(pack);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().what(), "modality.tsv:2: no such effect: planed");
}

}  // namespace
}  // namespace kilde::match
