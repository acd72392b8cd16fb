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
#include "pack/rule.h"
#include "pack/table.h"

namespace kilde::pack {

class Pack {
 public:
  // Loads every *.tsv of the folder (its stem is the table's name), the shared tables of `codebook`, paths.toml and
  // rules/*.toml. A fault is an error with file and line; it says how many more there are.
  static base::Result<Pack> load(const std::filesystem::path& folder, const std::filesystem::path& codebook);
  // The same for a person who mends a pack: adds every fault to `faults` and returns what is sound.
  static Pack check(const std::filesystem::path& folder, const std::filesystem::path& codebook,
                    std::vector<base::Error>& faults);

  const std::string& language() const { return language_; }  // "da"
  const std::filesystem::path& folder() const { return folder_; }
  // Of its lexicons, rules and the codebook (pack/digest.h).
  const std::string& digest() const { return digest_; }
  const std::filesystem::path& codebook() const { return codebook_; }
  std::filesystem::path model_file() const { return folder_ / "syntax.model"; }

  // A lexicon by name ("reporting_verbs" for reporting_verbs.tsv), or null when the pack has none.
  const Table* table(std::string_view name) const;
  // A table shared by all languages, from the codebook folder.
  const Table* shared_table(std::string_view name) const;

  // All rules, ordered by file name, then as they stand in the file.
  const std::vector<Rule>& rules() const { return rules_; }
  const Rule* rule(std::string_view id) const;
  const std::vector<NamedPath>& named_paths() const { return named_paths_; }

  // Parts put in by hand, for tests.
  void add_table(std::string name, Table table) { tables_.insert_or_assign(std::move(name), std::move(table)); }
  void add_rule(Rule rule) { rules_.push_back(std::move(rule)); }
  void add_named_path(NamedPath path) { named_paths_.push_back(std::move(path)); }

 private:
  std::string language_;
  std::filesystem::path folder_;
  std::string digest_;
  std::filesystem::path codebook_;
  std::map<std::string, Table, std::less<>> tables_;
  std::map<std::string, Table, std::less<>> shared_;
  std::vector<Rule> rules_;
  std::vector<NamedPath> named_paths_;
};

}  // namespace kilde::pack
