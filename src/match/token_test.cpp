// SPDX-License-Identifier: Apache-2.0
#include "match/token_test.h"

#include <algorithm>

namespace kilde::match {
namespace {

bool contains(const std::vector<WordKey>& words, WordKey key) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

std::uint64_t entity_bit(const doc::Reading& reading, const std::vector<doc::EntityId>& of_token, doc::TokenId t) {
  if (t >= of_token.size() || of_token[t] == doc::kNone) return 0;
  return std::uint64_t{1} << static_cast<int>(reading.entities[of_token[t]].kind);
}

}  // namespace

bool TokenTest::Condition::holds(const Tree& tree, doc::TokenId t) const {
  const doc::Reading& reading = tree.reading();
  switch (kind) {
    case Kind::kLemma: return contains(words, tree.lemma_key(t));
    case Kind::kForm: return contains(words, tree.form_key(t));
    case Kind::kUpos: return (bits >> static_cast<int>(reading.syntax.upos[t]) & 1U) != 0;
    case Kind::kRel: return rels[static_cast<std::size_t>(tree.deprel(t))];
    case Kind::kFeat: return (bits & reading.syntax.feat_bits[t]) != 0;
    case Kind::kIn:
      return std::any_of(lexicons.begin(), lexicons.end(), [&](const auto& words_of) {
        return words_of->contains(tree.lemma_key(t)) || words_of->contains(tree.form_key(t));
      });
    case Kind::kEntity:
      return (bits & (entity_bit(reading, reading.entity_of_head, t) |
                      entity_bit(reading, reading.entity_of_token, t))) != 0;
    case Kind::kTime: return t < reading.time_of_token.size() && reading.time_of_token[t] != doc::kNone;
  }
  return false;
}

std::string_view TokenTest::failing(const Tree& tree, doc::TokenId t) const {
  for (const Condition& condition : conditions_) {
    if (condition.holds(tree, t) == condition.negated) return condition.text;
  }
  return {};
}

TokenTest::Words TokenTest::words() const {
  const auto asks = [this](Kind kind) {
    return std::find_if(conditions_.begin(), conditions_.end(),
                        [kind](const Condition& c) { return c.kind == kind && !c.negated; });
  };
  if (const auto at = asks(Kind::kLemma); at != conditions_.end()) return {at->words, {}};
  if (const auto at = asks(Kind::kForm); at != conditions_.end()) return {{}, at->words};
  Words out;
  if (const auto at = asks(Kind::kIn); at != conditions_.end()) {
    for (const auto& lexicon : at->lexicons) out.lemmas.insert(out.lemmas.end(), lexicon->begin(), lexicon->end());
    out.forms = out.lemmas;
  }
  return out;
}

}  // namespace kilde::match
