// SPDX-License-Identifier: Apache-2.0
#include "reader/check.h"

#include <algorithm>
#include <array>

#include "match/rule.h"
#include "reader/reader.h"

namespace kilde::reader {
namespace {

using Faults = std::vector<base::Error>;

constexpr std::array<std::string_view, 5> kFinders = {"entity", "time", "figure", "attribution", "event"};

// Two checks may meet the same fault; it is said once.
void add(Faults& faults, const base::Error& fault) {
  const auto same = [&](const base::Error& one) { return one.place == fault.place && one.message == fault.message; };
  if (std::none_of(faults.begin(), faults.end(), same)) faults.push_back(fault);
}

template <class T>
void check_made(const base::Result<T>& made, Faults& faults) {
  if (!made) add(faults, made.error());
}

void check_rules(const pack::Pack& pack, Faults& faults) {
  for (const pack::Rule& rule : pack.rules()) {
    if (std::find(kFinders.begin(), kFinders.end(), rule.finder()) != kFinders.end()) continue;
    add(faults, {base::Fault::kPack, "no finder is called " + std::string(rule.finder()), rule.place()});
  }
  Faults found;
  match::Compiler(pack).check_named_paths(found);
  for (const std::string_view finder : kFinders) match::RuleSet::check(pack, finder, {}, found);
  for (const base::Error& fault : found) add(faults, fault);
}

void check_finders(const pack::Pack& pack, Faults& faults) {
  check_made(token::Tokenizer::make(pack), faults);
  check_made(find::EntityFinder::make(pack), faults);
  check_made(find::TimeFinder::make(pack), faults);
  check_made(find::FigureFinder::make(pack), faults);
  check_made(find::AttributionFinder::make(pack), faults);
  check_made(find::EventFinder::make(pack), faults);
}

template <class Mention>
bool any_by(const std::vector<Mention>& mentions, std::string_view id) {
  return std::any_of(mentions.begin(), mentions.end(), [id](const Mention& one) { return one.rule == id; });
}

// The names of what did find something, for the message.
std::string finders_of(const doc::Reading& reading) {
  std::string out;
  const auto name = [&out](const std::string& rule) { out.append(out.empty() ? "" : ", ").append(rule); };
  for (const auto& event : reading.events) name(event.rule);
  for (const auto& attribution : reading.attributions) name(attribution.rule);
  for (const auto& figure : reading.figures) name(figure.rule);
  return out.empty() ? "nothing" : out;
}

void run_examples(const Language& language, PackReport& report) {
  Reader reader(language);
  const auto run = [&](const pack::Rule& rule, const pack::Text& example, bool should_fire) {
    ++report.examples;
    const auto reading = reader.read(example_source(example.text, language.pack().language()));
    if (names_rule(reading, rule.id) == should_fire) return;
    const std::string what = should_fire ? " finds nothing in its yes example (found: " + finders_of(reading) + "): "
                                         : " finds something in its no example: ";
    report.faults.push_back({base::Fault::kPack, rule.id + what + example.text, rule.place(example.line)});
  };
  for (const pack::Rule& rule : language.pack().rules()) {
    for (const pack::Text& example : rule.yes) run(rule, example, true);
    for (const pack::Text& example : rule.no) run(rule, example, false);
  }
}

}  // namespace

bool names_rule(const doc::Reading& reading, std::string_view id) {
  return any_by(reading.entities, id) || any_by(reading.times, id) || any_by(reading.figures, id) ||
         any_by(reading.attributions, id) || any_by(reading.events, id);
}

doc::SourceText example_source(std::string text, std::string language) {
  doc::SourceText source;
  source.text = std::move(text);
  source.language = std::move(language);
  source.published = "2025-03-12";
  source.date = doc::Date{2025, 3, 12};
  return source;
}

PackReport check_pack(const std::filesystem::path& pack_folder, const std::filesystem::path& codebook) {
  PackReport report;
  const pack::Pack pack = pack::Pack::check(pack_folder, codebook, report.faults);
  report.rules = pack.rules().size();
  check_rules(pack, report.faults);
  check_finders(pack, report.faults);
  if (!report.faults.empty()) return report;
  const auto language = Language::load(pack_folder, codebook);
  if (!language) {
    report.faults.push_back(language.error());
  } else {
    run_examples(*language, report);
  }
  return report;
}

}  // namespace kilde::reader
