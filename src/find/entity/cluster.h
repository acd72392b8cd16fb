// SPDX-License-Identifier: Apache-2.0
// Third step: candidates that name the same thing become one entity.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "find/entity/spot.h"

namespace kilde::find {

// An entity while it is put together: what will be written, and what only helps to recognize it.
struct Draft {
  doc::Entity entity;
  std::string cls;                       // "court", "agency"
  std::optional<std::uint32_t> subject;
  char gender = '\0';                    // of a person: m, f, or unknown
  std::vector<std::string> roles;        // lemmas of nouns the article gives it: "udenrigsminister"
  std::vector<doc::TokenId> role_tokens; // where such a noun stands beside its name
  std::vector<std::string> nouns;        // common nouns that stood before its name: "avisen"
  std::vector<std::size_t> candidates;   // indices, in text order
  bool is_international() const { return cls == "international"; }
  bool is_media() const { return cls == "agency" || cls == "media"; }
};

// Every candidate goes to one draft; a word that fits no other name and has no kind of its own gets one by its looks.
std::vector<Draft> cluster_names(const Shapes& shapes, const std::vector<Candidate>& candidates);

}  // namespace kilde::find
