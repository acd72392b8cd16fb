// SPDX-License-Identifier: Apache-2.0
#include "find/time/lexicon.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace kilde::find::times {

using doc::TokenId;

namespace {

constexpr std::array<std::string_view, kShapeCount> kShapes = {"num", "day", "nth", "year", "hour",
                                                               "hm",  "h12", "iso", "dmy",  "decade"};

// Walks the bytes of the text from a token on.
struct Scan {
  std::string_view text;
  std::size_t at;

  int digits(std::size_t least, std::size_t most) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && end - at < most && text[end] >= '0' && text[end] <= '9') {
      value = value * 10 + (text[end++] - '0');
    }
    if (end - at < least) return -1;
    at = end;
    return value;
  }
  bool mark(std::string_view marks) {
    if (at >= text.size() || marks.find(text[at]) == std::string_view::npos) return false;
    ++at;
    return true;
  }
  bool literal(std::string_view word) {
    if (text.substr(at, word.size()) != word) return false;
    at += word.size();
    return true;
  }
};

// Tokens from t on that end exactly at a byte; 0 when that lies inside one.
std::uint32_t tokens_to(const doc::Reading& reading, TokenId t, std::size_t end) {
  for (TokenId k = t; k < reading.tokens.size() && reading.tokens.spans[k].begin < end; ++k) {
    if (reading.tokens.spans[k].end == end) return k + 1 - t;
  }
  return 0;
}

bool in(int value, int low, int high) { return low <= value && value <= high; }

std::optional<Capture> small_number(Scan scan, const doc::Reading& reading, TokenId t, int low, int high) {
  const int value = scan.digits(1, 2);
  const std::uint32_t tokens = tokens_to(reading, t, scan.at);
  if (!in(value, low, high) || tokens != 1) return std::nullopt;
  return Capture{tokens, {}, static_cast<double>(value)};
}

std::optional<Capture> nth(Scan scan, const doc::Reading& reading, TokenId t) {
  const int value = scan.digits(1, 2);
  if (!in(value, 1, 31)) return std::nullopt;
  if (!scan.mark(".") && !scan.literal("st") && !scan.literal("nd") && !scan.literal("rd") && !scan.literal("th")) {
    return std::nullopt;
  }
  const std::uint32_t tokens = tokens_to(reading, t, scan.at);
  if (tokens == 0) return std::nullopt;
  return Capture{tokens, {}, static_cast<double>(value)};
}

std::optional<Capture> clock(Scan scan, const doc::Reading& reading, TokenId t) {
  Capture out;
  out.month = scan.digits(1, 2);
  if (!in(out.month, 0, 24) || !scan.mark(".:")) return std::nullopt;
  out.day = scan.digits(2, 2);
  out.tokens = tokens_to(reading, t, scan.at);
  if (!in(out.day, 0, 59) || out.tokens == 0) return std::nullopt;
  return out;
}

std::optional<Capture> half_day_clock(Scan scan, const doc::Reading& reading, TokenId t) {
  Capture out;
  out.month = scan.digits(1, 2);
  if (!in(out.month, 1, 12)) return std::nullopt;
  if (scan.mark(".:")) out.day = scan.digits(2, 2);
  if (!in(out.day, 0, 59)) return std::nullopt;
  static_cast<void>(scan.mark(" "));
  const bool pm = scan.mark("pP");
  if (!pm && !scan.mark("aA")) return std::nullopt;
  const bool dots = scan.mark(".");
  if (!scan.mark("mM")) return std::nullopt;
  out.month = out.month % 12 + (pm ? 12 : 0);
  out.tokens = tokens_to(reading, t, scan.at);
  if (dots && scan.mark(".") && out.tokens == 0) out.tokens = tokens_to(reading, t, scan.at);
  if (out.tokens == 0) return std::nullopt;
  return out;
}

std::optional<Capture> full_date(Scan scan, const doc::Reading& reading, TokenId t, bool year_first) {
  Capture out;
  const int first = scan.digits(1, year_first ? 4 : 2);
  if (first < 0 || !scan.mark(year_first ? "-" : "./-")) return std::nullopt;
  out.month = scan.digits(1, 2);
  if (!in(out.month, 1, 12) || !scan.mark(year_first ? "-" : "./-")) return std::nullopt;
  const int last = scan.digits(year_first ? 1 : 4, year_first ? 2 : 4);
  const int year = year_first ? first : last;
  out.day = year_first ? last : first;
  out.number = year;
  out.tokens = tokens_to(reading, t, scan.at);
  if (!in(year, 1000, 2199) || !in(out.day, 1, 31) || out.tokens == 0) return std::nullopt;
  return out;
}

