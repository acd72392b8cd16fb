// SPDX-License-Identifier: Apache-2.0
// kilde explain: how a sentence was read, and why a rule did or did not fire.
#include <iostream>

#include "commands.h"
#include "reader/check.h"
#include "reader/explain.h"
#include "reader/library.h"

namespace kilde::apps {
namespace {

struct Options {
  std::string text;
  std::string language;
  std::string rule;
};

int explain(const Options& options, const Program& program) {
  const auto data = program.data_folder();
  if (!data) return fail(data.error());
  const reader::Library library(*data);
  reader::LibraryReader reader(library);
  const auto reading = reader.read(reader::example_source(options.text, options.language));
  if (!reading) return fail(reading.error());
  std::cout << reader::explain(*reading);
  if (options.rule.empty()) return 0;
  const auto& language = **library.language(reading->source.language);  // it was just read in this language
  const auto why = reader::explain_rule(*reading, language.pack(), options.rule);
  if (!why) return fail(why.error());
  std::cout << '\n' << *why;
  return 0;
}

const Command registered{[](Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.line.add_subcommand("explain", "Show how a sentence is read and what found what");
  command->add_option("sentence", options->text, "The words, in quotation marks; read as of 12 March 2025")->required();
  command->add_option("--language", options->language, "Language pack, e.g. da (else guessed)");
  command->add_option("--rule", options->rule, "Also say where this rule fires or which condition fails");
  command->callback(
      [&program, options] { program.action = [&program, options] { return explain(*options, program); }; });
}};

}  // namespace
}  // namespace kilde::apps
