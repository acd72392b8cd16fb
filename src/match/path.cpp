// SPDX-License-Identifier: Apache-2.0
#include "match/path.h"

#include <algorithm>

#include "base/utf8.h"

namespace kilde::match {
namespace {

using doc::Deprel;
using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

// Named paths may use themselves; longer chains of control and coordination than this do not occur.
constexpr int kMaxDepth = 8;

bool contains(const std::vector<WordKey>& words, WordKey key) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

// "på_grund_af": a case word and its `fixed` parts as one word.
WordKey joined_key(const Tree& tree, TokenId word) {
  std::string joined = base::lower(tree.reading().form(word));
  for (const TokenId part : tree.children(word)) {
    if (tree.relation(part) == Deprel::kFixed) joined.append("_").append(tree.reading().form(part));
  }
  return word_key(joined);
}

bool is_phrase(const Tree& tree, TokenId t) {
  const Upos upos = tree.reading().syntax.upos[t];
  return upos != Upos::kVerb && upos != Upos::kAux && upos != Upos::kPunct;
}

// Walks one list of alternatives; holds what does not change on the way.
class Walk {
 public:
  Walk(const Tree& tree, const NamedPaths* names) : tree_(tree), names_(names) {}

  bool alternatives(const std::vector<Path>& paths, TokenId from, int depth, bool spread,
                    std::vector<TokenId>& ends) const {
    for (const Path& path : paths) {
      const std::size_t before = ends.size();
      step(path, 0, from, depth, ends);
      if (ends.size() == before) continue;
      if (spread && !path.alone) add_coordinated(path, from, before, ends);
      const auto begin = ends.begin() + static_cast<std::ptrdiff_t>(before);
      std::sort(begin, ends.end());
      ends.erase(std::unique(begin, ends.end()), ends.end());
      return true;
    }
    return false;
  }

 private:
  void step(const Path& path, std::size_t at, TokenId here, int depth, std::vector<TokenId>& ends) const {
    if (at == path.steps.size()) {
      ends.push_back(here);
      return;
    }
    const Step& s = path.steps[at];
    const auto arrive = [&](TokenId to) {
      if (passes(s, to, depth)) step(path, at + 1, to, depth, ends);
    };
    if (s.optional) step(path, at + 1, here, depth, ends);
    switch (s.move) {
      case Step::Move::kStay: arrive(here); break;
      case Step::Move::kDown:
        for (const TokenId child : tree_.children(here)) {
          if (is_reached_by(s, child)) arrive(child);
        }
        break;
      case Step::Move::kUp:
        if (tree_.head(here) != kNoToken && is_reached_by(s, here)) arrive(tree_.head(here));
        break;
      case Step::Move::kNamed: {
        if (depth >= kMaxDepth) break;
        std::vector<TokenId> named;
        alternatives(names_->lists[s.name], here, depth + 1, false, named);
        for (const TokenId to : named) arrive(to);
        break;
      }
    }
  }

  bool is_reached_by(const Step& s, TokenId dependent) const {
    return s.rels[static_cast<std::size_t>(tree_.deprel(dependent))] &&
           (s.cases.empty() || has_case(tree_, dependent, s.cases));
  }

  bool passes(const Step& s, TokenId t, int depth) const {
    if (!s.test.accepts(tree_, t)) return false;
    return std::all_of(s.looks.begin(), s.looks.end(), [&](const Look& look) {
      std::vector<TokenId> seen;
      step(look.path, 0, t, depth, seen);
      return seen.empty() == look.negated;
    });
  }

  void add_coordinated(const Path& path, TokenId from, std::size_t first, std::vector<TokenId>& ends) const {
    const TokenTest& test = path.steps.back().test;
    for (std::size_t i = first; i < ends.size(); ++i) {
      if (!is_phrase(tree_, ends[i])) continue;
      for (const TokenId child : tree_.children(ends[i])) {
        if (tree_.relation(child) == Deprel::kConj && child != from && is_phrase(tree_, child) &&
            test.accepts(tree_, child)) {
          ends.push_back(child);  // and its own, when the loop comes to it
        }
      }
    }
  }

  const Tree& tree_;
  const NamedPaths* names_;
};

}  // namespace

bool PathList::follow(const Tree& tree, TokenId from, std::vector<TokenId>& ends) const {
  return Walk(tree, names_.get()).alternatives(alternatives_, from, 0, true, ends);
}

bool PathList::leads(const Tree& tree, TokenId from) const {
  std::vector<TokenId> ends;
  return Walk(tree, names_.get()).alternatives(alternatives_, from, 0, false, ends);
}

TokenId PathList::first(const Tree& tree, TokenId from) const {
  std::vector<TokenId> ends;
  return Walk(tree, names_.get()).alternatives(alternatives_, from, 0, false, ends) ? ends.front() : kNoToken;
}

bool has_case(const Tree& tree, TokenId t, const std::vector<WordKey>& cases) {
  for (const TokenId child : tree.children(t)) {
    const Deprel relation = tree.relation(child);
    if (relation != Deprel::kCase && relation != Deprel::kMark) continue;
    if (tree.has_child(child, Deprel::kFixed)) {
      if (contains(cases, joined_key(tree, child))) return true;
    } else if (contains(cases, tree.lemma_key(child)) || contains(cases, tree.form_key(child))) {
      return true;
    }
  }
  return false;
}

bool is_relative_pronoun(const Tree& tree, TokenId t) {
  const auto& syntax = tree.reading().syntax;
  // The Danish treebank marks "der" and "som" as PartType=Inf where others write PronType=Rel.
  return syntax.upos[t] == Upos::kPron &&
         (syntax.feat_bits[t] & (doc::bit(doc::Feat::kPronTypeRel) | doc::bit(doc::Feat::kPartTypeInf))) != 0;
}

TokenId referent(const Tree& tree, TokenId t) {
  if (!is_relative_pronoun(tree, t)) return t;
  for (TokenId up = tree.head(t); up != kNoToken; up = tree.head(up)) {
    if (tree.relation(up) == Deprel::kAcl && tree.head(up) != kNoToken) return tree.head(up);
  }
  return t;
}

}  // namespace kilde::match
