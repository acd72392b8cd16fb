// SPDX-License-Identifier: Apache-2.0
// Turns notation into tests and paths. A finder holds one while its make() runs; what it compiles shares the named paths
// and the lexicons' word sets, outlives it and needs the pack no more. Not for use by several threads at once.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/path.h"
#include "match/token_test.h"
#include "pack/pack.h"

namespace kilde::match {

class Compiler {
 public:
  explicit Compiler(const pack::Pack& pack);  // borrows the pack

  // `place` is "file:line", for the error.
  base::Result<TokenTest> test(std::string_view notation, std::string_view place);
  // One path, or several separated by ';' (for a cell of a table), best first.
  base::Result<PathList> path(std::string_view notation, std::string_view place);
  base::Result<PathList> paths(const std::vector<pack::Text>& alternatives, const std::string& file);
  // Every named path of the pack, used or not.
  void check_named_paths(std::vector<base::Error>& faults);

 private:
  class Parser;
  std::shared_ptr<const WordSet> lexicon(std::string_view name);  // null when there is none
  // Index of a named list, compiled on first use; -1 when the pack has none or it has a fault (then error_ says so).
  int named(std::string_view name, base::Error& error);

  const pack::Pack* pack_;
  std::shared_ptr<NamedPaths> names_;
  std::map<std::string, std::shared_ptr<const WordSet>, std::less<>> lexicons_;
};

}  // namespace kilde::match
