// SPDX-License-Identifier: Apache-2.0
// The rules of one finder, compiled and indexed by the words of their triggers: a thousand rules cost well under a
// microsecond a word. Const after compiling and shared by threads; needs the pack no more.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "match/compiler.h"
#include "match/path.h"
#include "match/token_test.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::match {

struct Rule {
  struct Where {
    PathList path;
    bool negated = false;
    std::string text;
  };
  struct Role {
    std::string name;
    PathList paths;
    bool required = false;
  };
  std::string id;
  std::string place;  // "file:line", for messages
  TokenTest trigger;
  std::vector<Where> where;
  std::vector<Role> roles;
  std::map<std::string, std::string, std::less<>> settings;

  // A value of `set`, "" when it is not there.
  std::string_view setting(std::string_view key) const;
  // Index of a role, or -1.
  int role(std::string_view name) const;
};

// A rule that fired. Borrows the rule from its RuleSet.
struct Match {
  const Rule* rule = nullptr;
  doc::TokenId trigger = doc::kNoToken;
  std::vector<std::vector<doc::TokenId>> fillers;  // parallel to rule->roles; phrase heads, in text order

  // Fillers of a named role; none when the rule has no such role.
  std::span<const doc::TokenId> role(std::string_view name) const;
  std::string_view setting(std::string_view key) const { return rule->setting(key); }
};

// What a finder understands; a rule with another role or key in `set` is a fault. An empty list allows anything.
struct Vocabulary {
  std::vector<std::string_view> roles;
  std::vector<std::string_view> settings;
};

class RuleSet {
 public:
  // The pack's rules whose id begins with "FINDER.". The first fault is the error.
  static base::Result<RuleSet> compile(const pack::Pack& pack, std::string_view finder, const Vocabulary& known = {});
  // Adds every fault to `faults` and keeps the sound rules.
  static RuleSet check(const pack::Pack& pack, std::string_view finder, const Vocabulary& known,
                       std::vector<base::Error>& faults);

  // Appends all matches: by trigger in text order, then by the order of the rules.
  void match(const Tree& tree, std::vector<Match>& out) const;
  // The matches at one token.
  void match_at(const Tree& tree, doc::TokenId t, std::vector<Match>& out) const;

  std::size_t size() const { return rules_.size(); }
  const std::vector<Rule>& rules() const { return rules_; }
  const Rule* find(std::string_view id) const;
  // Rules whose trigger asks for no word: they are tried at every token, so keep them few.
  std::size_t generic_count() const { return generic_.size(); }

 private:
  using Index = std::unordered_map<WordKey, std::vector<std::uint32_t>, KeyIsHash>;
  void index(std::uint32_t rule);

  std::vector<Rule> rules_;
  Index by_lemma_, by_form_;
  std::vector<std::uint32_t> generic_;
};

// Fills `out` when the rule fires at t.
bool apply(const Rule& rule, const Tree& tree, doc::TokenId t, Match& out);
// The first condition of the rule that t does not meet, in words for a person; "" when it fires.
std::string first_failure(const Rule& rule, const Tree& tree, doc::TokenId t);

}  // namespace kilde::match
