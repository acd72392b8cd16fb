// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "write/document.h"

namespace kilde::write {
namespace {

template <std::size_t n, class Enum>
std::string_view look_up(const std::array<std::string_view, n>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

using Names = std::string_view;
constexpr std::array<Names, 5> kKinds = {"person", "organization", "country", "place", "group"};
constexpr std::array<Names, 4> kForms = {"name", "nominal", "pronoun", "adjective"};
constexpr std::array<Names, 4> kTimes = {"date", "time", "duration", "set"};
constexpr std::array<Names, 2> kModes = {"direct", "indirect"};
constexpr std::array<Names, 4> kStatuses = {"happened", "ongoing", "planned", "hypothetical"};
constexpr std::array<Names, 3> kCertainties = {"certain", "probable", "possible"};
constexpr std::array<Names, 12> kBounds = {"exact", "about",  "almost", "over",     "at_least",  "up_to",
                                           "range", "dozens", "scores", "hundreds", "thousands", "millions"};
static_assert(static_cast<std::size_t>(doc::Bound::kMillions) + 1 == kBounds.size());
static_assert(static_cast<std::size_t>(doc::EntityKind::kGroup) + 1 == kKinds.size());
static_assert(static_cast<std::size_t>(doc::Status::kHypothetical) + 1 == kStatuses.size());

}  // namespace

std::string_view name(doc::EntityKind kind) {
  return look_up(kKinds, kind);
}
std::string_view name(doc::MentionForm form) {
  return look_up(kForms, form);
}
std::string_view name(doc::TimeKind kind) {
  return look_up(kTimes, kind);
}
std::string_view name(doc::AttributionMode mode) {
  return look_up(kModes, mode);
}
std::string_view name(doc::Status status) {
  return look_up(kStatuses, status);
}
std::string_view name(doc::Certainty certainty) {
  return look_up(kCertainties, certainty);
}
std::string_view name(doc::Bound bound) {
  return look_up(kBounds, bound);
}

}  // namespace kilde::write
