// SPDX-License-Identifier: Apache-2.0
#include "match/numeral.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace kilde::match {

using doc::TokenId;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::pair<std::string_view, doc::Bound>, 12> kBounds = {{
    {"exact", doc::Bound::kExact}, {"about", doc::Bound::kAbout}, {"almost", doc::Bound::kAlmost},
    {"over", doc::Bound::kOver}, {"at_least", doc::Bound::kAtLeast}, {"up_to", doc::Bound::kUpTo},
    {"range", doc::Bound::kRange}, {"dozens", doc::Bound::kDozens}, {"scores", doc::Bound::kScores},
    {"hundreds", doc::Bound::kHundreds}, {"thousands", doc::Bound::kThousands}, {"millions", doc::Bound::kMillions},
}};

base::Error fault(std::string message, const pack::Table& table, std::size_t row) {
  return {base::Fault::kPack, std::move(message), table.place(row)};
}

// Up to a space: the words of a phrase as the tokenizer cuts them ("tens of thousands").
std::vector<std::string> words_of(std::string_view form) {
  std::vector<std::string> words;
  for (const auto part : pack::split(form, ' ')) words.push_back(base::lower(part));
  return words;
}

}  // namespace

bool parse_bound(std::string_view text, doc::Bound& out) {
  const auto found = std::find_if(kBounds.begin(), kBounds.end(), [&](const auto& b) { return b.first == text; });
  if (found == kBounds.end()) return false;
  out = found->second;
  return true;
}

// Where reading has come to, and the number so far: total + current.
struct NumeralReader::Cursor {
  TokenId next = 0;        // first token not consumed
  TokenId limit = 0;       // end of the sentence
  std::uint32_t byte = 0;  // end of what is consumed
  double total = 0;
  std::optional<double> current;
  Numeral out;

  bool at_end() const { return next >= limit; }
  void take(const doc::Reading& reading, std::uint32_t tokens) {
    next += tokens;
    byte = reading.tokens.spans[next - 1].end;
  }
};

base::Result<NumeralReader> NumeralReader::make(const pack::Pack& pack) {
  NumeralReader reader;
  const pack::Table* table = pack.table("numbers");
  for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
    if (auto added = reader.add(*table, row); !added) return added.error();
  }
  for (auto& [first, words] : reader.words_) {
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.rest.size() > b.rest.size(); });
  }
  return reader;
}

base::Result<bool> NumeralReader::add(const pack::Table& table, std::size_t row) {
  constexpr std::array<std::string_view, 8> kKinds = {"small", "article", "scale",  "half",
                                                      "couple", "several", "plural", "and"};
  const auto kind = table.cell(row, "kind");
  if (kind == "decimal" || kind == "group") {
    (kind == "decimal" ? decimal_ : group_) = table.cell(row, "form").front();
    return true;
  }
  const auto found = std::find(kKinds.begin(), kKinds.end(), kind);
  if (found == kKinds.end()) return fault("no such kind of number word: " + std::string(kind), table, row);
  Word word;
  word.kind = static_cast<Kind>(found - kKinds.begin());
  const auto value = table.cell(row, "value");
  std::from_chars(value.data(), value.data() + value.size(), word.value);
  const auto bound = table.cell(row, "bound");
  if (!bound.empty() && !parse_bound(bound, word.bound)) return fault("no such bound: " + std::string(bound), table, row);
  for (const auto form : pack::split(table.cell(row, "form"))) {
    auto words = words_of(form);
    std::string first = std::move(words.front());
    word.rest.assign(std::make_move_iterator(words.begin() + 1), std::make_move_iterator(words.end()));
    words_[std::move(first)].push_back(word);
  }
  return true;
}

bool NumeralReader::may_begin(std::string_view form) const {
  if (form.empty()) return false;
  return is_digit(form.front()) || words_.contains(base::lower(form)) || form.find('-') != std::string_view::npos;
}

