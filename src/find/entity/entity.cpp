// SPDX-License-Identifier: Apache-2.0
#include "find/entity/entity.h"

#include "find/entity/cluster.h"
#include "find/entity/homes.h"
#include "find/entity/kinds.h"
#include "find/entity/knowledge.h"
#include "find/entity/offices.h"
#include "find/entity/refer.h"
#include "find/entity/spot.h"

namespace kilde::find {
namespace {

using doc::EntityId;
using doc::EntityMention;

EntityMention mention_of(const Shapes& shapes, const Candidate& candidate) {
  EntityMention mention;
  mention.tokens = candidate.tokens;
  mention.span = candidate.span;
  mention.head = shapes.head(candidate.tokens);
  mention.form = candidate.form;
  return mention;
}

// By a title or an office, else by the first name.
char gender_of(const Shapes& shapes, const std::vector<Candidate>& candidates, const Draft& draft) {
  if (draft.gender || draft.entity.kind != doc::EntityKind::kPerson) return draft.gender;
  for (const auto i : draft.candidates) {
    const std::string_view name = candidates[i].name;
    const std::string_view first = name.substr(0, name.find_first_of(" -"));
    const char gender = candidates[i].tokens.size() > 1 ? shapes.knowledge().gender_of(first) : '\0';
    if (gender == 'm' || gender == 'f') return gender;
  }
  return '\0';
}

void index(doc::Reading& reading) {
  reading.entity_of_head.assign(reading.tokens.size(), doc::kNone);
  reading.entity_of_token.assign(reading.tokens.size(), doc::kNone);
  for (EntityId id = 0; id < reading.entities.size(); ++id) {
    for (const auto& mention : reading.entities[id].mentions) {
      if (mention.head != doc::kNoToken) reading.entity_of_head[mention.head] = id;
      for (auto t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        // A noun phrase may hold another's name: the name is the inner one.
        if (mention.form == doc::MentionForm::kName || reading.entity_of_token[t] == doc::kNone) reading.entity_of_token[t] = id;
      }
    }
  }
}

}  // namespace

base::Result<EntityFinder> EntityFinder::make(const pack::Pack& pack) {
  auto knowledge = Knowledge::load(pack);
  if (!knowledge) return knowledge.error();
  EntityFinder finder;
  finder.knowledge_ = std::make_shared<const Knowledge>(std::move(knowledge).value());
  return finder;
}

void EntityFinder::find(doc::Reading& reading, const match::Tree& tree) const {
  const Shapes shapes(reading, *knowledge_);
  auto candidates = spot_names(shapes);
  decide_kinds(shapes, candidates);
  auto drafts = cluster_names(shapes, candidates);
  locate(shapes, drafts);
  read_offices(shapes, candidates, drafts);
  settle(shapes, drafts);
  for (auto& draft : drafts) {
    draft.gender = gender_of(shapes, candidates, draft);
    for (const auto i : draft.candidates) draft.entity.mentions.push_back(mention_of(shapes, candidates[i]));
    draft.entity.is_media = draft.is_media();
    draft.entity.is_international = draft.is_international();
  }
  resolve_references(shapes, tree, drafts);
  for (auto& draft : drafts) reading.entities.push_back(std::move(draft.entity));
  index(reading);
}

}  // namespace kilde::find
