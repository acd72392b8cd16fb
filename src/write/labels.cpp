// SPDX-License-Identifier: Apache-2.0
#include "write/labels.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace kilde::write {

namespace {

int column_of(const pack::Table& table, std::string_view prefix, std::string_view language) {
  const int own = table.column(std::string(prefix) + std::string(language));
  return own >= 0 ? own : table.column(std::string(prefix) + "en");
}

std::string event_key(std::string_view type, std::string_view mode) {
  return "type." + std::string(type) + '.' + std::string(mode);
}

}  // namespace

Labels::Labels(const pack::Pack& pack, std::string_view language) : language_(language) {
  const auto add = [&](const char* name, std::string_view prefix, const auto& key_of) {
    const pack::Table* table = pack.shared_table(name);
    for (std::size_t row = 0; table != nullptr && row < table->size(); ++row) {
      words_.emplace(key_of(*table, row), table->cell(row, column_of(*table, prefix, language)));
    }
  };
  add("labels", "", [](const pack::Table& t, std::size_t row) { return std::string(t.cell(row, "key")); });
  add("measures", "",
      [](const pack::Table& t, std::size_t row) { return "measure." + std::string(t.cell(row, "id")); });
  add("events", "label_", [](const pack::Table& t, std::size_t row) {
    return event_key(t.cell(row, "type"), t.cell(row, "mode"));
  });
}

std::string_view Labels::operator[](std::string_view key) const {
  if (const auto found = words_.find(key); found != words_.end()) return found->second;
  const std::size_t dot = key.find('.');
  return dot == std::string_view::npos ? key : key.substr(dot + 1);
}

std::string_view Labels::event(std::string_view type, std::string_view mode) const {
  if (const auto found = words_.find(event_key(type, mode)); found != words_.end()) return found->second;
  const auto plain = words_.find(event_key(type, ""));
  return plain == words_.end() ? type : std::string_view(plain->second);
}

std::string Labels::number(double value) const {
  const double size = std::abs(value);
  if (size >= 1e9) return number(value / 1e9) + ' ' + std::string((*this)["number.billion"]);
  if (size >= 1e6) return number(value / 1e6) + ' ' + std::string((*this)["number.million"]);
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
  std::string out = buffer.data();
  while (out.back() == '0') out.pop_back();
  const std::size_t point = out.back() == '.' ? (out.pop_back(), out.size()) : out.find('.');
  if (point < out.size()) out.replace(point, 1, (*this)["number.decimal"]);
  const std::size_t first = value < 0 ? 1 : 0;
  if (point - first > 3) out.insert(point - 3, (*this)["number.thousands"]);
  return out;
}

std::string Labels::day_of_month(const doc::Date& date) const {
  return std::to_string(date.day) + ((*this)["date.order"].starts_with("d.") ? "." : "");
}

std::string Labels::month_and_year(const doc::Date& date) const {
  return std::string((*this)["month." + std::to_string(date.month)]) + ' ' + std::to_string(date.year);
}

std::string Labels::day(const doc::Date& date) const {
  return day_of_month(date) + ' ' + month_and_year(date);
}

std::string Labels::days(const std::optional<doc::Date>& first, const std::optional<doc::Date>& last) const {
  if (!first || !last) return {};
  if (*first == *last) return day(*first);
  if (first->year == last->year && first->month == last->month)
    return day_of_month(*first) + "–" + day(*last);
  if (first->day == 1 && first->month == 1 && last->day == 31 && last->month == 12) {
    return first->year == last->year ? std::to_string(first->year)
                                     : std::to_string(first->year) + "–" + std::to_string(last->year);
  }
  return day(*first) + " – " + day(*last);
}

}  // namespace kilde::write
