// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.h"

#include <algorithm>

#include "pack/digest.h"
#include "pack/rule_file.h"

namespace kilde::pack {
namespace {

using Tables = std::map<std::string, Table, std::less<>>;
using Faults = std::vector<base::Error>;
using Folder = std::filesystem::path;

// The files of a folder with this extension, by name, so that two runs meet them in one order.
std::vector<std::filesystem::path> files_of(const Folder& folder, std::string_view extension, Faults& faults) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  if (failed) faults.push_back({base::Fault::kPack, "cannot read the folder", folder.string()});
  std::sort(files.begin(), files.end());
  return files;
}

Tables load_tables(const Folder& folder, Faults& faults) {
  Tables tables;
  for (const auto& file : files_of(folder, ".tsv", faults)) {
    tables.emplace(file.stem().string(), Table::check(file, faults));
  }
  return tables;
}

std::vector<Rule> load_all_rules(const Folder& folder, Faults& faults) {
  std::vector<Rule> rules;
  if (!std::filesystem::exists(folder)) return rules;
  for (const auto& file : files_of(folder, ".toml", faults)) load_rules(file, rules, faults);
  std::map<std::string_view, const Rule*> seen;
  for (const Rule& rule : rules) {
    const auto [first, is_new] = seen.emplace(rule.id, &rule);
    if (is_new) continue;
    faults.push_back({base::Fault::kPack, rule.id + " stands already at " + first->second->place(), rule.place()});
  }
  return rules;
}

const Table* lookup(const Tables& tables, std::string_view name) {
  const auto found = tables.find(name);
  return found == tables.end() ? nullptr : &found->second;
}

}  // namespace

Pack Pack::check(const Folder& folder, const Folder& codebook, Faults& faults) {
  Pack pack;
  pack.folder_ = folder;
  pack.codebook_ = codebook;
  pack.language_ = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  pack.tables_ = load_tables(folder, faults);
  pack.shared_ = load_tables(codebook, faults);
  pack.rules_ = load_all_rules(folder / "rules", faults);
  if (const auto paths = folder / "paths.toml"; std::filesystem::exists(paths)) {
    load_named_paths(paths, pack.named_paths_, faults);
  }
  return pack;
}

base::Result<Pack> Pack::load(const Folder& folder, const Folder& codebook) {
  Faults faults;
  Pack pack = check(folder, codebook, faults);
  if (faults.empty()) {
    pack.digest_ = pack::digest({folder, codebook});
    return pack;
  }
  base::Error first = faults.front();
  if (faults.size() > 1) first.message += " (and " + std::to_string(faults.size() - 1) + " more)";
  return first;
}

const Table* Pack::table(std::string_view name) const { return lookup(tables_, name); }
const Table* Pack::shared_table(std::string_view name) const { return lookup(shared_, name); }

const Rule* Pack::rule(std::string_view id) const {
  const auto at = std::find_if(rules_.begin(), rules_.end(), [id](const Rule& rule) { return rule.id == id; });
  return at == rules_.end() ? nullptr : &*at;
}

}  // namespace kilde::pack
