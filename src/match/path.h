// SPDX-License-Identifier: Apache-2.0
// A way through a dependency tree, from its notation: steps joined by '/'.
//   nsubj            down to dependents with this relation (subtypes included; "nsubj:pass" only that one)
//   nsubj|obj        one of several relations          *           any relation
//   obl(i|på)        the dependent has a `case` or `mark` child of this lemma or form; several words: på_grund_af
//   ^acl             up to the head, when my own relation is acl; ^obl(af) asks my own case word
//   obj[entity=any]  where the step ends a token test must hold; [..] alone tests without moving
//   {obj}  {!obj}    after a step or alone: that path must (not) lead somewhere from here
//   xcomp?/obj       the step may be left out: both ways are walked
//   @subject         a named list of lang/XX/paths.toml; it may use itself (control, coordination)
// Its ends are phrase heads; coordinated phrases (`conj` of an end, with the same token test) are ends too, unless the
// path closes with '.'. The trigger itself is never an end of a path that moves.
#pragma once
#include <bitset>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "match/token_test.h"

namespace kilde::match {

struct Look;

struct Step {
  enum class Move : std::uint8_t { kStay, kDown, kUp, kNamed };
  Move move = Move::kStay;
  bool optional = false;
  std::bitset<doc::kDeprelCount> rels;  // all set for '*'
  std::vector<WordKey> cases;           // empty: no matter
  std::size_t name = 0;                 // kNamed: index into NamedPaths
  TokenTest test;
  std::vector<Look> looks;
};

struct Path {
  std::vector<Step> steps;
  bool alone = false;  // closes with '.': coordinated phrases are no ends
};

struct Look {  // {path}
  bool negated = false;
  Path path;
};

// The pack's named lists; a kNamed step holds an index.
struct NamedPaths {
  std::vector<std::string> names;
  std::vector<std::vector<Path>> lists;
};

// Alternatives, best first. Frozen after compiling; cheap to copy.
class PathList {
 public:
  // Appends the ends of the first alternative that leads somewhere, in text order and without repetition; false when
  // none does.
  bool follow(const Tree& tree, doc::TokenId from, std::vector<doc::TokenId>& ends) const;
  // Whether any alternative leads somewhere.
  bool leads(const Tree& tree, doc::TokenId from) const;
  // First end in text order, or kNoToken.
  doc::TokenId first(const Tree& tree, doc::TokenId from) const;
  bool empty() const { return alternatives_.empty(); }

 private:
  friend class Compiler;
  std::vector<Path> alternatives_;
  std::shared_ptr<const NamedPaths> names_;
};

// The noun that a relative pronoun stands for, which its clause modifies; t itself when it is no relative pronoun.
doc::TokenId referent(const Tree& tree, doc::TokenId t);
bool is_relative_pronoun(const Tree& tree, doc::TokenId t);
// Whether the phrase of t carries one of these case or mark words.
bool has_case(const Tree& tree, doc::TokenId t, const std::vector<WordKey>& cases);

}  // namespace kilde::match
