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

}  // namespace kilde::find
