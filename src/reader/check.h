// SPDX-License-Identifier: Apache-2.0
// What `kilde check` does: finds everything that is wrong with a language pack, and runs the examples of its rules.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/reading.h"

namespace kilde::reader {

struct PackReport {
  std::size_t rules = 0;
  std::size_t examples = 0;          // that were run; none when the pack itself has faults
  std::vector<base::Error> faults;   // each with file and line; an example that fails is one
};

// A rule must leave a mention of its name in what the whole reader makes of each `yes` example, and none in a `no`.
// The examples are read as of Wednesday 12 March 2025.
PackReport check_pack(const std::filesystem::path& pack_folder, const std::filesystem::path& codebook);

// Whether anything in the reading was found by this rule.
bool names_rule(const doc::Reading& reading, std::string_view id);
// A sentence as an article of its own, as of the day above.
doc::SourceText example_source(std::string text, std::string language);

}  // namespace kilde::reader
