// SPDX-License-Identifier: Apache-2.0
#include "find/entity/cluster.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "find/entity/beside.h"

namespace kilde::find {
namespace {

using doc::EntityKind;
using doc::MentionForm;

// Kinds that one name may waver between.
enum class Family { kPerson, kBody, kLocation };

Family family(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson: return Family::kPerson;
    case EntityKind::kOrganization: case EntityKind::kGroup: return Family::kBody;
    case EntityKind::kCountry: case EntityKind::kPlace: break;
  }
  return Family::kLocation;
}

std::vector<std::string_view> words_of(std::string_view name) { return pack::split(name, ' '); }

bool ends_with_words(const std::vector<std::string_view>& whole, const std::vector<std::string_view>& part) {
  const auto same = [](std::string_view a, std::string_view b) { return a == b || base::lower(a) == base::lower(b); };  // "Van den Berg"
  return part.size() <= whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin(), same);
}
bool begins_with_words(const std::vector<std::string_view>& whole, const std::vector<std::string_view>& part) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

bool capitalised(std::string_view word) { return !word.empty() && !base::is_lower(base::code_point_at(word, 0).value); }

// "IOM" of "International Organization for Migration": the first letters of the capitalised words.
bool initials(std::string_view acronym, const std::vector<std::string_view>& words) {
  std::string letters;
  for (const auto word : words) {
    if (base::is_upper(base::code_point_at(word, 0).value)) base::append_utf8(letters, base::code_point_at(word, 0).value);
  }
  return letters.size() >= 2 && letters == acronym;
}

class Clusterer {
 public:
  Clusterer(const Shapes& shapes, const std::vector<Candidate>& candidates) : shapes_(shapes), candidates_(candidates) {}

  std::vector<Draft> all() {
    std::vector<std::size_t> order(candidates_.size());
    std::iota(order.begin(), order.end(), 0U);
    // Full names first, so that a short one finds the name it is short for, wherever that stands.
    const auto rank = [&](std::size_t i) {
      const Candidate& c = candidates_[i];
      const bool full = !c.joins_only && (c.subject || c.tokens.size() > 1);
      return std::pair(full ? 0 : c.joins_only ? 3 : c.sure ? 1 : 2, full && !c.subject ? -static_cast<int>(c.tokens.size()) : 0);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    for (const std::size_t i : order) place(i);
    for (auto& draft : drafts_) std::sort(draft.candidates.begin(), draft.candidates.end());
    std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) { return a.candidates.front() < b.candidates.front(); });
    return std::move(drafts_);
  }

 private:
  void place(std::size_t i) {
    const Candidate& c = candidates_[i];
    Draft* draft = c.subject ? same_subject(c) : nullptr;
    if (!draft) draft = same_name(c);
    if (!draft) draft = longer_name(c);
    if (!draft) draft = introduced(i);
    if (!draft && (c.joins_only || shapes_.knowledge().words("only_in_names").contains(c.name))) return;
    if (!draft) draft = &add(c);
    draft->candidates.push_back(i);
    if (draft->cls.empty()) draft->cls = c.cls;
    if (draft->entity.country.empty()) draft->entity.country = c.country;
    const bool shown = !draft->subject || (draft->entity.kind == EntityKind::kOrganization && !c.weak);
    if (c.form == MentionForm::kName && shown && c.name.size() > draft->entity.name.size()) draft->entity.name = c.name;
  }

  Draft* same_subject(const Candidate& c) {
    for (auto& draft : drafts_) {
      if (draft.subject == c.subject) return &draft;
    }
    return nullptr;
  }

  static bool compatible(const Draft& draft, const Candidate& c) {
    return !c.kind || !c.sure || family(draft.entity.kind) == family(*c.kind);
  }

  Draft* same_name(const Candidate& c) {
    if (c.subject) return nullptr;
    for (auto& draft : drafts_) {
      if (!compatible(draft, c)) continue;
      for (const std::size_t i : draft.candidates) {
        if (candidates_[i].name == c.name) return &draft;
      }
    }
    return nullptr;
  }

  // "Holm" of "Anna Holm", "Bakkely" of "Haveforeningen Bakkely", "Gazette" of "Harbour Gazette".
  Draft* longer_name(const Candidate& c) {
    const auto part = words_of(c.name);
    // A town that is known by name is no surname where a preposition places it.
    const bool town = c.kind == EntityKind::kPlace && (c.subject || c.sure);
    if ((c.subject && !town) || (town && placed(shapes_, c.tokens))) return nullptr;
    for (const auto kind : {Family::kPerson, Family::kBody}) {
      if (c.sure && family(*c.kind) != kind && !(town && kind == Family::kPerson)) continue;
      for (auto& draft : drafts_) {
        if (family(draft.entity.kind) != kind || draft.subject) continue;
        if (short_for(c, part, draft, kind)) return &draft;
      }
    }
    return nullptr;
  }

  bool short_for(const Candidate& c, const std::vector<std::string_view>& part, const Draft& draft, Family kind) const {
    const auto whole = words_of(draft.entity.name);
    if (whole.size() <= part.size()) return kind == Family::kBody && part.size() == 1 && whole.size() > 1 && initials(c.name, whole);
    if (ends_with_words(whole, part)) return kind == Family::kPerson || capitalised(whole[whole.size() - part.size() - 1]);  // not the town of "Retten i Lyngby"
    if (kind == Family::kPerson && part.size() == 1 && part[0] == std::string(whole.back()) + "s") return true;  // "the Skovs"
    if (kind == Family::kPerson) return part.size() == 1 && (whole.front() == part.front() || (whole.size() > 2 && whole[1] == part.front()));
    if (initials(c.name, whole)) return true;
    return begins_with_words(whole, part) && !placed(shapes_, c.tokens);
  }

  // "Open Rivers League (ORL)": a name in brackets right after another one.
  Draft* introduced(std::size_t i) {
    const Candidate& c = candidates_[i];
    if (i == 0 || c.subject || c.tokens.begin < 2 || shapes_.form(c.tokens.begin - 1) != "(" || !shapes_.all_capitals(c.tokens.begin)) return nullptr;
    if (candidates_[i - 1].tokens.end + 1 != c.tokens.begin) return nullptr;
    for (auto& draft : drafts_) {
      const bool before = std::find(draft.candidates.begin(), draft.candidates.end(), i - 1) != draft.candidates.end();
      if (before && family(draft.entity.kind) == Family::kBody) return &draft;
    }
    return nullptr;
  }

  Draft& add(const Candidate& c) {
    Draft draft;
    draft.entity.kind = c.kind.value_or(EntityKind::kOrganization);
    draft.entity.name = c.name;
    draft.entity.rule = c.rule;
    draft.cls = c.cls;
    draft.subject = c.subject;
    if (c.rule == "name.title") draft.entity.aliases.push_back(c.name.substr(c.name.find(' ') + 1));
    if (c.subject) {
      const Subject& subject = shapes_.knowledge().subject(*c.subject);
      // A body is shown as the article calls it, unless by a mere letter; a country or city by its usual name.
      if (subject.kind != EntityKind::kOrganization || c.weak) draft.entity.name = subject.name;
      draft.entity.aliases = subject.aliases;
      draft.entity.country = subject.country;
    }
    drafts_.push_back(std::move(draft));
    return drafts_.back();
  }

  const Shapes& shapes_;
  const std::vector<Candidate>& candidates_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> cluster_names(const Shapes& shapes, const std::vector<Candidate>& candidates) {
  return Clusterer(shapes, candidates).all();
}

}  // namespace kilde::find
