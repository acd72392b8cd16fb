// SPDX-License-Identifier: Apache-2.0
#include "pack/table.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/utf8.h"

namespace kilde::pack {
namespace {

base::Error fault(std::string message, std::string place) {
  return {base::Fault::kPack, std::move(message), std::move(place)};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (text.empty()) return parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

base::Result<Table> Table::load(const std::filesystem::path& file) {
  std::vector<base::Error> faults;
  Table table = check(file, faults);
  if (!faults.empty()) return faults.front();
  return table;
}

base::Result<Table> Table::parse(std::string content, std::string file_name) {
  std::vector<base::Error> faults;
  Table table = check(std::move(content), std::move(file_name), faults);
  if (!faults.empty()) return faults.front();
  return table;
}

Table Table::check(const std::filesystem::path& file, std::vector<base::Error>& faults) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  if (!in) faults.push_back(fault("cannot read the lexicon", file.string()));
  return check(std::move(content).str(), file.string(), faults);
}

Table Table::check(std::string content, std::string file_name, std::vector<base::Error>& faults) {
  Table table;
  table.file_ = std::move(file_name);
  table.content_ = std::make_shared<const std::string>(std::move(content));
  std::string_view rest = *table.content_;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    std::string wrong = table.add_line(rest.substr(0, end), number);
    if (!wrong.empty()) faults.push_back(fault(std::move(wrong), table.file_ + ":" + std::to_string(number)));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  if (table.columns_.empty()) faults.push_back(fault("names no columns", table.file_));
  return table;
}

std::string Table::add_line(std::string_view line, int number) {
  if (trim(line).empty() || line.front() == '#') return {};
  if (base::first_invalid_utf8(line) != std::string_view::npos) return "not valid UTF-8";
  const auto cells = split(line, '\t');
  if (columns_.empty()) {
    columns_ = cells;
    return {};
  }
  if (cells.size() != columns_.size()) {
    return "has " + std::to_string(cells.size()) + " cells, the first line names " + std::to_string(columns_.size()) +
           " columns: " + std::string(line.substr(0, 60));
  }
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  lines_.push_back(number);
  return {};
}

int Table::column(std::string_view name) const {
  const auto at = std::find(columns_.begin(), columns_.end(), name);
  return at == columns_.end() ? -1 : static_cast<int>(at - columns_.begin());
}

std::string_view Table::cell(std::size_t row, int column) const {
  if (column < 0) return {};
  const std::string_view text = cells_[row * columns_.size() + static_cast<std::size_t>(column)];
  return text == "-" ? std::string_view{} : text;
}

}  // namespace kilde::pack
