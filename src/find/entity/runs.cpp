// SPDX-License-Identifier: Apache-2.0
#include "find/entity/runs.h"

#include <algorithm>

#include "base/utf8.h"
#include "find/entity/spot.h"

namespace kilde::find {

using base::TokenRange;
using doc::TokenId;
using doc::Upos;
using Where = Knowledge::Where;

bool Runs::starts(TokenId t) const {
  if (!shapes_.capital(t)) {
    // "al-Nuri" begins with a small particle.
    return knowledge_.words("particles").contains(std::string(shapes_.form(t))) && glue(t + 1) && shapes_.capital(t + 2);
  }
  // "på Den Gule Lade": an article with a capital letter where none is due is part of the name.
  const bool article = knowledge_.words("name_articles").contains(std::string(shapes_.form(t)));
  if (article) return !shapes_.initial(t) && shapes_.capital(t + 1) && shapes_.same_sentence(t, t + 1);
  if (knowledge_.not_a_name(shapes_.form(t)) || function_word(t)) return false;
  if (shapes_.form(t).size() == 1 && glue(t + 1)) return false;  // "R-Ohio"
  return !shapes_.initial(t) || starts_sentence_as_name(t);
}

// "On", "The" in a headline in title case.
bool Runs::function_word(TokenId t) const {
  for (const Upos upos : {Upos::kAdp, Upos::kDet, Upos::kPron, Upos::kAux, Upos::kCconj, Upos::kSconj, Upos::kPart}) {
    if (shapes_.is(t, upos)) return !model_names(t) && !first_part({t, t + 2});
  }
  return false;
}

bool Runs::starts_sentence_as_name(TokenId t) const {
  const std::string_view form = shapes_.form(t);
  if (shapes_.as_name(form) > 0) return true;
  const bool more = shapes_.capital(t + 1) && shapes_.same_sentence(t, t + 1);
  if (first_part({t, t + 2}) && (more || knowledge_.words("of").contains(std::string(shapes_.form(t + 1))))) return true;
  if (knowledge_.gender_of(form) && more) return true;
  if (more && knowledge_.exact_part(Where::kBefore, shapes_.lower(t))) return false;  // "Færgen Edda", "Avisen Folket"
  if (shapes_.as_word(shapes_.lower(t)) > 0) return false;
  if (shapes_.all_capitals(t) || names_body(t)) return true;
  if (shapes_.tagged() && !shapes_.is(t, Upos::kPropn)) return false;
  if (more || model_names(t)) return shapes_.tagged();
  const auto places = knowledge_.places(form);
  return !places.empty() && !places.front().word;
}

// "Miljøklagenævnet": public bodies whose names are common nouns in the definite form.
bool Runs::names_body(TokenId t) const {
  const std::string word = shapes_.lower(t);
  const auto& endings = knowledge_.words("public_bodies");
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

bool Runs::model_names(TokenId t) const {
  for (const auto& name : shapes_.reading().syntax.names) {
    if (name.tokens.contains(t)) return true;
  }
  return false;
}

bool Runs::model_joins(TokenId a, TokenId b) const {
  for (const auto& name : shapes_.reading().syntax.names) {
    if (name.tokens.contains(a)) return name.tokens.contains(b);
  }
  return false;
}

bool Runs::glue(TokenId t) const {
  const auto& spans = shapes_.reading().tokens.spans;
  return t > 0 && t + 1 < shapes_.size() && shapes_.form(t) == "-" && spans[t - 1].end == spans[t].begin && spans[t].end == spans[t + 1].begin;
}

TokenRange Runs::run(TokenId t) const {
  TokenId end = t + 1;
  if (!shapes_.capital(t)) end = t + 3;  // a particle, a hyphen and a capitalised word
  // "Ayr-anfører Blair Hart": a compound ends its name, another one follows.
  const auto next = [&] { return compound(end - 1) && !shapes_.form(end - 1).ends_with('-') ? end : extend(t, end); };
  for (TokenId more = next(); more > end; more = next()) end = more;
  return cut_at_owner({t, end});
}

bool Runs::compound(TokenId t) const {
  const std::string_view form = shapes_.form(t);
  const std::size_t hyphen = form.rfind('-');
  if (!shapes_.capital(t) || hyphen == std::string_view::npos || hyphen < 2) return false;
  return hyphen + 1 == form.size() || base::is_lower(base::code_point_at(form, hyphen + 1).value);  // "EU- og NATO-lande"
}

// "Jeremy Skovs Labour", "Norwich Citys Lars Holm": an owner's name ends before what it owns, unless both name one body.
TokenRange Runs::cut_at_owner(TokenRange run) const {
  if (!shapes_.tagged()) return run;
  for (TokenId t = run.begin; t + 1 < run.end; ++t) {
    if (!shapes_.form(t).ends_with('s') || !shapes_.reading().syntax.has(t, doc::Feat::kCaseGen)) continue;
    const bool person = t > run.begin && knowledge_.gender_of(shapes_.form(run.begin));
    if (person || !last_part(run)) return {run.begin, t + 1};
  }
  return run;
}

// Where the name ends if one more step belongs to it, else `end` itself.
TokenId Runs::extend(TokenId begin, TokenId end) const {
  if (end >= shapes_.size() || !shapes_.same_sentence(begin, end)) return end;
  const std::string form(shapes_.form(end));
  if (shapes_.capital(end)) return knowledge_.not_a_name(form) && !last_part({begin, end + 1}) ? end : end + 1;
  if (glue(end) && (shapes_.capital(end + 1) || (end > begin + 1 && shapes_.is(end + 1, Upos::kPropn)))) return end + 2;
  if (!shapes_.same_sentence(begin, end + 1)) return end;
  if (knowledge_.words("particles").contains(form)) {
    if (shapes_.capital(end + 1)) return end + 2;
    if (glue(end + 1) && shapes_.capital(end + 2)) return end + 3;
    const bool two = shapes_.same_sentence(begin, end + 2) && knowledge_.words("particles").contains(std::string(shapes_.form(end + 1)));
    if (two && shapes_.capital(end + 2)) return end + 3;  // "van den Berg"
  }
  if (!shapes_.capital(end + 1) || knowledge_.not_a_name(shapes_.form(end + 1))) return end;
  if (form == "&") return end + 2;
  if (knowledge_.words("of").contains(form) && goes_on_after_of(begin, end)) return end + 2;
  if (knowledge_.words("and").contains(form) && coordinated(begin, end)) return end + 2;
  if ((form == "'" || form == "’" || form == "'s" || form == "’s") && possessive_inside(begin, end)) return end + 2;
  return end;
}

// "Retten i Lyngby", "Court of Appeal", "Organization for Migration".
bool Runs::goes_on_after_of(TokenId begin, TokenId end) const {
  if (first_part({end - 1, end + 1})) return true;
  const Part* part = last_part({begin, end});
  const std::string_view of = shapes_.form(end);
  if (!part || part->kind != doc::EntityKind::kOrganization) return false;
  return of == "of" || of == "for" || (of == "on" && knowledge_.namings(shapes_.form(end + 1)).empty());
}

// "Sydfyns og Langelands Politi", "Department of Health and Human Services": what follows ends in the same body.
bool Runs::coordinated(TokenId begin, TokenId end) const {
  TokenId last = end + 1;
  while (shapes_.capital(last + 1) && shapes_.same_sentence(begin, last + 1)) ++last;
  const Part* part = last_part({end + 1, last + 1});
  const bool body = part && part->kind == doc::EntityKind::kOrganization;
  const std::string_view first = shapes_.form(end - 1);  // "Midt- og Vestfyns Politi", too
  if (body && last > end + 1 && (first.ends_with('s') || first.ends_with('-')) && shapes_.form(end + 1).ends_with('s')) return true;
  // "Devon and Cornwall Police".
  const bool public_body = body && last == end + 2 && (part->cls == "police" || part->cls == "government" || part->cls == "hospital");
  if (public_body && end == begin + 1 && located(begin) && located(end + 1)) return true;
  // "National Defence and Security Council": what stands on either side is no name of its own.
  const auto own = [&](TokenId t) { return knowledge_.gender_of(shapes_.form(t)) || located(t) || !knowledge_.namings(shapes_.form(t)).empty() || shapes_.all_capitals(t); };
  if (body && shapes_.form(end) == "and" && last > end + 1 && !own(end - 1) && !own(end + 1) && !last_part({begin, end})) return true;
  return first_part({begin, begin + 2}) && shapes_.knowledge().words("of").contains(std::string(shapes_.form(begin + 1)));
}

bool Runs::located(TokenId t) const {
  const auto& namings = knowledge_.namings(shapes_.form(t));
  if (!namings.empty()) return knowledge_.subject(namings.front().subject).kind == doc::EntityKind::kPlace;
  return !knowledge_.places(shapes_.form(t)).empty();
}

// "Harbour Workers' Union", "Tigray People's Front"; not "Ohio's Supreme Court".
bool Runs::possessive_inside(TokenId begin, TokenId end) const {
  TokenId last = end + 1;
  while (shapes_.capital(last + 1) && shapes_.same_sentence(begin, last + 1)) ++last;
  const Part* part = last_part({begin, last + 1});
  const bool fits = part && (part->kind == doc::EntityKind::kOrganization || (part->kind == doc::EntityKind::kPlace && end == begin + 1));  // "Hawke's Bay"
  if (!fits) return false;
  const std::string owner(shapes_.form(end - 1));
  return knowledge_.namings(owner).empty() && knowledge_.places(owner).empty() && !knowledge_.gender_of(owner);
}

const Part* Runs::last_part(TokenRange range) const {
  if (range.size() < 2) return nullptr;
  const std::string word = shapes_.text({range.end - 1, range.end});
  const std::string_view bare = knowledge_.without_genitive(word);
  if (range.size() > 2) {
    if (const Part* two = knowledge_.part(Where::kLast, shapes_.text({range.end - 2, range.end}))) return two;
  }
  if (const Part* one = knowledge_.part(Where::kLast, word)) return one;
  if (const Part* one = bare.empty() ? nullptr : knowledge_.part(Where::kLast, bare)) return one;
  // "Sønderborg Håndboldklub": the end of a compound; not of a person's surname.
  if (knowledge_.gender_of(shapes_.form(range.begin))) return nullptr;
  const Part* ending = knowledge_.part(Where::kSuffix, base::lower(bare.empty() ? std::string_view(word) : bare));
  return ending && ending->kind == doc::EntityKind::kOrganization ? ending : nullptr;
}

const Part* Runs::first_part(TokenRange range) const {
  if (range.begin + 1 >= shapes_.size()) return nullptr;
  if (const Part* two = knowledge_.part(Where::kFirst, shapes_.text({range.begin, range.begin + 2}))) return two;
  return knowledge_.part(Where::kFirst, shapes_.form(range.begin));
}

TokenRange Runs::without_titles(TokenRange run) const {
  if (first_part(run) || (last_part(run) && !knowledge_.role(shapes_.lower(run.end - 1)))) return run;
  TokenId begin = run.begin;
  TokenId kept = run.end;  // "King Osric", "Lady Holm": such a title is part of the name
  while (begin < run.end && shapes_.capital(begin)) {
    const Role* role = knowledge_.role(shapes_.lower(begin));
    if (!role) break;
    if (kept == run.end && knowledge_.words("kept_titles").contains(shapes_.lower(begin))) kept = begin;
    ++begin;
  }
  if (begin < run.end && kept < begin) begin = kept;
  // "Civil Defence Minister Anne Holm": an office of several capitalised words before a first name.
  for (TokenId t = begin; t + 1 < run.end && kept == run.end; ++t) {
    const bool role = knowledge_.role(shapes_.lower(t)) != nullptr;
    if (role && knowledge_.gender_of(shapes_.form(t + 1))) return {t + 1, run.end};
    if (!role && knowledge_.gender_of(shapes_.form(t))) break;
  }
  return {begin, run.end};
}

bool Runs::known_stands_alone(const Candidate& known, TokenRange run) const {
  if (known.tokens.end >= run.end) return true;
  if (known.weak) return false;
  const TokenRange rest{known.tokens.end, run.end};
  if (without_titles(rest).begin > rest.begin) return true;
  const Part* part = last_part(run);
  if (part && !(known.tokens.size() > 1 && known.kind == doc::EntityKind::kOrganization)) return false;
  const bool section = (known.cls == "media" || known.cls == "agency") && rest.size() == 1 && !knowledge_.gender_of(shapes_.form(rest.begin));
  if (section) return false;  // "TV 2 Sport", "BBC Scotland"
  if (known.form == doc::MentionForm::kAdjective || known.kind == doc::EntityKind::kOrganization) return true;
  // A genitive owns what follows; else a full name of its own may ("the United States Anne Hill"), unless the first word
  // is a name, too ("Jordan Hale"), or the model sees one name.
  if (known.span.end < shapes_.reading().tokens.spans[known.tokens.end - 1].end) return true;
  if (rest.size() >= 2 && knowledge_.gender_of(shapes_.form(rest.begin))) return true;
  if (known.tokens.size() == 1 && knowledge_.gender_of(known.name)) return false;
  return shapes_.tagged() && !model_joins(known.tokens.end - 1, rest.begin);
}

// Whether what stands at t can be owned by the name before it, or the tagger does not say.
bool Runs::may_own(TokenId t) const {
  if (!shapes_.tagged()) return true;
  const auto& upos = shapes_.reading().syntax.upos;
  if (t >= upos.size()) return false;
  switch (upos[t]) {
    case Upos::kPunct: case Upos::kAdp: case Upos::kVerb: case Upos::kAux: case Upos::kSconj: case Upos::kPron: return false;
    default: return true;
  }
}

bool Runs::genitive(TokenRange name) const {
  const TokenId last = name.end - 1;
  const std::string form = shapes_.text({last, last + 1});
  const std::string_view bare = knowledge_.without_genitive(form);
  if (bare.empty() || form == "'s" || form == "'") return false;
  if (form.ends_with("'s")) return true;
  if (knowledge_.part(Where::kSuffix, base::lower(form))) return false;  // "Auditørkorps"
  if (name.size() > 1 && !may_own(name.end)) return false;              // "Selim Aktas siger"
  if (name.size() == 1 && knowledge_.gender_of(form)) return false;
  if (shapes_.as_name(bare) > 0 || last_part({name.begin, name.end})) return knowledge_.part(Where::kLast, form) == nullptr;
  const auto& syntax = shapes_.reading().syntax;
  return shapes_.tagged() && form.ends_with('s') && syntax.has(last, doc::Feat::kCaseGen);
}

}  // namespace kilde::find
