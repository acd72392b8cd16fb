// SPDX-License-Identifier: Apache-2.0
#include "syntax/lemmatizer.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/utf8.h"

namespace kilde::syntax {
namespace {

constexpr std::size_t kTries = 8;  // scripts that are tried before the form stands for itself

// Empty when the script takes off more than there is.
std::string apply(const LemmaScript& script, std::string_view form) {
  std::string out = script.lower ? base::lower(form) : std::string(form);
  std::size_t end = out.size();
  for (int i = 0; i < script.strip; ++i) {
    if (end == 0) return {};
    do --end;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U);
  }
  out.resize(end);
  out += script.tail;
  return out;
}

}  // namespace

std::optional<std::string_view> known_lemma(const Network& network, std::string_view form, int upos_row) {
  for (int row = network.lemma_forms.lower_bound(form); row < network.lemma_forms.size() && network.lemma_forms[row] == form; ++row)
    if (network.lemma_upos[static_cast<std::size_t>(row)] == upos_row) return network.lemmas[row];
  return std::nullopt;
}

std::string scripted_lemma(const Network& network, std::string_view form, const float* scores) {
  std::vector<std::size_t> order(network.scripts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto tried = std::min(kTries, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(tried), order.end(),
                    [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  for (std::size_t i = 0; i < tried; ++i)
    if (std::string lemma = apply(network.scripts[order[i]], form); !lemma.empty()) return lemma;
  return std::string(form);
}

}  // namespace kilde::syntax
