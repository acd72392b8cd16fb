// SPDX-License-Identifier: Apache-2.0
// Finds the attribution layer of a Reading: who said it, with which words, what exactly, and through whom it
// came. Needs tokens, syntax, entities and figures. Const after make() and shared by threads.
#pragma once
#include <memory>

#include "base/result.h"
#include "doc/reading.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find {

namespace attribution {
class Lexicon;
}

class AttributionFinder {
 public:
  // Compiles what it needs of the pack; errors carry file and line. Keeps no reference to the pack.
  static base::Result<AttributionFinder> make(const pack::Pack& pack);
  void find(doc::Reading& reading, const match::Tree& tree) const;

 private:
  std::shared_ptr<const attribution::Lexicon> lexicon_;
};

}  // namespace kilde::find
