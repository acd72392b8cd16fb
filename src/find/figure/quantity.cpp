// SPDX-License-Identifier: Apache-2.0
#include "find/figure/quantity.h"

#include <algorithm>

#include "base/utf8.h"

namespace kilde::find::figures {

using doc::kNoToken;
using doc::TokenId;
using doc::Upos;

namespace {

constexpr TokenId kMaxPhrase = 5;  // words of the longest bound

std::string lower_form(const doc::Reading& reading, TokenId t) { return base::lower(reading.form(t)); }

bool is_nominal(Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn; }

}  // namespace

base::Result<QuantityReader::Phrases> QuantityReader::phrases(const pack::Table* table, std::string_view value_column) {
  Phrases out;
  for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
    const auto role = table->cell(row, "role");
    std::string value(table->cell(row, value_column));
    if (value_column == "bound" && (role == "before" || role == "after")) {
      doc::Bound bound{};
      if (!match::parse_bound(value, bound)) return base::Error{base::Fault::kPack, "no such bound: " + value, table->place(row)};
    } else if (value_column == "bound") {
      value = role;
    }
    for (const auto form : pack::split(table->cell(row, "words"))) {
      const auto words = pack::split(form, ' ');
      Phrase phrase;
      for (std::size_t i = 1; i < words.size(); ++i) phrase.rest.push_back(base::lower(words[i]));
      phrase.value = value;
      if (form.size() == 3 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) phrase.code = form;
      phrase.after = role == "after";
      out[base::lower(words.front())].push_back(std::move(phrase));
    }
  }
  for (auto& [first, list] : out) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Phrase& a, const Phrase& b) { return a.rest.size() > b.rest.size(); });
  }
  return out;
}

base::Result<QuantityReader> QuantityReader::make(const pack::Pack& pack) {
  QuantityReader reader;
  auto numerals = match::NumeralReader::make(pack);
  if (!numerals) return numerals.error();
  reader.numerals_ = std::move(*numerals);
  auto bounds = phrases(pack.table("figure_bounds"), "bound");
  if (!bounds) return bounds.error();
  reader.bounds_ = std::move(*bounds);
  auto currencies = phrases(pack.table("figure_currency"), "iso");
  if (!currencies) return currencies.error();
  reader.currencies_ = std::move(*currencies);
  return reader;
}

// The longest phrase that begins with token t.
QuantityReader::Found QuantityReader::phrase_at(const Phrases& phrases, const doc::Reading& reading, TokenId t) {
  const auto found = phrases.find(lower_form(reading, t));
  if (found == phrases.end()) return {};
  const TokenId limit = reading.tokens.sentence_of(t).tokens.end;
  for (const Phrase& phrase : found->second) {
    const auto size = static_cast<TokenId>(phrase.rest.size());
    if (t + size >= limit || (!phrase.code.empty() && reading.form(t) != phrase.code)) continue;
    bool same = true;
    for (TokenId i = 0; i < size && same; ++i) same = lower_form(reading, t + 1 + i) == phrase.rest[i];
    if (same) return {&phrase, size + 1};
  }
  return {};
}

// The longest phrase that ends right before token t.
QuantityReader::Found QuantityReader::phrase_before(const Phrases& phrases, const doc::Reading& reading, TokenId t) {
  const TokenId begin = reading.tokens.sentence_of(t).tokens.begin;
  for (TokenId size = std::min(kMaxPhrase, t - begin); size > 0; --size) {
    const Found found = phrase_at(phrases, reading, t - size);
    if (found.tokens == size) return found;
  }
  return {};
}

