// SPDX-License-Identifier: Apache-2.0
// Where the articles of a command come from: files and standard input, in one of the formats of the room
// text.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "commands.h"
#include "doc/source_text.h"

namespace kilde::apps {

struct InputOptions {
  std::vector<std::string> files;  // "-" is standard input
  bool json_lines = false;
  // What articles that do not say it themselves are taken to have.
  std::string published, outlet, language;
};

// --jsonl, --published, --outlet, --lang; `files` is left to the command.
void add_input_options(CLI::App& command, InputOptions& options);

using Article = base::Result<doc::SourceText>;

// Calls `take` with each article, or with what is wrong with it and where (file:line), in the order of the
// input, until it returns false. What was odd about an article that could be read is said on standard error.
void read_input(const InputOptions& options, const std::function<bool(Article)>& take);

}  // namespace kilde::apps
