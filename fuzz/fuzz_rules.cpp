// SPDX-License-Identifier: Apache-2.0
// Any bytes as a rule file, as named paths and as notation: refused with a place and a reason, or usable on a tree.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "doc/conllu.h"
#include "match/rule.h"
#include "pack/rule_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kilde;
  static const doc::Reading reading =
      doc::read_conllu("1 Lind Lind PROPN _ _ 2 nsubj\n2 met meet VERB _ Tense=Past 0 root\n3 in in ADP _ _ 4 case\n"
                       "4 Lund Lund PROPN _ _ 2 obl\n")
          .value();
  static const match::Tree tree(reading);
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  pack::Pack pack;
  std::vector<pack::Rule> rules;
  std::vector<pack::NamedPath> paths;
  std::vector<base::Error> faults;
  // toml++ 3.3 tests letters beyond ASCII for being spaces in a way that only a sanitizer minds; packs are our own files.
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) pack::parse_rules(text, "rules.toml", rules, faults);
  if (ascii) pack::parse_named_paths(text, "paths.toml", paths, faults);
  for (auto& rule : rules) pack.add_rule(std::move(rule));
  for (auto& path : paths) pack.add_named_path(std::move(path));
  match::Compiler compiler(pack);
  compiler.check_named_paths(faults);
  const auto set = match::RuleSet::check(pack, "event", {}, faults);
  for (const base::Error& fault : faults) {
    if (fault.place.empty()) std::abort();
  }
  std::vector<match::Match> matches;
  set.match(tree, matches);

  const auto path = compiler.path(text, "here");
  if (!path && path.error().message.empty()) std::abort();
  std::vector<doc::TokenId> ends;
  if (path) path->follow(tree, 1, ends);
  const auto test = compiler.test(text, "here");
  if (!test && test.error().message.empty()) std::abort();
  return 0;
}
