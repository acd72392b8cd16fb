// SPDX-License-Identifier: Apache-2.0
// Last step: nouns and pronouns that take up somebody named: "udenrigsministeren", "klubben", "landet", "han", "its";
// and nouns that act for a state or a body: "egyptiske ledere", "EU's ledere", "a Commission spokesman".
#pragma once
#include <vector>

#include "doc/reading.h"
#include "find/entity/cluster.h"
#include "match/tree.h"

namespace kilde::find {

// Adds nominal and pronoun mentions to the drafts' entities, whose name mentions are there already; leaves them in text
// order. What cannot be told is left out.
void resolve_references(const Shapes& shapes, const match::Tree& tree, std::vector<Draft>& drafts);

}  // namespace kilde::find
