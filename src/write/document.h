// SPDX-License-Identifier: Apache-2.0
// A Reading as a kilde/1 document (docs/formats/document.md). Pure: the same Reading gives the same bytes.
// Here, and only here, byte offsets become counts of code points.
#pragma once
#include <string>

#include "doc/reading.h"

namespace kilde::write {

// With what an article was read, so that any document can be traced to its makers. Empty when unknown.
struct Origin {
  std::string pack;   // digest of the language pack
  std::string model;  // digest of the network
};

// One JSON object: on one line, or for people with two spaces of indent. No newline at the end.
std::string document(const doc::Reading& reading, const Origin& origin, bool pretty = false);

// The names that documents use.
std::string_view name(doc::EntityKind kind);   // "person"
std::string_view name(doc::MentionForm form);  // "nominal"
std::string_view name(doc::TimeKind kind);     // "date"
std::string_view name(doc::AttributionMode mode);
std::string_view name(doc::Status status);
std::string_view name(doc::Certainty certainty);
std::string_view name(doc::Bound bound);

}  // namespace kilde::write
