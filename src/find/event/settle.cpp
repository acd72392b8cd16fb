// SPDX-License-Identifier: Apache-2.0
#include "find/event/settle.h"

#include <algorithm>

namespace kilde::find::event {
namespace {

using doc::EntityId;
using doc::EventMention;
using doc::kNone;
using doc::TokenId;

bool has(const std::vector<TokenId>& tokens, TokenId t) { return std::find(tokens.begin(), tokens.end(), t) != tokens.end(); }

bool within(const std::vector<EntityId>& part, const std::vector<EntityId>& whole) {
  return std::all_of(part.begin(), part.end(), [&](EntityId e) { return std::find(whole.begin(), whole.end(), e) != whole.end(); });
}

// Whether `noun` is a word of the act that `main` tells: carried by it, or of the same type inside its clause.
bool same_act(const match::Tree& tree, const Draft& main, const Draft& noun) {
  if (!noun.told_by_noun || main.event.head == noun.event.head) return false;
  if (has(main.company, noun.event.head)) return true;
  if (main.event.type != noun.event.type) return false;
  if (tree.dominates(main.event.head, noun.event.head) &&
      (main.told_by_noun || tree.clause_head(noun.event.head) == tree.clause_head(main.event.head))) {
    const auto disjoint = [](const auto& a, const auto& b) { return !a.empty() && !b.empty() && !within(b, a); };
    return !disjoint(main.event.actors, noun.event.actors) && !disjoint(main.event.recipients, noun.event.recipients);
  }
  return false;
}

// Whether the act is but the content of what another one promises, asks or refuses ("lovede at hjælpe").
bool is_content(const match::Tree& tree, const Draft& act, const Draft& word) {
  const auto& type = word.event.type;
  if (type != "AGREE" && type != "REQUEST" && type != "REJECT") return false;
  const TokenId verb = act.event.head;
  return !act.told_by_noun && tree.head(verb) == word.event.head && verb > word.event.head &&
         tree.reading().syntax.has(verb, doc::Feat::kVerbFormInf);
}

// A later noun that names nobody new tells again what was told.
bool repeats(const EventMention& first, const Draft& later) {
  return later.told_by_noun && first.type == later.event.type && first.negated == later.event.negated &&
         !first.actors.empty() && !later.event.actors.empty() && within(later.event.actors, first.actors) &&
         within(later.event.recipients, first.recipients) && within(later.event.places, first.places) &&
         (later.event.time == kNone || later.event.time == first.time);
}

void take_missing(EventMention& main, const EventMention& noun) {
  if (main.actors.empty()) main.actors = noun.actors;
  if (main.recipients.empty()) main.recipients = noun.recipients;
  if (main.places.empty()) main.places = noun.places;
  if (main.time == kNone) main.time = noun.time;
  drop_sides_from_places(main);
  std::erase_if(main.recipients, [&](EntityId e) { return within({e}, main.actors); });
}

}  // namespace

void settle(const match::Tree& tree, std::vector<Draft> drafts, std::vector<EventMention>& out) {
  std::vector<bool> dropped(drafts.size());
  for (std::size_t n = 0; n < drafts.size(); ++n) {
    for (std::size_t m = 0; m < drafts.size() && !dropped[n]; ++m) {
      if (m == n || dropped[m]) continue;
      dropped[n] = is_content(tree, drafts[n], drafts[m]);
      if (dropped[n] || !same_act(tree, drafts[m], drafts[n])) continue;
      if (drafts[m].event.type == drafts[n].event.type) take_missing(drafts[m].event, drafts[n].event);
      dropped[n] = true;
    }
  }
  const std::size_t before = out.size();
  for (std::size_t n = 0; n < drafts.size(); ++n) {
    const auto told = [&](const EventMention& first) { return repeats(first, drafts[n]); };
    if (dropped[n] || std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), told)) continue;
    out.push_back(std::move(drafts[n].event));
  }
}

}  // namespace kilde::find::event
