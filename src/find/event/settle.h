// SPDX-License-Identifier: Apache-2.0
// Makes one event of several drafts that tell the same act: a verb and the noun it carries, or two words of one clause.
#pragma once
#include <vector>

#include "find/event/draft.h"

namespace kilde::find::event {

// Drops or merges drafts (in text order of their triggers) and moves what stays to reading.events.
void settle(const match::Tree& tree, std::vector<Draft> drafts, std::vector<doc::EventMention>& out);

}  // namespace kilde::find::event
