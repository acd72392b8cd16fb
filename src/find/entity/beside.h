// SPDX-License-Identifier: Apache-2.0
// What the words right beside a name say: the office or common noun before or after it, the preposition that places it.
#pragma once
#include "find/entity/shapes.h"

namespace kilde::find {

// The role that stands right before a name ("talsmand Holm", "the mayor, Abdul ..."): the token of its noun, or kNoToken.
doc::TokenId role_before(const Shapes& shapes, base::TokenRange name);
// The role that follows in apposition ("..., der er forkvinde for"), or kNoToken.
doc::TokenId role_after(const Shapes& shapes, base::TokenRange name);
// The common noun before a name in apposition ("byen Jevlak"), with what it tells, or null.
const Part* noun_before(const Shapes& shapes, base::TokenRange name);
// The common noun that a name stands before as in "Tegel airport", or null.
const Part* noun_after(const Shapes& shapes, base::TokenRange name);
// The noun that tells in apposition what a name is: "Carris, the company that ...", or null.
const Part* noun_in_apposition(const Shapes& shapes, base::TokenRange name);
// A preposition that places something stands before the name.
bool placed(const Shapes& shapes, base::TokenRange name);

}  // namespace kilde::find
