// SPDX-License-Identifier: Apache-2.0
#include "find/event/event.h"

namespace kilde::find {

base::Result<EventFinder> EventFinder::make(const pack::Pack&) { return EventFinder{}; }
void EventFinder::find(doc::Reading&, const match::Tree&) const {}

}  // namespace kilde::find
