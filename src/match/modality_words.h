// SPDX-License-Identifier: Apache-2.0
// lang/XX/modality.tsv in memory: words by class, with what they do to what they govern.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "match/compiler.h"
#include "match/modality.h"

namespace kilde::match {

// What a word does to the act below or beside it.
struct Effect {
  std::optional<doc::Status> status;
  bool negates = false;
  doc::Certainty certainty = doc::Certainty::kCertain;
};

enum class WordClass : std::uint8_t {
  kModal,           // auxiliary of the act: vil, skal, kan
  kModalPerfect,    // the same before a perfect infinitive: skal have dræbt
  kModalReported,   // the same in what was said in the past: said they would
  kModalNegated,    // the same under negation: could not
  kGovernor,        // verb, noun or adjective over the act as clause or noun: planlægge, håb, sandsynlig
  kClauseGovernor,  // only over a clause or infinitive: nægte
  kModifier,        // adverb or adjective beside the act: ikke, formentlig, mulig, efter_planen
  kMark,            // subordinator of its clause: hvis, uden_at, for_at
  kWeakMark,        // the same for infinitives that may as well be complements: to
  kComplement,      // declarative subordinator: at, that
  kFocus,           // takes the edge off a negation: ikke kun
  kLight,           // verb that lends its modality to the noun it holds: holde et møde
  kDurative,        // its present tense goes on: forhandle, krig
  kScheduled,       // its present tense is a plan: mødes, rejse
  kSince,           // with a perfect: still going on
  kCase,            // case word between a governor and its noun: planer om
  kPerfect,         // auxiliary of the perfect: have
};
inline constexpr std::size_t kWordClassCount = 17;

class ModalityReader::Words {
 public:
  static base::Result<Words> make(const pack::Pack& pack);

  // By form, else by lemma, else by lemma and particle ("call_off"); null when not listed.
  const Effect* find(WordClass which, const Tree& tree, doc::TokenId t) const;
  // By form or, for short phrases, by all its words: "efter_planen".
  const Effect* find_phrase(WordClass which, const Tree& tree, doc::TokenId t) const;
  const Effect* find(WordClass which, WordKey key) const;
  bool has(WordClass which, const Tree& tree, doc::TokenId t) const { return find(which, tree, t) != nullptr; }
  bool is_passive(const Tree& tree, doc::TokenId verb) const { return passive_.leads(tree, verb); }

 private:
  std::array<std::unordered_map<WordKey, Effect, KeyIsHash>, kWordClassCount> classes_;
  PathList passive_;
};

}  // namespace kilde::match
