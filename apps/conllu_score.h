// SPDX-License-Identifier: Apache-2.0
// Scores of a parse against a treebank in the manner of the CoNLL 2018 shared task: words are matched by the characters
// they cover, every figure is an F1 in percent.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "doc/reading.h"

namespace kilde::apps {

using Scores = std::vector<std::pair<std::string, double>>;

// Sentences, words, UPOS, FEATS (all features), lemmas, UAS, LAS (universal relations). Both readings have the same text.
Scores score_conllu(const doc::Reading& gold, const doc::Reading& system);

// Names by exact bounds and kind: all, then each kind.
Scores score_names(const doc::Reading& gold, const doc::Reading& system);

}  // namespace kilde::apps
