// SPDX-License-Identifier: Apache-2.0
// Articles out of a stream of some format, one by one. A new format is one file in this room, a row in
// formats.cpp, cases, a fuzz target and a row in docs/formats/input.md.
#pragma once
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/source_text.h"

namespace kilde::text {

// Budgets for foreign bytes; what goes beyond is refused and named.
struct Limits {
  std::size_t text = std::size_t{16} << 20;  // bytes of one article's text
  std::size_t line = std::size_t{64} << 20;  // bytes of one JSON line or one whole file
  int depth = 64;                            // arrays and objects within each other
};

struct Item {
  doc::SourceText
      source;  // `language` is empty when the input does not say it; text is valid UTF-8 with a letter in it
  std::vector<std::string> notes;  // what was odd though it could be read: "read as windows-1252"
};

// Borrows its stream. Memory is bounded by the limits and not by the stream.
class ItemReader {
 public:
  virtual ~ItemReader() = default;
  // The next article, or what is wrong with one (its place is "name" or "name:line"); after an error the rest
  // can still be read. Nothing at the end.
  virtual std::optional<base::Result<Item>> next() = 0;
};

struct Format {
  std::string_view name;        // "text"
  std::string_view extensions;  // of its files: ".txt .text"
  std::unique_ptr<ItemReader> (*open)(std::istream& in, std::string name, const Limits& limits);
};

std::span<const Format> formats();
// By its name, or null.
const Format* format_named(std::string_view name);
// By the file's extension; plain text when no format claims it.
const Format& format_of_file(std::string_view file_name);

}  // namespace kilde::text
