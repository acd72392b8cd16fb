// SPDX-License-Identifier: Apache-2.0
#include "match/modality.h"

#include <algorithm>

#include "match/clause.h"
#include "match/modality_words.h"

namespace kilde::match {
namespace {

using doc::Deprel;
using doc::Feat;
using doc::kNoToken;
using doc::Status;
using doc::TokenId;
using doc::Upos;
using Words = ModalityReader::Words;

// Governors above governors: longer chains tell nothing more.
constexpr int kMaxDepth = 6;

void raise(Status& status, Status to) { status = std::max(status, to); }

// Adds what holds of a clause to what it contains.
void combine(Modality& m, const Modality& above) {
  raise(m.status, above.status);
  m.negated = m.negated != above.negated;
  m.certainty = std::max(m.certainty, above.certainty);
}

// Reads one trigger. `when` bears on the clause that holds it.
class Analysis {
 public:
  Analysis(const Words& words, const Tree& tree, const doc::TimeMention* when)
      : words_(words), tree_(tree), syntax_(tree.reading().syntax), own_(words, tree, when) {}

  Modality read(TokenId t) const {
    Modality m = own_.is_predicate(t) ? clause(t, 0) : noun(t);
    if (is_question(t)) raise(m.status, Status::kHypothetical);
    return m;
  }

 private:
  bool is_question(TokenId t) const {
    const auto& sentence = tree_.reading().tokens.sentence_of(t).tokens;
    return tree_.reading().form(sentence.end - 1) == "?" && tree_.clause_head(t) == tree_.root_of(t);
  }
  Modality clause(TokenId t, int depth) const {
    const Tense own = own_.tense(t);
    Modality m = own.modality;
    own_.modifiers(t, own.present, m);
    const bool is_governed = depth < kMaxDepth && governed(t, own, depth, m);
    if (!is_governed) own_.mark(t, own, m);
    if (own_.has_condition(t) && !own.past) raise(m.status, Status::kHypothetical);
    if (own.bare && own_.is_coming() && m.status < Status::kPlanned) m.status = Status::kPlanned;
    return m;
  }

  // What the words above a clause make of it; true when a listed word governs it, so that its own mark says nothing.
  bool governed(TokenId t, const Tense& own, int depth, Modality& m) const {
    const TokenId above = holder_of_clause(t);
    if (above == kNoToken) return false;
    if (tree_.relation(t) == Deprel::kConj) return own_.is_predicate(above) && governed(above, own, depth, m);
    const Effect* effect = clause_governor(above, t);
    if (effect != nullptr && is_complement(t, own, *effect)) {
      apply_governor(*effect, above, own.past, depth, m);
      return true;
    }
    if (own.bare && !syntax_.has(t, Feat::kVerbFormPart)) unlisted(t, above, depth, m);
    return false;
  }

  // The word whose complement a clause may be, or kNoToken.
  TokenId holder_of_clause(TokenId t) const {
    const TokenId above = tree_.head(t);
    switch (tree_.deprel(t)) {
      case Deprel::kParataxis: case Deprel::kNsubj: case Deprel::kRoot: return kNoToken;
      case Deprel::kAclRelcl:
        // "det er planen, at ...": the clause hangs on the pronoun that announces it.
        if (syntax_.upos[above] != Upos::kPron || !tree_.has_child(t, Deprel::kMark)) return kNoToken;
        return tree_.head(above);
      default: return above;
    }
  }

  bool is_nonfinite(TokenId t, const Tense& own) const {
    return own.bare || (syntax_.has(t, Feat::kVerbFormPart) && !tree_.has_child(t, Deprel::kAux));
  }

  bool is_complement(TokenId t, const Tense& own, const Effect& effect) const {
    switch (tree_.relation(t)) {
      case Deprel::kCcomp: case Deprel::kXcomp: case Deprel::kCsubj: case Deprel::kObj: case Deprel::kAcl:
      case Deprel::kObl: case Deprel::kNmod: return true;
      // Finite ones and purpose clauses are none; but "dømt for at", where the act is over, looks like one.
      case Deprel::kAdvcl: return effect.status == Status::kHappened || own_.is_declarative(t) || (is_nonfinite(t, own) && !own_.has_strong_mark(t));
      default: return false;
    }
  }

  // An infinitive under a word that no row lists: verbs lend it their own modality, nouns and adjectives make it a mere
  // possibility ("retten til at", "parat til at").
  void unlisted(TokenId t, TokenId above, int depth, Modality& m) const {
    if (own_.has_strong_mark(t)) return;
    if (own_.is_verbal(above)) {
      combine(m, clause(above, depth + 1));
    } else if (syntax_.has(t, Feat::kVerbFormInf) && syntax_.upos[above] != Upos::kPropn) {
      raise(m.status, Status::kHypothetical);
    }
  }

  // "være_ved_at": a word that governs only with these marks, else the word alone.
  const Effect* clause_governor(TokenId above, TokenId clause) const {
    const std::string with_marks = std::string(tree_.reading().lemma(above)) + "_" + own_.marks(clause);
    if (const Effect* effect = words_.find(WordClass::kClauseGovernor, word_key(with_marks))) return effect;
    if (const Effect* effect = words_.find(WordClass::kClauseGovernor, tree_, above)) return effect;
    return noun_governor(above);
  }
  const Effect* noun_governor(TokenId t) const { return words_.find(WordClass::kGovernor, tree_, t); }

