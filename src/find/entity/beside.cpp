// SPDX-License-Identifier: Apache-2.0
#include "find/entity/beside.h"

#include "base/utf8.h"

namespace kilde::find {
namespace {

using base::TokenRange;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;
using Where = Knowledge::Where;

// The word before a name, past one comma.
TokenId word_before(const Shapes& shapes, TokenRange name) {
  if (name.begin == 0) return kNoToken;
  TokenId t = name.begin - 1;
  if (shapes.form(t) == "," && t > 0) --t;
  return shapes.same_sentence(t, name.begin) && shapes.word(t) ? t : kNoToken;
}

}  // namespace

TokenId role_before(const Shapes& shapes, TokenRange name) {
  const TokenId t = word_before(shapes, name);
  if (t != kNoToken && t >= 2 && shapes.knowledge().role(base::lower(shapes.text({t - 2, t + 1})))) return t - 2;  // "Secretary of State"
  if (t == kNoToken || !(shapes.knowledge().role(shapes.lower(t)) || shapes.knowledge().role(shapes.lemma(t)))) return kNoToken;
  return t;
}

TokenId role_after(const Shapes& shapes, TokenRange name) {
  constexpr TokenId kReach = 6;  // tokens: ", som er den nye talsperson"
  if (name.end >= shapes.size() || shapes.form(name.end) != ",") return kNoToken;
  for (TokenId t = name.end + 1; t < shapes.size() && t <= name.end + kReach; ++t) {
    if (!shapes.same_sentence(name.begin, t) || !shapes.word(t)) return kNoToken;
    if (shapes.tagged() && shapes.reading().syntax.has(t, doc::Feat::kNumberPlur)) return kNoToken;
    if (shapes.is(t, Upos::kVerb)) continue;  // "who heads the council"
    if (shapes.knowledge().role(shapes.lower(t)) || shapes.knowledge().role(shapes.lemma(t))) return t;
  }
  return kNoToken;
}

const Part* noun_before(const Shapes& shapes, TokenRange name) {
  const TokenId t = word_before(shapes, name);
  if (t == kNoToken || (shapes.capital(t) && !shapes.initial(t))) return nullptr;
  const auto& knowledge = shapes.knowledge();
  if (t > 0 && t + 1 == name.begin) {
    if (const Part* two = knowledge.part(Where::kBefore, shapes.lower(t - 1) + " " + shapes.lower(t))) return two;
  }
  if (knowledge.words("place_prepositions").contains(shapes.lower(t))) return nullptr;
  return knowledge.part(Where::kBefore, shapes.lower(t));
}

const Part* noun_after(const Shapes& shapes, TokenRange name) {
  if (!shapes.same_sentence(name.begin, name.end) || shapes.capital(name.end) || !shapes.word(name.end)) return nullptr;
  return shapes.knowledge().part(Where::kAfter, shapes.form(name.end));
}

const Part* noun_in_apposition(const Shapes& shapes, TokenRange name) {
  constexpr TokenId kReach = 4;  // tokens: ", the state rail company"
  if (name.end + 1 >= shapes.size() || shapes.form(name.end) != "," || !shapes.is(name.end + 1, Upos::kDet)) return nullptr;
  for (TokenId t = name.end + 2; t < shapes.size() && t <= name.end + 1 + kReach && shapes.same_sentence(name.begin, t); ++t) {
    if (!shapes.is(t, Upos::kNoun) && !shapes.is(t, Upos::kAdj)) return nullptr;
    const Part* part = shapes.is(t, Upos::kNoun) ? shapes.knowledge().part(Where::kBefore, shapes.lower(t)) : nullptr;
    if (part && !shapes.is(t + 1, Upos::kNoun)) return part;
  }
  return nullptr;
}

bool placed(const Shapes& shapes, TokenRange name) {
  if (name.begin == 0) return false;
  constexpr TokenId kModifiers = 3;  // "i det sydlige Oyo", "i tyske Kiel"
  for (TokenId t = name.begin; t > 0 && name.begin - t < kModifiers && shapes.same_sentence(t - 1, name.begin);) {
    --t;
    if (shapes.knowledge().words("place_prepositions").contains(shapes.lower(t))) return true;
    if (!shapes.is(t, Upos::kAdj) && !shapes.is(t, Upos::kDet)) return false;
  }
  return false;
}

}  // namespace kilde::find
