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

inline std::filesystem::path source_dir() { return KILDE_SOURCE_DIR; }

inline pack::Pack load_pack(const std::string& language) {
  std::vector<base::Error> faults;
  return pack::Pack::check(source_dir() / "lang" / language, source_dir() / "codebook", faults);
}

}  // namespace kilde::match
