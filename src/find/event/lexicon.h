// SPDX-License-Identifier: Apache-2.0
// The event tables of a language pack, checked and indexed: triggers, the frames that say where their sides stand,
// verbs that carry an act's noun, and nouns that can act. Const after loading.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "find/event/words.h"
#include "match/compiler.h"
#include "pack/pack.h"

namespace kilde::find::event {

// A row of event_frames.tsv.
struct Frame {
  std::string name;
  match::PathList actor, recipient, goal;
};

// What a trigger asks for before it counts.
enum class Need : std::uint8_t { kHuman, kForce, kSubject, kVictim, kActor, kRecipient, kPlace, kNamed };
inline constexpr std::array<std::string_view, 8> kNeedNames = {"human", "force", "subject", "victim", "actor", "recipient", "place", "named"};

// A row of event_triggers.tsv.
struct Trigger {
  WordList words{""};
  std::uint32_t upos = 0;  // one bit each; none: any
  std::string type, mode;
  std::size_t frame = 0;
  Company company{""};
  std::uint8_t needs = 0;  // one bit for each Need
  bool sure = false;       // a rule has seen enough of the sentence: a noun needs no further evidence
  bool negated = false;
  bool has_status = false;
  doc::Status status = doc::Status::kHappened;
  std::string rule;        // "lexicon:event_triggers:mødes"

  // Reads the cells "needs" and "set"; returns what is wrong with them, "" when nothing is.
  std::string read(std::string_view needs_cell, std::string_view set_cell);
  bool needs_a(Need need) const { return (needs >> static_cast<int>(need) & 1) != 0; }
};

enum class Effect : std::uint8_t { kNone, kPlanned, kEnded, kCancelled };
inline constexpr std::array<std::string_view, 4> kEffectNames = {"", "planned", "ended", "cancelled"};

class Lexicon {
 public:
  // A pack without event tables yields an empty lexicon.
  static base::Result<Lexicon> load(const pack::Pack& pack);

  // Rows whose words and word class fit t, in the order of the table.
  void rows_at(const match::Tree& tree, doc::TokenId t, std::vector<std::uint32_t>& rows) const;
  const Trigger& trigger(std::uint32_t row) const { return triggers_[row]; }
  const Frame& frame(const Trigger& trigger) const { return frames_[trigger.frame]; }

  // Ways from the head of an unnamed filler to a name.
  const match::PathList& names_behind_people() const { return people_frame_; }
  const match::PathList& names_behind_thing() const { return thing_frame_; }

  // Main clauses put the verb second, so that what stands first may be the object.
  bool verb_second() const { return verb_second_; }
  bool is_light_verb(const match::Tree& tree, doc::TokenId t) const { return light_verb(tree, t) != nullptr; }
  Effect effect(const match::Tree& tree, doc::TokenId t) const;
  bool is_people(const match::Tree& tree, doc::TokenId t) const { return people_.has(tree, t) || police_.has(tree, t); }
  bool is_police(const match::Tree& tree, doc::TokenId t) const { return police_.has(tree, t); }
  bool is_sport(const match::Tree& tree, doc::TokenId t) const { return sport_.has(tree, t); }
  // A body or land that somebody speaks for ("her group", "hans land").
  bool is_body(const match::Tree& tree, doc::TokenId t) const { return bodies_.has(tree, t); }
  bool is_land(const match::Tree& tree, doc::TokenId t) const { return lands_.has(tree, t); }
  // A word for two: "begge parter", "the two sides".
  bool is_two(const match::Tree& tree, doc::TokenId t) const { return two_.has(tree, t); }
  bool is_weapon(const match::Tree& tree, doc::TokenId t) const { return weapons_.has(tree, t); }
  bool is_thing(const match::Tree& tree, doc::TokenId t) const { return things_.has(tree, t); }

 private:
  struct LightVerb {
    WordList words;
    Effect effect = Effect::kNone;
  };
  base::Result<bool> load_frames(const pack::Pack& pack);
  base::Result<bool> load_triggers(const pack::Pack& pack);
  base::Result<bool> load_words(const pack::Pack& pack);
  void index(std::uint32_t row);
  const LightVerb* light_verb(const match::Tree& tree, doc::TokenId t) const;

  std::vector<Frame> frames_;
  match::PathList people_frame_, thing_frame_;
  std::vector<Trigger> triggers_;
  std::unordered_map<match::WordKey, std::vector<std::uint32_t>, match::KeyIsHash> by_word_;
  std::vector<std::uint32_t> by_ending_;
  bool verb_second_ = false;
  std::vector<LightVerb> light_verbs_;
  WordList people_{""}, police_{""}, weapons_{""}, things_{""}, sport_{""}, two_{""}, bodies_{""}, lands_{""};
};

}  // namespace kilde::find::event
