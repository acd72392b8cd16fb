// SPDX-License-Identifier: Apache-2.0
// The bytes of a model file (docs/formats/model.md): named sections, checked before anything is read from them.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kilde::syntax {

// Strings that lie in the file; views stay valid as long as the file's bytes.
class StringTable {
 public:
  StringTable() = default;
  StringTable(std::span<const std::uint32_t> ends, const char* bytes) : ends_(ends), bytes_(bytes) {}
  int size() const { return static_cast<int>(ends_.size()); }
  std::string_view operator[](int row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends_[static_cast<std::size_t>(row) - 1];
    return {bytes_ + begin, ends_[static_cast<std::size_t>(row)] - begin};
  }
  // First row that is not less than `text`, for tables sorted by bytes.
  int lower_bound(std::string_view text) const;
  // Row of `text` in a sorted table, -1 when absent.
  int find(std::string_view text) const;

 private:
  std::span<const std::uint32_t> ends_;
  const char* bytes_ = nullptr;
};

// int8 rows with one scale each.
struct ByteRows {
  int rows = 0;
  int cols = 0;
  const float* scales = nullptr;
  const std::int8_t* values = nullptr;

  // out[i] += factor * row[i]
  void add_row(int row, float factor, float* out) const;
};

// Reads sections by name. The first fault is kept and everything after it gives empty values, so that a caller asks
// for all it needs and looks at error() once.
class ModelFile {
 public:
  static base::Result<ModelFile> read(const std::filesystem::path& path);

  StringTable strings(std::string_view name);
  std::span<const std::int32_t> numbers(std::string_view name);
  int number(std::string_view name, int least, int most);
  std::span<const float> floats(std::string_view name, int count);
  ByteRows rows(std::string_view name);
  bool has(std::string_view name) const { return find(name) != nullptr; }

  void fail(std::string message);
  const std::string& error() const { return error_; }
  const std::string& digest() const { return digest_; }
  // The bytes that all views point into; keep them as long as the views.
  std::shared_ptr<const unsigned char[]> bytes() const { return bytes_; }

 private:
  enum class Kind : std::uint8_t { kStrings, kNumbers, kFloats, kBytes };
  struct Section {
    std::string_view name;
    Kind kind = Kind::kStrings;
    std::uint32_t rows = 0;
    std::uint32_t cols = 0;
    std::span<const unsigned char> body;
  };
  bool open(std::span<const unsigned char> file);
  bool add_section(std::span<const unsigned char>& rest);
  bool check(const Section& section);
  const Section* find(std::string_view name) const;
  const Section* need(std::string_view name, Kind kind);

  std::shared_ptr<const unsigned char[]> bytes_;
  std::vector<Section> sections_;
  std::string digest_;
  std::string error_;
};

}  // namespace kilde::syntax
