// SPDX-License-Identifier: Apache-2.0
#include "find/entity/spot.h"

#include "base/utf8.h"
#include "find/entity/beside.h"
#include "find/entity/runs.h"

namespace kilde::find {
namespace {

using base::TokenRange;
using doc::EntityKind;
using doc::MentionForm;
using doc::TokenId;

constexpr TokenId kLongestName = 9;  // tokens

// "KOLDING" -> "Kolding", word by word.
std::string title_case(std::string_view text) {
  std::string out;
  bool begin = true;
  for (std::size_t i = 0; i < text.size();) {
    const auto point = base::code_point_at(text, i);
    base::append_utf8(out, begin ? point.value : base::lower(point.value));
    begin = !base::is_letter(point.value);
    i += point.size;
  }
  return out;
}

class Spotter {
 public:
  explicit Spotter(const Shapes& shapes) : shapes_(shapes), knowledge_(shapes.knowledge()), runs_(shapes) {}

  std::vector<Candidate> all() {
    for (TokenId t = 0; t < shapes_.size();) t = step(t);
    return std::move(found_);
  }

 private:
  // Adds what begins at t; returns where to go on.
  TokenId step(TokenId t) {
    if (!shapes_.word(t) && !digit_name(t)) return t + 1;
    auto known = longest_known(t);
    if (const TokenId end = phrase_end(t); end > t + 1 && (!known || known->tokens.end <= end)) return end;
    const bool starts = runs_.starts(t) || (known && shapes_.capital(t) && base::is_upper(base::code_point_at(known->name, 0).value));
    if (!known && !starts) return compound(t), t + 1;
    const TokenRange run = starts ? runs_.run(t) : TokenRange{t, t};
    if (run.size() > 1 && names_thing(run)) return run.end;
    if (known && runs_.known_stands_alone(*known, run)) return take(std::move(*known));
    if (run.empty()) return t + 1;
    if (runs_.compound(run.end - 1)) return end_of_compound(run);
    const TokenRange name = runs_.without_titles(run);
    if (name.empty()) return run.end;
    if (name.begin > run.begin) return step(name.begin);
    return take(from_run(name));
  }

  // Where a phrase of several words ends that names nobody ("Champions League"), else t.
  TokenId phrase_end(TokenId t) const {
    TokenId found = t;
    for (TokenId end = t + 1; end <= shapes_.size() && end - t <= kLongestName && shapes_.same_sentence(t, end - 1); ++end) {
      const std::string key = shapes_.text({t, end});
      if (knowledge_.not_a_name(key) || knowledge_.not_a_name(knowledge_.without_genitive(key))) found = end;
      if (!knowledge_.begins_name(key)) break;
    }
    return found;
  }

  // "Vinter-tilhængere", "Premier League-kampen": the name is what stands before the hyphen, and counts where it is named
  // elsewhere, too; "Wagner-gruppen" names a body by itself.
  TokenId end_of_compound(TokenRange run) {
    const TokenId last = run.end - 1;
    if (run.size() == 1 && !body_of_place(last) && compound(last)) return run.end;
    Candidate whole = from_run(run);
    const std::size_t hyphen = whole.name.rfind('-');
    const std::string_view tail = std::string_view(whole.name).substr(hyphen + 1);
    const Part* part = knowledge_.part(Knowledge::Where::kBefore, tail);
    if (!part && upper_only(std::string_view(whole.name).substr(0, hyphen))) part = knowledge_.part(Knowledge::Where::kSuffix, "x-" + std::string(tail));  // "SVM-regeringen"
    if (run.size() == 1 && part && part->kind && part->kind != EntityKind::kPerson) {
      whole.kind = part->kind;
      whole.cls = part->cls;
      whole.rule = "name.compound";
    } else {
      const auto text = whole.span.in(shapes_.reading().text());
      whole.span.end = whole.span.begin + static_cast<std::uint32_t>(text.rfind('-'));
      whole.name.resize(hyphen);
      whole.joins_only = !shapes_.all_capitals(run.begin) && !upper_only(whole.name);  // "KTAS-ledelsen" names KTAS
    }
    return take(std::move(whole));
  }

