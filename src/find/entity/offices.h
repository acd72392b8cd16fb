// SPDX-License-Identifier: Apache-2.0
// Fourth step: what the words beside a name say of its bearer: role, affiliation, country ("Ungarns premierminister,
// Anna Holm", "overlæge Rikke Dam fra Vejle Sygehus", "den tyske avis X").
#pragma once
#include <vector>

#include "find/entity/cluster.h"

namespace kilde::find {

// Entities in `drafts` are named by their position, which is the id that they will have.
void read_offices(const Shapes& shapes, const std::vector<Candidate>& candidates, std::vector<Draft>& drafts);

}  // namespace kilde::find
