// SPDX-License-Identifier: Apache-2.0
#include "find/figure/measure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"

namespace kilde::find::figures {

using doc::Deprel;
using doc::Feat;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

base::Result<Measures> Measures::make(const pack::Pack& pack) {
  constexpr std::array<std::string_view, 15> kKinds = {"counted",  "crowd",   "subject", "object", "tally", "number",  "among",
                                                       "estimate", "pronoun", "people",  "thing",  "state", "persons", "including", "deed"};
  Measures out;
  const pack::Table* table = pack.table("figure_words");
  const pack::Table* codebook = pack.shared_table("measures");
  for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
    const auto fail = [&](std::string what, std::string_view text) {
      return base::Error{base::Fault::kPack, std::move(what) + ": " + std::string(text), table->place(row)};
    };
    const auto kind = std::find(kKinds.begin(), kKinds.end(), table->cell(row, "kind"));
    if (kind == kKinds.end()) return fail("no such kind of word", table->cell(row, "kind"));
    Entry entry;
    entry.kind = static_cast<Kind>(kind - kKinds.begin());
    entry.measure = table->cell(row, "measure");
    bool known = entry.measure.empty();
    for (std::size_t i = 0; codebook != nullptr && i < codebook->size(); ++i) {
      if (codebook->cell(i, "id") != entry.measure) continue;
      known = true;
      entry.open = codebook->cell(i, "open") == "yes";
    }
    if (!known) return fail("no such measure in the codebook", entry.measure);
    for (const auto word : pack::split(table->cell(row, "with"))) {
      if (word.starts_with('!')) entry.without.push_back(base::lower(word.substr(1)));
      else entry.with.push_back(base::lower(word));
    }
    for (const auto word : pack::split(table->cell(row, "words"))) {
      if (word.starts_with('*')) {
        out.endings_.emplace_back(base::lower(word.substr(1)), entry);
      } else {
        out.words_[base::lower(word)].push_back(entry);
      }
    }
  }
  return out;
}

bool Measures::accompanied(const match::Tree& tree, TokenId t, const Entry& entry) const {
  if (entry.with.empty() && entry.without.empty()) return true;
  const doc::Reading& reading = tree.reading();
  const base::TokenRange sentence = reading.tokens.sentence_of(t).tokens;
  const TokenId begin = std::max(sentence.begin, t < 8 ? 0 : t - 8), end = std::min(sentence.end, t + 10);
  bool found = entry.with.empty();
  for (TokenId i = begin; i < end; ++i) {
    const std::string form = base::lower(reading.form(i)), lemma = base::lower(reading.lemma(i));
    const auto is = [&](const std::string& word) { return form == word || lemma == word; };
    if (i == t) continue;
    if (std::any_of(entry.without.begin(), entry.without.end(), is)) return false;
    found = found || std::any_of(entry.with.begin(), entry.with.end(), is);
  }
  return found;
}

const Measures::Entry* Measures::lookup(const match::Tree& tree, TokenId t, std::initializer_list<Kind> kinds) const {
  const doc::Reading& reading = tree.reading();
  if (t < reading.time_of_token.size() && reading.time_of_token[t] != doc::kNone) return nullptr;  // "March"
  const std::string form = base::lower(reading.form(t));
  for (const std::string& key : {form, base::lower(reading.lemma(t))}) {
    const auto found = words_.find(key);
    if (found == words_.end()) continue;
    for (const Entry& entry : found->second) {
      if (std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end() && accompanied(tree, t, entry)) return &entry;
    }
  }
  for (const auto& [ending, entry] : endings_) {
    if (form.size() > ending.size() + 2 && form.ends_with(ending) &&
        std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end()) {
      return &entry;
    }
  }
  return nullptr;
}

// The evidence for one quantity, strongest first.
class Measures::Search {
 public:
  Search(const Measures& words, const match::Tree& tree, const Quantity& quantity, const std::vector<bool>& barrier)
      : words_(words), tree_(tree), q_(quantity), barrier_(barrier),
        sentence_(tree.reading().tokens.sentence_of(quantity.tokens.begin).tokens) {
    head_ = q_.counted != kNoToken ? q_.counted : top(q_.numeral);
  }