// One numeral with its currency, before ("$71.4m", "£3") or after ("10 millioner kroner").
std::optional<QuantityReader::Amount> QuantityReader::amount(const doc::Reading& reading, TokenId t) const {
  Amount out;
  std::uint32_t from = reading.tokens.spans[t].begin;
  TokenId first = t;
  const std::string_view form = reading.form(t);
  if (const Found sign = phrase_at(currencies_, reading, t); sign.phrase != nullptr && sign.tokens == 1) {
    if (t + 1 >= reading.tokens.sentence_of(t).tokens.end) return std::nullopt;
    out.unit = sign.phrase->value;
    from = reading.tokens.spans[++t].begin;
  } else if (const std::size_t digit = form.find_first_of("0123456789"); digit != 0 && digit < form.size()) {
    const auto glued = currencies_.find(base::lower(form.substr(0, digit)));  // "$71.4m" in one token
    if (glued == currencies_.end()) return std::nullopt;
    out.unit = glued->second.back().value;
    from += static_cast<std::uint32_t>(digit);
  }
  const auto numeral = numerals_.read(reading, t, from);
  if (!numeral) return std::nullopt;
  out.numeral = *numeral;
  out.tokens = {first, numeral->tokens.end};
  const TokenId limit = reading.tokens.sentence_of(t).tokens.end;
  const bool whole = numeral->span.end == reading.tokens.spans[numeral->tokens.end - 1].end;
  if (out.unit.empty() && whole && out.tokens.end < limit) {
    // "10 millioner af de kroner" is not one, but "millions of dollars" is.
    TokenId next = out.tokens.end;
    const Found link = phrase_at(bounds_, reading, next);
    if (numeral->scaled && link.phrase != nullptr && link.phrase->value == "of" && next + 1 < limit) ++next;
    if (const Found word = phrase_at(currencies_, reading, next); word.phrase != nullptr) {
      out.unit = word.phrase->value;
      out.tokens.end = next + word.tokens;
    }
  }
  return out;
}

// "mellem 500 og 600", "18-20", "10 til 15": reads the second numeral and takes over its scale and currency.
bool QuantityReader::range(const doc::Reading& reading, const Amount& first, Quantity& out, Amount& last) const {
  const TokenId sentence = reading.tokens.sentence_of(first.tokens.begin).tokens.begin;
  const auto role_before = [&](std::string_view role) {
    if (first.tokens.begin == sentence) return false;
    const Found word = phrase_at(bounds_, reading, first.tokens.begin - 1);
    return word.phrase != nullptr && word.tokens == 1 && word.phrase->value == role;
  };
  const bool open = role_before("open");
  if (!first.numeral.value || (!open && role_before("from"))) return false;
  std::optional<Amount> second;
  const std::uint32_t end = first.numeral.span.end;
  const TokenId tail = first.numeral.tokens.end - 1;
  if (end < reading.tokens.spans[tail].end) {  // "18-20" in one token
    const std::uint32_t dash = reading.text()[end] == '-' ? 1 : 3;
    const auto numeral = numerals_.read(reading, tail, end + dash);
    if (!numeral) return false;
    second = Amount{*numeral, {}, numeral->tokens};
    const TokenId next = numeral->tokens.end;
    if (next < reading.tokens.sentence_of(tail).tokens.end) {
      if (const Found word = phrase_at(currencies_, reading, next); word.phrase != nullptr) {
        second->unit = word.phrase->value;
        second->tokens.end = next + word.tokens;
      }
    }
  } else {
    const TokenId link = first.tokens.end;
    if (link + 1 >= reading.tokens.sentence_of(link - 1).tokens.end) return false;
    const Found word = phrase_at(bounds_, reading, link);
    if (word.phrase == nullptr || (word.phrase->value != "to" && !(open && word.phrase->value == "and"))) return false;
    second = amount(reading, link + 1);
  }
  if (!second || !second->numeral.value) return false;
  double low = *first.numeral.value;
  const double high = *second->numeral.value;
  if (!first.numeral.scaled && second->numeral.scaled) {
    double scale = 1;
    while (low * scale * 1000 <= high) scale *= 1000;
    low *= scale;
  }
  if (low >= high) return false;
  out.low = low, out.high = high, out.bound = doc::Bound::kRange;
  last = *second;
  if (open) --out.tokens.begin;
  return true;
}

