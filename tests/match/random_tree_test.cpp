// SPDX-License-Identifier: Apache-2.0
// Parsers draw any tree. Nothing in match may depend on its being a sensible one (run under asan-ubsan, too).
#include <random>

#include "match/anchor.h"
#include "match/modality.h"
#include "match/rule.h"
#include "support.h"

namespace kilde::match {
namespace {

class RandomTrees {
 public:
  explicit RandomTrees(const std::vector<std::string>& words) : words_(words) {}

  doc::Reading next() {
    doc::Reading reading;
    reading.source.date = doc::Date{2025, 3, 12};
    for (std::uint32_t sentences = 1 + below(3); sentences > 0; --sentences) add_sentence(reading);
    const std::uint32_t n = reading.tokens.size();
    reading.entity_of_head.assign(n, doc::kNone);
    reading.entity_of_token.assign(n, doc::kNone);
    reading.time_of_token.assign(n, doc::kNone);
    for (int i = 0; i < 3; ++i) {
      add_entity(reading, below(n));
      add_time(reading, below(n));
    }
    return reading;
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }

  void add_sentence(doc::Reading& reading) {
    const std::uint32_t begin = reading.tokens.size();
    const std::uint32_t size = 1 + below(12);
    const std::uint32_t root = begin + below(size);
    std::vector<doc::TokenId> attached = {root};  // a head is drawn from these, so that no circle arises
    std::vector<doc::TokenId> heads(size, doc::kNoToken);
    for (doc::TokenId t = begin; t < begin + size; ++t) {
      if (t == root) continue;
      heads[t - begin] = attached[below(static_cast<std::uint32_t>(attached.size()))];
      attached.push_back(t);
    }
    for (std::uint32_t i = 0; i < size; ++i) add_token(reading, heads[i]);
    reading.tokens.sentence_list.push_back({{begin, begin + size}, 0});
  }

  void add_token(doc::Reading& reading, doc::TokenId head) {
    const std::string& word = words_[below(static_cast<std::uint32_t>(words_.size()))];
    std::string& text = reading.source.text;
    if (!text.empty()) text.push_back(' ');
    const auto at = static_cast<std::uint32_t>(text.size());
    text += word;
    auto& syntax = reading.syntax;
    reading.tokens.spans.push_back({at, static_cast<std::uint32_t>(text.size())});
    reading.tokens.sentences.push_back(static_cast<std::uint32_t>(reading.tokens.sentence_list.size()));
    syntax.upos.push_back(static_cast<doc::Upos>(below(doc::kUposCount)));
    syntax.feats.push_back(syntax.strings.intern("_"));
    syntax.feat_bits.push_back(random_() & random_());
    syntax.lemmas.push_back(syntax.strings.intern(word));
    syntax.heads.push_back(head);
    const auto deprel = static_cast<doc::Deprel>(below(doc::kDeprelCount));
    syntax.deprels.push_back(head == doc::kNoToken ? doc::Deprel::kRoot : deprel);
  }

  void add_entity(doc::Reading& reading, doc::TokenId t) {
    doc::Entity entity;
    entity.kind = static_cast<doc::EntityKind>(below(5));
    entity.mentions.push_back({{t, t + 1}, reading.tokens.spans[t], t, static_cast<doc::MentionForm>(below(4))});
    reading.entity_of_head[t] = reading.entity_of_token[t] = static_cast<doc::EntityId>(reading.entities.size());
    reading.entities.push_back(entity);
  }

  void add_time(doc::Reading& reading, doc::TokenId t) {
    doc::TimeMention time;
    time.tokens = {t, t + 1};
    time.span = reading.tokens.spans[t];
    time.earliest = time.latest = doc::Date{2025, 3, static_cast<int>(10 + below(5))};
    reading.time_of_token[t] = static_cast<doc::TimeId>(reading.times.size());
    reading.times.push_back(time);
  }

