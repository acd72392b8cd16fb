// SPDX-License-Identifier: Apache-2.0
#include "find/time/time.h"

namespace kilde::find {

base::Result<TimeFinder> TimeFinder::make(const pack::Pack&) { return TimeFinder{}; }
void TimeFinder::find(doc::Reading&, const match::Tree&) const {}

}  // namespace kilde::find
