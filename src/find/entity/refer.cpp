// SPDX-License-Identifier: Apache-2.0
#include "find/entity/refer.h"

#include <algorithm>

#include "base/utf8.h"
#include "find/entity/focus.h"
#include "find/entity/nouns.h"

namespace kilde::find {
namespace {

using doc::Deprel;
using doc::EntityId;
using doc::EntityKind;
using doc::EntityMention;
using doc::kNone;
using doc::kNoToken;
using doc::MentionForm;
using doc::TokenId;
using doc::Upos;

constexpr std::uint32_t kPersonReach = 6;   // sentences
constexpr std::uint32_t kThingReach = 2;
constexpr std::uint32_t kBodyReach = 60;    // "klubben" is the one club of the article, however long ago it was named

class Resolver {
 public:
  Resolver(const Shapes& shapes, const match::Tree& tree, std::vector<Draft>& drafts)
      : shapes_(shapes), knowledge_(shapes.knowledge()), tree_(tree), drafts_(drafts), focus_(shapes, tree), nouns_(shapes, tree, drafts) {
    named_.assign(shapes.size(), kNone);
    for (EntityId id = 0; id < drafts.size(); ++id) {
      for (const auto& m : drafts[id].entity.mentions) {
        for (TokenId t = m.tokens.begin; t < m.tokens.end; ++t) named_[t] = id;
        heads_.push_back({id, m.head, m.form, drafts[id].gender, drafts[id].entity.kind == EntityKind::kPerson});
      }
    }
    for (EntityId id = 0; id < drafts.size(); ++id) {
      for (const TokenId t : drafts[id].role_tokens) name_by_role(id, t);
    }
    std::sort(heads_.begin(), heads_.end(), [](const Trace& a, const Trace& b) { return a.head < b.head; });
  }

  void resolve() {
    auto next = heads_.begin();
    for (TokenId t = 0; t < shapes_.size(); ++t) {
      for (; next != heads_.end() && next->head <= t; ++next) focus_.add(*next);
      if (named_[t] != kNone) act_for(t);
      else if (!taken(t)) read(t);
    }
    for (auto& draft : drafts_) {
      auto& mentions = draft.entity.mentions;
      std::sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) { return a.tokens.begin < b.tokens.begin; });
    }
  }

 private:
  // "Statsminister Vinter", "Pryce, its chair": often it is the office that the parser makes the head.
  void name_by_role(EntityId id, TokenId t) {
    if (named_[t] != kNone) return;
    add_mention(id, {t, t + 1}, t, MentionForm::kNominal);
  }

  void read(TokenId t) {
    const std::string form = shapes_.lower(t);
    if (const Pronoun* pronoun = knowledge_.pronoun(form)) return read_pronoun(t, *pronoun);
    if (shapes_.is(t, Upos::kNoun) || shapes_.is(t, Upos::kPropn)) read_noun(t);
  }

  void read_pronoun(TokenId t, const Pronoun& pronoun) {
    const bool thing = pronoun.gender == 'n';
    if (thing && !pronoun.possessive && !stands_alone(t)) return;
    const Trace* trace = thing ? focus_.best(t, 1, [&](const Trace& x) { return is_thing(x) && !same_clause(x, t, pronoun); })
                               : focus_.best(t, kPersonReach, [&](const Trace& x) { return is_person(x, pronoun.gender) && !same_clause(x, t, pronoun); });
    if (!trace || (thing && !pronoun.possessive && !focus_.subject(trace->head))) return;
    const Trace found = *trace;
    if (found.draft == kNone) return focus_.add({kNone, t, MentionForm::kPronoun, pronoun.gender});
    if (!thing && !drafts_[found.draft].gender) drafts_[found.draft].gender = pronoun.gender;
    mention(found.draft, {t, t + 1}, t, MentionForm::kPronoun);
  }

  // "Den afviser", "it has accused": the subject of a verb; what "is" something may be any thing.
  bool stands_alone(TokenId t) const {
    const TokenId verb = tree_.head(t);
    return focus_.subject(t) && shapes_.is(t, Upos::kPron) && shapes_.is(verb, Upos::kVerb) && !tree_.has_child(verb, Deprel::kExpl);
  }

  bool is_person(const Trace& x, char gender) const {
    if (x.draft == kNone) return x.gender == '\0' || x.gender == '-' || x.gender == gender;
    const Draft& d = drafts_[x.draft];
    return d.entity.kind == EntityKind::kPerson && (!d.gender || d.gender == gender);
  }

  bool is_thing(const Trace& x) const {
    if (x.draft == kNone || x.form == MentionForm::kAdjective) return false;
    const EntityKind kind = drafts_[x.draft].entity.kind;
    return (kind == EntityKind::kOrganization && !drafts_[x.draft].is_media()) || kind == EntityKind::kCountry;
  }

  // "X has invited him": an object is nobody of its own clause; a possessive may be.
  bool same_clause(const Trace& x, TokenId t, const Pronoun& pronoun) const {
    if (pronoun.possessive || !shapes_.tagged() || !shapes_.same_sentence(x.head, t)) return false;
    return tree_.head(x.head) == tree_.head(t) && tree_.head(t) != kNoToken;
  }

