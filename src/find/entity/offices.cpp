// SPDX-License-Identifier: Apache-2.0
#include "find/entity/offices.h"

#include <algorithm>

#include "find/entity/beside.h"
#include "find/entity/homes.h"

namespace kilde::find {
namespace {

using base::TokenRange;
using doc::EntityId;
using doc::EntityKind;
using doc::kNone;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

constexpr TokenId kReachLeft = 12;   // tokens: "formanden for det grønlandske selvstyres udvalg, X"
constexpr TokenId kReachRight = 16;  // ", der er leder af skattekontoret i ..."

class Reader {
 public:
  Reader(const Shapes& shapes, const std::vector<Candidate>& candidates, std::vector<Draft>& drafts)
      : shapes_(shapes), knowledge_(shapes.knowledge()), candidates_(candidates), drafts_(drafts) {
    draft_at_.assign(shapes.size(), kNone);
    home_ = home_of(shapes, drafts);
    for (EntityId id = 0; id < drafts.size(); ++id) {
      for (const auto i : drafts[id].candidates) {
        for (TokenId t = candidates[i].tokens.begin; t < candidates[i].tokens.end; ++t) draft_at_[t] = id;
      }
    }
  }

  void read() {
    for (EntityId id = 0; id < drafts_.size(); ++id) {
      for (const auto i : drafts_[id].candidates) {
        const Candidate& c = candidates_[i];
        if (c.form != doc::MentionForm::kName || drafts_[id].subject) continue;
        if (drafts_[id].entity.kind == EntityKind::kPerson) read_person(drafts_[id], c.tokens);
        else read_thing(drafts_[id], c.tokens);
      }
    }
  }

 private:
  void read_person(Draft& person, TokenRange name) {
    if (name.size() > 1 && knowledge_.words("kept_titles").contains(shapes_.lower(name.begin))) add_role(person, name.begin);
    read_left(person, name);
    if (const TokenId role = role_after(shapes_, name); role != kNoToken) {
      add_role(person, role);
      gather(person, {name.end + 1, role}, false);
    }
    read_right(person, name);
    if (person.entity.country.empty() && person.entity.affiliation == kNone) read_state(person, name);
  }

  // "In Jerevan ... premierminister X": a head of state or government without more words is that of the country just named.
  void read_state(Draft& person, TokenRange name) {
    const bool state = std::any_of(person.roles.begin(), person.roles.end(), [&](const std::string& word) {
      const Role* role = knowledge_.role(word);
      return role && role->cls == "state";
    });
    // Without any role only the sentence itself tells: "in northern Jutland, in what Anna Pryce called ...".
    if (!state && !person.roles.empty()) return;
    const auto& sentences = shapes_.reading().tokens.sentences;
    std::string nearest;
    for (TokenId t = name.begin; t > 0 && sentences[name.begin] - sentences[t - 1] <= (state ? 1U : 0U);) {
      --t;
      if (draft_at_[t] == kNone) continue;
      const auto& other = drafts_[draft_at_[t]].entity;
      if ((other.kind != EntityKind::kCountry && other.kind != EntityKind::kPlace) || other.country.empty()) continue;
      if (nearest.empty() || other.country == home_) nearest = other.country;  // the country of the article before others
      if (shapes_.same_sentence(t, name.begin)) break;
    }
    person.entity.country = nearest;
  }

  // "den polske avis X", "the Spanish hill town of X".
  void read_thing(Draft& thing, TokenRange name) {
    if (noun_before(shapes_, name)) {
      const TokenId noun = name.begin - 1 - (shapes_.word(name.begin - 1) ? 0 : 1);
      thing.nouns.push_back(shapes_.lower(noun));
      gather_left(thing, noun, name);
    }
    if (!thing.entity.country.empty()) return;
    // "X i Polen", "X, Texas": what a place or body stands in.
    if (const Draft* where = stands_in(name, thing.entity.kind)) thing.entity.country = where->entity.country;
    else if (thing.entity.kind == EntityKind::kPlace) near_country(thing, name);
  }

  const Draft* stands_in(TokenRange name, EntityKind kind) const {
    const TokenId t = name.end + 1;
    if (t >= shapes_.size() || !shapes_.same_sentence(name.begin, t) || draft_at_[t] == kNone) return nullptr;
    const bool comma = shapes_.form(name.end) == ",";
    if (!placing(name.end) && !(comma && kind == EntityKind::kPlace)) return nullptr;
    const Draft& where = drafts_[draft_at_[t]];
    return where.entity.kind == EntityKind::kCountry || where.cls == "province" ? &where : nullptr;
  }

