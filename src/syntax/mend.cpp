// SPDX-License-Identifier: Apache-2.0
#include "syntax/mend.h"

#include <cassert>

namespace kilde::syntax {
namespace {

using doc::Deprel;
using doc::Feat;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

// One sentence under repair.
class Sentence {
 public:
  Sentence(const Grammar& grammar, std::string_view text, const doc::TokenTable& tokens, base::TokenRange range, doc::SyntaxTable& syntax)
      : grammar_(grammar), text_(text), tokens_(tokens), range_(range), syntax_(syntax) {}

  void mend() {
    const bool verb_second = grammar_.verb_second;
    for (TokenId t = range_.begin; t < range_.end; ++t) {
      if (upos(t) == Upos::kPropn) name_part(t);
      if (upos(t) == Upos::kPropn) name_beside(t);
      if (upos(t) == Upos::kNoun) title_before_name(t);
    }
    for (TokenId t = range_.begin; t < range_.end; ++t) {
      if (upos(t) == Upos::kNoun || upos(t) == Upos::kAdj) participle_with_auxiliary(t);
      if (verb_second && upos(t) == Upos::kNoun) noun_with_subject(t);
      if (verb_second && upos(t) == Upos::kNoun) noun_for_verb(t);
      if (upos(t) == Upos::kVerb) free_participle(t, verb_second);
    }
    for (TokenId t = range_.begin; t < range_.end; ++t) {
      if (upos(t) == Upos::kVerb) subject_for_conjunct(t);
      if (upos(t) == Upos::kVerb) first_verb_is_root(t);
      if (upos(t) == Upos::kPron) relative_clause(t);
    }
    for (TokenId t = range_.begin; t < range_.end; ++t) {
      if (upos(t) != Upos::kVerb || passive(t)) continue;
      one_subject(t, verb_second);
      if (verb_second) some_subject(t);
      if (!verb_second) bare_oblique(t);
    }
  }

 private:
  Upos upos(TokenId t) const { return syntax_.upos[t]; }
  TokenId head(TokenId t) const { return syntax_.heads[t]; }
  Deprel relation(TokenId t) const { return doc::universal(syntax_.deprels[t]); }
  bool has(TokenId t, Feat feat) const { return syntax_.has(t, feat); }
  bool nominal(TokenId t) const { return upos(t) == Upos::kNoun || upos(t) == Upos::kPropn || upos(t) == Upos::kPron; }
  // The new head must not lie below t.
  void attach(TokenId t, TokenId to, Deprel as) {
    assert(to == kNoToken || !dominates(t, to));
    syntax_.heads[t] = to;
    syntax_.deprels[t] = as;
  }

  // First child with this relation at or after `from`.
  TokenId child(TokenId t, Deprel wanted, TokenId from = 0) const {
    for (TokenId c = std::max(from, range_.begin); c < range_.end; ++c) {
      if (head(c) == t && relation(c) == wanted) return c;
    }
    return kNoToken;
  }
  bool has_child(TokenId t, Deprel wanted) const { return child(t, wanted) != kNoToken; }
  bool dominates(TokenId above, TokenId t) const {
    while (t != kNoToken && t != above) t = head(t);
    return t == above;
  }

  bool passive(TokenId t) const {
    if (has(t, Feat::kVoicePass)) return true;
    for (TokenId c = range_.begin; c < range_.end; ++c) {
      if (head(c) == t && syntax_.deprels[c] == Deprel::kAuxPass) return true;
      if (head(c) == t && relation(c) == Deprel::kAux && !has(t, Feat::kVerbFormFin) && syntax_.lemma(c) == grammar_.passive_auxiliary) return true;
    }
    return false;
  }
  // A verb of its own clause: finite, or a participle with its auxiliary.
  bool finite(TokenId t) const { return has(t, Feat::kVerbFormFin) || has_child(t, Deprel::kAux); }

