// SPDX-License-Identifier: Apache-2.0
// Any bytes as CoNLL-U: refused, or a reading whose heads lie in their sentence and that is written and read back alike.
#include <cstdlib>
#include <string>

#include "doc/conllu.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kilde;
  const auto reading = doc::read_conllu(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!reading) return 0;
  for (const doc::Sentence& sentence : reading->tokens.sentence_list) {
    for (doc::TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const doc::TokenId head = reading->syntax.heads[t];
      if (head != doc::kNoToken && !sentence.tokens.contains(head)) std::abort();
    }
  }
  const auto again = doc::read_conllu(doc::to_conllu(*reading));
  if (!again || again->tokens.size() != reading->tokens.size()) std::abort();
  return 0;
}
