// SPDX-License-Identifier: Apache-2.0
// How many lines of a file ("language<TAB>text" each) are known for their language, by length in bytes.
//   bench_language FILE.tsv [-v]
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "text/language.h"

int main(int argc, char** argv) {
  if (argc < 2) return std::puts("bench_language FILE.tsv [-v]"), 2;
  const auto identifier =
      kilde::text::Identifier::load(std::string(KILDE_SOURCE_DIR) + "/lang/languages.bin");
  if (!identifier) return std::puts(identifier.error().what().c_str()), 1;
  struct Count {
    int right = 0, all = 0, sure = 0, sure_right = 0;
  };
  std::map<std::string, std::array<Count, 3>> counts;
  std::size_t bytes = 0;
  std::ifstream in(argv[1]);
  const auto start = std::chrono::steady_clock::now();
  for (std::string line; std::getline(in, line);) {
    const std::string language = line.substr(0, line.find('\t'));
    const std::string text = line.substr(language.size() + 1);
    const auto found = identifier->identify(text);
    Count& count = counts[language][text.size() < 40 ? 0 : text.size() < 100 ? 1 : 2];
    const bool sure = found.margin >= kilde::text::Identifier::kSureMargin;
    const bool right = found.language == language;
    ++count.all;
    count.right += right ? 1 : 0;
    count.sure += sure ? 1 : 0;
    count.sure_right += sure && right ? 1 : 0;
    bytes += text.size();
    if (argc > 2 && !right)
      std::printf("%s as %s (%.1f): %s\n", language.c_str(), std::string(found.language).c_str(),
                  static_cast<double>(found.margin), text.c_str());
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  for (const auto& [language, classes] : counts) {
    std::printf("%s", language.c_str());
    for (const auto& c : classes)
      std::printf("  %5.1f%% of %4d (sure %5.1f%%, of these %5.1f%%)", 100.0 * c.right / c.all, c.all,
                  100.0 * c.sure / c.all, 100.0 * c.sure_right / c.sure);
    std::puts("");
  }
  std::printf("%.1f MB/s\n", static_cast<double>(bytes) / spent.count() / 1e6);
}
