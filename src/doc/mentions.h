// SPDX-License-Identifier: Apache-2.0
// What the finders find. Mentions hold spans and token ids, never pointers; ids are indices into the Reading's lists.
// `rule` names what found a thing ("event.consult.meet", "model:names"), so that a person can ask why.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "doc/source_text.h"
#include "doc/token_table.h"

namespace kilde::doc {

using EntityId = std::uint32_t;
using TimeId = std::uint32_t;
using AttributionId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class EntityKind : std::uint8_t { kPerson, kOrganization, kCountry, kPlace, kGroup };
enum class MentionForm : std::uint8_t { kName, kNominal, kPronoun, kAdjective };

struct EntityMention {
  base::TokenRange tokens;
  base::Span span;            // the words; a genitive ending is left out where the token allows it
  TokenId head = kNoToken;    // the token that carries the mention's syntactic role
  MentionForm form = MentionForm::kName;
};

struct Entity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;                     // the fullest form, without genitive ending
  std::vector<std::string> aliases;     // other names it goes by, in or outside this article
  std::string country;                  // ISO 3166-1 alpha-2, empty when none
  std::string role;                     // as the article words it, empty when none
  EntityId affiliation = kNone;
  std::optional<double> latitude;       // degrees, WGS 84
  std::optional<double> longitude;
  std::optional<std::int64_t> geonames;
  std::string wikidata;
  bool is_media = false;                // a news agency, newspaper, broadcaster: may stand in a chain of sources
  bool is_international = false;        // an alliance or body of states: talks within it are multilateral
  std::vector<EntityMention> mentions;  // in text order
  std::string rule;
};

enum class TimeKind : std::uint8_t { kDate, kTime, kDuration, kSet };

struct TimeMention {
  base::TokenRange tokens;
  base::Span span;
  TimeKind kind = TimeKind::kDate;
  std::string value;             // TIMEX3 value
  std::optional<Date> earliest;  // first and last calendar day it covers
  std::optional<Date> latest;
  std::string rule;
};

enum class AttributionMode : std::uint8_t { kDirect, kIndirect };

struct Attribution {
  std::vector<EntityId> sources;        // empty when impersonal or anonymous
  base::Span source;                    // words that name the source; empty when impersonal
  base::Span cue;
  std::vector<base::Span> content;      // what is attributed, in text order
  AttributionMode mode = AttributionMode::kIndirect;
  AttributionId within = kNone;         // through which this one reached the outlet
  TokenId cue_token = kNoToken;         // its main word
  // How sure the source presents it, from the cue ("frygter" -> kPossible); claim applies it to what the content holds.
  std::uint8_t certainty = 0;           // a Certainty
  bool hypothetical = false;            // the content is wished, demanded or feared
  std::string rule;
};

enum class Status : std::uint8_t { kHappened, kOngoing, kPlanned, kHypothetical };
enum class Certainty : std::uint8_t { kCertain, kProbable, kPossible };

struct EventMention {
  base::Span trigger;
  base::Span span;                      // clause or phrase that tells of the act
  TokenId head = kNoToken;              // trigger token
  std::string type;                     // PLOVER: "CONSULT"
  std::string mode;                     // PLOVER mode, empty when none
  std::vector<EntityId> actors;
  std::vector<EntityId> recipients;
  std::vector<EntityId> places;
  TimeId time = kNone;
  Status status = Status::kHappened;
  bool negated = false;
  Certainty certainty = Certainty::kCertain;
  std::string rule;
};

enum class Bound : std::uint8_t {
  kExact, kAbout, kAlmost, kOver, kAtLeast, kUpTo, kRange, kDozens, kScores, kHundreds, kThousands, kMillions
};

struct FigureMention {
  base::Span trigger;                   // bound, numeral and what is counted: "omkring 1200 personer"
  base::Span span;                      // clause that tells it
  TokenId head = kNoToken;              // numeral, or the noun it counts
  std::string measure;                  // codebook id: "killed"
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  Bound bound = Bound::kExact;
  std::string unit;                     // ISO 4217 for money
  std::string counted;                  // "personer"
  EntityId group = kNone;
  std::vector<EntityId> places;
  TimeId time = kNone;
  Status status = Status::kHappened;
  bool negated = false;
  Certainty certainty = Certainty::kCertain;
  std::string rule;
};

// A joined statement: one event or figure with the innermost attribution that covers it.
struct Statement {
  enum class Kind : std::uint8_t { kEvent, kFigure };
  Kind kind = Kind::kEvent;
  std::uint32_t mention = kNone;        // index into Reading::events or Reading::figures
  AttributionId attribution = kNone;    // kNone: the outlet's own voice
  Status status = Status::kHappened;
  Certainty certainty = Certainty::kCertain;
};

}  // namespace kilde::doc
