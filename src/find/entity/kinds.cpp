// SPDX-License-Identifier: Apache-2.0
#include "find/entity/kinds.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"
#include "find/entity/beside.h"

namespace kilde::find {
namespace {

using base::TokenRange;
using doc::EntityKind;
using doc::kNoToken;
using doc::MentionForm;
using doc::TokenId;
using doc::Upos;
using Where = Knowledge::Where;

constexpr std::int64_t kKnownCity = 300000;  // people; such a place needs no preposition to be taken for one,
constexpr std::int64_t kNearTown = 10000;    // nor does a smaller one in a country that the article speaks of
constexpr std::int64_t kFamousCity = 2000000;  // nor to be told from a first name
constexpr std::size_t kLongestAcronym = 6;

bool roman_numeral(std::string_view text) { return text.find_first_not_of("IVXLCDM") == std::string_view::npos; }

class Decider {
 public:
  Decider(const Shapes& shapes, std::vector<Candidate>& candidates)
      : shapes_(shapes), knowledge_(shapes.knowledge()), runs_(shapes), candidates_(candidates) {
    for (const auto& c : candidates) {
      if (!c.subject || c.weak) continue;
      present_.insert(*c.subject);
      countries_.insert(knowledge_.subject(*c.subject).country);
    }
  }

  void decide() {
    for (auto& c : candidates_) {
      if (c.subject) keep_known(c);
      else decide_new(c);
    }
    std::erase_if(candidates_, [](const Candidate& c) { return c.rule == kDropped; });
  }

 private:
  static constexpr const char* kDropped = "dropped";

  void keep_known(Candidate& c) {
    if (c.people && ethnic(c)) return;
    if (c.form == MentionForm::kAdjective && language_name(c)) drop(c);
    if (common_word(c)) return drop(c);
    if (!c.weak || present_.contains(*c.subject)) return;
    const bool party = c.cls == "party" && in_brackets(c.tokens);
    const bool platform = c.cls == "platform" && placed(shapes_, c.tokens);
    const Subject& subject = knowledge_.subject(*c.subject);
    const bool letters = c.name.size() > 1 && shapes_.all_capitals(c.tokens.begin);  // "KL"
    const bool own_word = (letters && !subject.is_media()) || (c.name.size() > 3 && !shapes_.initial(c.tokens.begin));
    const Part* noun = noun_before(shapes_, c.tokens);  // "fagforeningen HK", "the newspaper Dawn"
    if (!party && !platform && !own_word && !(noun && noun->kind == EntityKind::kOrganization)) drop(c);
  }

  // "Information", "Forsvaret", "Apple" where a sentence begins, when the tagger takes it for a common noun.
  bool common_word(const Candidate& c) const {
    if (!shapes_.tagged() || !knowledge_.words("ordinary").contains(c.name)) return false;
    const TokenId t = c.tokens.begin;
    return shapes_.initial(t) && !shapes_.is(t, Upos::kPropn) && shapes_.as_name(shapes_.form(t)) == 0;
  }

  // "etniske armeniere" are a people, not the state of Armenia.
  bool ethnic(Candidate& c) const {
    const TokenId t = c.tokens.begin;
    if (t == 0 || !shapes_.same_sentence(t - 1, t) || !knowledge_.words("ethnic").contains(shapes_.lower(t - 1))) return false;
    c.subject.reset();
    c.tokens.begin = t - 1;
    c.span.begin = shapes_.reading().tokens.spans[t - 1].begin;
    c.name = lookup_key(c.span.in(shapes_.reading().text()));
    c.form = MentionForm::kName;
    set(c, EntityKind::kGroup, "name.people", true);
    return true;
  }

  bool in_brackets(TokenRange range) const {
    return range.begin > 0 && shapes_.form(range.begin - 1) == "(" && range.end < shapes_.size() && shapes_.form(range.end) == ")";
  }

  // "på engelsk", "spoke partly in German": a language, when no noun follows.
  bool language_name(const Candidate& c) const {
    if (c.people || c.tokens.begin == 0) return false;
    if (!knowledge_.words("language_prepositions").contains(shapes_.lower(c.tokens.begin - 1))) return false;
    const TokenId next = c.tokens.end;
    if (!shapes_.same_sentence(c.tokens.begin, next) || !shapes_.word(next)) return true;
    if (!shapes_.tagged()) return false;
    return !shapes_.is(next, Upos::kNoun) && !shapes_.is(next, Upos::kAdj) && !shapes_.is(next, Upos::kPropn);
  }

