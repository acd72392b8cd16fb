// SPDX-License-Identifier: Apache-2.0
// How many sentences of a treebank are known for its language, by length in bytes, and how fast.
//   bench_language LANG FILE.conllu[.xz] [-v]
#include <chrono>
#include <cstdio>
#include <string>

#include "text/language.h"
#include "treebank.h"

namespace {

using kilde::text::Identifier;

struct Count {
  const char* length;
  int right = 0, all = 0, sure = 0, sure_right = 0;
};

std::size_t class_of(std::string_view text) {
  return text.size() < 40 ? 0 : text.size() < 100 ? 1 : 2;
}

void add(Count& count, const kilde::text::Identified& found, std::string_view language) {
  const bool right = found.language == language;
  const bool sure = found.margin >= Identifier::kSureMargin;
  ++count.all;
  count.right += right ? 1 : 0;
  count.sure += sure ? 1 : 0;
  count.sure_right += sure && right ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::puts("bench_language LANG FILE.conllu[.xz] [-v]"), 2;
  const auto identifier = Identifier::load(std::string(KILDE_SOURCE_DIR) + "/lang/languages.bin");
  if (!identifier) return std::puts(identifier.error().what().c_str()), 1;
  const auto gold = kilde::bench::read_treebank(argv[2]);
  if (!gold) return std::puts(gold.error().what().c_str()), 1;
  Count counts[] = {{"< 40"}, {"40-99"}, {">= 100"}};
  const auto start = std::chrono::steady_clock::now();
  for (const auto& sentence : gold->tokens.sentence_list) {
    const std::string_view text = gold->words(gold->tokens.bytes(sentence.tokens));
    const auto found = identifier->identify(text);
    add(counts[class_of(text)], found, argv[1]);
    if (argc > 3 && found.language != argv[1]) {
      std::printf("%s (%.1f): %s\n", std::string(found.language).c_str(), static_cast<double>(found.margin),
                  std::string(text).c_str());
    }
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  for (const Count& c : counts) {
    std::printf("%-6s bytes: %5.1f %% right of %4d; sure of %5.1f %%, and right in %5.1f %% of these\n",
                c.length, 100.0 * c.right / c.all, c.all, 100.0 * c.sure / c.all,
                100.0 * c.sure_right / c.sure);
  }
  std::printf("%.1f MB/s\n", static_cast<double>(gold->text().size()) / spent.count() / 1e6);
}
