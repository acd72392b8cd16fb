// SPDX-License-Identifier: Apache-2.0
#include "find/entity/nouns.h"

#include <algorithm>

#include "base/utf8.h"
#include "find/entity/homes.h"

namespace kilde::find {
namespace {

using doc::Deprel;
using doc::EntityId;
using doc::EntityKind;
using doc::Feat;
using doc::kNone;
using doc::kNoToken;
using doc::MentionForm;
using doc::TokenId;
using doc::Upos;

constexpr TokenId kModifierReach = 4;  // tokens between an adjective of nationality and its noun

// A compound ends in its last noun: "rejseselskab" is a "selskab".
bool ends_as(std::string_view word, std::string_view noun) {
  return word == noun || (noun.size() >= 3 && word.size() >= noun.size() + 2 && word.ends_with(noun));
}

}  // namespace

Nouns::Nouns(const Shapes& shapes, const match::Tree& tree, const std::vector<Draft>& drafts)
    : shapes_(shapes), knowledge_(shapes.knowledge()), tree_(tree), drafts_(drafts), home_(home_of(shapes, drafts)), suffix_article_(!knowledge_.words("definite").empty()) {
  person_begins_.resize(shapes.size());
  for (const auto& draft : drafts) {
    for (const auto& m : draft.entity.mentions) person_begins_[m.tokens.begin] = draft.entity.kind == EntityKind::kPerson;
  }
}

Noun Nouns::at(TokenId t) const {
  Noun noun;
  noun.token = t;
  std::string lower = shapes_.lower(t);
  if (suffix_article_ && shapes_.reading().syntax.has(t, Feat::kCaseGen)) {
    const auto bare = knowledge_.without_genitive(lower);
    if (!bare.empty()) lower = std::string(bare);
  }
  noun.stems.push_back(shapes_.lemma(t));
  for (const auto stem : knowledge_.stems(lower)) noun.stems.emplace_back(stem);
  noun.role = knowledge_.role(shapes_.lemma(t));
  if (!noun.role) noun.role = knowledge_.role(lower);
  noun.plural = shapes_.reading().syntax.has(t, Feat::kNumberPlur);
  noun.definite = definite_form(t, lower);
  for (const TokenId c : tree_.children(t)) {
    const Pronoun* owner = c < t ? knowledge_.pronoun(shapes_.lower(c)) : nullptr;
    noun.owned = noun.owned || (owner && owner->gender == 'n');
  }
  noun.country = any_in(noun, "country_nouns");
  const TokenId next = t + 1;
  const bool comma = next < shapes_.size() && shapes_.form(next) == ",";
  const TokenId name = comma ? next + 1 : next;
  noun.leads_to_name = shapes_.same_sentence(t, name) && shapes_.capital(name) && !knowledge_.not_a_name(shapes_.form(name)) &&
                       (!comma || person_begins_[name] || tree_.head(name) == t || tree_.head(t) == name);
  return noun;
}

bool Nouns::definite_form(TokenId t, const std::string& lower) const {
  if (shapes_.reading().syntax.has(t, Feat::kDefiniteDef)) return true;
  for (const TokenId c : tree_.children(t)) {
    if (c < t && tree_.relation(c) == Deprel::kDet && knowledge_.words("definite_articles").contains(shapes_.lower(c))) return true;
  }
  if (!suffix_article_ && shapes_.capital(t) && !shapes_.initial(t)) return true;  // "the King" is often tagged as a name
  if (!suffix_article_ || shapes_.reading().syntax.has(t, Feat::kDefiniteInd)) return false;
  const std::string lemma = shapes_.lemma(t);
  return lower != lemma && lower.ends_with('n') && !lemma.ends_with('n');
}

bool Nouns::any_in(const Noun& noun, std::string_view list) const {
  const auto& words = knowledge_.words(list);
  return std::any_of(noun.stems.begin(), noun.stems.end(), [&](const std::string& stem) {
    return words.contains(stem) || (suffix_article_ && std::any_of(words.begin(), words.end(), [&](const std::string& w) { return ends_as(stem, w); }));
  });
}

bool Nouns::same_noun(const Noun& noun, std::string_view other) const {
  for (const auto stem : knowledge_.stems(other)) {
    for (const auto& mine : noun.stems) {
      if (mine == stem || ends_as(stem, mine)) return true;
    }
  }
  return false;
}

EntityId Nouns::bearer(const Noun& noun, const Search& search) const {
  if (noun.plural) return kNone;
  const auto has_role = [&](EntityId id) {
    const Draft& draft = drafts_[id];
    if (draft.entity.kind != EntityKind::kPerson) return false;
    return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const std::string& role) { return same_noun(noun, role); });
  };
  return noun.role->cls == "person" ? kNone : search(has_role);
}

bool Nouns::body_fits(const Noun& noun, const Draft& draft, const Part* part) const {
  for (const auto& other : draft.nouns) {
    if (same_noun(noun, other)) return true;
  }
  const std::string name = base::lower(draft.entity.name);
  for (const auto& pair : knowledge_.words("councils")) {  // "byråd=kommune"
    const auto cells = pack::split(pair, '=');
    if (cells.size() == 2 && same_noun(noun, cells[0]) && name.find(cells[1]) != std::string::npos) return true;
  }
  for (const auto word : pack::split(name, ' ')) {
    if (same_noun(noun, word)) return true;
  }
  return part && part->kind == EntityKind::kOrganization && part->cls == draft.cls && knowledge_.words("telling_classes").contains(part->cls);
}

