// SPDX-License-Identifier: Apache-2.0
#include "find/entity/homes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace kilde::find {
namespace {

using doc::EntityKind;

using Weights = std::map<std::string, double, std::less<>>;

// Mentions of each country, by its own name and by what lies in it.
Weights countries_of(const std::vector<Draft>& drafts) {
  Weights weights;
  for (const auto& draft : drafts) {
    if (draft.entity.country.empty()) continue;
    // A town or a body at home tells more of where an article is set than a country that is talked about.
    const double each = draft.entity.kind == EntityKind::kCountry ? 1.0 : 2.0;
    weights[draft.entity.country] += each * std::min<double>(3.0, static_cast<double>(draft.candidates.size()));
  }
  return weights;
}

class Locator {
 public:
  Locator(const Knowledge& knowledge, const std::vector<Draft>& drafts) : knowledge_(knowledge), weights_(countries_of(drafts)) {
    for (const auto& word : knowledge_.words("home")) weights_[word] += 1.5;
  }

  // Places one after the other, the clearest first: each makes its country likelier for the next.
  void locate_all(std::vector<Draft>& drafts) {
    std::vector<Draft*> open;
    for (auto& draft : drafts) {
      if (draft.entity.kind == EntityKind::kPlace && !wide(draft)) open.push_back(&draft);
    }
    while (!open.empty()) {
      const auto clearest = std::max_element(open.begin(), open.end(), [&](const Draft* a, const Draft* b) { return best(*a).margin < best(*b).margin; });
      const bool known = !(*clearest)->entity.country.empty();
      place(**clearest);
      if (!known && !(*clearest)->entity.country.empty()) weights_[(*clearest)->entity.country] += 1.0;
      open.erase(clearest);
    }
    for (auto& draft : drafts) {
      if (draft.entity.kind == EntityKind::kOrganization && !draft.subject && draft.entity.country.empty()) body(draft);
    }
  }

 private:
  struct Choice {
    std::optional<Place> place;
    double margin = 0;  // how much likelier than the best one in another country
  };

  static bool wide(const Draft& draft) { return draft.cls == "sea" || draft.cls == "continent" || draft.cls == "region"; }

  Choice best(const Draft& draft) const { return best(draft.entity.name, draft.entity.country); }

  // The likeliest place of that name: large, known by that name, in a country that the article speaks of.
  Choice best(std::string_view name, std::string_view country) const {
    Choice choice;
    double most = 0, second = 0;
    for (const auto& place : knowledge_.places(name)) {
      if (!country.empty() && place.country != country) continue;
      const double score = score_of(place);
      if (score <= most) {
        if (choice.place->country != place.country) second = std::max(second, score);
        continue;
      }
      if (choice.place && choice.place->country != place.country) second = most;
      most = score;
      choice.place = place;
    }
    choice.margin = most - second;
    return choice;
  }

  double score_of(const Place& place) const {
    const auto weight = weights_.find(place.country);
    return std::log10(static_cast<double>(place.population) + 10.0) + (place.usual ? 3.0 : 0.0) +
           (weight == weights_.end() ? 0.0 : 1.5 + std::min(0.5, weight->second / 16.0));
  }

  void place(Draft& draft) const {
    const Choice choice = best(draft);
    if (!choice.place) return;
    const Place& found = *choice.place;
    draft.entity.country = found.country;
    draft.entity.latitude = found.latitude;
    draft.entity.longitude = found.longitude;
    draft.entity.geonames = found.geonames;
    for (const auto& alias : {found.danish, found.own}) {
      if (!alias.empty() && alias != draft.entity.name) draft.entity.aliases.push_back(alias);
    }
  }

  // "Nordfyns Politi", "Bergen University": a place or country in the name.
  void body(Draft& draft) const {
    for (const auto word : pack::split(draft.entity.name, ' ')) {
      for (const std::string_view form : {word, knowledge_.without_genitive(word)}) {
        if (form.empty() || knowledge_.part(Knowledge::Where::kLast, form)) continue;  // "Union" is also a town
        for (const auto& naming : knowledge_.namings(form)) {
          const Subject& subject = knowledge_.subject(naming.subject);
          if (subject.kind != EntityKind::kOrganization && !subject.country.empty()) return set(draft, subject.country);
        }
        const auto found = best(form, "").place;
        const bool likely = found && !found->word && !knowledge_.gender_of(form) && (found->population > 50000 || weights_.contains(found->country));
        if (likely) return set(draft, found->country);
      }
    }
  }

  static void set(Draft& draft, const std::string& country) { draft.entity.country = country; }

  const Knowledge& knowledge_;
  Weights weights_;
};

// "£=GB|councillors=GB": words that only one country uses count once each.
void add_signs(const Shapes& shapes, Weights& weights) {
  constexpr double kSign = 2.5;
  for (const auto& sign : shapes.knowledge().words("signs")) {
    const auto cells = pack::split(sign, '=');
    if (cells.size() != 2) continue;
    const bool symbol = cells[0].size() <= 2;  // "£" stands before its number, maybe in one token
    const bool found = symbol ? shapes.reading().text().find(cells[0]) != std::string_view::npos : shapes.as_word(cells[0]) > 0;
    if (found) weights[std::string(cells[1])] += kSign;
  }
}

bool alone(const std::vector<Draft>& drafts, const Draft& draft) {
  return std::none_of(drafts.begin(), drafts.end(), [&](const Draft& other) { return &other != &draft && other.entity.country == draft.entity.country; });
}

bool international(const std::vector<Draft>& drafts, const Draft& draft) {
  return draft.entity.affiliation != doc::kNone && drafts[draft.entity.affiliation].cls == "international";
}

}  // namespace

std::string home_of(const Shapes& shapes, const std::vector<Draft>& drafts) {
  Weights weights = countries_of(drafts);
  for (const auto& code : shapes.knowledge().words("home")) weights[code] += 1.5;
  add_signs(shapes, weights);
  const auto most = std::max_element(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? std::string{} : most->first;
}

void locate(const Shapes& shapes, std::vector<Draft>& drafts) {
  Locator(shapes.knowledge(), drafts).locate_all(drafts);
}

void settle(const Shapes& shapes, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (draft.entity.country.empty() && draft.entity.affiliation != doc::kNone) draft.entity.country = drafts[draft.entity.affiliation].entity.country;
  }
  const std::string home = home_of(shapes, drafts);
  if (home.empty()) return;
  for (auto& draft : drafts) {
    // Many countries have a Congress: without a word of the one that the table means it is that of the article's.
    if (draft.subject && shapes.knowledge().words("generic_bodies").contains(draft.entity.name) && alone(drafts, draft)) draft.entity.country = home;
  }
  for (auto& draft : drafts) {
    const bool anywhere = draft.subject || draft.entity.kind == EntityKind::kCountry || draft.cls == "international" || draft.cls == "platform";
    if (draft.entity.country.empty() && !anywhere && !international(drafts, draft)) draft.entity.country = home;
  }
}

}  // namespace kilde::find