  std::vector<std::string> words_;
  std::mt19937 random_{20250312};
};

class RandomTreeTest : public testing::TestWithParam<std::string> {};

TEST_P(RandomTreeTest, IsReadAllTheSame) {
  pack::Pack pack = load_pack(GetParam());
  std::vector<std::string> words = {".", "?", ",", "-", "Lund"};
  words.insert(words.end(), 100, GetParam() == "da" ? "i" : "in");  // so that places are found at all
  for (const std::string table : {"modality", "anchor"}) {
    for (std::size_t row = 0; row < pack.table(table)->size(); ++row) {
      for (const auto word : pack::split(pack.table(table)->cell(row, 0))) words.emplace_back(word);
    }
  }
  std::vector<pack::Rule> rules;
  std::vector<base::Error> faults;
  pack::parse_rules(R"toml([[rule]]
id = "event.any"
trigger = "upos=VERB|NOUN"
where = ["{*}", "!advmod(uden)/conj?/nsubj"]
roles.actor = ["@subject", "@noun_agent"]
roles.recipient = ["@object", "@noun_object", "*/^*/@surface."]
yes = ["x"]
)toml", "random.toml", rules, faults);
  pack.add_rule(rules.at(0));
  const auto set = RuleSet::compile(pack, "event");
  const auto modality = ModalityReader::make(pack);
  const auto anchor = Anchor::make(pack);
  ASSERT_TRUE(set.ok() && modality.ok() && anchor.ok());
  RandomTrees trees(words);
  std::size_t fired = 0;
  std::size_t placed = 0;
  for (int i = 0; i < 2000; ++i) {
    const doc::Reading reading = trees.next();
    const Tree tree(reading);
    std::vector<Match> matches;
    set->match(tree, matches);
    fired += matches.size();
    for (doc::TokenId t = 0; t < reading.tokens.size(); ++t) {
      const doc::TimeId time = anchor->time(tree, t);
      modality->read(tree, t, time == doc::kNone ? nullptr : &reading.times[time]);
      placed += anchor->places(tree, t).size();
      EXPECT_LT(referent(tree, t), reading.tokens.size());
    }
  }
  EXPECT_GT(fired, 0U);
  EXPECT_GT(placed, 0U);
}

// The index finds what trying every rule at every token finds, in the same order.
TEST(RuleIndexTest, AgreesWithAPlainScan) {
  pack::Pack pack;
  pack.add_table("sights", *pack::Table::parse("word\nhavn\nbro\n", "sights.tsv"));
  std::vector<pack::Rule> rules;
  std::vector<base::Error> faults;
  for (const std::string trigger : {"lemma=havn|skib", "form=bro", "in=sights", "upos=VERB", "!lemma=skib form=tårn|skib",
                                    "lemma=bro !in=sights", "in=sights lemma=havn"}) {
    pack::parse_rules("[[rule]]\nid = \"event." + std::to_string(rules.size()) + "\"\ntrigger = \"" + trigger +
                          "\"\nyes = [\"x\"]\n", "r.toml", rules, faults);
  }
  ASSERT_TRUE(faults.empty()) << faults.front().what();
  for (auto& rule : rules) pack.add_rule(std::move(rule));
  const auto set = RuleSet::compile(pack, "event");
  ASSERT_TRUE(set.ok());
  RandomTrees trees({"havn", "Skib", "bro", "tårn", "sne"});
  std::size_t found = 0;
  for (int i = 0; i < 200; ++i) {
    const doc::Reading reading = trees.next();
    const Tree tree(reading);
    std::vector<Match> indexed;
    set->match(tree, indexed);
    std::vector<Match> plain;
    for (doc::TokenId t = 0; t < reading.tokens.size(); ++t) {
      for (const Rule& rule : set->rules()) {
        if (Match match; apply(rule, tree, t, match)) plain.push_back(match);
      }
    }
    ASSERT_EQ(indexed.size(), plain.size());
    for (std::size_t m = 0; m < plain.size(); ++m) {
      EXPECT_EQ(indexed[m].rule, plain[m].rule);
      EXPECT_EQ(indexed[m].trigger, plain[m].trigger);
    }
    found += plain.size();
  }
  EXPECT_GT(found, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Packs, RandomTreeTest, testing::Values("da", "en"));

}  // namespace
}  // namespace kilde::match