NumeralReader::Hit NumeralReader::lookup(const doc::Reading& reading, TokenId t, Kind kind) const {
  const auto found = words_.find(base::lower(reading.form(t)));
  if (found == words_.end()) return {};
  const TokenId limit = reading.tokens.sentence_of(t).tokens.end;
  for (const Word& word : found->second) {
    const auto size = static_cast<std::uint32_t>(word.rest.size());
    if (word.kind != kind || t + size >= limit) continue;
    bool same = true;
    for (std::uint32_t i = 0; i < size && same; ++i) same = base::lower(reading.form(t + 1 + i)) == word.rest[i];
    if (same) return {&word, size + 1};
  }
  return {};
}

// Grouped or plain digits with an optional decimal part, up to the end of the token or to what may follow there.
bool NumeralReader::read_digits(const doc::Reading& reading, Cursor& at) const {
  const std::string_view text = reading.text();
  std::string digits;
  std::size_t p = at.byte;
  const auto run = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - from;
  };
  const auto take = [&](std::size_t count) { digits.append(text, p, count), p += count; };
  take(run(p));
  const bool may_group = digits.size() <= 3 && digits.front() != '0';
  const auto grouped = [&](std::size_t mark) { return run(p + mark) == 3; };
  while (may_group && p < text.size()) {
    const bool spaced = text[p] == ' ' || text.substr(p, 2) == "\u00A0";
    const std::size_t mark = text.substr(p, 2) == "\u00A0" ? 2 : 1;
    if (!(text[p] == group_ || spaced) || !grouped(mark)) break;
    p += mark;
    take(3);
  }
  if (p + 1 < text.size() && text[p] == decimal_ && is_digit(text[p + 1])) {
    digits += '.', ++p;
    take(run(p));
  }
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  at.current = value;
  at.byte = static_cast<std::uint32_t>(p);
  while (at.next < at.limit && reading.tokens.spans[at.next].begin < at.byte) ++at.next;
  at.out.digits = true;
  return suffix(reading, at);
}

// What stands in the same token after the digits: a scale ("2bn"), a percent sign, a range ("18-20"), or nothing.
bool NumeralReader::suffix(const doc::Reading& reading, Cursor& at) const {
  const std::uint32_t end = reading.tokens.spans[at.next - 1].end;
  const std::string_view tail = reading.text().substr(at.byte, end - at.byte);
  if (tail.empty() || tail == "%") return true;
  if (const auto scale = words_.find(base::lower(tail)); scale != words_.end()) {
    for (const Word& word : scale->second) {
      if (word.kind != Kind::kScale || !word.rest.empty()) continue;
      at.total = *at.current * word.value;
      at.current.reset();
      at.byte = end;
      at.out.scaled = at.out.glued = true;
      return true;
    }
  }
  const std::size_t dash = tail.front() == '-' ? 1 : tail.starts_with("–") ? 3 : 0;
  return dash > 0 && dash < tail.size() && is_digit(tail[dash]);
}

bool NumeralReader::read_small(const doc::Reading& reading, Cursor& at) const {
  double value = 0;
  std::uint32_t tokens = 1;
  if (const Hit hit = lookup(reading, at.next, Kind::kSmall); hit.word != nullptr) {
    value = hit.word->value, tokens = hit.tokens;
  } else {  // "twenty-five" in one token
    const std::string_view form = reading.form(at.next);
    const std::size_t dash = form.find('-');
    if (dash == std::string_view::npos) return false;
    for (const auto part : {form.substr(0, dash), form.substr(dash + 1)}) {
      const auto found = words_.find(base::lower(part));
      if (found == words_.end() || found->second.back().kind != Kind::kSmall) return false;
      value += found->second.back().value;
    }
  }
  const double have = at.current.value_or(0);
  const bool fits = !at.current || (have >= 20 && have < 100 && std::fmod(have, 10) == 0 && value < 10) ||
                    (have >= 100 && std::fmod(have, 100) == 0 && value < 100);
  if (!fits) return false;
  at.current = have + value;
  at.take(reading, tokens);
  return true;
}