  // "Ivo | Marek" side by side in one role are one name.
  void name_part(TokenId t) {
    const bool role = relation(t) == Deprel::kNsubj || relation(t) == Deprel::kObj || relation(t) == Deprel::kAppos;
    if (role && t > range_.begin && upos(t - 1) == Upos::kNoun && head(t) == head(t - 1) && relation(t) == relation(t - 1)) {
      attach(t - 1, t, Deprel::kNmod);  // "statsminister | Karl Brandt"
    }
    if (!role || t == range_.begin || upos(t - 1) != Upos::kPropn) return;
    const TokenId first = relation(t - 1) == Deprel::kFlat ? head(t - 1) : t - 1;
    if (first != t && head(t) == head(first) && relation(t) == relation(first)) attach(t, first, Deprel::kFlat);
  }

  // "its director, | Greta Holm, said": without a conjunction a name between commas stands beside its noun.
  void name_beside(TokenId t) {
    const TokenId noun = head(t);
    if (relation(t) != Deprel::kConj || noun == kNoToken || noun + 2 > t || upos(noun) == Upos::kPropn || upos(noun) == Upos::kVerb) return;
    if (tokens_.form(text_, t - 1) != ",") return;
    for (TokenId c = noun; c < range_.end; ++c) {
      if (relation(c) == Deprel::kCc && (head(c) == noun || head(head(c)) == noun)) return;
    }
    syntax_.deprels[t] = Deprel::kAppos;
  }

  // "med | kansler Greta Holm": the preposition belongs to the whole, whose head is the name.
  void title_before_name(TokenId t) {
    const TokenId name = head(t);
    if (relation(t) != Deprel::kNmod || name != t + 1 || upos(name) != Upos::kPropn) return;
    if (const TokenId preposition = child(t, Deprel::kCase); preposition != kNoToken && preposition < t) syntax_.heads[preposition] = name;
  }

  bool bare(TokenId t) const {
    for (const Deprel r : {Deprel::kDet, Deprel::kAmod, Deprel::kCase, Deprel::kNummod, Deprel::kNmod, Deprel::kCompound}) {
      if (const TokenId c = child(t, r); c != kNoToken && c < t) return false;
    }
    return true;
  }

  // "are to be | disarmed", "er ikke varetægtsfængslet": under a passive auxiliary stands a participle.
  void participle_with_auxiliary(TokenId t) {
    bool passive_auxiliary = false, copula = has_child(t, Deprel::kCop);
    for (TokenId c = range_.begin; c < range_.end; ++c) passive_auxiliary |= head(c) == t && syntax_.deprels[c] == Deprel::kAuxPass;
    const bool ends_so = !grammar_.participle_ending.empty() && tokens_.form(text_, t).ends_with(grammar_.participle_ending);
    const bool other = (copula || has_child(t, Deprel::kAux)) && ends_so && upos(t) == Upos::kNoun;
    if (!passive_auxiliary && !other) return;
    if (!bare(t)) return;
    syntax_.upos[t] = Upos::kVerb;
    syntax_.feat_bits[t] = doc::bit(Feat::kVerbFormPart) | doc::bit(Feat::kTensePast);
    if (passive_auxiliary) syntax_.feat_bits[t] |= doc::bit(Feat::kVoicePass);
  }

  // "The Lund Network, a charity, | accused Oslo of ...": the first verb is the root, and the noun before it its subject.
  void first_verb_is_root(TokenId verb) {
    if (relation(verb) != Deprel::kAmod || head(verb) > verb || !has_child(verb, Deprel::kObj)) return;
    TokenId root = verb;
    while (head(root) != kNoToken) root = head(root);
    if (!nominal(root) || root > verb || has_child(root, Deprel::kCop) || has_child(root, Deprel::kNsubj)) return;
    for (TokenId t = range_.begin; t < verb; ++t) {
      if (has(t, Feat::kVerbFormFin)) return;
    }
    attach(verb, kNoToken, Deprel::kRoot);
    attach(root, verb, Deprel::kNsubj);
  }

