// SPDX-License-Identifier: Apache-2.0
// One number for all that a pack says in words: kept beside what was read with it, so that a change shows.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace kilde::pack {

// 16 hexadecimal digits (64-bit FNV-1a) over the names and bytes of all *.tsv and *.toml below the folders, in the order
// of their names. The trained model has a digest of its own. Files that cannot be read count as empty: loading says so.
std::string digest(const std::vector<std::filesystem::path>& folders);

}  // namespace kilde::pack