  static bool upper_only(std::string_view name) {
    return name.size() >= 3 && title_case(name) != name && name.find_first_of("abcdefghijklmnopqrstuvwxyz ") == std::string_view::npos;
  }

  // "Tibet-komiteen": a body about a country, not the country.
  bool body_of_place(TokenId t) const {
    const std::string_view form = shapes_.form(t);
    const std::size_t hyphen = form.find('-');
    const auto& namings = knowledge_.namings(form.substr(0, hyphen));
    if (namings.empty() || knowledge_.subject(namings.front().subject).kind == EntityKind::kOrganization) return false;
    const Part* part = knowledge_.part(Knowledge::Where::kBefore, form.substr(hyphen + 1));
    return part && part->kind == EntityKind::kOrganization;
  }

  // "containerskibet Nordhavn Elise": what the noun before says is no entity.
  bool names_thing(TokenRange run) const {
    const Part* noun = noun_before(shapes_, run);
    const Part* first = knowledge_.part(Knowledge::Where::kBefore, shapes_.lower(run.begin));  // "Kongeskibet Dannebrog"
    return (noun && !noun->kind) || (first && !first->kind);
  }

  bool digit_name(TokenId t) const {  // "3F" has a letter; "24syv", too: only bare numbers are left out
    return shapes_.form(t).size() > 1 && knowledge_.begins_name(shapes_.form(t));
  }

  TokenId take(Candidate candidate) {
    const TokenId end = candidate.tokens.end;
    // "Algeriets Røde Halvmåne": a country right before a body that many countries have is part of its name.
    if (candidate.subject && !found_.empty() && found_.back().tokens.end == candidate.tokens.begin &&
        found_.back().subject && belongs_to(found_.back(), candidate)) {
      candidate.country = knowledge_.subject(*found_.back().subject).country;
      candidate.tokens.begin = found_.back().tokens.begin;
      candidate.span.begin = found_.back().span.begin;
      candidate.name = lookup_key(candidate.span.in(shapes_.reading().text()));
      candidate.kind = EntityKind::kOrganization;
      candidate.cls = knowledge_.subject(*candidate.subject).cls;
      candidate.subject.reset();
      found_.pop_back();
    }
    found_.push_back(std::move(candidate));
    return end;
  }

  bool belongs_to(const Candidate& country, const Candidate& body) const {
    const auto& subject = knowledge_.subject(*body.subject);
    return knowledge_.subject(*country.subject).kind == EntityKind::kCountry && subject.kind == EntityKind::kOrganization &&
           subject.country.empty() && (subject.name.ends_with("Red Cross") || subject.cls == "international") &&
           (country.form == MentionForm::kAdjective || country.span.end < shapes_.reading().tokens.spans[country.tokens.end - 1].end) &&
           shapes_.capital(body.tokens.begin);
  }

  std::optional<Candidate> longest_known(TokenId t) const {
    std::optional<Candidate> best;
    for (TokenId end = t + 1; end <= shapes_.size() && end - t <= kLongestName; ++end) {
      if (!shapes_.same_sentence(t, end - 1)) break;
      const TokenRange range{t, end};
      const std::string key = shapes_.text(range);
      const std::string quiet = all_shouted(range) ? title_case(key) : key;  // "LOS ANGELES", "POLEN"; not "ALS"
      auto hit = known(range, key);
      if (!hit && quiet != key && (range.size() > 1 || key.size() > 4)) hit = known(range, quiet);
      if (hit) best = std::move(hit);
      if (!knowledge_.begins_name(key) && !knowledge_.begins_name(quiet)) break;
    }
    return best;
  }

  bool all_shouted(TokenRange range) const {
    for (TokenId t = range.begin; t < range.end; ++t) {
      if (!shapes_.all_capitals(t)) return false;
    }
    return true;
  }