  // "kenyanske embedsmænd i byen X": a place that no list has lies where the words right before it belong.
  void near_country(Draft& place, TokenRange name) {
    constexpr TokenId kNear = 6;
    for (TokenId t = name.begin; t > 0 && name.begin - t < kNear && shapes_.same_sentence(t - 1, name.begin);) {
      --t;
      if (draft_at_[t] == kNone) continue;
      const Draft& other = drafts_[draft_at_[t]];
      if (other.entity.kind == EntityKind::kPlace || owns(t)) place.entity.country = other.entity.country;
      return;
    }
  }

  bool placing(TokenId t) const { return knowledge_.words("place_prepositions").contains(shapes_.lower(t)); }

  void read_left(Draft& person, TokenRange name) {
    TokenId t = name.begin;
    // Capitalised titles belong to no name: "President Smith".
    while (t > 0 && shapes_.same_sentence(t - 1, name.begin) && shapes_.capital(t - 1) && draft_at_[t - 1] == kNone &&
           knowledge_.role(shapes_.lower(t - 1))) --t;
    if (t < name.begin) add_role(person, name.begin - 1);
    else if (const TokenId role = role_before(shapes_, name); role != kNoToken) {
      add_role(person, role);
      if (draft_at_[role] != kNone) take(person, draft_at_[role]);  // "SF-formand X"
      t = role;
    } else if (t > 0 && shapes_.form(t - 1) == ",") {
      // "formanden for Det Europæiske Råd, X": the role stands before the body it belongs to.
      t = office_before(t - 1);
      if (t == kNoToken) return;
      add_role(person, t);
      gather_left(person, t, name);  // "the French envoy in Oslo, X" is French
      return gather(person, {t + 1, name.begin - 1}, true);
    }
    gather_left(person, t, name);
  }

  // The role noun whose complement ends right before `comma`.
  TokenId office_before(TokenId comma) const {
    bool body = false;
    for (TokenId t = comma; t > 0 && comma - t < kReachLeft;) {
      --t;
      if (!shapes_.same_sentence(t, comma) || (!shapes_.word(t) && draft_at_[t] == kNone)) return kNoToken;
      if (draft_at_[t] == kNone && stops(t)) return kNoToken;
      body = body || knowledge_.words("of").contains(shapes_.lower(t));
      if (body && draft_at_[t] == kNone && knowledge_.role(shapes_.lemma(t))) return t;
    }
    return kNoToken;
  }

  bool stops(TokenId t) const { return shapes_.is(t, Upos::kVerb) || shapes_.is(t, Upos::kAux) || shapes_.is(t, Upos::kSconj); }

  // What stands between the beginning of the phrase and the name: "den [israelske] premierminister", "[Ungarns] premierminister".
  void gather_left(Draft& draft, TokenId from, TokenRange name) {
    for (TokenId t = from; t > 0 && from - t < kReachLeft;) {
      --t;
      if (!shapes_.same_sentence(t, name.begin)) return;
      const EntityId id = draft_at_[t];
      if (id != kNone) {
        if (&drafts_[id] != &draft && owns(t)) take(draft, id);
        return;
      }
      if (!shapes_.word(t) || stops(t) || shapes_.is(t, Upos::kAdp) || shapes_.is(t, Upos::kCconj)) return;
      if (shapes_.is(t, Upos::kDet) && shapes_.capital(t)) return;
    }
  }

  // The name at t stands as an adjective or owner of what follows: "russiske", "Kremls", "UN" before a capitalised role.
  bool owns(TokenId t) const {
    if (drafts_[draft_at_[t]].entity.kind == EntityKind::kPerson) return false;
    for (const auto i : drafts_[draft_at_[t]].candidates) {
      const Candidate& c = candidates_[i];
      if (!c.tokens.contains(t)) continue;
      if (c.form == doc::MentionForm::kAdjective) return true;
      if (c.span.end < shapes_.reading().tokens.spans[c.tokens.end - 1].end) return true;
      const std::string_view next = c.tokens.end < shapes_.size() ? shapes_.form(c.tokens.end) : std::string_view{};
      return next == "'s" || next == "’s" || next == "'" || next == "’" || knowledge_.role(shapes_.lower(c.tokens.end)) ||
             c.name.ends_with('s') || shapes_.is(c.tokens.end, Upos::kNoun);
    }
    return false;
  }

