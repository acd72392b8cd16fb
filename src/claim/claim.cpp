// SPDX-License-Identifier: Apache-2.0
#include "claim/claim.h"

#include <algorithm>

namespace kilde::claim {
namespace {

using doc::Attribution;
using doc::AttributionId;
using doc::Deprel;
using doc::Status;
using doc::TokenId;

std::uint32_t length(const Attribution& attribution) {
  std::uint32_t total = 0;
  for (const auto part : attribution.content) total += part.size();
  return total;
}

bool covers(const Attribution& attribution, base::Span trigger) {
  return std::any_of(attribution.content.begin(), attribution.content.end(),
                     [&](base::Span part) { return part.contains(trigger.begin); });
}

// The attribution with the least content that holds the trigger; of equals the one that reached the outlet
// through another.
AttributionId innermost(const doc::Reading& reading, base::Span trigger) {
  AttributionId best = doc::kNone;
  for (AttributionId id = 0; id < reading.attributions.size(); ++id) {
    const auto& attribution = reading.attributions[id];
    if (!covers(attribution, trigger)) continue;
    if (best == doc::kNone) {
      best = id;
      continue;
    }
    const auto size = length(attribution);
    const auto least = length(reading.attributions[best]);
    if (size < least || (size == least && attribution.within == best)) best = id;
  }
  return best;
}

// Whether the mention stands in the main clause of what is said: a relative or adverbial clause keeps its own
// status.
bool in_main_clause(const doc::Reading& reading, const Attribution& attribution, TokenId head) {
  const auto& syntax = reading.syntax;
  if (head == doc::kNoToken || head >= syntax.heads.size()) return true;
  for (TokenId t = head; t != doc::kNoToken && covers(attribution, reading.tokens.spans[t]);
       t = syntax.heads[t]) {
    const auto relation = doc::universal(syntax.deprels[t]);
    const auto above = syntax.heads[t];
    const bool inside = above != doc::kNoToken && covers(attribution, reading.tokens.spans[above]);
    if (inside && (relation == Deprel::kAcl || relation == Deprel::kAdvcl)) return false;
  }
  return true;
}

template <class Mention>
doc::Statement state(const doc::Reading& reading, const std::vector<Mention>& mentions, std::uint32_t index,
                     doc::Statement::Kind kind) {
  const auto& mention = mentions[index];
  doc::Statement statement{kind, index, innermost(reading, mention.trigger), mention.status,
                           mention.certainty};
  if (statement.attribution == doc::kNone) return statement;
  const auto& attribution = reading.attributions[statement.attribution];
  // The less sure of the two: neither the source nor the clause can make the other surer.
  statement.certainty = std::max(statement.certainty, static_cast<doc::Certainty>(attribution.certainty));
  if (attribution.hypothetical && in_main_clause(reading, attribution, mention.head))
    statement.status = Status::kHypothetical;
  return statement;
}

base::Span trigger(const doc::Reading& reading, const doc::Statement& statement) {
  return statement.kind == doc::Statement::Kind::kEvent ? reading.events[statement.mention].trigger
                                                        : reading.figures[statement.mention].trigger;
}

}  // namespace

void join(doc::Reading& reading) {
  auto& out = reading.statements;
  out.clear();
  for (std::uint32_t i = 0; i < reading.events.size(); ++i) {
    out.push_back(state(reading, reading.events, i, doc::Statement::Kind::kEvent));
  }
  for (std::uint32_t i = 0; i < reading.figures.size(); ++i) {
    out.push_back(state(reading, reading.figures, i, doc::Statement::Kind::kFigure));
  }
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
    return trigger(reading, a).begin < trigger(reading, b).begin;
  });
}

}  // namespace kilde::claim
