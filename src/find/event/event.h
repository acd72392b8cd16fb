// SPDX-License-Identifier: Apache-2.0
// Finds the event layer of a Reading: PLOVER acts with their sides, place and date, from the trigger table and the rules
// "event.*" of the language pack. Needs the entity and time layers. Const after make() and shared by threads.
#pragma once
#include <memory>

#include "base/result.h"
#include "doc/reading.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find {

class EventFinder {
 public:
  // Compiles what it needs of the pack; errors carry file and line. Keeps no reference to the pack. A pack without
  // event tables finds nothing; it needs anchor.tsv and modality.tsv.
  static base::Result<EventFinder> make(const pack::Pack& pack);
  void find(doc::Reading& reading, const match::Tree& tree) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace kilde::find
