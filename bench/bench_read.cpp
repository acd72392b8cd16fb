// SPDX-License-Identifier: Apache-2.0
// How quickly articles become statements on one core, and which pass takes how much of it.
//   bench_read [ARTICLES.jsonl [SECONDS]]      default: the examples, 3 seconds a language
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "reader/library.h"
#include "text/reader.h"

namespace {

using namespace kilde;
using Clock = std::chrono::steady_clock;

double seconds(Clock::duration spent) {
  return std::chrono::duration<double>(spent).count();
}

std::vector<doc::SourceText> load(const char* file) {
  std::vector<doc::SourceText> articles;
  std::ifstream in(file);
  const auto items = text::format_named("jsonl")->open(in, file, {});
  while (auto item = items->next()) {
    if (*item) articles.push_back(item->value().source);
  }
  return articles;
}

// A word is a token that holds a letter or digit.
std::size_t count_words(const doc::Reading& reading) {
  std::size_t words = 0;
  for (doc::TokenId t = 0; t < reading.tokens.size(); ++t) {
    const std::string_view form = reading.form(t);
    words += std::any_of(form.begin(), form.end(),
                         [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0xC3; });
  }
  return words;
}

void bench(const reader::Library& library, const std::string& name, const std::vector<doc::SourceText>& all,
           double budget) {
  const auto start = Clock::now();
  const auto language = library.language(name);
  if (!language) {
    std::printf("%s: %s\n", name.c_str(), language.error().what().c_str());
    return;
  }
  std::printf("%s\n  loading the pack      %8.1f ms\n", name.c_str(), 1e3 * seconds(Clock::now() - start));
  std::vector<doc::SourceText> articles;
  std::copy_if(all.begin(), all.end(), std::back_inserter(articles),
               [&](const auto& a) { return a.language == name; });
  if (articles.empty()) return;

  reader::Reader warm(**language), reader(**language);
  for (const auto& article : articles) warm.read(article);
  std::size_t words = 0, statements = 0, rounds = 0;
  const auto begin = Clock::now();
  for (; seconds(Clock::now() - begin) < budget; ++rounds) {
    for (const auto& article : articles) {
      const doc::Reading reading = reader.read(article);
      words += count_words(reading);
      statements += reading.statements.size();
    }
  }
  const double spent = seconds(Clock::now() - begin);
  const auto w = static_cast<double>(words);
  std::printf("  %zu articles, %zu words, %zu statements\n", articles.size(), words / rounds,
              statements / rounds);
  std::printf("  words a second        %8.0f\n  microseconds a word   %8.2f\n", w / spent, 1e6 * spent / w);
  for (std::size_t pass = 0; pass < reader::kPassCount; ++pass) {
    const double share = seconds(reader.spent()[pass]);
    std::printf("    %-18s  %8.2f  %5.1f %%\n",
                std::string(reader::name(static_cast<reader::Pass>(pass))).c_str(), 1e6 * share / w,
                100 * share / spent);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const char* file = argc > 1 ? argv[1] : KILDE_SOURCE_DIR "/examples/articles.jsonl";
  const double budget = argc > 2 ? std::atof(argv[2]) : 3;
  const auto articles = load(file);
  const reader::Library library(KILDE_SOURCE_DIR);
  for (const auto& name : library.languages()) bench(library, name, articles, budget);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory             %8.1f MiB\n", static_cast<double>(usage.ru_maxrss) / 1024);
  return articles.empty() ? 1 : 0;
}
