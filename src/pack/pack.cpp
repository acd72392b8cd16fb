// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.h"

namespace kilde::pack {
namespace {

using Tables = std::map<std::string, Table, std::less<>>;

base::Result<Tables> load_tables(const std::filesystem::path& folder) {
  Tables tables;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() != ".tsv") continue;
    auto table = Table::load(entry.path());
    if (!table) return table.error();
    tables.emplace(entry.path().stem().string(), std::move(table).value());
  }
  if (failed) return base::Error{base::Fault::kPack, "cannot read the folder", folder.string()};
  return tables;
}

const Table* lookup(const Tables& tables, std::string_view name) {
  const auto found = tables.find(name);
  return found == tables.end() ? nullptr : &found->second;
}

}  // namespace

base::Result<Pack> Pack::load(const std::filesystem::path& folder, const std::filesystem::path& codebook) {
  Pack pack;
  pack.folder_ = folder;
  pack.language_ = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  auto tables = load_tables(folder);
  if (!tables) return tables.error();
  pack.tables_ = std::move(tables).value();
  auto shared = load_tables(codebook);
  if (!shared) return shared.error();
  pack.shared_ = std::move(shared).value();
  return pack;
}

const Table* Pack::table(std::string_view name) const { return lookup(tables_, name); }
const Table* Pack::shared_table(std::string_view name) const { return lookup(shared_, name); }

}  // namespace kilde::pack
