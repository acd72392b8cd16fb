// SPDX-License-Identifier: Apache-2.0
// Finds who and what an article names: people, organizations, countries, places; joins the mentions of each, nouns and
// pronouns included; tells kind, country, role and affiliation. Fills entities, entity_of_head and entity_of_token.
// Works from names and word lists alone where there is no syntax. Const after make() and shared by threads.
#pragma once
#include <memory>

#include "base/result.h"
#include "doc/reading.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::find {

class Knowledge;

class EntityFinder {
 public:
  // Compiles what it needs of the pack and of the codebook's gazetteer; errors carry file and line. Keeps no reference.
  static base::Result<EntityFinder> make(const pack::Pack& pack);
  void find(doc::Reading& reading, const match::Tree& tree) const;

 private:
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace kilde::find
