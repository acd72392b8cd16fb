// SPDX-License-Identifier: Apache-2.0
// Fifth step: which of several towns of one name is meant, and the country of whoever is left without one.
#pragma once
#include <vector>

#include "find/entity/cluster.h"

namespace kilde::find {

// Positions, GeoNames ids and countries of places; countries of bodies whose name holds a place.
void locate(const Shapes& shapes, std::vector<Draft>& drafts);
// After read_offices: who is still without a country gets that of the affiliation, else the one the article is set in.
void settle(const Shapes& shapes, std::vector<Draft>& drafts);

// The country an article is set in, or empty.
std::string home_of(const Shapes& shapes, const std::vector<Draft>& drafts);

}  // namespace kilde::find
