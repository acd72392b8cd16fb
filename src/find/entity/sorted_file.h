// SPDX-License-Identifier: Apache-2.0
// A TSV file that is sorted by the bytes of its first column and searched where it lies: nothing is parsed or indexed
// at the start, so that seventy thousand places cost one read. Const after loading.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kilde::find {

class SortedFile {
 public:
  // Comment lines ('#') and a line of column names come first. Rows are trusted; tests check their order.
  static base::Result<SortedFile> load(const std::filesystem::path& file);

  // All rows whose first cell is `key`, each split into its cells; views live as long as this object or a copy.
  std::vector<std::vector<std::string_view>> rows(std::string_view key) const;
  bool has(std::string_view key) const { return first(key) != std::string_view::npos; }
  std::string_view body() const { return std::string_view(*content_).substr(body_); }

 private:
  std::size_t first(std::string_view key) const;  // offset of the first row with that key, or npos

  std::shared_ptr<const std::string> content_;
  std::size_t body_ = 0;  // where the rows begin
};

}  // namespace kilde::find
