// SPDX-License-Identifier: Apache-2.0
// Filling the Knowledge from the tables of the pack and the codebook.
#include <algorithm>

#include "base/utf8.h"
#include "find/entity/knowledge.h"

namespace kilde::find {
namespace {

using doc::EntityKind;
using doc::MentionForm;
using pack::split;
using pack::Table;

base::Error fault(const Table& table, std::size_t row, std::string message) {
  return {base::Fault::kPack, std::move(message), table.place(row)};
}

bool parse_kind(std::string_view text, std::optional<EntityKind>& kind) {
  constexpr std::pair<std::string_view, EntityKind> kinds[] = {{"person", EntityKind::kPerson},
      {"organization", EntityKind::kOrganization}, {"country", EntityKind::kCountry}, {"place", EntityKind::kPlace},
      {"group", EntityKind::kGroup}};
  for (const auto& [name, value] : kinds) {
    if (name == text) return kind = value, true;
  }
  return text == "other";
}

std::vector<std::string> strings(std::string_view cell);

Subject capital_of(const Subject& country, std::string_view names) {
  Subject capital;
  capital.kind = EntityKind::kPlace;
  capital.aliases = strings(names);
  if (!capital.aliases.empty()) capital.name = capital.aliases.front();
  capital.country = country.country;
  capital.cls = "capital";
  return capital;
}

std::vector<std::string> strings(std::string_view cell) {
  const auto parts = split(cell);
  return {parts.begin(), parts.end()};
}

}  // namespace

base::Result<Knowledge> Knowledge::load(const pack::Pack& pack) {
  Knowledge knowledge;
  knowledge.load_words(pack);
  for (const auto part : {&Knowledge::load_countries, &Knowledge::load_organizations, &Knowledge::load_regions,
                          &Knowledge::load_parts, &Knowledge::load_roles}) {
    if (auto loaded = (knowledge.*part)(pack); !loaded) return loaded.error();
  }
  const auto folder = pack.codebook() / "gazetteer";
  auto places = SortedFile::load(folder / "places.tsv");
  if (!places) return places.error();
  knowledge.places_ = std::move(places).value();
  auto names = SortedFile::load(folder / "first_names.tsv");
  if (!names) return names.error();
  knowledge.first_names_ = std::move(names).value();
  return knowledge;
}

base::Result<bool> Knowledge::load_countries(const pack::Pack& pack) {
  std::unordered_map<std::string_view, std::string_view> codes;
  if (const Table* shared = pack.shared_table("countries")) {
    for (std::size_t r = 0; r < shared->size(); ++r) codes[shared->cell(r, "id")] = shared->cell(r, "code");
  }
  const Table* table = pack.table("countries");
  if (!table) return true;
  for (std::size_t r = 0; r < table->size(); ++r) {
    const auto code = codes.find(table->cell(r, "id"));
    if (code == codes.end()) return fault(*table, r, "id is not in codebook/countries.tsv: " + std::string(table->cell(r, "id")));
    Subject subject;
    subject.aliases = strings(table->cell(r, "names"));
    if (subject.aliases.empty()) return fault(*table, r, "a country needs a name");
    subject.name = subject.aliases.front();
    subject.country = code->second;
    const auto id = static_cast<std::uint32_t>(subjects_.size());
    for (const auto& name : subject.aliases) add_name(name, {id, MentionForm::kName, false, false});
    for (const auto form : split(table->cell(r, "adjectives"))) add_name(form, {id, MentionForm::kAdjective, false, false});
    for (const auto form : split(table->cell(r, "people"))) add_name(form, {id, MentionForm::kAdjective, true, false});
    if (code->first == code->second) countries_.emplace(subject.country, id);
    const Subject capital = capital_of(subject, table->cell(r, "capital"));
    subjects_.push_back(std::move(subject));
    add_capital(capital);
  }
  return true;
}

// A capital that is named as its country ("Luxembourg") is the country.
void Knowledge::add_capital(const Subject& capital) {
  if (capital.aliases.empty() || !namings(capital.name).empty()) return;
  const auto id = static_cast<std::uint32_t>(subjects_.size());
  for (const auto& name : capital.aliases) add_name(name, {id, MentionForm::kName, false, false});
  subjects_.push_back(capital);
}

base::Result<bool> Knowledge::load_organizations(const pack::Pack& pack) {
  const Table* table = pack.shared_table("organizations");
  if (!table) return true;
  const std::string own = table->column(pack.language()) >= 0 ? pack.language() : "en";
  for (std::size_t r = 0; r < table->size(); ++r) {
    Subject subject;
    subject.kind = EntityKind::kOrganization;
    subject.country = table->cell(r, "country");
    subject.cls = table->cell(r, "class");
    for (const auto& column : {own, std::string("any"), std::string("en")}) {  // English names stand in any news
      for (auto& name : strings(table->cell(r, column))) {
        if (std::find(subject.aliases.begin(), subject.aliases.end(), name) == subject.aliases.end()) subject.aliases.push_back(std::move(name));
      }
    }
    const auto shorts = strings(table->cell(r, "short_" + own));
    if (subject.aliases.empty()) subject.aliases = shorts;
    if (subject.aliases.empty()) continue;  // has no name in this language
    subject.name = subject.aliases.front();
    const auto id = static_cast<std::uint32_t>(subjects_.size());
    for (const auto& name : subject.aliases) {
      const bool weak = std::find(shorts.begin(), shorts.end(), name) != shorts.end();
      add_name(name, {id, MentionForm::kName, false, weak});
    }
    for (const auto& name : shorts) add_name(name, {id, MentionForm::kName, false, true});
    subjects_.push_back(std::move(subject));
  }
  return true;
}

base::Result<bool> Knowledge::load_regions(const pack::Pack& pack) {
  if (auto own = add_regions(pack.table("regions")); !own) return own.error();
  return add_regions(pack.shared_table("regions"));
}

base::Result<bool> Knowledge::add_regions(const Table* table) {
  if (!table) return true;
  for (std::size_t r = 0; r < table->size(); ++r) {
    Subject subject;
    subject.kind = EntityKind::kPlace;
    subject.country = table->cell(r, "country");
    subject.cls = table->cell(r, "kind");
    // A row lists many places of one kind, unless it is a disputed region: then its names are one place's.
    const bool one = subject.cls == "region" && !subject.country.empty();
    const auto names = strings(table->cell(r, "names"));
    if (one) {
      subject.aliases = names;
      subject.name = names.empty() ? "" : names.front();
    }
    for (const auto& name : names) {
      if (!one || name == subject.name) subjects_.push_back(subject);
      if (!one) subjects_.back().name = name;
      add_name(name, {static_cast<std::uint32_t>(subjects_.size() - 1), MentionForm::kName, false, false});
    }
  }
  return true;
}

base::Result<bool> Knowledge::load_parts(const pack::Pack& pack) {
  if (auto own = add_parts(pack.table("name_parts")); !own) return own.error();
  return add_parts(pack.shared_table("name_parts"));
}

base::Result<bool> Knowledge::add_parts(const Table* table) {
  if (!table) return true;
  for (std::size_t r = 0; r < table->size(); ++r) {
    Part part;
    if (!parse_kind(table->cell(r, "kind"), part.kind)) return fault(*table, r, "unknown kind: " + std::string(table->cell(r, "kind")));
    part.cls = table->cell(r, "class");
    constexpr std::string_view wheres[] = {"first", "last", "suffix", "before", "after"};
    const auto where = std::find(std::begin(wheres), std::end(wheres), table->cell(r, "where"));
    if (where == std::end(wheres)) return fault(*table, r, "unknown where: " + std::string(table->cell(r, "where")));
    parts_[where - std::begin(wheres)].emplace(table->cell(r, "part"), std::move(part));
  }
  return true;
}

base::Result<bool> Knowledge::load_roles(const pack::Pack& pack) {
  const Table* table = pack.table("roles");
  if (!table) return true;
  for (std::size_t r = 0; r < table->size(); ++r) {
    const std::string_view gender = table->cell(r, "gender");
    const Role role{std::string(table->cell(r, "class")), gender.empty() ? '-' : gender.front()};
    const std::string name(table->cell(r, "role"));
    roles_.emplace(name, role);
    if (table->cell(r, "suffix") == "1") role_suffixes_.emplace(name, role);
  }
  return true;
}

void Knowledge::load_words(const pack::Pack& pack) {
  if (const Table* table = pack.table("entity_words")) {
    for (std::size_t r = 0; r < table->size(); ++r) {
      auto& set = words_[std::string(table->cell(r, "key"))];
      for (const auto word : split(table->cell(r, "words"))) set.emplace(word);
    }
  }
  if (const Table* table = pack.table("not_names")) {
    for (std::size_t r = 0; r < table->size(); ++r) {
      for (const auto word : split(table->cell(r, "word"))) {
        not_names_.emplace(word);
        add_prefixes(word);
      }
    }
  }
  if (const Table* table = pack.table("pronouns")) {
    for (std::size_t r = 0; r < table->size(); ++r) {
      const std::string_view gender = table->cell(r, "gender");
      pronouns_.emplace(table->cell(r, "form"), Pronoun{gender.empty() ? '-' : gender.front(), table->cell(r, "possessive") == "1"});
    }
  }
  const auto by_length = [](const std::string& a, const std::string& b) { return a.size() > b.size(); };
  genitives_.assign(words("genitive").begin(), words("genitive").end());
  std::sort(genitives_.begin(), genitives_.end(), by_length);
  for (const auto* key : {"definite", "plural"}) endings_.insert(endings_.end(), words(key).begin(), words(key).end());
  std::sort(endings_.begin(), endings_.end(), by_length);
}

}  // namespace kilde::find
