// SPDX-License-Identifier: Apache-2.0
// Reads the sentences of cases_XX.tsv with the whole reader and compares the acts found. The trained parser errs now and
// then, so nine sentences in ten must be right; each wrong one is printed.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "pack/table.h"
#include "reader/reader.h"

namespace kilde {
namespace {

const std::filesystem::path kSource = KILDE_SOURCE_DIR;

std::string names(const doc::Reading& reading, const std::vector<doc::EntityId>& list) {
  std::string out;
  for (const auto e : list) out.append(out.empty() ? "" : "|").append(reading.entities[e].name);
  return out;
}

std::string render(const doc::Reading& reading, const doc::EventMention& event) {
  constexpr std::string_view kStatus[] = {"happened", "ongoing", "planned", "hypothetical"};
  const std::string date = event.time == doc::kNone ? "" : reading.times[event.time].value;
  return event.type + "/" + (event.mode.empty() ? "-" : event.mode) + " actors " + names(reading, event.actors) + " recipients " +
         names(reading, event.recipients) + " places " + names(reading, event.places) + " date " + date + " " +
         std::string(kStatus[static_cast<std::size_t>(event.status)]) + (event.negated ? " not" : "");
}

std::string expected(const pack::Table& table, std::size_t row) {
  const auto cell = [&](std::string_view column) { return std::string(table.cell(row, column)); };
  return cell("event") + " actors " + cell("actors") + " recipients " + cell("recipients") + " places " + cell("places") +
         " date " + cell("date") + " " + cell("status");
}

// Sentence -> its acts, in the order of the file.
std::vector<std::pair<std::string, std::vector<std::string>>> cases(const pack::Table& table) {
  std::vector<std::pair<std::string, std::vector<std::string>>> out;
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.cell(row, "text") != "=") out.push_back({std::string(table.cell(row, "text")), {}});
    if (!table.cell(row, "event").empty()) out.back().second.push_back(expected(table, row));
  }
  return out;
}

void check(const std::string& name) {
  auto language = reader::Language::load(kSource / "lang" / name, kSource / "codebook");
  ASSERT_TRUE(language.ok()) << language.error().what();
  reader::Reader reader(*language);
  const auto table = pack::Table::load(kSource / "tests/event" / ("cases_" + name + ".tsv"));
  ASSERT_TRUE(table.ok()) << table.error().what();
  const auto all = cases(*table);
  std::size_t right = 0;
  for (const auto& [text, wanted] : all) {
    doc::SourceText source;
    source.text = text, source.language = name, source.published = "2024-05-16", source.date = doc::Date{2024, 5, 16};
    const doc::Reading reading = reader.read(std::move(source));
    std::vector<std::string> found;
    for (const auto& event : reading.events) found.push_back(render(reading, event));
    right += found == wanted;
    if (found == wanted) continue;
    std::cout << text << "\n";
    for (const auto& event : wanted) std::cout << "  wanted: " << event << "\n";
    for (const auto& event : found) std::cout << "  found:  " << event << "\n";
  }
  EXPECT_GE(right * 10, all.size() * 9) << right << " of " << all.size();
}

TEST(EventCases, Danish) { check("da"); }
TEST(EventCases, English) { check("en"); }

}  // namespace
}  // namespace kilde