  // "X, der er leder af skattekontoret i Norge,", "X fra Røde Kors", "X of the League".
  void read_right(Draft& person, TokenRange name) {
    TokenId t = name.end;
    if (t >= shapes_.size() || !shapes_.same_sentence(name.begin, t)) return;
    const std::string first = shapes_.lower(t);
    const bool from = knowledge_.words("affiliation").contains(first);
    const bool clause = first == "," && (role_after(shapes_, name) != kNoToken || leads(t + 1));
    if (!from && !clause && first != "(") return;
    TokenId end = t + 1;
    while (end < shapes_.size() && end < t + kReachRight && shapes_.same_sentence(t, end) && shapes_.form(end) != "," && shapes_.form(end) != ")" &&
           !(from && (shapes_.is(end, Upos::kVerb) || shapes_.is(end, Upos::kAux)))) ++end;
    gather(person, {t + 1, end}, clause || from);
    if (first == "(") party(person, {t + 1, end});
  }

  // "who heads the association", "der leder partiet".
  bool leads(TokenId t) const {
    for (TokenId end = t + 3; t < end && t < shapes_.size(); ++t) {
      if (knowledge_.words("lead_verbs").contains(shapes_.lower(t))) return true;
    }
    return false;
  }

  void party(Draft& person, TokenRange inside) {
    if (inside.size() != 1 || draft_at_[inside.begin] == kNone) return;
    const EntityId id = draft_at_[inside.begin];
    if (drafts_[id].cls == "party") take(person, id);
  }

  // The first body, then the first country or place in a range.
  void gather(Draft& draft, TokenRange range, bool bodies) {
    for (TokenId t = range.begin; t < range.end && t < shapes_.size(); ++t) {
      const EntityId id = draft_at_[t];
      if (id == kNone || &drafts_[id] == &draft || drafts_[id].entity.kind == EntityKind::kPerson) continue;
      if (bodies || drafts_[id].entity.kind != EntityKind::kOrganization) take(draft, id);
    }
  }

  void take(Draft& draft, EntityId id) {
    const Draft& other = drafts_[id];
    if (other.is_media() && draft.entity.kind == EntityKind::kPerson && draft.entity.role.empty()) return;
    if (draft.entity.affiliation == kNone && draft.entity.kind == EntityKind::kPerson && other.entity.kind != EntityKind::kPlace) draft.entity.affiliation = id;
    if (draft.entity.country.empty()) draft.entity.country = other.entity.country;
  }

  void add_role(Draft& person, TokenId noun) {
    const std::string lemma = shapes_.lemma(noun);
    const Role* role = knowledge_.role(lemma);
    if (!role) role = knowledge_.role(shapes_.lower(noun));
    if (!role) return;
    if (!person.gender && role->gender != '-') person.gender = role->gender;
    if (role->cls == "title") return;
    person.roles.push_back(lemma);
    person.role_tokens.push_back(noun);
    if (!person.entity.role.empty()) return;
    TokenId begin = noun;
    const auto& syntax = shapes_.reading().syntax;
    while (begin > 0 && shapes_.same_sentence(begin - 1, noun) && shapes_.tagged() && syntax.heads[begin - 1] == noun &&
           doc::universal(syntax.deprels[begin - 1]) == doc::Deprel::kCompound && draft_at_[begin - 1] == kNone) --begin;
    while (begin > 0 && begin == noun && shapes_.is(begin - 1, Upos::kAdj) && knowledge_.words("role_adjectives").contains(shapes_.lower(begin - 1))) --begin;
    person.entity.role = shapes_.text({begin, noun + 1});
  }

  const Shapes& shapes_;
  const Knowledge& knowledge_;
  const std::vector<Candidate>& candidates_;
  std::vector<Draft>& drafts_;
  std::vector<EntityId> draft_at_;
  std::string home_;  // the country the article is set in
};

}  // namespace

void read_offices(const Shapes& shapes, const std::vector<Candidate>& candidates, std::vector<Draft>& drafts) {
  Reader(shapes, candidates, drafts).read();
}

}  // namespace kilde::find
