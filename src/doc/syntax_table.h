// SPDX-License-Identifier: Apache-2.0
// What the syntax pass knows of each token: Universal Dependencies tags, lemma, head, and names.
#pragma once
#include <cstdint>
#include <vector>

#include "doc/string_pool.h"
#include "doc/token_table.h"
#include "doc/ud.h"

namespace kilde::doc {

enum class NameKind : std::uint8_t { kPerson, kOrganization, kLocation, kOther };

// A name found by the model; names do not overlap and stand in text order.
struct NameSpan {
  base::TokenRange tokens;
  NameKind kind = NameKind::kOther;
};

// Struct of arrays parallel to TokenTable. Each sentence has exactly one root.
struct SyntaxTable {
  std::vector<Upos> upos;
  std::vector<std::uint32_t> feats;   // id in `strings`: the FEATS column as CoNLL-U writes it, "_" when empty
  std::vector<FeatBits> feat_bits;
  std::vector<std::uint32_t> lemmas;  // id in `strings`, as the treebank writes lemmas (names keep their capitals)
  std::vector<TokenId> heads;         // index into the TokenTable; kNoToken for a root
  std::vector<Deprel> deprels;
  std::vector<NameSpan> names;
  StringPool strings;

  std::string_view lemma(TokenId t) const { return strings[lemmas[t]]; }
  bool has(TokenId t, Feat feat) const { return (feat_bits[t] & bit(feat)) != 0; }
};

}  // namespace kilde::doc