// Bounds may stand in rows ("foreløbig mindst", "op mod omkring"); the one nearest to the numeral counts.
void QuantityReader::bound_words(const doc::Reading& reading, Quantity& out) const {
  const doc::Bound own = out.bound;
  bool first = true;
  for (TokenId begin = reading.tokens.sentence_of(out.tokens.begin).tokens.begin; out.tokens.begin > begin;) {
    const Found before = phrase_before(bounds_, reading, out.tokens.begin);
    doc::Bound bound{};
    if (before.phrase == nullptr || before.phrase->after || !match::parse_bound(before.phrase->value, bound)) break;
    out.tokens.begin -= before.tokens;
    if (first && (own == doc::Bound::kExact || own == doc::Bound::kAbout)) out.bound = bound;
    first = false;
  }
  if (out.tokens.end >= reading.tokens.sentence_of(out.tokens.begin).tokens.end) return;
  const Found after = phrase_at(bounds_, reading, out.tokens.end);
  doc::Bound bound{};
  if (after.phrase == nullptr || !after.phrase->after || !match::parse_bound(after.phrase->value, bound)) return;
  out.tokens.end += after.tokens;
  if (out.bound == doc::Bound::kExact) out.bound = bound;
}

// The noun that is counted: across adjectives, and across "of" after an indefinite numeral.
void QuantityReader::count(const match::Tree& tree, Quantity& out) const {
  const doc::Reading& reading = tree.reading();
  const TokenId limit = std::min(reading.tokens.sentence_of(out.tokens.begin).tokens.end, out.tokens.end + 6);
  TokenId candidate = kNoToken;
  for (TokenId t = out.tokens.end; t < limit; ++t) {
    const Found word = phrase_at(bounds_, reading, t);
    if (word.phrase != nullptr && word.phrase->value == "of") {
      if (t != out.tokens.end) break;
      out.partitive = !out.scaled;
      continue;
    }
    if (t < reading.time_of_token.size() && reading.time_of_token[t] != doc::kNone) break;
    const Upos upos = reading.syntax.upos[t];
    if (is_nominal(upos)) {
      const bool compound = t + 1 < limit && is_nominal(reading.syntax.upos[t + 1]) && !reading.syntax.has(t, doc::Feat::kNumberPlur);
      const bool genitive = reading.syntax.has(t, doc::Feat::kCaseGen) || (t + 1 < limit && reading.form(t + 1) == "'s");
      candidate = t;
      if (!compound && !genitive) break;
      continue;
    }
    if (upos == Upos::kAdj || upos == Upos::kDet || upos == Upos::kPart || (upos == Upos::kVerb && candidate == kNoToken && reading.syntax.has(t, doc::Feat::kVerbFormPart))) {
      if (candidate == kNoToken || upos != Upos::kDet) {
        if (upos == Upos::kAdj && out.partitive) candidate = t;
        continue;
      }
    }
    break;
  }
  out.counted = candidate;
  if (candidate != kNoToken) out.tokens.end = candidate + 1;
}

// What has the form of a numeral but is no figure: times, ages, measures, parts of names, the article "en".
bool QuantityReader::excluded(const doc::Reading& reading, const Quantity& out) const {
  const auto covered = [](const std::vector<std::uint32_t>& owner, TokenId t) {
    return t < owner.size() && owner[t] != doc::kNone;
  };
  for (TokenId t = out.numeral.begin; t < out.numeral.end; ++t) {
    if (covered(reading.time_of_token, t)) return true;
  }
  if (out.unit.empty() && out.digits && covered(reading.entity_of_token, out.numeral.begin)) return true;
  if (out.value == 0.0) return true;
  if (out.numeral.end >= reading.tokens.sentence_of(out.numeral.begin).tokens.end) return false;
  if (!out.unit.empty()) return false;
  TokenId end = out.numeral.end;
  const auto is = [](const Found& found, std::string_view role) { return found.phrase != nullptr && found.phrase->value == role; };
  if (is(phrase_at(bounds_, reading, end), "ratio") || is(phrase_before(bounds_, reading, out.numeral.begin), "ratio")) return true;
  const Found link = phrase_at(bounds_, reading, end);
  if ((is(link, "and") || is(link, "to")) &&
      end + 1 < reading.tokens.sentence_of(end).tokens.end) {  // "19 og 22 år"
    if (const auto second = numerals_.read(reading, end + 1)) end = second->tokens.end;
  }
  if (end >= reading.tokens.sentence_of(out.numeral.begin).tokens.end) return false;
  return is(phrase_at(bounds_, reading, end), "stop");
}

