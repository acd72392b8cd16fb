// SPDX-License-Identifier: Apache-2.0
#include "claim/claim.h"

namespace kilde::claim {

void join(doc::Reading&) {}

}  // namespace kilde::claim
