// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/draft.h"

#include <algorithm>

namespace kilde::find::attribution {

std::uint32_t Drafts::add_bytes(TokenId cue, Speaker speaker, const std::vector<base::Span>& content,
                                TokenRange clause, std::string_view frame) {
  Draft draft;
  auto& made = draft.attribution;
  for (const auto span : content) {
    if (!span.empty()) made.content.push_back(span);
  }
  if (made.content.empty()) return doc::kNone;
  std::sort(made.content.begin(), made.content.end(), [](auto a, auto b) { return a.begin < b.begin; });
  const auto& tokens = scan_->reading().tokens;
  made.sources = speaker.entities;
  if (speaker.found()) made.source = scan_->trimmed(speaker.tokens);
  if (cue != kNoToken) {
    const auto* known = scan_->cue(cue);
    made.cue = tokens.spans[cue];
    made.cue_token = cue;
    if (known) {
      made.certainty = static_cast<std::uint8_t>(known->certainty);
      made.hypothetical = known->hypothetical;
    }
    made.rule = "attribution." + std::string(frame) + (known ? ":" + known->lemma : "");
    draft.paragraph = scan_->paragraph(cue);
  } else {
    made.rule = "attribution." + std::string(frame);
    draft.paragraph = scan_->paragraph(scan_->token_at_or_after(made.content.front().begin));
  }
  draft.clause = clause;
  draft.speaker = std::move(speaker);
  list.push_back(std::move(draft));
  return static_cast<std::uint32_t>(list.size() - 1);
}

std::uint32_t Drafts::add(TokenId cue, Speaker speaker, const std::vector<TokenRange>& content,
                          TokenRange clause, std::string_view frame) {
  std::vector<base::Span> spans;
  spans.reserve(content.size());
  for (const auto range : content) spans.push_back(scan_->trimmed(range));
  return add_bytes(cue, std::move(speaker), spans, clause, frame);
}

std::uint32_t Drafts::of_cue(TokenId cue) const {
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    if (list[i].attribution.cue_token == cue) return i;
  }
  return doc::kNone;
}

const Draft* Drafts::last_speaker(std::uint32_t paragraph, std::uint32_t before) const {
  const auto position = [](const Draft& d) {
    return d.attribution.cue.empty() ? d.attribution.content.front().begin : d.attribution.cue.begin;
  };
  const Draft* best = nullptr;
  for (const auto& draft : list) {
    if (!draft.speaker.found() || position(draft) >= before || draft.paragraph + 2 < paragraph) continue;
    if (!best || position(draft) >= position(*best)) best = &draft;
  }
  return best;
}

}  // namespace kilde::find::attribution
