// SPDX-License-Identifier: Apache-2.0
#include "match/rule.h"

#include <algorithm>

namespace kilde::match {
namespace {

using doc::TokenId;
using Faults = std::vector<base::Error>;

bool is_known(const std::vector<std::string_view>& known, std::string_view name) {
  return known.empty() || std::find(known.begin(), known.end(), name) != known.end();
}

// Compiles one rule and keeps its faults.
class RuleCompiler {
 public:
  RuleCompiler(Compiler& compiler, const Vocabulary& known, Faults& faults)
      : compiler_(compiler), known_(known), faults_(faults) {}

  Rule compile(const pack::Rule& source) {
    Rule rule;
    rule.id = source.id;
    rule.place = source.place();
    rule.settings = source.set;
    if (auto test = compiler_.test(source.trigger.text, source.place(source.trigger.line))) {
      rule.trigger = std::move(*test);
    } else {
      faults_.push_back(test.error());
    }
    for (const pack::Text& where : source.where) add_where(source, where, rule);
    for (const pack::Role& role : source.roles) add_role(source, role, rule);
    for (const auto& [key, value] : source.set) {
      if (!is_known(known_.settings, key)) fault(source, source.line, "unknown key in set: " + key);
    }
    return rule;
  }

 private:
  void fault(const pack::Rule& source, int line, std::string message) {
    faults_.push_back({base::Fault::kPack, std::move(message), source.place(line)});
  }

  void add_where(const pack::Rule& source, const pack::Text& where, Rule& rule) {
    const bool negated = where.text.starts_with('!');
    auto path = compiler_.path(std::string_view(where.text).substr(negated ? 1 : 0), source.place(where.line));
    if (!path) return faults_.push_back(path.error());
    rule.where.push_back({std::move(*path), negated, where.text});
  }

  void add_role(const pack::Rule& source, const pack::Role& role, Rule& rule) {
    const int line = role.paths.empty() ? source.line : role.paths.front().line;
    if (!is_known(known_.roles, role.name)) fault(source, line, "unknown role: " + role.name);
    auto paths = compiler_.paths(role.paths, source.file);
    if (!paths) return faults_.push_back(paths.error());
    const bool required = std::any_of(source.require.begin(), source.require.end(),
                                      [&](const pack::Text& name) { return name.text == role.name; });
    rule.roles.push_back({role.name, std::move(*paths), required});
  }

  Compiler& compiler_;
  const Vocabulary& known_;
  Faults& faults_;
};

}  // namespace

std::string_view Rule::setting(std::string_view key) const {
  const auto at = settings.find(key);
  return at == settings.end() ? std::string_view{} : std::string_view(at->second);
}

int Rule::role(std::string_view name) const {
  const auto at = std::find_if(roles.begin(), roles.end(), [name](const Role& role) { return role.name == name; });
  return at == roles.end() ? -1 : static_cast<int>(at - roles.begin());
}

std::span<const TokenId> Match::role(std::string_view name) const {
  const int at = rule->role(name);
  if (at < 0) return {};
  return fillers[static_cast<std::size_t>(at)];
}

RuleSet RuleSet::check(const pack::Pack& pack, std::string_view finder, const Vocabulary& known, Faults& faults) {
  RuleSet set;
  Compiler compiler(pack);
  RuleCompiler rule_compiler(compiler, known, faults);
  for (const pack::Rule& source : pack.rules()) {
    if (source.finder() != finder) continue;
    const std::size_t before = faults.size();
    Rule rule = rule_compiler.compile(source);
    if (faults.size() > before) continue;
    set.rules_.push_back(std::move(rule));
    set.index(static_cast<std::uint32_t>(set.rules_.size() - 1));
  }
  return set;
}

base::Result<RuleSet> RuleSet::compile(const pack::Pack& pack, std::string_view finder, const Vocabulary& known) {
  Faults faults;
  RuleSet set = check(pack, finder, known, faults);
  if (!faults.empty()) return faults.front();
  return set;
}

void RuleSet::index(std::uint32_t rule) {
  const TokenTest::Words words = rules_[rule].trigger.words();
  for (const WordKey key : words.lemmas) by_lemma_[key].push_back(rule);
  for (const WordKey key : words.forms) by_form_[key].push_back(rule);
  if (words.empty()) generic_.push_back(rule);
}

void RuleSet::match_at(const Tree& tree, TokenId t, std::vector<Match>& out) const {
  const auto lemma = by_lemma_.find(tree.lemma_key(t));
  const auto form = by_form_.find(tree.form_key(t));
  if (lemma == by_lemma_.end() && form == by_form_.end() && generic_.empty()) return;
  std::vector<std::uint32_t> candidates = generic_;
  if (lemma != by_lemma_.end()) candidates.insert(candidates.end(), lemma->second.begin(), lemma->second.end());
  if (form != by_form_.end()) candidates.insert(candidates.end(), form->second.begin(), form->second.end());
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const std::uint32_t rule : candidates) {
    if (Match match; apply(rules_[rule], tree, t, match)) out.push_back(std::move(match));
  }
}

void RuleSet::match(const Tree& tree, std::vector<Match>& out) const {
  const std::uint32_t n = tree.reading().tokens.size();
  for (TokenId t = 0; t < n; ++t) match_at(tree, t, out);
}

const Rule* RuleSet::find(std::string_view id) const {
  const auto at = std::find_if(rules_.begin(), rules_.end(), [id](const Rule& rule) { return rule.id == id; });
  return at == rules_.end() ? nullptr : &*at;
}

bool apply(const Rule& rule, const Tree& tree, TokenId t, Match& out) {
  if (!rule.trigger.accepts(tree, t)) return false;
  for (const Rule::Where& where : rule.where) {
    if (where.path.leads(tree, t) == where.negated) return false;
  }
  out.rule = &rule;
  out.trigger = t;
  out.fillers.assign(rule.roles.size(), {});
  for (std::size_t i = 0; i < rule.roles.size(); ++i) {
    const bool filled = rule.roles[i].paths.follow(tree, t, out.fillers[i]);
    if (!filled && rule.roles[i].required) return false;
  }
  return true;
}

std::string first_failure(const Rule& rule, const Tree& tree, TokenId t) {
  if (const auto failing = rule.trigger.failing(tree, t); !failing.empty()) return "trigger: " + std::string(failing);
  for (const Rule::Where& where : rule.where) {
    if (where.path.leads(tree, t) != where.negated) continue;
    return "where: " + where.text + (where.negated ? " leads somewhere" : " leads nowhere");
  }
  for (const Rule::Role& role : rule.roles) {
    if (role.required && !role.paths.leads(tree, t)) return "require: nothing fills " + role.name;
  }
  return {};
}

}  // namespace kilde::match
