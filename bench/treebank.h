// SPDX-License-Identifier: Apache-2.0
// A treebank file, packed with xz or not, for the programs of this folder.
#pragma once
#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "doc/conllu.h"

namespace kilde::bench {

inline std::string content(const std::string& file) {
  const std::string command = (file.ends_with(".xz") ? "xz -dc '" : "cat '") + file + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  std::array<char, 65536> block{};
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), pipe.get())) {
    out.append(block.data(), size);
  }
  return out;
}

inline base::Result<doc::Reading> read_treebank(const std::string& file) {
  return doc::read_conllu(content(file));
}

}  // namespace kilde::bench
