// SPDX-License-Identifier: Apache-2.0
// What `kilde explain` writes: how a text was read, for the person who mends a rule.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "doc/reading.h"
#include "pack/pack.h"

namespace kilde::reader {

// Each sentence with its tree, then everything that was found and what found it.
std::string explain(const doc::Reading& reading);

// Where a rule fires, or the first condition that failed at each word it might begin with. An unknown rule is an error.
base::Result<std::string> explain_rule(const doc::Reading& reading, const pack::Pack& pack, std::string_view id);

}  // namespace kilde::reader
