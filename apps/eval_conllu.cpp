// SPDX-License-Identifier: Apache-2.0
// kilde eval conllu, kilde eval names: the tokenizer and the model against a treebank.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "commands.h"
#include "conllu_score.h"
#include "doc/conllu.h"
#include "reader/library.h"
#include "syntax/mend.h"
#include "syntax/model.h"
#include "token/tokenizer.h"

namespace kilde::apps {
namespace {

struct Options {
  std::string file;
  std::string language;
  bool gold_tokens = false;
};
using Score = Scores (*)(const doc::Reading&, const doc::Reading&);

base::Result<std::string> contents(const std::string& file) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::Error{base::Fault::kIo, "cannot be read", file};
  return std::string(std::istreambuf_iterator<char>(in), {});
}

base::Result<doc::Reading> parse(const doc::Reading& gold, const reader::Language& language, bool gold_tokens) {
  doc::Reading out;
  out.source.text = gold.source.text;
  if (gold_tokens) {
    out.tokens = gold.tokens;
  } else {
    const auto tokenizer = token::Tokenizer::make(language.pack());
    if (!tokenizer) return tokenizer.error();
    tokenizer->tokenize(out.text(), out.tokens);
  }
  syntax::Parser(language.model()).annotate(out.tokens, out.text(), out.syntax);
  syntax::Mender(language.pack()).mend(out.text(), out.tokens, out.syntax);
  return out;
}

int eval(const Options& options, const Program& program, Score score) {
  const auto data = program.data_folder();
  if (!data) return fail(data.error());
  const auto text = contents(options.file);
  if (!text) return fail(text.error());
  const auto gold = doc::read_conllu(*text);
  if (!gold) return fail(gold.error());
  const reader::Library library(*data);
  const auto language = library.language(options.language);
  if (!language) return fail(language.error());
  const auto system = parse(*gold, **language, options.gold_tokens);
  if (!system) return fail(system.error());
  for (const auto& [name, value] : score(*gold, *system)) std::printf("%-10s%7.2f\n", name.c_str(), value);
  return 0;
}

void add(Program& program, const char* name, const char* help, Score score) {
  const auto others = program.line.get_subcommands([](const CLI::App* app) { return app->get_name() == "eval"; });
  CLI::App* parent = others.empty() ? program.line.add_subcommand("eval", "Measure against annotated data")->require_subcommand(1)
                                    : others.front();
  auto options = std::make_shared<Options>();
  CLI::App* command = parent->add_subcommand(name, help);
  command->add_option("file", options->file, "CoNLL-U file, - for standard input")->required();
  command->add_option("--language", options->language, "Language pack, e.g. da")->required();
  command->add_flag("--gold-tokens", options->gold_tokens, "Take sentences and words from the file, not from the text");
  command->callback([&program, options, score] { program.action = [&program, options, score] { return eval(*options, program, score); }; });
}

const Command registered{[](Program& program) {
  add(program, "conllu", "Tags, lemmas and trees from raw text against a treebank (F1 as in the CoNLL 2018 shared task)", score_conllu);
  add(program, "names", "Names of persons, organisations and places against MISC Name=B-PER", score_names);
}};

}  // namespace
}  // namespace kilde::apps