  // "Natten til onsdag angreb | Chile ...": in a sentence without a verb, a noun before a name is one.
  void noun_for_verb(TokenId t) {
    if (head(t) != kNoToken || !bare_but_adverbials(t) || t + 1 >= range_.end) return;
    if (upos(t + 1) != Upos::kPropn || head(t + 1) != t || has_child(t + 1, Deprel::kCase) || t == range_.begin || !no_other_verb(t)) return;
    syntax_.upos[t] = Upos::kVerb;
    const bool present = !grammar_.present_ending.empty() && tokens_.form(text_, t).ends_with(grammar_.present_ending);
    syntax_.feat_bits[t] = doc::bit(Feat::kVerbFormFin) | doc::bit(present ? Feat::kTensePres : Feat::kTensePast);
    syntax_.deprels[t + 1] = Deprel::kNsubj;
    for (TokenId c = range_.begin; c < range_.end; ++c) {
      if (head(c) != t || relation(c) != Deprel::kNmod) continue;
      syntax_.deprels[c] = c < t || has_child(c, Deprel::kCase) ? Deprel::kObl : Deprel::kObj;
    }
  }
  bool bare_but_adverbials(TokenId t) const {
    for (const Deprel r : {Deprel::kDet, Deprel::kAmod, Deprel::kCase, Deprel::kNummod, Deprel::kCompound, Deprel::kCop}) {
      if (has_child(t, r)) return false;
    }
    return !has_child(t, Deprel::kNsubj);
  }

  // "Chile | anklager | Peru for ...": what has a subject, but no copula or determiner, is a verb.
  void noun_with_subject(TokenId t) {
    const TokenId subject = child(t, Deprel::kNsubj);
    if (subject == kNoToken || relation(t) == Deprel::kNsubj || relation(t) == Deprel::kObl) return;
    for (const Deprel r : {Deprel::kCop, Deprel::kAux, Deprel::kDet, Deprel::kAmod, Deprel::kCase, Deprel::kNummod, Deprel::kCompound}) {
      if (has_child(t, r)) return;
    }
    if (subject > t) {
      const TokenId before = child(t, Deprel::kNmod);
      if (before == kNoToken || before > t || syntax_.deprels[before] == Deprel::kNmodPoss || has_child(before, Deprel::kCase)) return;
      syntax_.deprels[before] = Deprel::kNsubj;
      syntax_.deprels[subject] = Deprel::kObj;
    }
    const bool present = !grammar_.present_ending.empty() && tokens_.form(text_, t).ends_with(grammar_.present_ending);
    syntax_.upos[t] = Upos::kVerb;
    syntax_.feat_bits[t] = doc::bit(Feat::kVerbFormFin) | doc::bit(present ? Feat::kTensePres : Feat::kTensePast);
    for (TokenId c = t + 1; c < range_.end; ++c) {
      if (head(c) != t || !nominal(c) || has_child(c, Deprel::kCase)) continue;
      if (relation(c) == Deprel::kFlat || relation(c) == Deprel::kNmod || relation(c) == Deprel::kAppos) syntax_.deprels[c] = Deprel::kObj;
    }
  }

  // "The minister, Ivo Marek, | visited Oslo" with a named adverbial that has no preposition: it is the missing subject.
  void bare_oblique(TokenId verb) {
    if (!finite(verb)) return;
    for (const Deprel r : {Deprel::kNsubj, Deprel::kCsubj, Deprel::kExpl}) {
      if (has_child(verb, r)) return;
    }
    for (TokenId c = verb; c > range_.begin; --c) {
      if (head(c - 1) != verb || syntax_.deprels[c - 1] != Deprel::kObl || !nominal(c - 1)) continue;
      if (!has_child(c - 1, Deprel::kCase) && has_child(c - 1, Deprel::kAppos)) syntax_.deprels[c - 1] = Deprel::kNsubj;
      return;
    }
  }