  void decide_new(Candidate& c) {
    if (c.kind) return;
    if (c.tokens.size() == 1 && no_name(c)) return drop(c);
    if (by_words(c)) return;
    const bool office = role_after(shapes_, c.tokens) != kNoToken;
    const Part* part = office ? nullptr : noun_in_apposition(shapes_, c.tokens);
    if (part && (part->kind == EntityKind::kPlace || !known_place(c))) return set(c, *part, "name.apposition");
    if (by_gazetteer(c) || by_model(c)) return;
    if (office) return set(c, EntityKind::kPerson, "name.role_after", true);
    if (model_sees(c, doc::NameKind::kOther)) return drop(c);
    by_shape(c);
  }

  bool quoted(const Candidate& c) const {
    const auto mark = [&](TokenId t) { return t < shapes_.size() && !shapes_.word(t) && std::string_view("\"»«“”„’‘'").find(shapes_.form(t)) != std::string_view::npos; };
    return c.tokens.begin > 0 && mark(c.tokens.begin - 1) && mark(c.tokens.end);
  }

  // An unknown brand is often tagged as a noun in its base form; "Unionstraktaten" or "Derfor" are words.
  bool bare_noun(TokenId t) const {
    const auto& syntax = shapes_.reading().syntax;
    if (shapes_.is(t, Upos::kX)) return true;
    return shapes_.is(t, Upos::kNoun) && !syntax.has(t, doc::Feat::kDefiniteDef) && !syntax.has(t, doc::Feat::kNumberPlur) && shapes_.lemma(t) == shapes_.lower(t);
  }

  // Nothing but its capital letter speaks for a name.
  void by_shape(Candidate& c) const {
    const TokenId first = c.tokens.begin, last = c.tokens.end - 1;
    const bool proper = !shapes_.tagged() || shapes_.is(last, Upos::kPropn) || shapes_.is(first, Upos::kPropn);
    const bool odd = shapes_.initial(first) || shapes_.heading(first) || shapes_.as_word(base::lower(c.name)) > 0 || !bare_noun(last);
    if (!proper && odd) c.joins_only = true;
    if (quoted(c)) c.joins_only = true;  // the title of a work more often than a name
    if (c.tokens.size() == 1) {
      if (beside_place(c)) return set(c, EntityKind::kPlace, "name.coordination", false);
      if (placed(shapes_, c.tokens)) return set(c, EntityKind::kPlace, "name.preposition", false);
      c.rule = "name.word";
      return;
    }
    set(c, EntityKind::kOrganization, "name.shape", false);  // people have first names that are known
  }

  // "Dundalk and Newry": named in one breath with a place.
  bool beside_place(const Candidate& c) const {
    const TokenId t = c.tokens.begin;
    if (t < 2 || !shapes_.same_sentence(t - 2, t)) return false;
    if (!knowledge_.words("and").contains(shapes_.lower(t - 1)) && shapes_.form(t - 1) != ",") return false;
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) { return other.tokens.end + 1 == t && other.kind == EntityKind::kPlace; });
  }

  // "E45", and "May" unless a person of that name is about, which is seen when names are joined.
  bool no_name(const Candidate& c) const {
    if (c.name.size() < 2) return true;
    if (shapes_.all_capitals(c.tokens.begin) && shapes_.as_word(shapes_.lower(c.tokens.begin)) > 0) return true;  // shouted
    const auto hyphen = c.name.find('-');
    if (hyphen != std::string::npos && hyphen + 1 < c.name.size() && std::isdigit(static_cast<unsigned char>(c.name[hyphen + 1]))) return true;
    if (numbered(c.tokens.end)) return true;  // "Luna-25"
    const auto digit = c.name.find_first_of("0123456789");
    return digit == 1 && c.name.find_first_not_of("0123456789", 1) == std::string::npos;
  }

  bool numbered(TokenId t) const {
    const auto& spans = shapes_.reading().tokens.spans;
    return t + 1 < shapes_.size() && shapes_.form(t) == "-" && spans[t - 1].end == spans[t].begin && spans[t].end == spans[t + 1].begin &&
           std::isdigit(static_cast<unsigned char>(shapes_.form(t + 1).front()));
  }

