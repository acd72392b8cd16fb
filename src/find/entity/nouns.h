// SPDX-License-Identifier: Apache-2.0
// Common nouns that may stand for somebody named: what they are, and whom they fit.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "find/entity/cluster.h"
#include "match/tree.h"

namespace kilde::find {

struct Noun {
  doc::TokenId token = doc::kNoToken;
  std::vector<std::string> stems;  // lemma and forms without endings, lower case
  const Role* role = nullptr;      // as an office or occupation
  bool definite = false;           // "ministeren", "the minister", "den tyske minister"
  bool plural = false;
  bool owned = false;              // "its spokesman": somebody of what was named
  bool country = false;            // a noun for states: "landet"
  bool leads_to_name = false;      // a name follows in apposition or the noun is a title
};

class Nouns {
 public:
  using Search = std::function<doc::EntityId(const std::function<bool(doc::EntityId)>&)>;

  Nouns(const Shapes& shapes, const match::Tree& tree, const std::vector<Draft>& drafts);

  Noun at(doc::TokenId t) const;
  // The person who has this office; `search` gives the best of those that fit.
  doc::EntityId bearer(const Noun& noun, const Search& search) const;
  // The body, place or country that this noun takes up.
  doc::EntityId thing(const Noun& noun, const Search& search) const;
  // What a person's own noun stands for: "hendes parti" her affiliation, "Netanyahus regering" the country; or kNone.
  doc::EntityId owned_by(const Noun& noun, doc::EntityId person) const;
  // The noun that acts for the country or body of a mention, or kNoToken. `named`: the entity that names each token.
  doc::TokenId acting_noun(const doc::EntityMention& mention, doc::EntityId id, const std::vector<doc::EntityId>& named) const;
  // The noun with the article, adjectives and compound parts before it.
  base::TokenRange phrase(doc::TokenId t) const;

 private:
  bool is_genitive(doc::TokenId t) const;
  bool any_in(const Noun& noun, std::string_view list) const;
  bool definite_form(doc::TokenId t, const std::string& lower) const;
  bool same_noun(const Noun& noun, std::string_view other) const;
  doc::EntityId country_named(std::string_view code) const;
  doc::EntityId home() const { return country_named(home_); }
  doc::EntityId body(const Noun& noun, const Search& search) const;
  bool body_fits(const Noun& noun, const Draft& draft, const Part* part) const;

  const Shapes& shapes_;
  const Knowledge& knowledge_;
  const match::Tree& tree_;
  const std::vector<Draft>& drafts_;
  std::vector<char> person_begins_;  // a person's name begins at this token
  std::string home_;             // the country the article is set in
  bool suffix_article_ = false;  // the language writes its definite article to the noun
};

}  // namespace kilde::find
