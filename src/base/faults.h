// SPDX-License-Identifier: Apache-2.0
// The one table of what each kind of fault means to the world outside: its name, its exit status, its HTTP
// status.
#pragma once
#include <array>
#include <string_view>

#include "base/result.h"

namespace kilde::base {

struct FaultMeaning {
  Fault fault;
  std::string_view name;  // as the JSON API says it
  int exit_status;        // of the program; 2 is kept for a wrong command line
  int http_status;
};

inline constexpr std::array<FaultMeaning, 4> kFaults = {{
    {Fault::kInput, "bad_input", 1, 422},
    {Fault::kPack, "bad_data", 3, 503},
    {Fault::kIo, "unreadable", 4, 500},
    {Fault::kArchive, "bad_archive", 5, 503},
}};
inline constexpr int kUsageStatus = 2;

constexpr const FaultMeaning& meaning(Fault fault) {
  for (const FaultMeaning& row : kFaults) {
    if (row.fault == fault) return row;
  }
  return kFaults[0];
}

}  // namespace kilde::base
