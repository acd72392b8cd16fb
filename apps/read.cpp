// SPDX-License-Identifier: Apache-2.0
// kilde read: articles in, what they say out.
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/faults.h"
#include "commands.h"
#include "input.h"
#include "parallel.h"
#include "reader/library.h"
#include "write/document.h"

namespace kilde::apps {
namespace {

struct Options {
  InputOptions input;
  std::string format;
  unsigned jobs = 1;
};

// What one article became: words for standard output, or what is wrong with it.
struct Outcome {
  std::string out;
  std::optional<base::Error> error;
};
using Article = base::Result<doc::SourceText>;

Outcome read_one(reader::LibraryReader& reader, Article article, const Options& options) {
  if (!article) return {"", article.error()};
  const auto reading = reader.read(std::move(article).value());
  if (!reading) return {"", reading.error()};
  return {write::document(*reading, {}, options.format == "json") + '\n', {}};
}

int read(const Options& options, const Program& program) {
  const auto data = program.data_folder();
  if (!data) return fail(data.error());
  const reader::Library library(*data);
  int status = 0;
  const auto emit = [&](Outcome outcome) {
    std::cout << outcome.out;
    if (outcome.error) status = std::max(status, fail(*outcome.error));
  };
  const auto make_worker = [&] {
    auto reader = std::make_shared<reader::LibraryReader>(library);
    return [reader, &options](Article article) { return read_one(*reader, std::move(article), options); };
  };
  OrderedPool<Article, Outcome> pool(options.jobs, make_worker, emit);
  const auto take = [&](Article article) {
    pool.put(std::move(article));
    return std::cout.good();
  };
  read_input(options.input, take, [](const std::string& note) { std::cerr << "kilde: " << note << '\n'; });
  pool.finish();
  std::cout.flush();
  if (!std::cout) return fail({base::Fault::kIo, "cannot be written", "standard output"});
  return status;
}

const Command registered{[](Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.line.add_subcommand("read", "Read articles and write what they say");
  command->add_option("file", options->input.files, "Text files; - for standard input")->required();
  command->add_flag(
      "--jsonl", options->input.json_lines,
      "Each line is one article: a JSON object with text and id, url, outlet, language, published, title");
  command->add_option("--published", options->input.published, "When it was published, e.g. 2024-03-20");
  command->add_option("--outlet", options->input.outlet, "Who published it");
  command->add_option("--lang", options->input.language,
                      "Its language: da or en (else guessed from the words)");
  command->add_option("--format", options->format, "json or jsonl")->check(CLI::IsMember({"json", "jsonl"}));
  command->add_option("--jobs", options->jobs, "Articles read at the same time")->check(CLI::Range(1, 256));
  command->callback(
      [&program, options] { program.action = [&program, options] { return read(*options, program); }; });
}};

}  // namespace
}  // namespace kilde::apps
