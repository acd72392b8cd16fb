// SPDX-License-Identifier: Apache-2.0
#include "find/entity/entity.h"

namespace kilde::find {

base::Result<EntityFinder> EntityFinder::make(const pack::Pack&) { return EntityFinder{}; }
void EntityFinder::find(doc::Reading&, const match::Tree&) const {}

}  // namespace kilde::find
