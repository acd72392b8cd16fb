// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/direct.h"

#include <algorithm>

#include "base/utf8.h"

namespace kilde::find::attribution {
namespace {

using doc::Upos;

bool lower_case(std::string_view word) {
  return !word.empty() && base::is_lower(base::code_point_at(word, 0).value);
}

bool ends_with_any(std::string_view text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

}  // namespace

void DirectSpeech::read(base::Span sentences) {
  const auto& list = scan_.reading().tokens.sentence_list;
  const TokenRange paragraph{list[sentences.begin].tokens.begin, list[sentences.end - 1].tokens.end};
  if (paragraph.size() < 2) return;
  const bool dash =
      scan_.is(paragraph.begin, kDashWord) && scan_.reading().tokens.space_after(paragraph.begin);
  dash ? read_dash(paragraph) : read_quotations(paragraph);
}

// A speaker taken over from what came before: the last one, or whom the preceding paragraph announces with a
// colon.
Speaker DirectSpeech::continued(TokenRange paragraph) const {
  const auto number = scan_.paragraph(paragraph.begin);
  if (paragraph.begin > 0 && scan_.form(paragraph.begin - 1) == ":") {
    const auto before = scan_.sentence(paragraph.begin - 1);
    for (TokenId t = before.end; t-- > before.begin;) {
      const auto* cue = scan_.cue(t);
      if (cue && (cue->frames & (kQuote | kColon))) {
        if (auto speaker = speakers_.subject(t, before); speaker.found()) return speaker;
      }
    }
  }
  const auto* last = drafts_.last_speaker(number, scan_.reading().tokens.spans[paragraph.begin].begin);
  return last ? last->speaker : Speaker{};
}

// ---- Dash paragraphs ----

std::optional<Aside> DirectSpeech::dash_aside(TokenRange sentence) const {
  for (TokenId t = sentence.begin + 1; t < sentence.end; ++t) {
    const auto before = scan_.form(t - 1);
    const bool edge = before == "," || before == "?" || before == "!" || before == "…" || before == "...";
    if (!edge || scan_.punct(t)) continue;
    auto aside = clauses_.aside_from(t, {t, sentence.end});
    if (!aside) continue;
    aside->edge = t - 1;
    // "..., says Holm, must stop": the quotation goes on behind the cue when what precedes it is no clause.
    auto end = aside->speaker.tokens.end;
    if (end > aside->cue && end + 1 < sentence.end && scan_.comma(end) && !scan_.is(end + 1, kRelativeWord) &&
        scan_.first_finite({sentence.begin, t}) == kNoToken &&
        scan_.first_finite({end, sentence.end}) != kNoToken) {
      aside->clause.end = end + 1;
    }
    return aside;
  }
  return std::nullopt;
}

// "Hun tilføjer, at ...": the outlet's voice again.
bool DirectSpeech::narrated(TokenRange sentence) const {
  for (TokenId t = sentence.begin + 1; t < sentence.end && t < sentence.begin + 8; ++t) {
    if (scan_.comma(t) && scan_.upos(sentence.begin) != Upos::kPropn) return false;
    const auto* cue = scan_.cue(t);
    if (!cue || !scan_.finite(t)) continue;
    const auto speaker = speakers_.subject_before(t, sentence);
    const bool third = speaker.found() && speaker.tokens.begin == sentence.begin &&
                       !scan_.is(speaker.head, kFirstPerson) && !speaker.entities.empty();
    return third && (cue->frames & kThat) && clauses_.conjunction(t, sentence) != kNoToken;
  }
  return false;
}

void DirectSpeech::read_dash(TokenRange paragraph) {
  const auto& tokens = scan_.reading().tokens;
  std::vector<TokenRange> content;
  std::optional<Aside> first;
  TokenId begin = paragraph.begin + 1;
  TokenId at = begin;
  while (at < paragraph.end) {
    TokenRange sentence = tokens.sentence_of(at).tokens;
    sentence.begin = std::max(sentence.begin, begin);
    if (first && narrated(sentence)) break;
    const TokenId next = sentence.end;
    if (auto aside = dash_aside(sentence)) {
      content.push_back({begin, aside->edge});
      begin = aside->clause.end;
      if (!first) first = std::move(aside);
    }
    at = next;
  }
  content.push_back({begin, at});
  auto speaker = first ? first->speaker : continued(paragraph);
  for (const auto range : content) {
    if (!range.empty()) scan_.mark_spoken(tokens.bytes(range));
  }
  if (!speaker.found()) return;
  const auto id = drafts_.add(first ? first->cue : kNoToken, std::move(speaker), content,
                              first ? first->clause : TokenRange{}, first ? "dash" : "dash-continued");
  if (id == doc::kNone) return;
  drafts_.list[id].attribution.mode = doc::AttributionMode::kDirect;
  drafts_.list[id].paragraph = scan_.paragraph(paragraph.begin);
}

// ---- Quotation marks ----

std::optional<Aside> DirectSpeech::cue_after(const Quotation& q, TokenRange paragraph, TokenId limit) const {
  const auto text = scan_.reading().text();
  const auto last = scan_.token_at_or_after(q.whole.end);
  if (last >= paragraph.end || !begins_clause(q, paragraph)) return std::nullopt;
  TokenId begin = last;
  const auto inside = text.substr(q.inner.end, q.whole.end - q.inner.end);
  bool linked = inside.starts_with(",") || ends_with_any(q.inner.in(text), "?!");
  if (scan_.comma(begin)) {
    linked = true;
    ++begin;
  }
  if (begin >= limit || (!linked && !lower_case(scan_.form(begin)))) return std::nullopt;
  const TokenRange bounds{begin, std::min(limit, scan_.sentence(begin).end)};
  auto aside = clauses_.aside_from(begin, bounds);
  // Without a comma only the inverted order is a cue: »...« siger hun.
  if (!aside || aside->clause.begin != begin ||
      (!linked && aside->speaker.tokens.begin < aside->cue &&
       aside->clause.begin == aside->speaker.tokens.begin)) {
    return std::nullopt;
  }
  if (clauses_.conjunction(aside->cue, bounds) != kNoToken) return std::nullopt;
  return aside;
}

std::optional<Aside> DirectSpeech::cue_before(const Quotation& q, TokenRange paragraph) const {
  const auto open = scan_.token_at_or_after(q.whole.begin);
  if (open <= paragraph.begin || open >= paragraph.end) return std::nullopt;
  const auto mark = scan_.form(open - 1);
  const auto sentence = scan_.sentence(open - 1);
  const bool whole = stands_alone(q, paragraph);
  for (TokenId t = open; t-- > sentence.begin && t + 30 > open;) {
    const auto* cue = scan_.cue(t);
    if (cue && cue->upos == Upos::kVerb && (cue->frames & (kQuote | kColon)) &&
        (scan_.finite(t) || scan_.has_finite(t) || scan_.verb(t))) {
      const bool beside = mark == ":" || ((mark == "," || t + 1 == open) && whole);
      if (!beside || clauses_.conjunction(t, {t, open}) != kNoToken) return std::nullopt;
      auto speaker = speakers_.subject(t, {sentence.begin, open});
      if (!speaker.found()) return std::nullopt;
      const auto begin = std::min(t, speaker.tokens.begin);
      return Aside{t, open - 1, {begin, open}, std::move(speaker), kNoToken};
    }
    if (mark != ":" && scan_.finite(t)) return std::nullopt;
  }
  return std::nullopt;
}

bool DirectSpeech::begins_clause(const Quotation& q, TokenRange paragraph) const {
  const auto open = scan_.token_at_or_after(q.whole.begin);
  if (open <= paragraph.begin || scan_.sentence(open).begin == open) return true;
  return ends_with_any(scan_.form(open - 1), ".!?:;") || scan_.quote_mark(open - 1) ||
         scan_.is(open - 1, kDashWord);
}

// A quotation that makes a sentence: it begins where one begins and ends where one ends.
bool DirectSpeech::stands_alone(const Quotation& q, TokenRange paragraph) const {
  const auto text = scan_.reading().text();
  if (!q.closed) return true;
  const auto open = scan_.token_at_or_after(q.whole.begin);
  const auto close = scan_.token_at_or_after(q.whole.end);
  const auto before = open > paragraph.begin ? scan_.form(open - 1) : std::string_view{};
  const bool begins =
      before.empty() || ends_with_any(before, ".!?:,") || scan_.quote_mark(open - 1) || scan_.cue(open - 1);
  const auto tail = text.substr(q.inner.end, q.whole.end - q.inner.end);
  const bool ends = ends_with_any(q.inner.in(text), "!?") || tail.starts_with(".") || tail.starts_with(",") ||
                    close >= paragraph.end || scan_.form(close) == "." ||
                    scan_.sentence(close).begin == close;
  const auto words = scan_.token_at_or_after(q.inner.end) - scan_.token_at_or_after(q.inner.begin);
  return begins && ends && words > 1 &&
         base::is_lower(base::code_point_at(text, q.inner.begin).value) == false;
}

bool DirectSpeech::only_cue_between(base::Span gap, TokenRange clause) const {
  for (TokenId t = scan_.token_at_or_after(gap.begin);
       t < scan_.size() && scan_.reading().tokens.spans[t].begin < gap.end; ++t) {
    if (!scan_.punct(t) && !clause.contains(t) && scan_.sentence(t) != scan_.sentence(clause.begin))
      return false;
  }
  return true;
}

// "...," said Holm, "and then ...": the second half in the sentence of the cue.
bool DirectSpeech::goes_on(const Quotation& q, std::uint32_t current) const {
  if (current == doc::kNone) return false;
  const auto open = scan_.token_at_or_after(q.whole.begin);
  const auto cue = drafts_.list[current].attribution.cue_token;
  return open > 0 && cue != kNoToken && cue < open && scan_.comma(open - 1) &&
         scan_.sentence(open - 1) == scan_.sentence(cue);
}

void DirectSpeech::read_quotations(TokenRange paragraph) {
  const auto& tokens = scan_.reading().tokens;
  const auto quotations = find_quotations(scan_.reading().text(), tokens.bytes(paragraph));
  for (const auto& q : quotations) scan_.mark_quoted(q.whole);
  std::uint32_t current = doc::kNone;  // the draft that later quotations of the paragraph continue
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const auto& q = quotations[i];
    const auto limit =
        i + 1 < quotations.size() ? scan_.token_at_or_after(quotations[i + 1].whole.begin) : paragraph.end;
    auto cue = cue_after(q, paragraph, limit);
    if (!cue) cue = cue_before(q, paragraph);
    const bool alone = stands_alone(q, paragraph);
    if (!cue && !alone && !goes_on(q, current)) continue;
    const bool same =
        current != doc::kNone &&
        (!cue || cue->cue == drafts_.list[current].attribution.cue_token ||
         (cue->speaker.entities == drafts_.list[current].speaker.entities && !cue->speaker.entities.empty() &&
          only_cue_between({drafts_.list[current].attribution.content.back().end, q.whole.begin},
                           drafts_.list[current].clause)));
    if (same) {
      drafts_.list[current].attribution.content.push_back(q.inner);
    } else {
      scan_.mark_spoken(q.whole);
      if (!cue) {
        uncued_.push_back(q.inner);
        continue;
      }
      current = drafts_.add_bytes(cue->cue, cue->speaker, std::vector<base::Span>{q.inner}, cue->clause,
                                  "quotation");
      if (current == doc::kNone) continue;
      drafts_.list[current].attribution.mode = doc::AttributionMode::kDirect;
    }
    scan_.mark_spoken(q.whole);
  }
}

void DirectSpeech::finish() {
  if (uncued_.empty()) return;
  const auto first = scan_.token_at_or_after(uncued_.front().begin);
  const auto* last = drafts_.last_speaker(scan_.paragraph(first), uncued_.front().begin);
  if (last) {
    const auto id = drafts_.add_bytes(kNoToken, last->speaker, uncued_, {}, "quotation-continued");
    if (id != doc::kNone) drafts_.list[id].attribution.mode = doc::AttributionMode::kDirect;
  }
  uncued_.clear();
}

}  // namespace kilde::find::attribution