  Finding run(const std::string& previous) const {
    if (auto found = among(previous); !found.measure.empty()) return found;
    if (q_.counted != kNoToken && words_.is(tree_, q_.counted, Kind::kThing)) return {};
    if (is_stranger() || is_fraction()) return {};
    if (auto found = by_own_words(Kind::kState); !found.measure.empty()) return found;
    if (auto found = by_next(); !found.measure.empty()) return found;
    if (auto found = by_including(previous); !found.measure.empty()) return found;
    if (auto found = by_predicate(); !found.measure.empty()) return found;
    if (auto found = by_own_words(Kind::kCounted); !found.measure.empty()) return found;
    if (auto found = by_tally(previous); !found.measure.empty()) return found;
    if (auto found = by_neighbour(); !found.measure.empty()) return found;
    if (auto found = by_own_words(Kind::kCrowd); !found.measure.empty()) return found;
    return by_context(previous);
  }

 private:
  // The token of a range whose head lies outside.
  TokenId top(base::TokenRange range) const {
    TokenId t = range.begin;
    for (int i = 0; i < 16 && tree_.head(t) != kNoToken && range.contains(tree_.head(t)); ++i) t = tree_.head(t);
    return t;
  }

  // Whether what is counted is known to be people, or is not named.
  bool counts_people() const {
    if (q_.counted == kNoToken || is_demonym(q_.counted)) return true;
    const auto people = {Kind::kPersons, Kind::kPeople, Kind::kCounted, Kind::kState, Kind::kCrowd};
    return words_.lookup(tree_, q_.counted, people) != nullptr;
  }
  // A name ("348 Pachomius"), or one of what may be anything ("one block of flats").
  bool is_stranger() const {
    if (q_.counted == kNoToken || counts_people()) return false;
    return tree_.reading().syntax.upos[q_.counted] == Upos::kPropn || q_.value == 1.0;
  }
  // 6.3 cannot be people, 6.3 million can.
  bool is_fraction() const { return q_.value && *q_.value != std::floor(*q_.value); }
  bool may_count(const Entry& entry) const { return entry.open || counts_people(); }
  // "fire danskere": an entity that is named by its people.
  bool is_demonym(TokenId t) const {
    const auto& owner = tree_.reading().entity_of_token;
    if (t >= owner.size() || owner[t] == doc::kNone) return false;
    const auto kind = tree_.reading().entities[owner[t]].kind;
    return (kind == doc::EntityKind::kCountry || kind == doc::EntityKind::kGroup) && q_.counted == t;
  }

  // A word of this kind from the numeral to what is counted, or right after.
  const Entry* own(Kind kind, TokenId* at = nullptr) const {
    TokenId end = std::max(q_.tokens.end, q_.numeral.end);
    if (q_.counted == kNoToken) end = std::min(end + 1, sentence_.end);
    for (TokenId t = end; t-- > q_.numeral.end;) {
      if (const Entry* entry = words_.lookup(tree_, t, {kind})) {
        if (at != nullptr) *at = t;
        return entry;
      }
    }
    return nullptr;
  }

  Finding told(const Entry& entry, TokenId governor, std::string_view how) const {
    Finding out{entry.measure, "figure." + entry.measure + "." + std::string(how), governor};
    if (governor != kNoToken) out.rule = "lexicon:figure_words:" + std::string(tree_.reading().lemma(governor));
    return out;
  }

  Finding by_own_words(Kind kind) const {
    TokenId at = kNoToken;
    const Entry* entry = own(kind, &at);
    return entry == nullptr ? Finding{} : told(*entry, at, "counted");
  }

  // "left 22 people dead", "54 personer dræbt": a state right after what is counted, unless it is an active verb.
  Finding by_next() const {
    const TokenId t = q_.tokens.end;
    if (t >= sentence_.end) return {};
    const Entry* entry = words_.lookup(tree_, t, {Kind::kState});
    const auto& syntax = tree_.reading().syntax;
    if (entry == nullptr || syntax.has(t, Feat::kVerbFormFin) || tree_.has_child(t, Deprel::kObj) || !may_count(*entry)) return {};
    return told(*entry, t, "next");
  }

