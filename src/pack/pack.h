// SPDX-License-Identifier: Apache-2.0
// A language pack: the folder lang/XX with its lexicons, rules and model, loaded and checked as a whole, then frozen.
// Const after loading and shared by threads.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pack/table.h"

namespace kilde::pack {

class Pack {
 public:
  // Loads every *.tsv of the folder (its stem is the table's name) and the shared tables of `codebook`.
  // The first fault ends loading; its error carries file and line.
  static base::Result<Pack> load(const std::filesystem::path& folder, const std::filesystem::path& codebook);

  const std::string& language() const { return language_; }  // "da"
  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path model_file() const { return folder_ / "syntax.model"; }

  // A lexicon by name ("reporting_verbs" for reporting_verbs.tsv), or null when the pack has none.
  const Table* table(std::string_view name) const;
  // A table shared by all languages, from the codebook folder.
  const Table* shared_table(std::string_view name) const;

 private:
  std::string language_;
  std::filesystem::path folder_;
  std::map<std::string, Table, std::less<>> tables_;
  std::map<std::string, Table, std::less<>> shared_;
};

}  // namespace kilde::pack
