// SPDX-License-Identifier: Apache-2.0
// Where the articles of `kilde read` come from: files and standard input, plain text or one JSON object a
// line.
#pragma once
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.h"
#include "doc/source_text.h"

namespace kilde::apps {

struct InputOptions {
  std::vector<std::string> files;  // "-" is standard input
  bool json_lines = false;
  // What articles that do not say it themselves are taken to have.
  std::string published, outlet, language;
};

// Calls `take` with each article, or with what is wrong with it and where (file:line), in the order of the
// input; `note` with what was odd about one that could be read. Ends early when `take` returns false.
void read_input(const InputOptions& options, const std::function<bool(base::Result<doc::SourceText>)>& take,
                const std::function<void(const std::string&)>& note);

}  // namespace kilde::apps
