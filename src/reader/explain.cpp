// SPDX-License-Identifier: Apache-2.0
#include "reader/explain.h"

#include <array>

#include "match/rule.h"
#include "reader/check.h"

namespace kilde::reader {
namespace {

using doc::TokenId;

constexpr std::array<std::string_view, 5> kEntityKinds = {"person", "organization", "country", "place", "group"};
constexpr std::array<std::string_view, 4> kStatuses = {"happened", "ongoing", "planned", "hypothetical"};
constexpr std::array<std::string_view, 3> kCertainties = {"certain", "probable", "possible"};

template <class Enum, std::size_t N>
std::string word(const std::array<std::string_view, N>& names, Enum value) {
  return std::string(names[static_cast<std::size_t>(value)]);
}

// Writes one reading, line by line.
class Writer {
 public:
  explicit Writer(const doc::Reading& reading) : reading_(reading), tree_(reading) {}

  std::string write() {
    for (const doc::Sentence& sentence : reading_.tokens.sentence_list) {
      out_.append(reading_.words(reading_.tokens.bytes(sentence.tokens))).append("\n\n");
      for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (tree_.head(t) == doc::kNoToken) branch(t, "", "");
      }
      out_.push_back('\n');
    }
    for (const doc::Entity& entity : reading_.entities) write(entity);
    for (const doc::TimeMention& time : reading_.times) line("time", time.span, time.value, time.rule);
    for (const doc::Attribution& attribution : reading_.attributions) write(attribution);
    for (const doc::FigureMention& figure : reading_.figures) write(figure);
    for (const doc::EventMention& event : reading_.events) write(event);
    return std::move(out_);
  }

 private:
  // A word and, indented below it, its dependents in text order.
  void branch(TokenId t, const std::string& lead, const std::string& below) {
    const auto& syntax = reading_.syntax;
    out_.append(lead).append(doc::name(tree_.deprel(t))).append("  ").append(reading_.form(t));
    out_.append("  ").append(doc::name(syntax.upos[t])).append(" ").append(reading_.lemma(t));
    const std::string_view feats = syntax.strings[syntax.feats[t]];
    out_.append(feats == "_" ? "" : "  ").append(feats == "_" ? "" : feats).push_back('\n');
    const auto children = tree_.children(t);
    for (const TokenId child : children) {
      const bool last = child == children.back();
      branch(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  void line(const std::string& kind, base::Span span, const std::string& what, const std::string& rule) {
    out_.append(kind).append("  \"").append(reading_.words(span)).append("\"  ").append(what);
    out_.append("  <- ").append(rule.empty() ? "(unnamed)" : rule).push_back('\n');
  }

  void write(const doc::Entity& entity) {
    std::string words;
    for (const doc::EntityMention& mention : entity.mentions) {
      words.append(words.empty() ? "\"" : ", \"").append(reading_.words(mention.span)).push_back('"');
    }
    out_.append(word(kEntityKinds, entity.kind)).append("  ").append(entity.name);
    if (!entity.country.empty()) out_.append(" (").append(entity.country).append(")");
    out_.append("  ").append(words).append("  <- ").append(entity.rule).push_back('\n');
  }

  void write(const doc::Attribution& attribution) {
    std::string what = "by " + names(attribution.sources) + ":";
    for (const base::Span content : attribution.content) what.append(" \"").append(reading_.words(content)).append("\"");
    line("attribution", attribution.cue, what, attribution.rule);
  }

  void write(const doc::FigureMention& figure) {
    std::string what = figure.measure;
    if (figure.value) what += " " + std::to_string(static_cast<long long>(*figure.value));
    if (!figure.places.empty()) what += " in " + names(figure.places);
    line("figure", figure.trigger, what + modality(figure), figure.rule);
  }

  void write(const doc::EventMention& event) {
    std::string what = event.type + (event.mode.empty() ? "" : "/" + event.mode);
    if (!event.actors.empty()) what += " by " + names(event.actors);
    if (!event.recipients.empty()) what += " towards " + names(event.recipients);
    if (!event.places.empty()) what += " in " + names(event.places);
    if (event.time != doc::kNone) what += " on " + reading_.times[event.time].value;
    line("event", event.trigger, what + modality(event), event.rule);
  }

  template <class Mention>
  static std::string modality(const Mention& mention) {
    return ", " + word(kStatuses, mention.status) + (mention.negated ? ", negated" : "") + ", " +
           word(kCertainties, mention.certainty);
  }

  std::string names(const std::vector<doc::EntityId>& entities) const {
    std::string out;
    for (const doc::EntityId id : entities) out.append(out.empty() ? "" : ", ").append(reading_.entities[id].name);
    return out.empty() ? "nobody named" : out;
  }

  const doc::Reading& reading_;
  match::Tree tree_;
  std::string out_;
};

std::string at_word(const doc::Reading& reading, TokenId t) { return "\"" + std::string(reading.form(t)) + "\""; }

}  // namespace

std::string explain(const doc::Reading& reading) { return Writer(reading).write(); }

base::Result<std::string> explain_rule(const doc::Reading& reading, const pack::Pack& pack, std::string_view id) {
  const pack::Rule* source = pack.rule(id);
  if (source == nullptr) return base::Error{base::Fault::kInput, "the pack has no such rule", std::string(id)};
  const auto rules = match::RuleSet::compile(pack, source->finder());
  if (!rules) return rules.error();
  const match::Rule& rule = *rules->find(id);
  const match::Tree tree(reading);
  std::string out = rule.id + " (" + source->place() + ")\n";
  bool tried = false;
  for (TokenId t = 0; t < reading.tokens.size(); ++t) {
    const std::string failure = match::first_failure(rule, tree, t);
    if (failure == "trigger: " + std::string(rule.trigger.first_condition())) continue;
    tried = true;
    out += "  at " + at_word(reading, t) + ": " + (failure.empty() ? "fires" : "fails, " + failure) + "\n";
    if (failure.empty() && !names_rule(reading, id)) {
      out += "    but another reading of these words was kept, or the finder asks for more\n";
    }
  }
  if (!tried) out += "  no word meets " + std::string(rule.trigger.first_condition()) + "\n";
  return out;
}

}  // namespace kilde::reader
