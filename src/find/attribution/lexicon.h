// SPDX-License-Identifier: Apache-2.0
// What a language pack knows about reporting: cues.tsv (words that report), cue_classes.tsv (how the words of
// a class build), attribution_words.tsv (small words with a role) and attribution_inflection.tsv (endings of
// regular verbs).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "doc/ud.h"
#include "pack/pack.h"

namespace kilde::find::attribution {

// The ways in which a cue joins a source to what it says. A set is an OR of these.
enum Frame : std::uint32_t {
  kQuote = 1,           // beside quotation marks: "...," says X
  kThat = 2,            // X says that C
  kBare = 4,            // X says C, no conjunction
  kAside = 8,           // C, says X
  kBack = 16,           // C. That says X
  kColon = 32,          // X says: C
  kReproach = 64,       // X accuses Y of C, with a verb in C
  kPredicate = 128,     // X calls Y C
  kNoun = 256,          // X fears C, a noun phrase
  kInfinitive = 512,    // X hopes to C
  kPassive = 1024,      // Y is said to C
  kImpersonal = 2048,   // it is said that C
  kSound = 4096,        // C, it sounds from X
  kWhether = 8192,      // X asks whether C
  kAccording = 16384,   // according to X, C
  kCiting = 32768,      // Z writes with reference to X: C
  kThrough = 65536,     // X says through Z: C
  kHearsay = 131072,    // an adverb: reportedly
  kClaimNoun = 262144,  // X's claim that C
  kRumour = 524288,     // rumours that C: no source is named
  kPatient = 2097152,   // X is quoted as saying C: the subject of the passive speaks
  kStraight = 1048576,  // C, X says: an aside with its subject first
};

// What a small word can be.
enum Role : std::uint32_t {
  kThatWord = 1,        // opens a reported clause
  kWhetherWord = 2,     // opens a reported question
  kBackWord = 4,        // stands for the sentence before
  kImpersonalWord = 8,  // empty subject
  kViaWord = 16,        // leads to whom the source spoke
  kMediaWord = 32,      // noun for a news outlet
  kMediaEnding = 64,    // how names of outlets end
  kPlatformWord = 128,  // social network: never a link of the chain
  kRelativeWord = 256,  // opens a relative clause
  kFirstPerson = 512,
  kAnybody = 1024,        // a subject that names nobody
  kCountWord = 2048,      // noun for counted facts
  kNoSource = 4096,       // what stands after "according to" without saying anything
  kFromWord = 8192,       // joins an impersonal cue or a noun to its source
  kContrastWord = 16384,  // joins two main clauses that oppose
  kAsWord = 32768,        // "as X says", points back
  kInfinitiveWord = 65536,
  kReproachWord = 131072,  // leads to what somebody is reproached for
  kAmountWord = 262144,    // leads to an estimate
  kInMedia = 524288,       // leads to the outlet in which somebody speaks
  kByWord = 1048576,       // leads to the agent of a passive
  kPassiveEnding = 2097152,
  kDashWord = 4194304,
  kHumanWord = 33554432,    // pronoun for a person
  kBelongsWord = 16777216,  // leads to the body that a speaker belongs to
  kKeptWord = 8388608,      // a conjunction that counts as part of what it opens
};

struct Cue {
  std::string lemma;              // as listed: "give udtryk for"
  std::vector<std::string> rest;  // words that must follow the head; "..." stands for a noun phrase
  doc::Upos upos = doc::Upos::kVerb;
  std::uint32_t frames = 0;
  doc::Certainty certainty = doc::Certainty::kCertain;
  bool hypothetical = false;
};

class Lexicon {
 public:
  static base::Result<Lexicon> make(const pack::Pack& pack);

  // Cues whose first word has this form or lemma, both lower case; the longest first.
  const std::vector<std::uint32_t>* cues_of(std::string_view lower_word) const;
  const Cue& cue(std::uint32_t id) const { return cues_[id]; }
  std::size_t size() const { return cues_.size(); }
  // Roles of a word in lower case.
  std::uint32_t roles(std::string_view lower_word) const;
  // Whether a lower-case word ends as the words listed under this role do.
  bool ends_as(std::string_view lower_word, Role role) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class T>
  using Index = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  struct Loader;

  std::vector<Cue> cues_;
  Index<std::vector<std::uint32_t>> by_word_;
  Index<std::uint32_t> roles_;
  std::vector<std::pair<std::string, std::uint32_t>> endings_;
};

}  // namespace kilde::find::attribution
