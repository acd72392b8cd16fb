// SPDX-License-Identifier: Apache-2.0
// Finds the event layer of a Reading. Const after make() and shared by threads.
#pragma once
#include "base/result.h"
#include "doc/reading.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find {

class EventFinder {
 public:
  // Compiles what it needs of the pack; errors carry file and line. Keeps no reference to the pack.
  static base::Result<EventFinder> make(const pack::Pack& pack);
  void find(doc::Reading& reading, const match::Tree& tree) const;
};

}  // namespace kilde::find
