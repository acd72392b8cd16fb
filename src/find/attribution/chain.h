// SPDX-License-Identifier: Apache-2.0
// Chains of sources: speaker -> agency -> this article.
#pragma once
#include "find/attribution/clause.h"
#include "find/attribution/draft.h"

namespace kilde::find::attribution {

// Adds an attribution for each outlet or go-between that a cue clause names ("siger X til Ritzau", "told the
// BBC", "gennem sin advokat") and links the speaker to it.
void add_go_betweens(const Scan& scan, const SpeakerFinder& speakers, Drafts& drafts);

// Links what stands inside another attribution's content to it, innermost first; the same source twice counts
// once.
void nest(Drafts& drafts);

}  // namespace kilde::find::attribution
