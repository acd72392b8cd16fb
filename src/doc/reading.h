// SPDX-License-Identifier: Apache-2.0
// One article with everything read from it. Passes add to it in order; after the last one it is frozen.
#pragma once
#include <string>
#include <vector>

#include "doc/mentions.h"
#include "doc/source_text.h"
#include "doc/syntax_table.h"
#include "doc/token_table.h"

namespace kilde::doc {

struct Reading {
  SourceText source;
  TokenTable tokens;
  SyntaxTable syntax;
  std::vector<Entity> entities;
  std::vector<TimeMention> times;
  std::vector<FigureMention> figures;
  std::vector<Attribution> attributions;
  std::vector<EventMention> events;
  std::vector<Statement> statements;

  // For each token the entity whose mention's head it is, or kNone; for each token the entity mention that covers it
  // innermost, or kNone; for each token the time that covers it, or kNone. Filled by the entity and time passes.
  std::vector<EntityId> entity_of_head;
  std::vector<EntityId> entity_of_token;
  std::vector<TimeId> time_of_token;

  std::string_view text() const { return source.text; }
  std::string_view form(TokenId t) const { return tokens.form(source.text, t); }
  std::string_view lemma(TokenId t) const { return syntax.lemma(t); }
  std::string_view words(base::Span span) const { return span.in(source.text); }
};

}  // namespace kilde::doc