  // The key itself, else without its genitive, else with a small letter where a sentence begins.
  std::optional<Candidate> known(TokenRange range, const std::string& key) const {
    const auto whole = shapes_.reading().tokens.bytes(range);
    if (auto hit = named(range, key, whole.end)) return hit;
    const std::string_view bare = knowledge_.without_genitive(key);
    const auto cut = static_cast<std::uint32_t>(key.size() - bare.size());
    if (!bare.empty()) {
      const auto size = whole.size() - cut_bytes(whole, cut);
      if (auto hit = named(range, std::string(bare), whole.begin + size)) return hit;
    }
    if (!shapes_.initial(range.begin) || !shapes_.capital(range.begin)) return std::nullopt;
    const auto first = base::code_point_at(key, 0);
    std::string small;
    base::append_utf8(small, base::lower(first.value));
    return named(range, small + key.substr(first.size), whole.end);
  }

  // Bytes of the article that the last `cut` bytes of its key stand for: a typographic apostrophe is two bytes longer.
  std::uint32_t cut_bytes(base::Span whole, std::uint32_t cut) const {
    const std::string_view text = whole.in(shapes_.reading().text());
    const auto curly = text.rfind("\u2019");
    return cut + (curly != std::string_view::npos && curly + 3 + cut - 1 >= text.size() ? 2 : 0);
  }

  std::optional<Candidate> named(TokenRange range, const std::string& key, std::uint32_t end) const {
    const auto& namings = knowledge_.namings(key);
    if (namings.empty()) return std::nullopt;
    const Naming& naming = namings.front();
    Candidate candidate;
    candidate.tokens = range;
    candidate.span = {shapes_.reading().tokens.spans[range.begin].begin, end};
    candidate.name = key;
    candidate.kind = knowledge_.subject(naming.subject).kind;
    candidate.form = naming.form;
    candidate.subject = naming.subject;
    candidate.people = naming.people;
    candidate.weak = naming.weak;
    candidate.sure = !naming.weak;
    candidate.cls = knowledge_.subject(naming.subject).cls;
    candidate.rule = "lexicon:names:" + key;
    return candidate;
  }

  // "EU-midler": a known name as the first part of a compound.
  bool compound(TokenId t) {
    const std::string_view form = shapes_.form(t);
    const std::size_t hyphen = form.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2 || !shapes_.capital(t)) return false;
    const std::string first(form.substr(0, hyphen));
    const auto start = shapes_.reading().tokens.spans[t].begin;
    auto hit = named({t, t + 1}, first, start + static_cast<std::uint32_t>(hyphen));
    if (!hit || hit->weak || base::is_upper(base::code_point_at(form, hyphen + 1 < form.size() ? hyphen + 1 : hyphen).value)) return false;
    hit->rule += "-";
    found_.push_back(std::move(*hit));
    return true;
  }

  // "KOLDING", "ANNA HOLM" in a dateline or a headline; not "UNHCR".
  bool shouted(TokenRange range) const {
    if (!all_shouted(range)) return false;
    const std::string first = title_case(shapes_.form(range.begin));
    return range.size() > 1 ? knowledge_.gender_of(first) != '\0' : knowledge_.namings(first).size() + knowledge_.places(first).size() > 0 && first.size() > 3;
  }

  Candidate from_run(TokenRange range) const {
    Candidate candidate;
    candidate.tokens = range;
    candidate.span = shapes_.reading().tokens.bytes(range);
    const std::string whole = shapes_.text(range);
    candidate.name = whole;
    if (runs_.genitive(range)) {
      const auto cut = static_cast<std::uint32_t>(whole.size() - knowledge_.without_genitive(whole).size());
      candidate.span.end -= cut_bytes(candidate.span, cut);
      candidate.name.resize(whole.size() - cut);
    }
    if (shouted(range)) candidate.name = title_case(candidate.name);
    return candidate;
  }

  const Shapes& shapes_;
  const Knowledge& knowledge_;
  Runs runs_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> spot_names(const Shapes& shapes) { return Spotter(shapes).all(); }

}  // namespace kilde::find
