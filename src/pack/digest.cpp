// SPDX-License-Identifier: Apache-2.0
#include "pack/digest.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string_view>

namespace kilde::pack {
namespace {

constexpr std::uint64_t kBasis = 0xCBF29CE484222325U, kPrime = 0x100000001B3U;

void add(std::uint64_t& hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  hash = (hash ^ 0xFFU) * kPrime;  // no byte of UTF-8: keeps "ab" + "c" apart from "a" + "bc"
}

std::vector<std::filesystem::path> word_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed)) {
    const auto extension = entry.path().extension();
    if (extension == ".tsv" || extension == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string digest(const std::vector<std::filesystem::path>& folders) {
  std::uint64_t hash = kBasis;
  for (const auto& folder : folders) {
    for (const auto& file : word_files(folder)) {
      std::ifstream in(file, std::ios::binary);
      add(hash, file.lexically_relative(folder).generic_string());
      add(hash, std::string(std::istreambuf_iterator<char>(in), {}));
    }
  }
  std::array<char, 17> out{};
  std::snprintf(out.data(), out.size(), "%016llx", static_cast<unsigned long long>(hash));
  return out.data();
}

}  // namespace kilde::pack