  // A negated wish or plan negates what is wished or planned ("ønsker ikke at"); what governs the governor governs all.
  void apply_governor(const Effect& effect, TokenId governor, bool past, int depth, Modality& m) const {
    apply(effect, past, m);
    if (depth >= kMaxDepth) return;
    Modality above;
    own_.modifiers(governor, false, above);
    m.negated = m.negated != above.negated;
    if (!own_.is_predicate(governor)) combine(m, holder(governor, depth + 1));
    else if (own_.tense(governor).bare) combine(m, without_negation(clause(governor, depth + 1)));
  }

  static Modality without_negation(Modality m) {
    m.negated = false;
    return m;
  }

  Modality noun(TokenId t) const {
    Modality m;
    attributes(t, m);
    if (tree_.has_child(t, Deprel::kMark)) own_.mark(t, {}, m);
    if (const TokenId word = tree_.child(t, Deprel::kCase); word != kNoToken && words_.has(WordClass::kModifier, tree_, word)) {
      m.negated = !m.negated;  // "without a deal"
    }
    combine(m, holder(t, 0));
    if (m.status == Status::kHappened) {
      const bool present = own_.tense(tree_.clause_head(t)).present;
      if (words_.has(WordClass::kDurative, tree_, t) && present && !own_.is_over()) m.status = Status::kOngoing;
      if (own_.is_coming()) m.status = Status::kPlanned;
    }
    return m;
  }

  // What stands beside a noun: "det planlagte møde", "ingen aftale", "et møde, der skal holdes".
  void attributes(TokenId t, Modality& m) const {
    own_.modifiers(t, true, m);
    for (const TokenId child : tree_.children(t)) {
      const Deprel relation = tree_.relation(child);
      if (relation != Deprel::kAcl && relation != Deprel::kAmod) continue;
      if (const Effect* effect = noun_governor(child)) {
        if (relation == Deprel::kAmod || words_.is_passive(tree_, child)) apply(*effect, false, m);
      } else if (tree_.deprel(child) == Deprel::kAclRelcl && words_.has(WordClass::kLight, tree_, child)) {
        combine(m, clause(child, 0));
      }
    }
  }

  // What the word that holds a noun makes of it.
  Modality holder(TokenId t, int depth) const {
    Modality m;
    const TokenId above = tree_.head(t);
    if (above == kNoToken || depth >= kMaxDepth) return m;
    const Deprel relation = tree_.relation(t);
    if (relation == Deprel::kConj) {
      if (own_.is_negative(above)) m.negated = true;
      if (!own_.is_predicate(above)) combine(m, holder(above, depth + 1));
      return m;
    }
    const Effect* effect = noun_governor(above);
    if (effect != nullptr && is_held(t, above)) {
      apply_governor(*effect, above, false, depth, m);
      if (counts_twice(t)) m.negated = !m.negated;
      if (own_.is_verbal(above) && own_.tense(above).modality.status > Status::kOngoing) raise(m.status, Status::kPlanned);
    } else if (words_.has(WordClass::kLight, tree_, above) && is_argument(t)) {
      combine(m, clause(above, depth + 1));
      if (counts_twice(t)) m.negated = !m.negated;
    }
    return m;
  }

  // "holdt ingen møder": the determiner negates the noun and, as its argument, the verb.
  bool counts_twice(TokenId t) const {
    const Deprel relation = tree_.relation(t);
    return (relation == Deprel::kObj || relation == Deprel::kNsubj) && own_.is_verbal(tree_.head(t)) && own_.is_negative(t);
  }

  bool is_argument(TokenId t) const {
    const Deprel relation = tree_.relation(t);
    return relation == Deprel::kObj || relation == Deprel::kNsubj || relation == Deprel::kObl ||
           relation == Deprel::kXcomp;
  }

  // Whether t is what `above` plans, fears or cancels, not who does so.
  bool is_held(TokenId t, TokenId above) const {
    switch (tree_.relation(t)) {
      case Deprel::kObj: return true;
      case Deprel::kNsubj: return !own_.is_verbal(above) || words_.is_passive(tree_, above);
      case Deprel::kObl: case Deprel::kNmod: {
        const TokenId word = tree_.child(t, Deprel::kCase);
        return word != kNoToken && words_.has(WordClass::kCase, tree_, word);
      }
      default: return false;
    }
  }

  const Words& words_;
  const Tree& tree_;
  const doc::SyntaxTable& syntax_;
  const Clause own_;
};

}  // namespace

base::Result<ModalityReader> ModalityReader::make(const pack::Pack& pack) {
  auto words = Words::make(pack);
  if (!words) return words.error();
  ModalityReader reader;
  reader.words_ = std::make_shared<const Words>(std::move(words).value());
  return reader;
}

Modality ModalityReader::read(const Tree& tree, TokenId trigger, const doc::TimeMention* when) const {
  return Analysis(*words_, tree, when).read(trigger);
}

}  // namespace kilde::match
