// SPDX-License-Identifier: Apache-2.0
// What rules cost: a thousand rules over one invented article, in microseconds of CPU time a word. bench_rules [RULES]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "match/rule.h"
#include "pack/rule_file.h"
#include "reader/reader.h"

namespace {

using namespace kilde;

constexpr const char* kText =
    "Ministeren mødtes onsdag med Finlands statsminister i Turku. Politiet har anholdt tre mænd, som er sigtet for at "
    "have røvet en bank i Vasa. Oppositionen kræver, at regeringen trækker forslaget tilbage, og truer med at forlade "
    "forhandlingerne. Hæren angreb havnen natten til tirsdag, siger en talsmand for forsvaret.";

// One rule in ten begins at a word of the text and fires: ten rules for each of ten verbs, far more than a pack has.
void add_rules(pack::Pack& pack, int count) {
  const char* words[] = {"mødes", "anholde", "sigte", "røve", "kræve", "trække", "true", "forlade", "angribe", "sige"};
  std::string toml;
  for (int i = 0; i < count; ++i) {
    const std::string word = i % 10 == 0 ? words[i / 10 % 10] : "ord" + std::to_string(i);
    toml += "[[rule]]\nid = \"event.bench." + std::to_string(i) + "\"\ntrigger = \"lemma=" + word +
            " upos=VERB\"\nwhere = [\"!advmod[lemma=aldrig]\"]\nroles.actor = [\"@subject\"]\n"
            "roles.recipient = [\"@object\", \"obl(med|hos)\"]\nroles.place = [\"obl(i|på)\"]\nrequire = [\"actor\"]\n"
            "yes = [\"x\"]\n";
  }
  std::vector<pack::Rule> rules;
  std::vector<base::Error> faults;
  pack::parse_rules(toml, "bench.toml", rules, faults);
  for (auto& rule : rules) pack.add_rule(std::move(rule));
}

double microseconds_since(std::clock_t start) {
  return 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
  const std::filesystem::path root = KILDE_SOURCE_DIR;
  const auto language = reader::Language::load(root / "lang/da", root / "codebook");
  if (!language) return std::fprintf(stderr, "%s\n", language.error().what().c_str()), 1;
  reader::Reader reader(*language);
  doc::SourceText source;
  source.text = kText;
  source.language = "da";
  const doc::Reading reading = reader.read(source);

  std::vector<base::Error> faults;
  const auto begin = std::clock();
  pack::Pack pack = pack::Pack::check(root / "lang/da", root / "codebook", faults);
  const double loading = microseconds_since(begin);
  const auto parsing = std::clock();
  add_rules(pack, count);
  const double reading_rules = microseconds_since(parsing);
  const auto compiling = std::clock();
  const auto rules = match::RuleSet::check(pack, "event", {}, faults);
  const double compiled = microseconds_since(compiling);

  constexpr int kRounds = 200;
  std::size_t found = 0;
  double trees = 0;
  double matching = 0;
  for (int i = 0; i < kRounds; ++i) {
    const auto start = std::clock();
    const match::Tree tree(reading);
    trees += microseconds_since(start);
    const auto matched = std::clock();
    std::vector<match::Match> out;
    rules.match(tree, out);
    matching += microseconds_since(matched);
    found += out.size();
  }
  const double words = kRounds * static_cast<double>(reading.tokens.size());
  std::printf("pack loaded in %.1f ms, %zu rules read in %.1f ms and compiled in %.1f ms\n", loading / 1000, rules.size(),
              reading_rules / 1000, compiled / 1000);
  std::printf("tree %.2f us/word, matching %.2f us/word (%zu matches in %u words)\n", trees / words, matching / words,
              found / kRounds, reading.tokens.size());
  return 0;
}
