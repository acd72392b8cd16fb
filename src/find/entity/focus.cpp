// SPDX-License-Identifier: Apache-2.0
#include "find/entity/focus.h"

namespace kilde::find {
namespace {

constexpr double kPerSentence = 2.0;
constexpr double kSubject = 1.5;
constexpr double kOwner = -0.75;     // "Ukraines præsident" is less of a topic than "Ukraine"
constexpr double kOblique = -0.75;   // "fell on the exchange. Its rival ..." is not the exchange's
constexpr double kAdjective = -1.5;
constexpr double kPerToken = 0.01;   // breaks ties in favour of the nearer one

}  // namespace

bool Focus::subject(doc::TokenId t) const {
  return shapes_.tagged() && tree_.relation(t) == doc::Deprel::kNsubj;
}

const Trace* Focus::best(doc::TokenId t, std::uint32_t reach, const std::function<bool(const Trace&)>& fits) const {
  const auto& sentences = shapes_.reading().tokens.sentences;
  const Trace* best = nullptr;
  double most = -1e9;
  for (auto trace = traces_.rbegin(); trace != traces_.rend(); ++trace) {
    if (trace->head >= t) continue;
    const std::uint32_t back = sentences[t] - sentences[trace->head];
    if (back > reach) break;
    if (!fits(*trace)) continue;
    double score = -kPerSentence * back - kPerToken * (t - trace->head);
    if (subject(trace->head)) score += kSubject;
    if (shapes_.tagged() && tree_.deprel(trace->head) == doc::Deprel::kNmodPoss) score += kOwner;
    if (shapes_.tagged() && tree_.relation(trace->head) == doc::Deprel::kObl) score += kOblique;
    if (trace->form == doc::MentionForm::kAdjective) score += kAdjective;
    if (score > most) most = score, best = &*trace;
  }
  return best;
}

}  // namespace kilde::find