  void read_noun(TokenId t) {
    const Noun noun = nouns_.at(t);
    if (noun.leads_to_name || tree_.relation(t) == Deprel::kCompound) return;
    if (const EntityId owner = owner_of(t); owner != kNone) {
      if (const EntityId id = nouns_.owned_by(noun, owner); id != kNone) mention(id, {t, t + 1}, t, MentionForm::kNominal);
      return;
    }
    if (noun.role && noun.definite) {
      if (const EntityId id = nouns_.bearer(noun, [&](auto fits) { return find(t, kPersonReach, fits); }); id != kNone) return mention(id, nouns_.phrase(t), t, MentionForm::kNominal);
    }
    if (noun.definite || noun.owned || (noun.role && noun.plural)) {
      const auto search = [&](auto fits) { return find(t, noun.country ? kThingReach : kBodyReach, [&](EntityId id) { return fits(id) && !subject_above(id, t); }); };
      if (const EntityId id = nouns_.thing(noun, search); id != kNone) return mention(id, nouns_.phrase(t), t, MentionForm::kNominal);
    }
    if (noun.role && !noun.plural) focus_.add({kNone, t, MentionForm::kNominal, noun.role->gender});
  }

  // The person whose the noun at t is: "hendes parti", "Holm's government".
  EntityId owner_of(TokenId t) const {
    for (const TokenId c : tree_.children(t)) {
      const Pronoun* pronoun = knowledge_.pronoun(shapes_.lower(c));
      const bool owns = tree_.deprel(c) == Deprel::kNmodPoss || (pronoun && pronoun->possessive && tree_.relation(c) == Deprel::kDet);
      if (c > t || !owns) continue;
      const EntityId id = named_[c] != kNone ? named_[c] : c < stands_for_.size() ? stands_for_[c] : kNone;
      if (id != kNone && drafts_[id].entity.kind == EntityKind::kPerson) return id;
    }
    return kNone;
  }

  // "Norge har sendt fly til landet": who does it in this clause is not meant.
  bool subject_above(EntityId id, TokenId t) const {
    const TokenId clause = tree_.clause_head(t);
    for (const auto& m : drafts_[id].entity.mentions) {
      if (!shapes_.same_sentence(m.head, t) || m.head >= t) continue;
      TokenId up = m.head;
      while (tree_.relation(up) == Deprel::kConj && tree_.head(up) != kNoToken) up = tree_.head(up);
      if (focus_.subject(up) && tree_.head(up) == clause) return true;
    }
    return false;
  }

  EntityId find(TokenId t, std::uint32_t reach, const std::function<bool(EntityId)>& fits) const {
    const Trace* trace = focus_.best(t, reach, [&](const Trace& x) { return x.draft != kNone && fits(x.draft); });
    return trace ? trace->draft : kNone;
  }

  // "egyptiske ledere", "EU's ledere", "a Commission spokesman": the noun after the name acts for it.
  void act_for(TokenId t) {
    const EntityId id = named_[t];
    const auto& mentions = drafts_[id].entity.mentions;
    const auto here = std::find_if(mentions.begin(), mentions.end(), [&](const auto& m) { return m.tokens.end == t + 1; });
    if (here == mentions.end()) return;
    const TokenId noun = nouns_.acting_noun(*here, id, named_);
    if (noun == kNoToken || taken(noun)) return;
    drafts_[id].nouns.push_back(shapes_.lemma(noun));
    mention(id, {noun, noun + 1}, noun, MentionForm::kNominal);
  }

  bool taken(TokenId t) const { return named_[t] != kNone || (t < stands_for_.size() && stands_for_[t] != kNone); }

  void mention(EntityId id, base::TokenRange tokens, TokenId head, MentionForm form) {
    add_mention(id, tokens, head, form);
    focus_.add({id, head, form, drafts_[id].gender, drafts_[id].entity.kind == EntityKind::kPerson});
  }

  void add_mention(EntityId id, base::TokenRange tokens, TokenId head, MentionForm form) {
    EntityMention m;
    m.tokens = tokens;
    m.span = shapes_.reading().tokens.bytes(tokens);
    m.head = head;
    m.form = form;
    drafts_[id].entity.mentions.push_back(m);
    stands_for_.resize(shapes_.size(), kNone);
    stands_for_[head] = id;
  }

  const Shapes& shapes_;
  const Knowledge& knowledge_;
  const match::Tree& tree_;
  std::vector<Draft>& drafts_;
  Focus focus_;
  Nouns nouns_;
  std::vector<EntityId> named_;
  std::vector<Trace> heads_;
  std::vector<EntityId> stands_for_;  // of nouns and pronouns, by head
};

}  // namespace

void resolve_references(const Shapes& shapes, const match::Tree& tree, std::vector<Draft>& drafts) {
  if (shapes.tagged() && shapes.size() > 0) Resolver(shapes, tree, drafts).resolve();
}

}  // namespace kilde::find
