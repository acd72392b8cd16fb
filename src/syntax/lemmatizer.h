// SPDX-License-Identifier: Apache-2.0
// Lemmas: forms seen in training by table, all others by the edit script that the network scores highest.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "syntax/network.h"

namespace kilde::syntax {

// The lemma that the training data gives this form with this UPOS (a row of the network's list).
std::optional<std::string_view> known_lemma(const Network& network, std::string_view form, int upos_row);

// The best script that can be applied and leaves something; the form itself when there is none.
std::string scripted_lemma(const Network& network, std::string_view form, const float* scores);

}  // namespace kilde::syntax