// A bare number that counts nothing: "no one", an age ("Bo Lund, 36, ..."), a label ("artikel 12", "M-16", "[17]").
bool QuantityReader::is_label(const doc::Reading& reading, const Quantity& out) const {
  if (out.counted != kNoToken || out.bound != doc::Bound::kExact || !out.value) return false;
  if (!out.digits) return out.value == 1.0;
  const base::TokenRange sentence = reading.tokens.sentence_of(out.tokens.begin).tokens;
  if (out.tokens.end < sentence.end && reading.form(out.tokens.end) == "-" && !reading.tokens.space_after(out.tokens.end - 1)) return true;
  if (out.tokens.begin == sentence.begin) return false;
  const TokenId before = out.tokens.begin - 1;
  const Upos upos = reading.syntax.upos[before];
  if (is_nominal(upos)) return true;
  const bool closed = out.tokens.end >= sentence.end || reading.syntax.upos[out.tokens.end] == Upos::kPunct;
  const bool glued = !reading.tokens.space_after(before);
  return upos == Upos::kPunct && (closed || glued);
}

std::optional<Quantity> QuantityReader::quantity(const match::Tree& tree, TokenId t) const {
  const doc::Reading& reading = tree.reading();
  const auto first = amount(reading, t);
  if (!first) return std::nullopt;
  Quantity out;
  out.tokens = first->tokens;
  out.numeral = first->numeral.tokens;
  out.unit = first->unit;
  out.scaled = first->numeral.scaled;
  out.digits = first->numeral.digits;
  Amount last;
  if (range(reading, *first, out, last)) {
    out.tokens.end = last.tokens.end;
    out.numeral.end = last.numeral.tokens.end;
    out.scaled |= last.numeral.scaled;
    if (out.unit.empty()) out.unit = last.unit;
  } else {
    out.value = first->numeral.value;
    out.bound = first->numeral.bound;
    if (!out.value) out.low = first->numeral.low;
    const std::uint32_t end = reading.tokens.spans[first->numeral.tokens.end - 1].end;
    const std::string_view tail = reading.text().substr(first->numeral.span.end, end - first->numeral.span.end);
    if (tail == "%") out.percent = true;
    if (tail.starts_with('-') || tail.starts_with("–")) return std::nullopt;
  }
  if (out.tokens.end < reading.tokens.sentence_of(t).tokens.end) {
    const Found next = phrase_at(bounds_, reading, out.tokens.end);
    if (next.phrase != nullptr && next.phrase->value == "percent") out.percent = true, out.tokens.end += next.tokens;
  }
  if (excluded(reading, out)) return std::nullopt;
  bound_words(reading, out);
  if (out.unit.empty() && !out.percent) count(tree, out);
  if (out.unit.empty() && !out.percent && (first->numeral.glued || is_label(reading, out))) return std::nullopt;
  out.span = reading.tokens.bytes(out.tokens);
  return out;
}

std::vector<Quantity> QuantityReader::read(const match::Tree& tree) const {
  const doc::Reading& reading = tree.reading();
  std::vector<Quantity> out;
  for (TokenId t = 0; t < reading.tokens.size();) {
    const std::string_view form = reading.form(t);
    const bool sign = form.find_first_of("0123456789") != std::string_view::npos || currencies_.contains(base::lower(form));
    TokenId next = t + 1;
    if (sign || numerals_.may_begin(form)) {
      if (auto found = quantity(tree, t)) {
        next = std::max(next, found->numeral.end);
        if (!found->unit.empty() || found->percent) next = std::max(next, found->tokens.end);
        out.push_back(std::move(*found));
      }
    }
    t = next;
  }
  return out;
}

}  // namespace kilde::find::figures
