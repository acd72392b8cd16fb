// SPDX-License-Identifier: Apache-2.0
// A lexicon file: tab-separated UTF-8. Lines that begin with '#' are comments (source, licence), the first other line
// names the columns, every further line is a row with exactly as many cells. An empty cell is written empty or "-".
// Several values in one cell are separated by '|'.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kilde::pack {

class Table {
 public:
  // Reads and checks the form; errors carry file:line.
  static base::Result<Table> load(const std::filesystem::path& file);
  static base::Result<Table> parse(std::string content, std::string file_name);
  // The same for a person who mends it: adds every fault to `faults` and keeps the sound rows.
  static Table check(const std::filesystem::path& file, std::vector<base::Error>& faults);

  const std::string& file() const { return file_; }
  const std::vector<std::string_view>& columns() const { return columns_; }
  std::size_t size() const { return lines_.size(); }
  // Index of a named column, or -1.
  int column(std::string_view name) const;
  // A cell, "" for an empty one or a column index of -1.
  std::string_view cell(std::size_t row, int column) const;
  std::string_view cell(std::size_t row, std::string_view column_name) const { return cell(row, column(column_name)); }
  int line(std::size_t row) const { return lines_[row]; }
  // "file:line" for messages about a row.
  std::string place(std::size_t row) const { return file_ + ":" + std::to_string(lines_[row]); }

 private:
  static Table check(std::string content, std::string file_name, std::vector<base::Error>& faults);
  // What is wrong with the form of a line, "" when nothing; takes its cells over.
  std::string add_line(std::string_view line, int number);

  std::string file_;
  std::shared_ptr<const std::string> content_;  // the views point here, so a Table may be copied
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;  // row major
  std::vector<int> lines_;
};

// "a|b|c" -> its parts, trimmed; an empty text has none.
std::vector<std::string_view> split(std::string_view text, char separator = '|');

}  // namespace kilde::pack
