// SPDX-License-Identifier: Apache-2.0
// Reads the TOML files of a pack. The only place that knows TOML.
#pragma once
#include <filesystem>
#include <vector>

#include "base/result.h"
#include "pack/rule.h"

namespace kilde::pack {

// Both add what is sound to `out` and every fault, with file:line, to `faults`.
void load_rules(const std::filesystem::path& file, std::vector<Rule>& out, std::vector<base::Error>& faults);
void load_named_paths(const std::filesystem::path& file, std::vector<NamedPath>& out,
                      std::vector<base::Error>& faults);

// The same from a text, for tests.
void parse_rules(std::string_view toml, const std::string& file, std::vector<Rule>& out,
                 std::vector<base::Error>& faults);
void parse_named_paths(std::string_view toml, const std::string& file, std::vector<NamedPath>& out,
                       std::vector<base::Error>& faults);

}  // namespace kilde::pack