  // "seks dræbt, heraf tre børn": a part of those just counted.
  Finding by_including(const std::string& previous) const {
    if (previous.empty() || (q_.counted != kNoToken && !counts_people())) return {};
    const TokenId begin = q_.tokens.begin < sentence_.begin + 2 ? sentence_.begin : q_.tokens.begin - 2;
    for (TokenId t = begin; t < q_.tokens.begin; ++t) {
      if (words_.is(tree_, t, Kind::kIncluding)) return {previous, "figure.including", kNoToken};
    }
    return {};
  }

  // "tre af de sårede", "four Danes were among the dead", "20 of them", "blandt de dræbte er fire svenskere".
  Finding among(const std::string& previous) const {
    const TokenId end = std::min(sentence_.end, q_.tokens.end + 8);
    const TokenId begin = q_.numeral.begin < sentence_.begin + 7 ? sentence_.begin : q_.numeral.begin - 7;
    for (TokenId t = begin; t < end; ++t) {
      const bool before = t < q_.numeral.begin;
      if (t >= q_.tokens.end && barrier_[t]) break;
      if (barrier_[t] && !q_.tokens.contains(t)) continue;
      if (!words_.is(tree_, t, Kind::kAmong) || (before && tree_.reading().form(t).size() < 4)) continue;
      for (TokenId next = t + 1; next < std::min(sentence_.end, t + 4); ++next) {
        if (const Entry* entry = words_.lookup(tree_, next, {Kind::kCounted, Kind::kState})) return told(*entry, next, "among");
        if (q_.partitive && words_.is(tree_, next, Kind::kPronoun) && !previous.empty()) {
          return {previous, "figure.among.pronoun", kNoToken};
        }
      }
    }
    return {};
  }

  bool passive(TokenId p) const {
    const auto& syntax = tree_.reading().syntax;
    if (syntax.has(p, Feat::kVoicePass) || tree_.has_child(p, Deprel::kAuxPass)) return true;
    if (syntax.upos[p] == Upos::kAdj || syntax.upos[p] == Upos::kNoun) return true;
    if (!syntax.has(p, Feat::kVerbFormPart) || syntax.has(p, Feat::kTensePres)) return false;  // "killing" is active
    for (const TokenId child : tree_.children(p)) {
      if (tree_.deprel(child) == Deprel::kNsubjPass || tree_.relation(child) == Deprel::kCop) return true;
    }
    return !has_active_auxiliary(p);
  }
  // "har dræbt", "have killed", but not "har været behandlet": all auxiliaries are forms of "have".
  bool has_active_auxiliary(TokenId p) const {
    bool have = false;
    for (const TokenId child : tree_.children(p)) {
      if (tree_.relation(child) != Deprel::kAux) continue;
      if (tree_.reading().lemma(child) != "have") return false;
      have = true;
    }
    return have;
  }

  const Entry* fits(TokenId p, Role role) const {
    const bool as_object = role == Role::kObject || passive(p);
    const auto look = [&](std::initializer_list<Kind> kinds) {
      const Entry* entry = words_.lookup(tree_, p, kinds);
      return entry != nullptr && may_count(*entry) ? entry : nullptr;
    };
    if (as_object) {
      if (const Entry* entry = look({Kind::kObject})) return entry;
    }
    if (role != Role::kSubject) return nullptr;
    if (const Entry* entry = look({Kind::kSubject})) return entry;
    const bool state = tree_.has_child(p, Deprel::kCop) || tree_.relation(p) == Deprel::kXcomp ||
                       tree_.reading().syntax.has(p, Feat::kVerbFormPart);
    return state && p != head_ ? look({Kind::kState, Kind::kCounted}) : nullptr;  // "are homeless", "er døde"
  }