  // "Ethan Holm, 41," and "52-årige Lene Holm".
  bool aged(TokenRange name) const {
    const auto number = [&](TokenId t) { return t < shapes_.size() && shapes_.form(t).size() == 2 && shapes_.form(t).find_first_not_of("0123456789") == std::string_view::npos; };
    const TokenId after = name.end + 2;
    const bool counted = name.end + 1 < shapes_.size() && shapes_.form(name.end) == "," && number(name.end + 1);
    if (counted && (after >= shapes_.size() || !shapes_.word(after) || knowledge_.words("age_units").contains(shapes_.lower(after)))) return true;
    return name.begin > 0 && std::any_of(knowledge_.words("age_endings").begin(), knowledge_.words("age_endings").end(), [&](const std::string& ending) {
      return shapes_.form(name.begin - 1).ends_with(ending);
    });
  }

  // "Det skriver La Voix", "Le Monde reported": whoever writes without being a known person is a paper.
  bool reported_by(const Candidate& c) const {
    if (knowledge_.gender_of(shapes_.form(c.tokens.begin)) || shapes_.initial(c.tokens.begin)) return false;
    const auto& before = knowledge_.words("write_verbs_before");
    const auto& after = knowledge_.words("write_verbs_after");
    const TokenId next = c.tokens.end;
    const bool ends = next >= shapes_.size() || !shapes_.word(next);
    if (c.tokens.begin > 0 && ends && before.contains(shapes_.lower(c.tokens.begin - 1))) return true;
    return next + 1 < shapes_.size() && after.contains(shapes_.lower(next)) && shapes_.form(next + 1) == ".";
  }

  // By what the name is made of and by the words that stand beside it.
  bool by_words(Candidate& c) const {
    const Part* after = noun_after(shapes_, c.tokens);
    if (after && !after->kind) return drop(c), true;  // "the Pine Ridge fire"
    const Part* last = runs_.last_part(c.tokens);
    if (last && !surname(c, *last)) return set(c, *last, "name.last"), true;
    if (const Part* part = runs_.first_part(c.tokens); part && c.tokens.size() > 1) return set(c, *part, "name.first"), true;
    if (c.tokens.size() > 1 && knowledge_.words("kept_titles").contains(shapes_.lower(c.tokens.begin))) return set(c, EntityKind::kPerson, "name.title", true), true;
    if (aged(c.tokens)) return set(c, EntityKind::kPerson, "name.age", true), true;
    if (reported_by(c)) {
      c.cls = "media";
      return set(c, EntityKind::kOrganization, "name.reported_by", false), true;
    }
    const Part* noun = noun_before(shapes_, c.tokens);
    const bool medium = noun && (noun->cls == "media" || noun->cls == "agency");  // "avisen Le Matin"
    if (!medium && first_name(c)) return set(c, EntityKind::kPerson, "name.first_name", true), true;
    if (role_before(shapes_, c.tokens) != kNoToken) return set(c, EntityKind::kPerson, "name.role_before", true), true;
    if (noun) return set(c, *noun, "name.noun_before"), true;
    if (after && !known_place(c)) return set(c, *after, "name.noun_after"), true;
    return false;
  }

  bool by_gazetteer(Candidate& c) const {
    if (known_place(c)) return set(c, EntityKind::kPlace, "lexicon:places:" + c.name, well_known(c)), true;
    if (acronym(c)) return set(c, EntityKind::kOrganization, "name.acronym", false), true;
    if (c.tokens.size() > 1) return false;
    if (beside_place(c)) return set(c, EntityKind::kPlace, "name.coordination", false), true;
    const bool article = c.tokens.begin > 0 && knowledge_.words("definite_articles").contains(shapes_.lower(c.tokens.begin - 1));
    if (knowledge_.gender_of(c.name) && !placed(shapes_, c.tokens) && !article) return set(c, EntityKind::kPerson, "name.first_name", false), true;
    if (const Part* part = knowledge_.part(Where::kSuffix, base::lower(c.name))) {
      set(c, *part, "name.suffix");
      c.sure = false;
      return true;
    }
    return false;
  }

  // "Ylva Strand", "Christian Post": after a first name some of these words are surnames.
  bool surname(const Candidate& c, const Part& last) const {
    if (c.tokens.size() > 3 || !knowledge_.gender_of(shapes_.form(c.tokens.begin))) return false;
    if (last.kind == EntityKind::kPlace) return last.cls == "nature" || role_before(shapes_, c.tokens) != kNoToken;
    return last.cls == "media" && model_sees(c, doc::NameKind::kPerson);
  }