std::optional<Capture> decade(Scan scan, const doc::Reading& reading, TokenId t) {
  static_cast<void>(scan.literal("'"));
  int year = scan.digits(2, 4);
  if (year < 0 || year % 10 != 0 || (year >= 100 && !in(year, 1000, 2190))) return std::nullopt;
  if (year < 100) year += year < 30 ? 2000 : 1900;
  static_cast<void>(scan.literal("'") || scan.literal("’") || scan.literal("-"));
  const bool century = year % 100 == 0 && (scan.literal("tallets") || scan.literal("tallet"));
  if (!century && !scan.literal("ernes") && !scan.literal("erne") && !scan.literal("s")) return std::nullopt;
  const std::uint32_t tokens = tokens_to(reading, t, scan.at);
  if (tokens == 0) return std::nullopt;
  return Capture{tokens, {}, static_cast<double>(year), 0, century ? 100 : 0};
}

std::optional<Capture> year(Scan scan, const doc::Reading& reading, TokenId t) {
  const int value = scan.digits(4, 4);
  const std::uint32_t tokens = tokens_to(reading, t, scan.at);
  if (!in(value, 1000, 2199) || tokens != 1) return std::nullopt;
  return Capture{tokens, {}, static_cast<double>(value)};
}

}  // namespace

base::Result<Lexicon> Lexicon::make(const pack::Pack& pack) {
  Lexicon lexicon;
  auto numerals = match::NumeralReader::make(pack);
  if (!numerals) return numerals.error();
  lexicon.numerals_ = std::move(*numerals);
  lexicon.classes_.assign(kShapes.begin(), kShapes.end());
  const pack::Table* table = pack.table("time_words");
  for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
    const auto name = table->cell(row, "class");
    int id = lexicon.class_of(name);
    if (id >= 0 && id < static_cast<int>(kShapeCount)) {
      return base::Error{base::Fault::kPack, "the class is read off the text: " + std::string(name), table->place(row)};
    }
    if (id < 0) {
      id = static_cast<int>(lexicon.classes_.size());
      if (id >= 64) return base::Error{base::Fault::kPack, "more than 64 classes", table->place(row)};
      lexicon.classes_.emplace_back(name);
    }
    for (const auto form : pack::split(table->cell(row, "forms"))) {
      const bool capital = base::is_upper(base::code_point_at(form, 0).value);
      lexicon.word(base::lower(form)).classes.push_back({static_cast<std::uint32_t>(id), std::string(table->cell(row, "value")), capital});
    }
  }
  return lexicon;
}

int Lexicon::class_of(std::string_view name) const {
  const auto found = std::find(classes_.begin(), classes_.end(), name);
  return found == classes_.end() ? -1 : static_cast<int>(found - classes_.begin());
}

Word& Lexicon::word(std::string form) {
  const auto [at, fresh] = words_.try_emplace(std::move(form));
  if (fresh) at->second.id = static_cast<std::uint32_t>(words_.size());
  return at->second;
}

std::uint32_t Lexicon::literal(std::string_view form) { return word(base::lower(form)).id; }

const Word* Lexicon::find(std::string_view form) const {
  const auto found = words_.find(base::lower(form));
  return found == words_.end() ? nullptr : &found->second;
}

bool Lexicon::may_have_shape(std::string_view form) const {
  return !form.empty() && (numerals_.may_begin(form) || form.front() == '\'');
}

std::optional<Capture> Lexicon::shape(Shape shape, const doc::Reading& reading, TokenId t) const {
  const Scan scan{reading.text(), reading.tokens.spans[t].begin};
  switch (shape) {
    case Shape::kDay: return small_number(scan, reading, t, 1, 31);
    case Shape::kNth: return nth(scan, reading, t);
    case Shape::kYear: return year(scan, reading, t);
    case Shape::kHm: return clock(scan, reading, t);
    case Shape::kH12: return half_day_clock(scan, reading, t);
    case Shape::kIso: return full_date(scan, reading, t, true);
    case Shape::kDmy: return full_date(scan, reading, t, false);
    case Shape::kDecade: return decade(scan, reading, t);
    case Shape::kHour:
      if (auto digits = small_number(scan, reading, t, 0, 24)) return digits;
      [[fallthrough]];
    case Shape::kNum: break;
  }
  const auto numeral = numerals_.read(reading, t);
  if (!numeral || !numeral->value || numeral->span.end != reading.tokens.spans[numeral->tokens.end - 1].end) {
    return std::nullopt;
  }
  if (shape == Shape::kHour && (numeral->digits || *numeral->value > 12)) return std::nullopt;
  return Capture{numeral->tokens.size(), {}, *numeral->value};
}

}  // namespace kilde::find::times
