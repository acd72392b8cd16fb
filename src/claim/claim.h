// SPDX-License-Identifier: Apache-2.0
// Joins events and figures with the innermost attribution that covers them into statements.
#pragma once
#include "doc/reading.h"

namespace kilde::claim {

// Needs attributions, figures and events; fills Reading::statements in text order.
void join(doc::Reading& reading);

}  // namespace kilde::claim