  // Of two subjects, the one behind the verb is its object; unless an object was put first ("Det gjorde | Nathan").
  void one_subject(TokenId verb, bool verb_second) {
    const TokenId first = child(verb, Deprel::kNsubj), second = child(verb, Deprel::kNsubj, verb + 1);
    if (verb_second) plain_order(verb, first);
    if (verb_second && first != kNoToken && first > verb) {
      if (const TokenId later = child(verb, Deprel::kNsubj, first + 1); later != kNoToken) syntax_.deprels[later] = Deprel::kObj;
      return;
    }
    if (first == kNoToken || first > verb || second == kNoToken) return;
    const bool fronted = verb_second && (has(second, Feat::kCaseNom) || has(first, Feat::kCaseAcc) ||
                                         (upos(second) == Upos::kPropn && upos(first) == Upos::kPron && second == verb + 1));
    syntax_.deprels[fronted ? first : second] = Deprel::kObj;
  }

  // A noun before the verb is its subject rather than its object, when the one behind is no pronoun.
  void plain_order(TokenId verb, TokenId subject) {
    const TokenId object = child(verb, Deprel::kObj);
    if (subject == kNoToken || subject < verb || object == kNoToken || object > verb) return;
    if (upos(object) == Upos::kPron || upos(subject) == Upos::kPron) return;
    syntax_.deprels[subject] = Deprel::kObj;
    syntax_.deprels[object] = Deprel::kNsubj;
  }

  // "Mandag udviste | Tyskland | ni diplomater": a finite clause has a subject, here behind the verb.
  void some_subject(TokenId verb) {
    if (!has(verb, Feat::kVerbFormFin) || has(verb, Feat::kMoodImp) || relation(verb) == Deprel::kConj) return;
    for (const Deprel r : {Deprel::kNsubj, Deprel::kCsubj, Deprel::kExpl}) {
      if (has_child(verb, r)) return;
    }
    const TokenId object = child(verb, Deprel::kObj, verb + 1);
    if (object == kNoToken || !nominal(object) || has(object, Feat::kCaseAcc) || has(object, Feat::kReflexYes)) return;
    if (has(verb + 1, Feat::kCaseNom) || !fronted(verb)) return;
    for (TokenId t = verb + 1; t < object; ++t) {
      if (!dominates(object, t)) return;
    }
    syntax_.deprels[object] = Deprel::kNsubj;
  }

  // Whether a phrase of the verb stands before it.
  bool fronted(TokenId verb) const {
    for (TokenId t = range_.begin; t < verb; ++t) {
      if (head(t) == verb && (relation(t) == Deprel::kObl || relation(t) == Deprel::kAdvmod || relation(t) == Deprel::kAdvcl)) return true;
    }
    return false;
  }

  // "imposed | its | sanctions": no participle of a noun stands before the noun's determiner. "Kort efter anholdt betjente
  // to mænd": nor is it one where the sentence has no other verb.
  void free_participle(TokenId verb, bool verb_second) {
    const TokenId noun = head(verb);
    if (relation(verb) != Deprel::kAmod || noun == kNoToken || noun < verb) return;
    bool outside = has_child(verb, Deprel::kNsubj);
    for (TokenId t = verb + 1; t < noun; ++t) {
      outside |= head(t) == noun && (upos(t) == Upos::kDet || relation(t) == Deprel::kNmod || upos(t) == Upos::kPron);
    }
    const bool only_verb = verb_second && head(noun) == kNoToken && no_other_verb(verb);
    if (!outside && !only_verb) return;
    if (head(noun) == kNoToken) {
      take_place(verb, noun);
      attach(noun, verb, only_verb && !outside ? Deprel::kNsubj : Deprel::kObj);
      if (only_verb && !outside) bare_object(verb, noun);
    } else if (const TokenId above = verb_above(verb); above != kNoToken && has_cc_before(verb) && !dominates(noun, above)) {
      attach(verb, above, Deprel::kConj);
      attach(noun, verb, Deprel::kObj);
    }
  }
  bool no_other_verb(TokenId verb) const {
    for (TokenId t = range_.begin; t < range_.end; ++t) {
      if (t != verb && (upos(t) == Upos::kVerb || upos(t) == Upos::kAux)) return false;
    }
    return true;
  }
  bool has_cc_before(TokenId verb) const { return verb > range_.begin && upos(verb - 1) == Upos::kCconj; }
  TokenId verb_above(TokenId verb) const {
    for (TokenId t = verb; t > range_.begin; --t) {
      if (upos(t - 1) == Upos::kVerb && finite(t - 1) && !dominates(verb, t - 1)) return t - 1;
    }
    return kNoToken;
  }
  // The verb becomes what its noun was and takes over what stands before it.
  void take_place(TokenId verb, TokenId noun) {
    attach(verb, head(noun), syntax_.deprels[noun]);
    for (TokenId t = range_.begin; t < range_.end; ++t) {
      if (head(t) != noun || t == verb || relation(t) == Deprel::kConj) continue;
      if (t < verb || relation(t) == Deprel::kPunct || relation(t) == Deprel::kObl) syntax_.heads[t] = verb;
    }
  }
  void bare_object(TokenId verb, TokenId subject) {
    for (TokenId t = subject + 1; t < range_.end; ++t) {
      if (head(t) != subject || upos(t) != Upos::kNoun || has_child(t, Deprel::kCase)) continue;
      attach(t, verb, Deprel::kObj);
      return;
    }
  }

