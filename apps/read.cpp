// SPDX-License-Identifier: Apache-2.0
// kilde read: articles in, what they say out.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "base/faults.h"
#include "commands.h"
#include "doc/conllu.h"
#include "input.h"
#include "parallel.h"
#include "reader/library.h"
#include "write/brief.h"
#include "write/document.h"
#include "write/html.h"

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

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Colours on a terminal unless NO_COLOR (no-color.org) is set; as wide as it, but no wider than is good to
// read.
write::BriefStyle terminal_style() {
  write::BriefStyle style;
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  style.colour = terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) style.width = size.ws_col;
  if (const int columns = std::atoi(variable("COLUMNS").c_str()); columns > 0)
    style.width = static_cast<unsigned>(columns);
  style.width = std::min(style.width, 100U);
  return style;
}

// Writes each Reading in the format that was asked for. One for each thread.
class Desk {
 public:
  Desk(const reader::Library& library, const Options& options)
      : library_(&library), reader_(library), format_(options.format), style_(terminal_style()) {}

  Outcome read(Article article) {
    if (!article) return {"", article.error()};
    const auto reading = reader_.read(std::move(article).value());
    if (!reading) return {"", reading.error()};
    return {written(*reading), {}};
  }

 private:
  std::string written(const doc::Reading& reading) const {
    if (format_ == "conllu") return doc::to_conllu(reading);
    if (format_ == "brief") return write::brief(reading, labels(reading), style_);
    if (format_ == "html") return write::html_article(reading, labels(reading));
    return write::document(reading, origin(reading), format_ == "json") + '\n';
  }
  const reader::Language& language(const doc::Reading& reading) const {
    return **library_->language(reading.source.language);  // it was just read in this language
  }
  write::Labels labels(const doc::Reading& reading) const {
    return {language(reading).pack(), reading.source.language};
  }
  write::Origin origin(const doc::Reading& reading) const {
    return {language(reading).pack().digest(), language(reading).model().digest()};
  }

  const reader::Library* library_;
  reader::LibraryReader reader_;
  std::string format_;
  write::BriefStyle style_;
};

int read(const Options& options, const Program& program) {
  const auto data = program.data_folder();
  if (!data) return fail(data.error());
  const reader::Library library(*data);
  int status = 0;
  const std::string separator = options.format == "brief" ? "\n* * *\n\n" : "";
  bool first = true;
  std::optional<base::Error> broken_pack;  // said once, and nothing more is taken in
  const auto emit = [&](const Outcome& outcome) {
    if (!outcome.error) std::cout << (std::exchange(first, false) ? "" : separator) << outcome.out;
    const bool known = outcome.error && broken_pack && outcome.error->what() == broken_pack->what();
    if (outcome.error && !known) status = std::max(status, fail(*outcome.error));
    if (outcome.error && outcome.error->fault == base::Fault::kPack) broken_pack = outcome.error;
  };
  const auto make_worker = [&] {
    auto desk = std::make_shared<Desk>(library, options);
    return [desk](Article article) { return desk->read(std::move(article)); };
  };
  if (options.format == "html") std::cout << write::html_page_begin("kilde", "");
  OrderedPool<Article, Outcome> pool(options.jobs, make_worker, emit);
  const auto take = [&](Article article) {
    pool.put(std::move(article));
    return std::cout.good() && !broken_pack;
  };
  read_input(options.input, take);
  pool.finish();
  if (options.format == "html") std::cout << write::html_page_end();
  std::cout.flush();
  if (!std::cout) return fail({base::Fault::kIo, "cannot be written", "standard output"});
  return status;
}

const Command registered{[](Program& program) {
  auto options = std::make_shared<Options>();
  options->format = isatty(STDOUT_FILENO) != 0 ? "brief" : "jsonl";
  CLI::App* command = program.line.add_subcommand("read", "Read articles and write what they say");
  command->add_option("file", options->input.files, "Text files; - for standard input")->required();
  add_input_options(*command, options->input);
  command
      ->add_option(
          "--format", options->format,
          "brief: a page to read (the default on a terminal); jsonl: a document a line (else the default);\n"
          "json: indented; html: one self-contained page; conllu: the parse")
      ->check(CLI::IsMember({"brief", "json", "jsonl", "conllu", "html"}));
  command->add_option("--jobs", options->jobs, "Articles read at the same time (1)")
      ->check(CLI::Range(1, 256));
  command->callback(
      [&program, options] { program.action = [&program, options] { return read(*options, program); }; });
}};

}  // namespace
}  // namespace kilde::apps
