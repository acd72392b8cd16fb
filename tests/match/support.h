// SPDX-License-Identifier: Apache-2.0
// Small hand-written trees and packs for the tests of match.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "doc/conllu.h"
#include "match/compiler.h"
#include "match/tree.h"
#include "pack/pack.h"
#include "pack/rule_file.h"

namespace kilde::match {

inline doc::Reading parsed(std::string_view conllu) {
  auto reading = doc::read_conllu(conllu);
  EXPECT_TRUE(reading.ok()) << (reading.ok() ? "" : reading.error().what());
  return reading.ok() ? std::move(*reading) : doc::Reading{};
}

inline doc::TokenId token(const doc::Reading& reading, std::string_view form) {
  for (doc::TokenId t = 0; t < reading.tokens.size(); ++t) {
    if (reading.form(t) == form) return t;
  }
  ADD_FAILURE() << "no token " << form;
  return 0;
}

inline std::string forms(const doc::Reading& reading, const std::vector<doc::TokenId>& tokens) {
  std::string out;
  for (const doc::TokenId t : tokens) out.append(out.empty() ? "" : " ").append(reading.form(t));
  return out;
}

// Token range of words that stand in the text one after another.
inline base::TokenRange range_of(const doc::Reading& reading, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(reading.text().find(words));
  const auto end = begin + static_cast<std::uint32_t>(words.size());
  base::TokenRange out{reading.tokens.size(), 0};
  for (doc::TokenId t = 0; t < reading.tokens.size(); ++t) {
    if (!base::Span{begin, end}.contains(reading.tokens.spans[t])) continue;
    out.begin = std::min(out.begin, t);
    out.end = t + 1;
  }
  EXPECT_FALSE(out.empty()) << "no words " << words;
  return out;
}

inline void add_time(doc::Reading& reading, std::string_view words, doc::Date day,
                     doc::TimeKind kind = doc::TimeKind::kDate) {
  doc::TimeMention time;
  time.tokens = range_of(reading, words);
  time.span = reading.tokens.bytes(time.tokens);
  time.kind = kind;
  time.earliest = time.latest = day;
  reading.times.push_back(time);
}

inline void add_entity(doc::Reading& reading, std::string_view word, doc::EntityKind kind) {
  const doc::TokenId t = token(reading, word);
  doc::Entity entity;
  entity.name = word;
  entity.kind = kind;
  entity.mentions.push_back({{t, t + 1}, reading.tokens.spans[t], t, doc::MentionForm::kName});
  reading.entity_of_head.resize(reading.tokens.size(), doc::kNone);
  reading.entity_of_head[t] = static_cast<doc::EntityId>(reading.entities.size());
  reading.entities.push_back(entity);
}

inline std::filesystem::path source_dir() { return KILDE_SOURCE_DIR; }

inline pack::Pack load_pack(const std::string& language) {
  std::vector<base::Error> faults;
  return pack::Pack::check(source_dir() / "lang" / language, source_dir() / "codebook", faults);
}

}  // namespace kilde::match