  // "Norway, Latvia and Chile have | signed": a finite verb is no conjunct of listed nouns but their predicate.
  void subject_for_conjunct(TokenId verb) {
    const TokenId noun = head(verb);
    if (relation(verb) != Deprel::kConj || noun == kNoToken || noun > verb || head(noun) != kNoToken) return;
    if (!nominal(noun) || !finite(verb) || has_child(verb, Deprel::kNsubj) || has_child(noun, Deprel::kCop)) return;
    const TokenId other = child(noun, Deprel::kConj);
    if (other == verb || !nominal(other)) return;
    take_place(verb, noun);
    attach(noun, verb, Deprel::kNsubj);
  }

  // "Lind, who | telephoned, told ...": the clause of a relative pronoun belongs to the noun before it.
  void relative_clause(TokenId pronoun) {
    if (!has(pronoun, Feat::kPronTypeRel) && !has(pronoun, Feat::kPartTypeInf)) return;
    const TokenId verb = head(pronoun);
    if (verb == kNoToken || relation(pronoun) != Deprel::kNsubj || verb < pronoun) return;
    if (relation(verb) != Deprel::kCcomp && relation(verb) != Deprel::kAdvcl && relation(verb) != Deprel::kParataxis) return;
    TokenId noun = pronoun;
    while (noun > range_.begin && noun + 3 > pronoun && !(noun < pronoun && nominal(noun))) --noun;
    if (!nominal(noun) || noun >= pronoun) return;
    while (head(noun) != kNoToken && head(noun) < pronoun && nominal(head(noun)) && relation(noun) != Deprel::kConj) noun = head(noun);
    if (!dominates(verb, noun)) attach(verb, noun, Deprel::kAclRelcl);
  }

  const Grammar& grammar_;
  std::string_view text_;
  const doc::TokenTable& tokens_;
  base::TokenRange range_;
  doc::SyntaxTable& syntax_;
};

}  // namespace

Mender::Mender(const pack::Pack& pack) {
  const pack::Table* language = pack.table("language");
  for (std::size_t row = 0; language != nullptr && row < language->size(); ++row) {
    if (language->cell(row, "key") == "verb_second") grammar_.verb_second = language->cell(row, "value") == "yes";
    if (language->cell(row, "key") == "participle_ending") grammar_.participle_ending = language->cell(row, "value");
    if (language->cell(row, "key") == "present_ending") grammar_.present_ending = language->cell(row, "value");
    if (language->cell(row, "key") == "passive_auxiliary") grammar_.passive_auxiliary = language->cell(row, "value");
  }
}

void Mender::mend(std::string_view text, const doc::TokenTable& tokens, doc::SyntaxTable& syntax) const {
  for (const doc::Sentence& sentence : tokens.sentence_list) Sentence(grammar_, text, tokens, sentence.tokens, syntax).mend();
}

}  // namespace kilde::syntax
