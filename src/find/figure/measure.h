// SPDX-License-Identifier: Apache-2.0
// What a quantity of people measures (killed, attendance ...), from the words around it. figure_words.tsv gives words
// (lemmas or forms, "*ere" for an ending) a measure of codebook/measures.tsv and a kind:
//   state     who is so called is in that state, whatever the verb: "ni såret", "the wounded"
//   counted   who is so called has this measure, but a verb that says otherwise wins: "gidsler", "refugees"
//   crowd     the same, but any other evidence wins: "soldater", "protesters"
//   subject   predicate that measures its subject: "omkom", "died"
//   object    predicate that measures its object, in the passive its subject: "dræbte", "were arrested"
//   tally     noun whose number is told: "dødstal", "turnout"
//   deed      noun of an act done to those set to it: "drabet på tre mænd", "the bodies of 31 people"
//   number    noun that needs another to say of what: "antallet af savnede", "the number of dead"
//   among     preposition before the group that the quantity is part of: "blandt de sårede", "of the wounded"
//   estimate  verb under which a bare number goes on with the measure before it: "put", "skønner", "der var"
//   including introduces a part of those just counted: "including", "heraf"
//   pronoun   stands for those just counted: "20 of them"
//   persons   people and nothing more
//   people    may be counted by any of the predicates; other nouns only where the codebook calls the measure open
//   thing     is never counted as people
// `with` names words one of which must stand near (miste + livet); a word after '!' must not (flee + !scene).
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "find/figure/quantity.h"

namespace kilde::find::figures {

struct Finding {
  std::string measure;                // empty: none
  std::string rule;                   // what told it
  doc::TokenId governor = doc::kNoToken;  // predicate or noun that told it; kNoToken: the quantity itself
};

class Measures {
 public:
  // Unknown kinds and measures that the codebook lacks are errors with file and line.
  static base::Result<Measures> make(const pack::Pack& pack);
  // `barrier`: other quantities' tokens are marked true. `previous`: the measure of the quantity before, "" when none.
  Finding find(const match::Tree& tree, const Quantity& quantity, const std::vector<bool>& barrier,
               const std::string& previous) const;

 private:
  enum class Kind : std::uint8_t {
    kCounted, kCrowd, kSubject, kObject, kTally, kNumber, kAmong, kEstimate, kPronoun, kPeople, kThing,
    kState, kPersons, kIncluding, kDeed
  };
  struct Entry {
    Kind kind = Kind::kCounted;
    std::string measure;
    std::vector<std::string> with, without;
    bool open = false;  // counts any noun that is not known as a thing
  };
  enum class Role : std::uint8_t { kSubject, kObject };
  class Search;

  const Entry* lookup(const match::Tree& tree, doc::TokenId t, std::initializer_list<Kind> kinds) const;
  bool accompanied(const match::Tree& tree, doc::TokenId t, const Entry& entry) const;
  bool is(const match::Tree& tree, doc::TokenId t, Kind kind) const { return lookup(tree, t, {kind}) != nullptr; }

  std::unordered_map<std::string, std::vector<Entry>> words_;
  std::vector<std::pair<std::string, Entry>> endings_;
};

}  // namespace kilde::find::figures