bool NumeralReader::read_half(const doc::Reading& reading, Cursor& at) const {
  const Hit hit = lookup(reading, at.next, Kind::kHalf);
  if (hit.word == nullptr) return false;
  at.current = at.current.value_or(0) + hit.word->value;
  at.take(reading, hit.tokens);
  return true;
}

// Any scales that stand next multiply what was read: "to hundrede tusinde".
bool NumeralReader::read_scales(const doc::Reading& reading, Cursor& at) const {
  bool any = false;
  while (!at.at_end() && at.current) {
    const Hit hit = lookup(reading, at.next, Kind::kScale);
    if (hit.word == nullptr) break;
    at.current = *at.current * hit.word->value;
    at.take(reading, hit.tokens);
    at.out.scaled = any = true;
    if (hit.word->value >= 1000) at.total += *at.current, at.current.reset();
  }
  return any;
}

bool NumeralReader::read_indefinite(const doc::Reading& reading, Cursor& at) const {
  Cursor trial = at;
  const Hit several = lookup(reading, trial.next, Kind::kSeveral);
  if (several.word != nullptr) trial.take(reading, several.tokens);
  if (trial.at_end()) return false;
  Hit base = lookup(reading, trial.next, Kind::kPlural);
  if (base.word == nullptr && several.word != nullptr) base = lookup(reading, trial.next, Kind::kScale);
  if (base.word == nullptr) return false;
  trial.take(reading, base.tokens);
  trial.out.low = base.word->value;
  trial.out.bound = base.word->bound;
  trial.out.scaled = true;
  at = trial;
  return true;
}

bool NumeralReader::read_words(const doc::Reading& reading, Cursor& at) const {
  if (const Hit couple = lookup(reading, at.next, Kind::kCouple); couple.word != nullptr) {
    at.current = couple.word->value;
    at.out.bound = doc::Bound::kAbout;
    at.take(reading, couple.tokens);
    if (!at.at_end()) read_scales(reading, at);
    return true;
  }
  if (const Hit article = lookup(reading, at.next, Kind::kArticle); article.word != nullptr) {
    Cursor trial = at;
    trial.current = 1;
    trial.take(reading, article.tokens);
    if (!trial.at_end() && read_scales(reading, trial)) at = trial;
  }
  while (!at.at_end()) {
    if (read_scales(reading, at) || read_half(reading, at) || read_small(reading, at)) continue;
    const bool glued = reading.form(at.next) == "-" && at.current && !reading.tokens.space_after(at.next);
    const bool joins = (at.out.scaled || at.current.value_or(0) >= 100) && lookup(reading, at.next, Kind::kAnd).word != nullptr;
    if ((!glued && !joins) || at.next + 1 >= at.limit) break;
    Cursor trial = at;
    trial.take(reading, 1);
    if (!read_small(reading, trial)) break;
    at = trial;
  }
  return at.current.has_value() || at.total > 0;
}

std::optional<Numeral> NumeralReader::read(const doc::Reading& reading, TokenId t, std::uint32_t from_byte) const {
  Cursor at;
  at.next = t;
  at.limit = reading.tokens.sentence_of(t).tokens.end;
  at.byte = from_byte;
  const bool whole = from_byte == reading.tokens.spans[t].begin;
  const bool digits = from_byte < reading.text().size() && is_digit(reading.text()[from_byte]);
  if (!digits && (!whole || !may_begin(reading.form(t)))) return std::nullopt;
  if (digits) {
    if (!read_digits(reading, at)) return std::nullopt;
    if (at.byte == reading.tokens.spans[at.next - 1].end && !at.at_end() && at.current) {
      read_half(reading, at);
      read_scales(reading, at);
    }
  } else if (!read_indefinite(reading, at) && !read_words(reading, at)) {
    return std::nullopt;
  }
  at.out.tokens = {t, at.next};
  at.out.span = {from_byte, at.byte};
  if (at.out.low == 0) at.out.value = at.total + at.current.value_or(0);
  return at.out;
}

}  // namespace kilde::match
