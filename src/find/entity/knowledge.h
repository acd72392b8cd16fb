// SPDX-License-Identifier: Apache-2.0
// What kilde knows of the world before it reads: countries, organizations, regions and towns by name, words that tell
// what a name is, offices, first names. Filled from the pack and the codebook; const and shared by threads.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "doc/mentions.h"
#include "find/entity/sorted_file.h"
#include "pack/pack.h"

namespace kilde::find {

// Something known by name.
struct Subject {
  doc::EntityKind kind = doc::EntityKind::kCountry;
  std::string name;
  std::vector<std::string> aliases;
  std::string country;  // ISO code, empty when none
  std::string cls;      // of organizations: "agency"; of regions: "sea"
  bool is_media() const { return cls == "agency" || cls == "media"; }
};

// One way to name a subject.
struct Naming {
  std::uint32_t subject = 0;
  doc::MentionForm form = doc::MentionForm::kName;
  bool people = false;  // "russere": the inhabitants
  bool weak = false;    // "S", "Kommissionen": names it only with other evidence
};

struct Place {
  std::string name;  // as asked for
  std::string danish, own;
  std::string country;
  double latitude = 0, longitude = 0;
  std::int64_t geonames = 0;
  std::int64_t population = 0;
  bool usual = false;  // the name is its usual one in Danish, English or its own language
  bool word = false;   // the name is an ordinary word, too
};

// What a word in or before a name tells of it.
struct Part {
  std::optional<doc::EntityKind> kind;  // none: such a thing is no entity (a storm, a law)
  std::string cls;
};

struct Role {
  std::string cls;     // "state", "spokesperson"
  char gender = '-';   // m, f or - when either
};

struct Pronoun {
  char gender = '-';  // m, f, n (things and bodies)
  bool possessive = false;
};

using WordSet = std::unordered_set<std::string>;

class Knowledge {
 public:
  static base::Result<Knowledge> load(const pack::Pack& pack);

  const Subject& subject(std::uint32_t id) const { return subjects_[id]; }
  // How this very string (straight apostrophes) names something.
  const std::vector<Naming>& namings(std::string_view text) const;
  // Whether some known name of several words goes on after this.
  bool begins_name(std::string_view text) const { return prefixes_.contains(std::string(text)); }
  std::vector<Place> places(std::string_view name) const;
  // The subject that is the country with this code, or none.
  std::optional<std::uint32_t> country(std::string_view code) const;

  enum class Where : std::uint8_t { kFirst, kLast, kSuffix, kBefore, kAfter };
  // The part that this word is, or for kSuffix and kBefore ends with.
  const Part* part(Where where, std::string_view text) const;
  const Part* exact_part(Where where, std::string_view text) const;
  // A role by its lemma, a definite or plural form, or a compound that ends in one. Lower case.
  const Role* role(std::string_view word) const;
  char gender_of(std::string_view first_name) const;  // m, f, u, or '\0' when it is not known as a first name
  bool not_a_name(std::string_view text) const { return not_names_.contains(std::string(text)); }
  const Pronoun* pronoun(std::string_view form) const;
  // A closed list of entity_words.tsv; empty when the pack has none.
  const WordSet& words(std::string_view key) const;
  // `name` without a written genitive ("Israels" -> "Israel", "FN's" -> "FN"), or empty when it has none.
  std::string_view without_genitive(std::string_view name) const;
  // The forms that `word` could be inflected from by the endings of a list: "ministeren" -> "minister".
  std::vector<std::string_view> stems(std::string_view word) const;

 private:
  base::Result<bool> load_countries(const pack::Pack& pack);
  base::Result<bool> load_organizations(const pack::Pack& pack);
  base::Result<bool> load_regions(const pack::Pack& pack);
  base::Result<bool> load_parts(const pack::Pack& pack);
  base::Result<bool> load_roles(const pack::Pack& pack);
  base::Result<bool> add_regions(const pack::Table* table);
  base::Result<bool> add_parts(const pack::Table* table);
  void load_words(const pack::Pack& pack);
  void add_capital(const Subject& capital);
  void add_prefixes(std::string_view name);
  void add_name(std::string_view name, Naming naming);
  const Role* compound_role(std::string_view word) const;

  std::vector<Subject> subjects_;
  std::unordered_map<std::string, std::vector<Naming>> namings_;
  std::unordered_set<std::string> prefixes_;
  std::unordered_map<std::string, std::uint32_t> countries_;
  std::unordered_map<std::string, Part> parts_[5];
  std::unordered_map<std::string, Role> roles_;
  std::unordered_map<std::string, Role> role_suffixes_;
  std::unordered_map<std::string, Pronoun> pronouns_;
  std::unordered_map<std::string, WordSet> words_;
  std::vector<std::string> genitives_, endings_;
  WordSet not_names_;
  SortedFile places_, first_names_;
};

// The text with typographic apostrophes made straight and line breaks made spaces, as names are looked up.
std::string lookup_key(std::string_view text);

}  // namespace kilde::find