  // The predicate itself, then what it only introduces ("frygtes at være omkommet"), then those set beside it.
  Finding follow(TokenId p, Role role, int depth) const {
    if (const Entry* entry = fits(p, role)) return told(*entry, p, "predicate");
    if (depth > 3) return {};
    for (const TokenId child : tree_.children(p)) {
      if (child == head_) continue;
      const Deprel relation = tree_.relation(child);
      const bool complement = relation == Deprel::kXcomp || relation == Deprel::kCcomp || relation == Deprel::kAdvcl;
      const bool beside = relation == Deprel::kConj;
      if ((!complement && !beside) || has_subject(child)) continue;
      if (child < q_.tokens.begin && beside) continue;
      if (auto found = follow(child, role, depth + 1); !found.measure.empty() && role == Role::kSubject) return found;
    }
    return {};
  }
  bool has_subject(TokenId p) const { return tree_.has_child(p, Deprel::kNsubj) && tree_.child(p, Deprel::kNsubj) != head_; }

  // Clauses that modify what is counted: "syv personer, der blev anholdt", "seven people arrested on Monday".
  Finding by_modifier(TokenId noun) const {
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.relation(child) == Deprel::kAmod && child < q_.tokens.begin) {  // a verb that the parser took for a participle
        if (const Entry* entry = words_.lookup(tree_, child, {Kind::kObject})) return told(*entry, child, "predicate");
      }
      if (tree_.relation(child) != Deprel::kAcl || child < q_.numeral.end) continue;
      const bool relative = tree_.deprel(child) == Deprel::kAclRelcl;
      const TokenId subject = tree_.child(child, Deprel::kNsubj);
      const bool other = subject != kNoToken && tree_.reading().syntax.upos[subject] != Upos::kPron;
      const bool active = tree_.reading().syntax.has(child, Feat::kTensePres) && !relative;
      const Role role = (relative && !other) || active ? Role::kSubject : Role::kObject;
      if (const Entry* entry = fits(child, role)) return told(*entry, child, "clause");
    }
    return {};
  }

  Finding by_predicate() const {
    TokenId t = head_;
    for (int step = 0; step < 5; ++step) {
      if (auto found = by_modifier(t); !found.measure.empty()) return found;
      const TokenId up = tree_.head(t);
      const Deprel relation = tree_.relation(t);
      if (up == kNoToken || relation == Deprel::kRoot) return follow(t, Role::kSubject, 1);
      if (relation == Deprel::kNsubj || relation == Deprel::kCsubj) {
        return follow(up, tree_.deprel(t) == Deprel::kNsubjPass && !words_.is(tree_, up, Kind::kSubject) ? Role::kObject : Role::kSubject, 0);
      }
      if (relation == Deprel::kObl && !has_outer_case(t)) return t < up ? follow(up, Role::kSubject, 0) : by_object(up);
      if (relation == Deprel::kObj || relation == Deprel::kIobj) return by_object(up);
      if (relation == Deprel::kExpl || relation == Deprel::kXcomp || relation == Deprel::kCcomp || relation == Deprel::kParataxis ||
          relation == Deprel::kAdvcl) {
        return follow(t, Role::kSubject, 1);
      }
      const bool part_of_phrase = relation == Deprel::kNummod || relation == Deprel::kConj || relation == Deprel::kFlat ||
                                  relation == Deprel::kNmod || relation == Deprel::kAppos || relation == Deprel::kDet ||
                                  relation == Deprel::kAmod || relation == Deprel::kCompound || relation == Deprel::kFixed ||
                                  relation == Deprel::kAdvmod || relation == Deprel::kDep;
      if (!part_of_phrase || (relation == Deprel::kConj && has_own_verb())) return {};
      if (const Entry* deed = words_.lookup(tree_, up, {Kind::kDeed}); deed != nullptr && relation == Deprel::kNmod) {
        return told(*deed, up, "deed");
      }
      t = up;
    }
    return {};
  }
  // "10.000 blev dræbt, 50.000 fanget": what stands beside another subject, but tells its own.
  bool has_own_verb() const {
    return q_.tokens.end < sentence_.end && tree_.reading().syntax.upos[q_.tokens.end] == Upos::kVerb;
  }
  // A preposition that is no bound: "omkring 20 personer" is often parsed as if "omkring" were one.
  bool has_outer_case(TokenId t) const {
    for (const TokenId child : tree_.children(t)) {
      if (tree_.relation(child) == Deprel::kCase && !q_.tokens.contains(child)) return true;
    }
    return false;
  }
  // Danish "der er dræbt 20 personer" has its subject after the verb, often parsed as object.
  Finding by_object(TokenId p) const {
    if (const Entry* entry = fits(p, Role::kObject)) return told(*entry, p, "predicate");
    const bool expletive = tree_.has_child(p, Deprel::kExpl) || !tree_.has_child(p, Deprel::kNsubj);
    return expletive ? follow(p, Role::kSubject, 0) : Finding{};
  }

  // "dødstallet steg til 870", "put the number of dead at some 640".
  Finding by_tally(const std::string& previous) const {
    if (q_.counted != kNoToken && !words_.is(tree_, q_.counted, Kind::kPersons)) return {};
    const TokenId begin = q_.tokens.begin < sentence_.begin + 14 ? sentence_.begin : q_.tokens.begin - 14;
    for (TokenId t = q_.tokens.begin; t-- > begin;) {
      if (barrier_[t]) break;
      if (const Entry* entry = words_.lookup(tree_, t, {Kind::kTally})) return told(*entry, t, "tally");
      if (!words_.is(tree_, t, Kind::kNumber)) continue;
      for (TokenId next = t + 1; next < std::min(q_.tokens.begin, t + 5); ++next) {
        const Entry* of = words_.lookup(tree_, next, {Kind::kCounted, Kind::kState, Kind::kCrowd, Kind::kSubject, Kind::kObject});
        if (of != nullptr) return told(*of, next, "tally");
      }
      return {previous, "figure.tally.same", t};
    }
    return {};
  }

  // Without help from the tree: the nearest predicate of people within a few words and no comma between.
  Finding by_neighbour() const {
    const auto stop = [&](TokenId t) {
      const auto form = tree_.reading().form(t);
      return barrier_[t] || form == "," || form == ";" || form == ":" || form == "." || form == "–";
    };
    for (TokenId t = q_.tokens.end; t < std::min(sentence_.end, q_.tokens.end + 6) && !stop(t); ++t) {
      const Entry* entry = words_.lookup(tree_, t, {Kind::kSubject, Kind::kObject});
      if (entry == nullptr || !may_count(*entry)) continue;
      if (entry->kind == Kind::kSubject || passive(t)) return told(*entry, t, "near");
      break;
    }
    const TokenId begin = q_.tokens.begin < sentence_.begin + 4 ? sentence_.begin : q_.tokens.begin - 4;
    for (TokenId t = q_.tokens.begin; t-- > begin && !stop(t);) {
      const Entry* entry = words_.lookup(tree_, t, {Kind::kSubject, Kind::kObject});
      if (entry == nullptr || !may_count(*entry)) continue;
      if (entry->kind == Kind::kObject && !passive(t)) return told(*entry, t, "near");
      break;
    }
    return {};
  }

  // A bare number or "people" under a verb of estimating goes on with what was counted before.
  Finding by_context(const std::string& previous) const {
    if (previous.empty()) return {};
    if (q_.counted != kNoToken && !words_.is(tree_, q_.counted, Kind::kPersons)) return {};
    const TokenId begin = q_.tokens.begin < sentence_.begin + 6 ? sentence_.begin : q_.tokens.begin - 6;
    for (TokenId t = q_.tokens.begin; t-- > begin;) {
      if (words_.is(tree_, t, Kind::kEstimate)) return {previous, "figure.context", t};
    }
    return {};
  }

  const Measures& words_;
  const match::Tree& tree_;
  const Quantity& q_;
  const std::vector<bool>& barrier_;
  base::TokenRange sentence_;
  TokenId head_ = kNoToken;
};

Finding Measures::find(const match::Tree& tree, const Quantity& quantity, const std::vector<bool>& barrier,
                       const std::string& previous) const {
  return Search(*this, tree, quantity, barrier).run(previous);
}

}  // namespace kilde::find::figures
