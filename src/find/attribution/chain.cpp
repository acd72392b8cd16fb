// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/chain.h"

#include <algorithm>

namespace kilde::find::attribution {
namespace {

using doc::Upos;

base::Span extent(const Draft& draft) {
  base::Span span;
  for (const auto part : draft.attribution.content) span = base::cover(span, part);
  return span;
}

bool same_source(const Draft& a, const Draft& b) {
  if (!a.attribution.sources.empty() || !b.attribution.sources.empty())
    return a.attribution.sources == b.attribution.sources;
  return !a.attribution.source.empty() && a.attribution.source == b.attribution.source;
}

struct GoBetween {
  TokenId word = kNoToken;  // what leads to it
  Speaker speaker;
};

class GoBetweens {
 public:
  GoBetweens(const Scan& scan, const SpeakerFinder& speakers) : scan_(scan), speakers_(speakers) {}

  GoBetween find(const Draft& draft) const {
    for (TokenId t = draft.clause.begin; t < draft.clause.end; ++t) {
      if (t == draft.attribution.cue_token || scan_.spoken(t)) continue;
      if (auto found = at(t, draft); found.speaker.found()) return found;
    }
    return {};
  }

 private:
  GoBetween at(TokenId t, const Draft& draft) const {
    const auto* cue = scan_.cue(t);
    if (cue && (cue->frames & kThrough)) return {t, other(scan_.cue_end(t) + 1, draft, false)};
    if (scan_.is(t, kViaWord)) return {t, other(t + 1, draft, true)};
    if (scan_.is(t, kInMedia)) {
      auto found = other(t + 1, draft, true);
      const auto& list = scan_.reading().entities;
      const bool known = std::any_of(found.entities.begin(), found.entities.end(),
                                     [&](auto id) { return list[id].is_media; });
      return known ? GoBetween{t, std::move(found)} : GoBetween{};
    }
    // "told the BBC"
    const auto cue_token = draft.attribution.cue_token;
    if (t == cue_token + 1 && scan_.verb(cue_token)) return {t, other(t, draft, true)};
    return {};
  }

  Speaker other(TokenId begin, const Draft& draft, bool media) const {
    while (begin < draft.clause.end && scan_.upos(begin) == Upos::kAdp) ++begin;  // "over for"
    if (begin >= draft.clause.end) return {};
    auto bounds = draft.clause;
    if (draft.speaker.tokens.begin > begin) bounds.end = std::min(bounds.end, draft.speaker.tokens.begin);
    auto found = speakers_.phrase_at(begin, bounds);
    if (!found.found() || found.tokens.contains(draft.speaker.head)) return {};
    if (media && (!speakers_.is_media(found) || speakers_.is_platform(found))) return {};
    if (speakers_.is_own_outlet(found)) return {};
    return found;
  }

  const Scan& scan_;
  const SpeakerFinder& speakers_;
};

}  // namespace

void add_go_betweens(const Scan& scan, const SpeakerFinder& speakers, Drafts& drafts) {
  const GoBetweens finder(scan, speakers);
  const auto count = drafts.list.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (drafts.list[i].attribution.cue_token == kNoToken || drafts.list[i].clause.empty()) continue;
    auto between = finder.find(drafts.list[i]);
    if (!between.speaker.found()) continue;
    // The outlet tells what was said and that its speaker said it.
    const auto& told = drafts.list[i];
    const auto& tokens = scan.reading().tokens;
    const auto clause = told.clause;
    std::vector<base::Span> content = told.attribution.content;
    content.push_back(scan.trimmed(
        {clause.begin, std::max(clause.begin, std::min(between.word, between.speaker.tokens.begin))}));
    content.push_back(
        scan.trimmed({between.speaker.tokens.end, std::max(clause.end, between.speaker.tokens.end)}));
    const bool object = between.word == between.speaker.tokens.begin;  // "told the BBC"
    const auto lead = object ? tokens.bytes({told.attribution.cue_token, between.speaker.tokens.end})
                             : tokens.spans[between.word];
    const auto id = drafts.add_bytes(kNoToken, std::move(between.speaker), content, {}, "through");
    if (id == doc::kNone) continue;
    drafts.list[id].attribution.cue = lead;
    drafts.list[id].within = drafts.list[i].within;
    drafts.list[i].within = id;
  }
}

void nest(Drafts& drafts) {
  auto& list = drafts.list;
  const auto covering = [&](const Draft& draft, std::uint32_t self) {
    std::uint32_t best = doc::kNone;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      if (i == self || list[i].within == self) continue;
      const bool holds = std::any_of(list[i].attribution.content.begin(), list[i].attribution.content.end(),
                                     [&](base::Span s) { return s.contains(draft.attribution.cue); });
      if (!holds || draft.attribution.cue.empty()) continue;
      if (best == doc::kNone || extent(list[i]).size() < extent(list[best]).size()) best = i;
    }
    return best;
  };
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (list[i].within == doc::kNone) list[i].within = covering(list[i], i);
  }
  // A source inside its own words adds no link; a ring, from two contents that hold each other's cue, is cut.
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    std::uint32_t steps = 0;
    while (list[i].within != doc::kNone && same_source(list[i], list[list[i].within]) && ++steps < 8) {
      list[i].within = list[list[i].within].within;
    }
    std::uint32_t at = list[i].within;
    for (steps = 0; at != doc::kNone && steps < list.size(); ++steps) at = list[at].within;
    if (at != doc::kNone) list[i].within = doc::kNone;
  }
}

}  // namespace kilde::find::attribution