  static void drop(Candidate& c) { c.rule = kDropped; }
  static void set(Candidate& c, EntityKind kind, std::string rule, bool sure) {
    c.kind = kind;
    c.rule = std::move(rule);
    c.sure = sure;
  }
  static void set(Candidate& c, const Part& part, std::string rule) {
    if (!part.kind) return drop(c);
    c.cls = part.cls;
    set(c, *part.kind, std::move(rule), true);
  }

  bool first_name(const Candidate& c) const {
    if (c.tokens.size() < 2) return false;
    const std::string first(shapes_.form(c.tokens.begin));
    const bool common = shapes_.tagged() && !shapes_.is(c.tokens.begin, Upos::kPropn) && !model_sees(c, doc::NameKind::kPerson);
    if (common || knowledge_.gender_of(first) == '\0' || (known_place(c) && placed(shapes_, c.tokens))) return false;
    // "London Hartley" may be anything: the model has to see a person.
    return knowledge_.namings(first).empty() || model_sees(c, doc::NameKind::kPerson);
  }

  bool model_sees(const Candidate& c, doc::NameKind kind) const {
    const auto& names = shapes_.reading().syntax.names;
    return std::any_of(names.begin(), names.end(), [&](const auto& n) { return n.kind == kind && n.tokens.overlaps(c.tokens); });
  }

  bool known_place(const Candidate& c) const {
    const auto places = knowledge_.places(c.name);
    if (places.empty()) return false;
    const bool of = c.tokens.begin > 0 && shapes_.form(c.tokens.begin - 1) == "of";  // "Jordan Hale of Atlanta"
    if (of || placed(shapes_, c.tokens)) return true;
    const Place& place = places.front();
    if (c.tokens.size() == 1 && (place.word || (knowledge_.gender_of(c.name) && place.population < kFamousCity))) return false;
    return place.usual && (place.population >= (near(place) ? kNearTown : kKnownCity) || c.tokens.begin == 0);
  }

  // A small town far from what the article speaks of may as well be a surname.
  bool well_known(const Candidate& c) const {
    const auto places = knowledge_.places(c.name);
    return std::any_of(places.begin(), places.end(), [&](const Place& p) { return p.population >= kKnownCity || near(p); });
  }

  bool near(const Place& place) const { return countries_.contains(place.country) || knowledge_.words("home").contains(place.country); }

  bool acronym(const Candidate& c) const {
    return c.tokens.size() == 1 && c.name.size() >= 2 && c.name.size() <= kLongestAcronym &&
           shapes_.all_capitals(c.tokens.begin) && !roman_numeral(c.name);
  }

  // "in Portsoy": of people one does not say so.
  bool in_place(const Candidate& c) const {
    return c.tokens.size() == 1 && c.tokens.begin > 0 && !knowledge_.gender_of(c.name) &&
           knowledge_.words("inside_prepositions").contains(shapes_.lower(c.tokens.begin - 1));
  }

  bool by_model(Candidate& c) const {
    for (const auto& name : shapes_.reading().syntax.names) {
      if (!name.tokens.overlaps(c.tokens)) continue;
      const bool sure = c.tokens.size() > 1;
      switch (name.kind) {
        case doc::NameKind::kPerson:
          return in_place(c) ? set(c, EntityKind::kPlace, "name.preposition", false) : set(c, EntityKind::kPerson, "model:names", sure), true;
        case doc::NameKind::kOrganization: return set(c, EntityKind::kOrganization, "model:names", sure), true;
        case doc::NameKind::kLocation: return set(c, EntityKind::kPlace, "model:names", sure), true;
        case doc::NameKind::kOther: return false;
      }
    }
    return false;
  }

  const Shapes& shapes_;
  const Knowledge& knowledge_;
  Runs runs_;
  std::vector<Candidate>& candidates_;
  std::unordered_set<std::uint32_t> present_;
  std::unordered_set<std::string> countries_;  // spoken of in the article
};

}  // namespace

void decide_kinds(const Shapes& shapes, std::vector<Candidate>& candidates) { Decider(shapes, candidates).decide(); }

}  // namespace kilde::find
