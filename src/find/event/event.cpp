// SPDX-License-Identifier: Apache-2.0
#include "find/event/event.h"

#include <map>

#include "find/event/draft.h"
#include "find/event/lexicon.h"
#include "find/event/settle.h"
#include "match/rule.h"

namespace kilde::find {
namespace {

using namespace event;
using doc::TokenId;

const match::Vocabulary& vocabulary() {
  static const match::Vocabulary known{.roles = {"actor", "recipient", "goal"},
                                       .settings = {"type", "mode", "needs", "status"}};
  return known;
}

// Whether a participle names or describes somebody ("den tiltalte", "dræbte civile") instead of telling what happens.
bool describes(const match::Tree& tree, TokenId t) {
  const auto& syntax = tree.reading().syntax;
  if (syntax.upos[t] != doc::Upos::kVerb || !syntax.has(t, doc::Feat::kVerbFormPart)) return false;
  if (tree.has_child(t, doc::Deprel::kNsubj) || tree.has_child(t, doc::Deprel::kAux)) return false;
  if (tree.has_child(t, doc::Deprel::kDet)) return true;
  switch (tree.relation(t)) {
    case doc::Deprel::kAmod: case doc::Deprel::kNsubj: case doc::Deprel::kNmod: return true;
    case doc::Deprel::kObj: case doc::Deprel::kObl: return tree.has_child(t, doc::Deprel::kDet) || tree.has_child(t, doc::Deprel::kCase);
    default: return false;
  }
}

std::vector<TokenId> tokens(std::span<const TokenId> fillers) { return {fillers.begin(), fillers.end()}; }

// "was | shot" as an adjective: its subject is whom the act befalls.
void turn_passive(const match::Tree& tree, TokenId t, Roles& roles) {
  roles.actors.clear();
  roles.recipients.clear();
  if (const TokenId subject = tree.child(t, doc::Deprel::kNsubj); subject != doc::kNoToken) roles.recipients.push_back(subject);
}

// What a rule asks for beyond its paths, as a row of the trigger table would.
base::Result<Trigger> row_of(const match::Rule& rule) {
  Trigger row;
  row.type = rule.setting("type"), row.mode = rule.setting("mode"), row.rule = rule.id, row.sure = true;
  const std::string wrong = row.read(rule.setting("needs"), rule.setting("status"));
  if (!wrong.empty()) return base::Error{base::Fault::kPack, wrong, rule.id};
  return row;
}

}  // namespace

struct EventFinder::Parts {
  Lexicon lexicon;
  Readers readers;
  match::RuleSet rules;
  std::map<const match::Rule*, Trigger> rows;

  void from_rules(const match::Tree& tree, const Drafter& drafter, TokenId t, std::vector<Draft>& drafts) const;
  void from_table(const match::Tree& tree, const Drafter& drafter, TokenId t, std::vector<Draft>& drafts) const;
};

base::Result<EventFinder> EventFinder::make(const pack::Pack& pack) {
  auto lexicon = Lexicon::load(pack);
  if (!lexicon) return lexicon.error();
  auto rules = match::RuleSet::compile(pack, "event", vocabulary());
  if (!rules) return rules.error();
  auto anchor = match::Anchor::make(pack);
  if (!anchor) return anchor.error();
  auto modality = match::ModalityReader::make(pack);
  if (!modality) return modality.error();
  auto parts = std::make_shared<Parts>(
      Parts{std::move(*lexicon), {std::move(*anchor), std::move(*modality)}, std::move(*rules), {}});
  for (const match::Rule& rule : parts->rules.rules()) {
    auto row = row_of(rule);
    if (!row) return row.error();
    parts->rows.emplace(&rule, std::move(*row));
  }
  EventFinder finder;
  finder.parts_ = std::move(parts);
  return finder;
}

void EventFinder::Parts::from_rules(const match::Tree& tree, const Drafter& drafter, TokenId t, std::vector<Draft>& drafts) const {
  std::vector<match::Match> matches;
  rules.match_at(tree, t, matches);
  for (const match::Match& found : matches) {
    const Roles roles{tokens(found.role("actor")), tokens(found.role("recipient")), tokens(found.role("goal"))};
    Draft draft;
    if (!drafter.complete(t, roles, rows.at(found.rule), draft)) continue;
    drafts.push_back(std::move(draft));
    return;
  }
}

// The first row of the table that fits and whose needs are met.
void EventFinder::Parts::from_table(const match::Tree& tree, const Drafter& drafter, TokenId t, std::vector<Draft>& drafts) const {
  std::vector<std::uint32_t> rows_here;
  lexicon.rows_at(tree, t, rows_here);
  for (const auto index : rows_here) {
    const Trigger& row = lexicon.trigger(index);
    const Frame& frame = lexicon.frame(row);
    Draft draft;
    if (!row.company.keeps(tree, t, draft.company)) {
      draft.company.clear();
      continue;
    }
    Roles roles;
    frame.actor.follow(tree, t, roles.actors);
    frame.recipient.follow(tree, t, roles.recipients);
    frame.goal.follow(tree, t, roles.goals);
    if (tree.reading().syntax.upos[t] == doc::Upos::kAdj && (row.upos & 1U << static_cast<int>(doc::Upos::kVerb)) != 0) turn_passive(tree, t, roles);
    if (!drafter.complete(t, roles, row, draft)) continue;
    drafts.push_back(std::move(draft));
    return;
  }
}

void EventFinder::find(doc::Reading& reading, const match::Tree& tree) const {
  if (parts_ == nullptr) return;
  const Fillers fillers(tree, parts_->lexicon);
  const Drafter drafter(tree, parts_->lexicon, parts_->readers, fillers);
  std::vector<Draft> drafts;
  std::vector<bool> sport(reading.tokens.sentence_list.size());
  for (TokenId t = 0; t < reading.tokens.size(); ++t) {
    if (parts_->lexicon.is_sport(tree, t)) sport[reading.tokens.sentences[t]] = true;
  }
  for (TokenId t = 0; t < reading.tokens.size(); ++t) {
    if (sport[reading.tokens.sentences[t]] || describes(tree, t)) continue;
    const std::size_t before = drafts.size();
    parts_->from_rules(tree, drafter, t, drafts);
    if (drafts.size() == before) parts_->from_table(tree, drafter, t, drafts);
  }
  settle(tree, std::move(drafts), reading.events);
}

}  // namespace kilde::find
