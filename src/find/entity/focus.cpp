// SPDX-License-Identifier: Apache-2.0
#include "find/entity/focus.h"

#include <algorithm>

namespace kilde::find {
namespace {

constexpr double kPerSentence = 2.0;
constexpr double kParagraph = 0.7;  // the first words of a paragraph look back on the last one as a whole
constexpr double kPerMention = 0.5;  // who is spoken of much, up to kMostMentions times, is likelier meant
constexpr int kMostMentions = 4;
constexpr double kSubject = 1.2;
constexpr double kOwner = -0.75;     // "Ukraines præsident" is less of a topic than "Ukraine"
constexpr double kOblique = -0.75;   // "fell on the exchange. Its rival ..." is not the exchange's
constexpr double kAdjective = -1.5;
constexpr double kPerToken = 0.01;   // breaks ties in favour of the nearer one

}  // namespace

int Focus::mentions_of(doc::EntityId draft) const {
  if (draft == doc::kNone) return 0;
  return static_cast<int>(std::count_if(traces_.begin(), traces_.end(), [&](const Trace& x) { return x.draft == draft; }));
}

bool Focus::subject(doc::TokenId t) const {
  return shapes_.tagged() && tree_.relation(t) == doc::Deprel::kNsubj;
}

const Trace* Focus::best(doc::TokenId t, std::uint32_t reach, const std::function<bool(const Trace&)>& fits) const {
  const auto& sentences = shapes_.reading().tokens.sentences;
  const Trace* best = nullptr;
  double most = -1e9;
  const auto& list = shapes_.reading().tokens.sentence_list;
  const std::uint32_t sentence = sentences[t];
  const bool opens = sentence > 0 && list[sentence].paragraph != list[sentence - 1].paragraph;
  for (auto trace = traces_.rbegin(); trace != traces_.rend(); ++trace) {
    if (trace->head >= t) continue;
    const std::uint32_t back = sentences[t] - sentences[trace->head];
    if (back > reach) break;
    if (!fits(*trace)) continue;
    double score = -kPerSentence * back * (opens ? kParagraph : 1.0) - kPerToken * (t - trace->head);
    score += kPerMention * std::min(kMostMentions, mentions_of(trace->draft));
    if (subject(trace->head)) score += kSubject;
    if (shapes_.tagged() && tree_.deprel(trace->head) == doc::Deprel::kNmodPoss) score += kOwner;
    if (!trace->person && shapes_.tagged() && tree_.relation(trace->head) == doc::Deprel::kObl) score += kOblique;
    if (trace->form == doc::MentionForm::kAdjective) score += kAdjective;
    if (score > most) most = score, best = &*trace;
  }
  return best;
}

}  // namespace kilde::find