EntityId Nouns::thing(const Noun& noun, const Search& search) const {
  if (noun.role && noun.role->cls == "police" && noun.plural) {
    return search([&](EntityId id) { return drafts_[id].cls == "police"; });
  }
  if (noun.plural || noun.role) return kNone;
  if (noun.country) {
    const EntityId found = search([&](EntityId id) { return drafts_[id].entity.kind == EntityKind::kCountry; });
    return found == kNone ? home() : found;
  }
  if (any_in(noun, "place_nouns")) {
    const bool town = any_in(noun, "town_nouns"), island = any_in(noun, "island_nouns");
    return search([&](EntityId id) {
      const Draft& d = drafts_[id];
      if (d.entity.kind != EntityKind::kPlace || d.cls == "street" || d.cls == "site" || d.cls == "sea" || d.cls == "continent") return false;
      const bool wide = d.cls == "region" || d.cls == "province";
      return island ? d.cls == "island" : town != (wide || d.cls == "island");
    });
  }
  return body(noun, search);
}

EntityId Nouns::body(const Noun& noun, const Search& search) const {
  const bool state = any_in(noun, "state_nouns");
  if (!state && !any_in(noun, "organization_nouns")) return kNone;
  const Part* part = nullptr;
  for (const auto& stem : noun.stems) {
    if (!part) part = knowledge_.part(Knowledge::Where::kBefore, stem);
  }
  const auto acted = [&](const Draft& d) { return std::any_of(d.nouns.begin(), d.nouns.end(), [&](const auto& other) { return same_noun(noun, other); }); };
  const EntityId found = search([&](EntityId id) {
    const Draft& d = drafts_[id];
    return d.entity.kind == EntityKind::kOrganization ? body_fits(noun, d, part) : d.entity.kind == EntityKind::kCountry && acted(d);
  });
  if (found != kNone) return found;
  if (any_in(noun, "management_nouns")) {
    return search([&](EntityId id) { return drafts_[id].cls == "company"; });
  }
  if (any_in(noun, "ministry_nouns")) {
    return search([&](EntityId id) { return drafts_[id].entity.kind == EntityKind::kCountry; });
  }
  return any_in(noun, "government_nouns") ? home() : kNone;
}

EntityId Nouns::country_named(std::string_view code) const {
  for (EntityId id = 0; id < drafts_.size(); ++id) {
    if (!code.empty() && drafts_[id].entity.kind == EntityKind::kCountry && drafts_[id].entity.country == code) return id;
  }
  return kNone;
}

EntityId Nouns::owned_by(const Noun& noun, EntityId person) const {
  const auto& owner = drafts_[person].entity;
  if (noun.country || any_in(noun, "government_nouns") || any_in(noun, "administration_nouns")) return country_named(owner.country);
  const bool body = owner.affiliation != kNone && drafts_[owner.affiliation].entity.kind == EntityKind::kOrganization;
  return body && any_in(noun, "organization_nouns") ? owner.affiliation : kNone;
}

TokenId Nouns::acting_noun(const doc::EntityMention& mention, EntityId id, const std::vector<EntityId>& named) const {
  const EntityKind kind = drafts_[id].entity.kind;
  if (kind == EntityKind::kPerson || kind == EntityKind::kPlace) return kNoToken;
  const TokenId last = mention.tokens.end - 1;
  const bool adjective = mention.form == MentionForm::kAdjective;
  bool owns = adjective || mention.span.end < shapes_.reading().tokens.spans[last].end;
  for (TokenId noun = last + 1; noun <= last + kModifierReach && noun < shapes_.size() && shapes_.same_sentence(last, noun); ++noun) {
    if (named[noun] != kNone) return kNoToken;
    if (!shapes_.is(noun, Upos::kNoun)) {
      owns = owns || is_genitive(noun);
      if (!is_genitive(noun) && !shapes_.is(noun, Upos::kAdj) && !shapes_.is(noun, Upos::kNum)) return kNoToken;
      continue;
    }
    const bool first_of_compound = !suffix_article_ && shapes_.same_sentence(last, noun + 1) && shapes_.is(noun + 1, Upos::kNoun);
    if (first_of_compound) continue;
    // "a Commission spokesman", "EU leaders": English puts the name before the noun as it is.
    if (!owns && (suffix_article_ || noun != last + 1)) return kNoToken;
    const Noun found = at(noun);
    if (found.leads_to_name || any_in(found, "place_nouns")) return kNoToken;
    // "X, the former Nigerian president": says who somebody is.
    const TokenId head = tree_.head(noun);
    if (tree_.relation(noun) == Deprel::kAppos && head != kNoToken && named[head] != kNone) return kNoToken;
    const bool staff = found.role && found.role->cls != "person" && (found.plural || found.role->cls == "spokesperson");
    const bool inside = drafts_[id].is_international() && any_in(found, "organization_nouns");  // "a UN commission"
    const bool acts = staff || inside || any_in(found, "state_nouns") || (adjective && any_in(found, "organization_nouns"));
    return acts ? noun : kNoToken;
  }
  return kNoToken;
}

bool Nouns::is_genitive(TokenId t) const {
  const std::string_view form = shapes_.form(t);
  return form == "'s" || form == "’s" || form == "'" || form == "’";
}

base::TokenRange Nouns::phrase(TokenId t) const {
  TokenId begin = t;
  while (begin > 0 && shapes_.same_sentence(begin - 1, t) && tree_.head(begin - 1) == t) {
    const Deprel relation = tree_.relation(begin - 1);
    if (relation != Deprel::kDet && relation != Deprel::kAmod && relation != Deprel::kCompound) break;
    --begin;
  }
  return {begin, t + 1};
}

}  // namespace kilde::find
