// SPDX-License-Identifier: Apache-2.0
#include "write/document.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace kilde::write {
namespace {

using Json = nlohmann::ordered_json;

// Turns the parts of one Reading into JSON; borrows it.
class Writer {
 public:
  explicit Writer(const doc::Reading& reading) : reading_(reading), code_points_(reading.text()) {}

  Json document(const Origin& origin) const {
    Json out = {{"format", "kilde/1"},
                {"pack", text(origin.pack)},
                {"model", text(origin.model)},
                {"article", article()}};
    out["entities"] = all(reading_.entities, "e", [this](const doc::Entity& e) { return entity(e); });
    out["times"] = all(reading_.times, "t", [this](const doc::TimeMention& t) { return time(t); });
    out["attributions"] =
        all(reading_.attributions, "a", [this](const doc::Attribution& a) { return attribution(a); });
    out["statements"] =
        all(reading_.statements, "s", [this](const doc::Statement& s) { return statement(s); });
    return out;
  }

 private:
  template <class T, class Make>
  static Json all(const std::vector<T>& items, const char* letter, Make make) {
    Json list = Json::array();
    for (std::size_t i = 0; i < items.size(); ++i) {
      Json item = {{"id", letter + std::to_string(i + 1)}};
      item.update(make(items[i]));
      list.push_back(std::move(item));
    }
    return list;
  }

  static Json text(const std::string& value) { return value.empty() ? Json() : Json(value); }

  template <class T>
  static Json maybe(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
  }

  // 1200 rather than 1200.0: most figures are counts.
  static Json number(const std::optional<double>& value) {
    if (!value) return Json();
    if (std::nearbyint(*value) == *value && std::abs(*value) < 9e15)
      return Json(static_cast<std::int64_t>(*value));
    return Json(*value);
  }

  static Json day(const std::optional<doc::Date>& date) {
    if (!date) return Json();
    std::array<char, 48> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", date->year, date->month, date->day);
    return Json(out.data());
  }

  static Json id(const char* letter, std::uint32_t index) {
    return index == doc::kNone ? Json() : Json(letter + std::to_string(index + 1));
  }

  static Json ids(const std::vector<doc::EntityId>& list) {
    Json out = Json::array();
    for (const doc::EntityId e : list) out.push_back(id("e", e));
    return out;
  }

  Json span(base::Span bytes) const {
    return {{"begin", code_points_.count_before(bytes.begin)}, {"end", code_points_.count_before(bytes.end)}};
  }
  Json span_or_null(base::Span bytes) const { return bytes.empty() ? Json() : span(bytes); }

  Json article() const {
    const doc::SourceText& s = reading_.source;
    return {{"id", s.id},
            {"url", maybe(s.url)},
            {"outlet", maybe(s.outlet)},
            {"byline", maybe(s.byline)},
            {"language", s.language},
            {"published", maybe(s.published)},
            {"title", maybe(s.title)},
            {"text", s.text}};
  }

  Json entity(const doc::Entity& e) const {
    Json mentions = Json::array();
    for (const doc::EntityMention& m : e.mentions) {
      mentions.push_back(span(m.span));
      mentions.back()["form"] = name(m.form);
    }
    return {{"kind", name(e.kind)},          {"name", e.name},
            {"aliases", e.aliases},          {"country", text(e.country)},
            {"role", text(e.role)},          {"affiliation", id("e", e.affiliation)},
            {"latitude", maybe(e.latitude)}, {"longitude", maybe(e.longitude)},
            {"geonames", maybe(e.geonames)}, {"wikidata", text(e.wikidata)},
            {"rule", text(e.rule)},          {"mentions", std::move(mentions)}};
  }

  Json time(const doc::TimeMention& t) const {
    Json out = span(t.span);
    out.update({{"text", reading_.words(t.span)},
                {"kind", name(t.kind)},
                {"value", text(t.value)},
                {"earliest", day(t.earliest)},
                {"latest", day(t.latest)},
                {"rule", text(t.rule)}});
    return out;
  }

  Json attribution(const doc::Attribution& a) const {
    Json content = Json::array();
    for (const base::Span part : a.content) content.push_back(span(part));
    return {{"sources", ids(a.sources)},  {"source", span_or_null(a.source)},
            {"cue", span_or_null(a.cue)}, {"content", std::move(content)},
            {"mode", name(a.mode)},       {"within", id("a", a.within)},
            {"rule", text(a.rule)}};
  }

  Json statement(const doc::Statement& s) const {
    return s.kind == doc::Statement::Kind::kEvent ? event(s, reading_.events[s.mention])
                                                  : figure(s, reading_.figures[s.mention]);
  }

  template <class Mention>
  Json common(const doc::Statement& s, const Mention& mention, const char* kind) const {
    Json out = {{"kind", kind}};
    out.update(span(mention.span));
    out.update({{"trigger", span(mention.trigger)},
                {"attribution", id("a", s.attribution)},
                {"status", name(s.status)},
                {"negated", mention.negated},
                {"certainty", name(s.certainty)},
                {"rule", text(mention.rule)}});
    return out;
  }

  Json event(const doc::Statement& s, const doc::EventMention& e) const {
    Json out = common(s, e, "event");
    out.update({{"type", e.type},
                {"mode", text(e.mode)},
                {"actors", ids(e.actors)},
                {"recipients", ids(e.recipients)},
                {"places", ids(e.places)},
                {"time", id("t", e.time)}});
    return out;
  }

  Json figure(const doc::Statement& s, const doc::FigureMention& f) const {
    Json out = common(s, f, "figure");
    out.update({{"measure", f.measure},
                {"value", number(f.value)},
                {"low", number(f.low)},
                {"high", number(f.high)},
                {"bound", name(f.bound)},
                {"unit", text(f.unit)},
                {"counted", text(f.counted)},
                {"group", id("e", f.group)},
                {"places", ids(f.places)},
                {"time", id("t", f.time)}});
    return out;
  }

  const doc::Reading& reading_;
  base::CodePointIndex code_points_;
};

}  // namespace

std::string document(const doc::Reading& reading, const Origin& origin, bool pretty) {
  // `replace`: a finder that cut a name inside a character is a bug, but must not cost the whole document.
  return Writer(reading).document(origin).dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kilde::write
