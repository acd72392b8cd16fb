// SPDX-License-Identifier: Apache-2.0
#include "find/entity/sorted_file.h"

#include <fstream>

#include "pack/table.h"

namespace kilde::find {
namespace {

std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }
std::string_view key_of(std::string_view line) { return line.substr(0, line.find('\t')); }

}  // namespace

base::Result<SortedFile> SortedFile::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) return base::Error{base::Fault::kPack, "cannot read the list", file.string()};
  std::string content(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  SortedFile sorted;
  std::size_t at = 0;
  while (at < content.size() && content[at] == '#') at = content.find('\n', at) + 1;
  sorted.body_ = content.find('\n', at) + 1;  // past the column names
  sorted.content_ = std::make_shared<const std::string>(std::move(content));
  return sorted;
}

std::size_t SortedFile::first(std::string_view key) const {
  const std::string_view text = body();
  std::size_t low = 0, high = text.size();  // both at beginnings of lines; the first row with key >= `key` is in [low, high]
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t newline = middle == low ? std::string_view::npos : text.rfind('\n', middle - 1);
    const std::size_t start = newline == std::string_view::npos || newline < low ? low : newline + 1;
    const std::string_view line = line_at(text, start);
    if (key_of(line) < key) low = start + line.size() + 1;
    else high = start;
  }
  return low < text.size() && key_of(line_at(text, low)) == key ? low : std::string_view::npos;
}

std::vector<std::vector<std::string_view>> SortedFile::rows(std::string_view key) const {
  std::vector<std::vector<std::string_view>> found;
  for (std::size_t at = first(key); at < body().size();) {
    const std::string_view line = line_at(body(), at);
    if (key_of(line) != key) break;
    found.push_back(pack::split(line, '\t'));
    at += line.size() + 1;
  }
  return found;
}

}  // namespace kilde::find
