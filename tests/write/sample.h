// SPDX-License-Identifier: Apache-2.0
// A Reading made by hand, with every part that a document can have, so that what is written can be tested
// without a model.
#pragma once
#include <string_view>

#include "doc/reading.h"

namespace kilde::write {

inline constexpr std::string_view kSampleText =
    "Mindst 40 personer er omkommet i et jordskælv i Orrenda, oplyser indenrigsminister Pelle Åkrog til "
    "Nordbureau.\n\n"
    "- Vi frygter, at tallet stiger, siger han.\n\n"
    "Onsdag rejser han til Lund.";

inline base::Span span_of(std::string_view words, std::size_t from = 0) {
  const std::size_t at = kSampleText.find(words, from);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline doc::Entity entity(doc::EntityKind kind, std::string_view name, const char* country) {
  doc::Entity out;
  out.kind = kind;
  out.name = name;
  out.country = country;
  out.rule = "lexicon:sample:" + out.name;
  out.mentions = {{{}, span_of(name), doc::kNoToken, doc::MentionForm::kName}};
  return out;
}

inline doc::Attribution attribution(doc::EntityId source, std::string_view cue, std::string_view content) {
  doc::Attribution out;
  out.sources = {source};
  out.cue = span_of(cue);
  out.content = {span_of(content)};
  return out;
}

inline doc::Reading sample() {
  doc::Reading r;
  r.source.id = "prøve-1";
  r.source.outlet = "Kystposten";
  r.source.title = "Jordskælv <i> Orrenda";
  r.source.language = "da";
  r.source.published = "2025-03-11T08:30:00+01:00";
  r.source.date = doc::Date{2025, 3, 11};
  r.source.text = kSampleText;
  r.entities = {entity(doc::EntityKind::kPerson, "Pelle Åkrog", ""),
                entity(doc::EntityKind::kPlace, "Orrenda", ""),
                entity(doc::EntityKind::kOrganization, "Nordbureau", ""),
                entity(doc::EntityKind::kPlace, "Lund", "SE")};
  r.entities[0].role = "indenrigsminister";
  r.entities[3].latitude = 55.7;
  r.times = {{{},
              span_of("Onsdag"),
              doc::TimeKind::kDate,
              "2025-03-12",
              doc::Date{2025, 3, 12},
              doc::Date{2025, 3, 12},
              "weekday"}};
  r.attributions = {attribution(0, "oplyser", "Mindst 40 personer er omkommet i et jordskælv i Orrenda"),
                    attribution(2, "til", "oplyser indenrigsminister Pelle Åkrog"),
                    attribution(0, "siger", "Vi frygter, at tallet stiger")};
  r.attributions[0].within = 1;
  r.attributions[2].mode = doc::AttributionMode::kDirect;
  doc::FigureMention figure;
  figure.trigger = span_of("Mindst 40 personer");
  figure.span = span_of("Mindst 40 personer er omkommet i et jordskælv i Orrenda");
  figure.measure = "killed";
  figure.value = 40;
  figure.bound = doc::Bound::kAtLeast;
  figure.counted = "personer";
  figure.places = {1};
  r.figures = {figure};
  doc::EventMention event;
  event.trigger = span_of("rejser");
  event.span = span_of("Onsdag rejser han til Lund");
  event.type = "CONSULT";
  event.mode = "visit";
  event.actors = {0};
  event.places = {3};
  event.time = 0;
  event.rule = "event.consult.travel";
  r.events = {event};
  r.statements = {
      {doc::Statement::Kind::kFigure, 0, 0, doc::Status::kHappened, doc::Certainty::kCertain},
      {doc::Statement::Kind::kEvent, 0, doc::kNone, doc::Status::kPlanned, doc::Certainty::kProbable}};
  return r;
}

}  // namespace kilde::write
