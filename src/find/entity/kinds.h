// SPDX-License-Identifier: Apache-2.0
// Second step: what kind of thing each candidate names, by its own words, the words beside it and the model.
#pragma once
#include <vector>

#include "find/entity/runs.h"
#include "find/entity/spot.h"

namespace kilde::find {

// Sets kind, cls and rule of candidates where there is evidence and takes out what names nothing. What stays undecided
// (`kind` unset) is a single word that may be the short form of another name.
void decide_kinds(const Shapes& shapes, std::vector<Candidate>& candidates);

// The role that stands right before a name ("talsmand Peskov", "the mayor, Abdul ..."): the token of its noun, or kNoToken.
doc::TokenId role_before(const Shapes& shapes, base::TokenRange name);
// The role that follows in apposition ("..., der er forkvinde for"), or kNoToken.
doc::TokenId role_after(const Shapes& shapes, base::TokenRange name);
// The common noun before a name in apposition ("byen Jevlak"), with what it tells, or null.
const Part* noun_before(const Shapes& shapes, base::TokenRange name);
// The common noun that a name stands before as in "Tegel airport", or null.
const Part* noun_after(const Shapes& shapes, base::TokenRange name);
// A preposition that places something stands before the name.
bool placed(const Shapes& shapes, base::TokenRange name);

}  // namespace kilde::find
