// SPDX-License-Identifier: Apache-2.0
#include "write/lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "write/document.h"

namespace kilde::write {
namespace {

std::string names(const doc::Reading& reading, const std::vector<doc::EntityId>& entities) {
  std::string out;
  for (const doc::EntityId e : entities) out += (out.empty() ? "" : ", ") + reading.entities[e].name;
  return out;
}

std::string when(const doc::Reading& reading, doc::TimeId id, const Labels& labels) {
  const doc::TimeMention& time = reading.times[id];
  const std::string words(reading.words(time.span));
  const std::string days = labels.days(time.earliest, time.latest);
  return days.empty() || days == words ? words : words + " (" + days + ")";
}

template <class Mention>
void add_details(Line& out, const doc::Reading& reading, const doc::Statement& statement,
                 const Mention& mention, const Labels& labels) {
  const auto label = [&labels](const char* group, std::string_view key) {
    return std::string(labels[std::string(group) + std::string(key)]);
  };
  if (!mention.places.empty()) out.details.push_back(names(reading, mention.places));
  if (mention.time != doc::kNone) out.details.push_back(when(reading, mention.time, labels));
  const std::string status = label("status.", name(statement.status));
  out.details.push_back(mention.negated ? std::string(labels["not"]) + ' ' + status : status);
  if (statement.certainty != doc::Certainty::kCertain) {
    out.details.push_back(label("certainty.", name(statement.certainty)));
  }
  out.words = mention.span;
  out.trigger = mention.trigger;
}

// "mindst 40 personer"; an indefinite amount ("flere hundrede personer") in the article's own words.
std::string amount(const doc::Reading& reading, const doc::FigureMention& figure, const Labels& labels) {
  const std::string& unit = figure.unit.empty() ? figure.counted : figure.unit;
  const std::string counted = unit.empty() ? "" : ' ' + unit;
  if (figure.bound == doc::Bound::kRange && figure.low && figure.high) {
    return labels.number(*figure.low) + "–" + labels.number(*figure.high) + counted;
  }
  if (!figure.value) return std::string(reading.words(figure.trigger));
  const auto bound = std::string(labels["bound." + std::string(name(figure.bound))]);
  return (bound.empty() ? "" : bound + ' ') + labels.number(*figure.value) + counted;
}

std::uint32_t start(const doc::Reading& reading, const doc::Attribution& attribution) {
  return attribution.content.empty() ? static_cast<std::uint32_t>(reading.text().size())
                                     : attribution.content[0].begin;
}

std::uint32_t start(const doc::Reading& reading, const doc::Statement& statement) {
  return statement.kind == doc::Statement::Kind::kEvent ? reading.events[statement.mention].trigger.begin
                                                        : reading.figures[statement.mention].trigger.begin;
}

// "norske myndigheder" are to be told by these words; their entity is Norway.
bool speaks_for_country(const doc::Reading& reading, const doc::Attribution& said) {
  return said.sources.size() == 1 && reading.entities[said.sources[0]].kind == doc::EntityKind::kCountry &&
         reading.words(said.source).find(' ') != std::string_view::npos;
}

// An attribution that only passes another one on ("... skriver Nordbureau") is told in that one's chain.
bool only_passes_on(const doc::Reading& reading, doc::AttributionId id) {
  return std::any_of(reading.attributions.begin(), reading.attributions.end(),
                     [id](const doc::Attribution& other) { return other.within == id; });
}

}  // namespace

std::vector<Source> chain(const doc::Reading& reading, doc::AttributionId attribution, const Labels& labels) {
  std::vector<Source> out;
  for (std::size_t steps = 0; attribution != doc::kNone && steps <= reading.attributions.size(); ++steps) {
    const doc::Attribution& link = reading.attributions[attribution];
    Source source{names(reading, link.sources), ""};
    if (link.sources.size() == 1) source.role = reading.entities[link.sources[0]].role;
    if (source.name.empty() || speaks_for_country(reading, link)) source.name = reading.words(link.source);
    if (source.name.empty()) source.name = labels["unnamed"];
    out.push_back(std::move(source));
    attribution = link.within;
  }
  return out;
}

std::string chain_in_words(const doc::Reading& reading, doc::AttributionId attribution,
                           const Labels& labels) {
  if (attribution == doc::kNone) return reading.source.outlet.value_or(std::string(labels["own"]));
  std::string out;
  for (const Source& source : chain(reading, attribution, labels)) {
    if (!out.empty()) out += ", " + std::string(labels["via"]) + ' ';
    out += source.name;
    if (!source.role.empty()) out += ", " + source.role;
  }
  return out;
}

Line line(const doc::Reading& reading, const doc::Statement& statement, const Labels& labels) {
  Line out;
  if (statement.kind == doc::Statement::Kind::kEvent) {
    const doc::EventMention& event = reading.events[statement.mention];
    out.what = labels.event(event.type, event.mode);
    out.who = names(reading, event.actors);
    out.whom = names(reading, event.recipients);
    add_details(out, reading, statement, event, labels);
  } else {
    const doc::FigureMention& figure = reading.figures[statement.mention];
    out.figure = true;
    out.what = base::capitalized(labels["measure." + figure.measure]) + ':';
    out.whom = amount(reading, figure, labels);
    add_details(out, reading, statement, figure, labels);
  }
  return out;
}

std::vector<Block> blocks(const doc::Reading& reading) {
  std::vector<Block> out(reading.attributions.size());
  std::vector<std::pair<std::uint32_t, Block>> placed;
  for (std::uint32_t i = 0; i < reading.statements.size(); ++i) {
    const doc::Statement& statement = reading.statements[i];
    if (statement.attribution != doc::kNone) {
      out[statement.attribution].statements.push_back(i);
    } else {
      placed.push_back({start(reading, statement), {doc::kNone, {i}}});
    }
  }
  for (doc::AttributionId a = 0; a < out.size(); ++a) {
    if (out[a].statements.empty() && only_passes_on(reading, a)) continue;
    out[a].attribution = a;
    placed.push_back({start(reading, reading.attributions[a]), std::move(out[a])});
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Block> merged;
  for (auto& [at, block] : placed) {
    const bool goes_on =
        !merged.empty() && block.attribution == doc::kNone && merged.back().attribution == doc::kNone;
    if (goes_on) {
      merged.back().statements.push_back(block.statements[0]);
    } else {
      merged.push_back(std::move(block));
    }
  }
  return merged;
}

std::string heading(const doc::Reading& reading) {
  if (reading.source.title && !reading.source.title->empty()) return *reading.source.title;
  const std::string_view first_line = reading.text().substr(0, reading.text().find('\n'));
  constexpr std::size_t kLongest = 90;
  if (first_line.size() <= kLongest) return std::string(first_line);
  const std::size_t space = first_line.find_last_of(' ', kLongest);
  std::size_t end = space == std::string_view::npos ? kLongest : space;
  while (end > 0 && (static_cast<unsigned char>(first_line[end]) & 0xC0U) == 0x80U) --end;
  return std::string(first_line.substr(0, end)) + " …";
}

std::string provenance(const doc::Reading& reading, const Labels& labels) {
  std::string out = reading.source.outlet.value_or("");
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
  if (reading.source.date) {
    add(labels.day(*reading.source.date));
  } else if (reading.source.published) {
    add(*reading.source.published);
  }
  if (reading.source.byline) add(*reading.source.byline);
  return out;
}

}  // namespace kilde::write
