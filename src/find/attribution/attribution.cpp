// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/attribution.h"

namespace kilde::find {

base::Result<AttributionFinder> AttributionFinder::make(const pack::Pack&) { return AttributionFinder{}; }
void AttributionFinder::find(doc::Reading&, const match::Tree&) const {}

}  // namespace kilde::find
