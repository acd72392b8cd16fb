// SPDX-License-Identifier: Apache-2.0
#include "find/entity/entity.h"

#include "find/entity/cluster.h"
#include "find/entity/homes.h"
#include "find/entity/kinds.h"
#include "find/entity/knowledge.h"
#include "find/entity/offices.h"
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

void index(doc::Reading& reading) {
  reading.entity_of_head.assign(reading.tokens.size(), doc::kNone);
  reading.entity_of_token.assign(reading.tokens.size(), doc::kNone);
  for (EntityId id = 0; id < reading.entities.size(); ++id) {
    for (const auto& mention : reading.entities[id].mentions) {
      if (mention.head != doc::kNoToken) reading.entity_of_head[mention.head] = id;
      for (auto t = mention.tokens.begin; t < mention.tokens.end; ++t) reading.entity_of_token[t] = id;
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

void EntityFinder::find(doc::Reading& reading, const match::Tree&) const {
  const Shapes shapes(reading, *knowledge_);
  auto candidates = spot_names(shapes);
  decide_kinds(shapes, candidates);
  auto drafts = cluster_names(shapes, candidates);
  locate(shapes, drafts);
  read_offices(shapes, candidates, drafts);
  settle(shapes, drafts);
  for (auto& draft : drafts) {
    for (const auto i : draft.candidates) draft.entity.mentions.push_back(mention_of(shapes, candidates[i]));
    draft.entity.is_media = draft.is_media();
    draft.entity.is_international = draft.cls == "international";
    reading.entities.push_back(std::move(draft.entity));
  }
  index(reading);
}

}  // namespace kilde::find
