// SPDX-License-Identifier: Apache-2.0
#include "find/event/lexicon.h"

#include <algorithm>
#include <optional>

#include "doc/ud.h"

namespace kilde::find::event {
namespace {

using base::Error;
using base::Fault;
using doc::TokenId;
using pack::Table;

Error fault(const Table& table, std::size_t row, std::string message) {
  return Error{Fault::kPack, std::move(message), table.place(row)};
}

// Position of a word in a list of names, if it is there.
template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

bool known_type(const pack::Pack& pack, std::string_view type, std::string_view mode) {
  const Table* types = pack.shared_table("events");
  if (types == nullptr) return true;  // a pack loaded by itself, in a test
  for (std::size_t row = 0; row < types->size(); ++row) {
    if (types->cell(row, "type") == type && types->cell(row, "mode") == mode) return true;
  }
  return false;
}

Inflection inflection_of(const pack::Pack& pack) {
  const Table* forms = pack.table("event_inflection");
  return forms == nullptr ? Inflection() : Inflection(*forms);
}

std::string read_upos(std::string_view cell, std::uint32_t& bits) {
  for (const std::string_view name : pack::split(cell)) {
    doc::Upos upos{};
    if (!doc::parse_upos(name, upos)) return "unknown word class '" + std::string(name) + "'";
    bits |= 1U << static_cast<int>(upos);
  }
  return "";
}

std::string read_needs(std::string_view cell, std::uint8_t& bits) {
  for (const std::string_view name : pack::split(cell, ' ')) {
    const auto need = place_of(kNeedNames, name);
    if (!need) return "unknown need '" + std::string(name) + "'";
    bits = static_cast<std::uint8_t>(bits | 1U << *need);
  }
  return "";
}

std::string read_setting(std::string_view cell, Trigger& trigger) {
  constexpr std::array<std::string_view, 4> kStatusNames = {"happened", "ongoing", "planned", "hypothetical"};
  for (const std::string_view name : pack::split(cell, ' ')) {
    const auto status = place_of(kStatusNames, name);
    if (!status && name != "negated") return "unknown setting '" + std::string(name) + "'";
    if (status) trigger.status = static_cast<doc::Status>(*status);
    trigger.has_status |= status.has_value();
    trigger.negated |= !status;
  }
  return "";
}

}  // namespace

namespace {

// "Der afholdes | møder": what is an object, but no infinitive or clause, may be a noun that was taken for a verb.
bool is_nominal_role(const match::Tree& tree, TokenId t) {
  const auto relation = tree.relation(t);
  return (relation == doc::Deprel::kObj || relation == doc::Deprel::kNsubj || relation == doc::Deprel::kObl) &&
         !tree.reading().syntax.has(t, doc::Feat::kVerbFormInf) && !tree.has_child(t, doc::Deprel::kNsubj) &&
         !tree.has_child(t, doc::Deprel::kObj) && !tree.has_child(t, doc::Deprel::kMark);
}

// "was | shot", taken for an adjective.
bool is_predicate_participle(const match::Tree& tree, TokenId t) {
  return tree.reading().syntax.upos[t] == doc::Upos::kAdj && tree.has_child(t, doc::Deprel::kCop) && !tree.has_child(t, doc::Deprel::kDet);
}

}  // namespace

std::string Trigger::read(std::string_view needs_cell, std::string_view set_cell) {
  const std::string wrong = read_needs(needs_cell, needs);
  return wrong.empty() ? read_setting(set_cell, *this) : wrong;
}

base::Result<Lexicon> Lexicon::load(const pack::Pack& pack) {
  Lexicon lexicon;
  for (const auto part : {&Lexicon::load_words, &Lexicon::load_frames, &Lexicon::load_triggers}) {
    if (auto done = (lexicon.*part)(pack); !done) return done.error();
  }
  return lexicon;
}

base::Result<bool> Lexicon::load_words(const pack::Pack& pack) {
  const Inflection inflection = inflection_of(pack);
  const Table* facts = pack.table("language");
  for (std::size_t row = 0; facts != nullptr && row < facts->size(); ++row) {
    if (facts->cell(row, "key") == "verb_second") verb_second_ = facts->cell(row, "value") == "yes";
  }
  if (const Table* people = pack.table("event_people")) {
    std::string words[8];
    for (std::size_t row = 0; row < people->size(); ++row) {
      const auto kind = place_of(std::array<std::string_view, 8>{"people", "police", "weapon", "thing", "sport", "two", "body", "land"}, people->cell(row, "kind"));
      if (!kind) return fault(*people, row, "unknown kind of actor");
      words[*kind].append("|").append(people->cell(row, "words"));
    }
    people_ = WordList(words[0]), police_ = WordList(words[1]);
    weapons_ = WordList(words[2]), things_ = WordList(words[3]), sport_ = WordList(words[4]);
    two_ = WordList(words[5]), bodies_ = WordList(words[6]), lands_ = WordList(words[7]);
  }
  if (const Table* verbs = pack.table("event_light_verbs")) {
    for (std::size_t row = 0; row < verbs->size(); ++row) {
      const auto effect = place_of(kEffectNames, verbs->cell(row, "effect"));
      if (!effect) return fault(*verbs, row, "unknown effect");
      light_verbs_.push_back({WordList(inflection.expand("VERB", verbs->cell(row, "verb"))), static_cast<Effect>(*effect)});
    }
  }
  return true;
}

base::Result<bool> Lexicon::load_frames(const pack::Pack& pack) {
  const Table* table = pack.table("event_frames");
  if (table == nullptr) return true;
  match::Compiler compiler(pack);
  for (std::size_t row = 0; row < table->size(); ++row) {
    Frame frame{.name = std::string(table->cell(row, "frame")), .actor = {}, .recipient = {}, .goal = {}};
    for (const auto& [column, paths] : {std::pair{"actor", &frame.actor}, std::pair{"recipient", &frame.recipient},
                                        std::pair{"goal", &frame.goal}}) {
      if (table->cell(row, column).empty()) continue;
      auto compiled = compiler.path(table->cell(row, column), table->place(row));
      if (!compiled) return compiled.error();
      *paths = *compiled;
    }
    if (frame.name == "people") people_frame_ = frame.actor;
    if (frame.name == "thing") thing_frame_ = frame.actor;
    frames_.push_back(std::move(frame));
  }
  return true;
}

base::Result<bool> Lexicon::load_triggers(const pack::Pack& pack) {
  const Table* table = pack.table("event_triggers");
  if (table == nullptr) return true;
  const Inflection inflection = inflection_of(pack);
  for (std::size_t row = 0; row < table->size(); ++row) {
    const auto cell = [&](std::string_view column) { return table->cell(row, column); };
    Trigger trigger{.words = WordList(inflection.expand(pack::split(cell("upos")).front(), cell("trigger"))), .type = std::string(cell("type")),
                    .mode = std::string(cell("mode")), .company = Company(cell("with")), .rule = {}};
    const auto frame = std::find_if(frames_.begin(), frames_.end(), [&](const Frame& f) { return f.name == cell("frame"); });
    if (frame == frames_.end()) return fault(*table, row, "unknown frame '" + std::string(cell("frame")) + "'");
    trigger.frame = static_cast<std::size_t>(frame - frames_.begin());
    if (!known_type(pack, trigger.type, trigger.mode)) return fault(*table, row, "no such type and mode in the codebook");
    for (const std::string& wrong : {read_upos(cell("upos"), trigger.upos), trigger.read(cell("needs"), cell("set"))}) {
      if (!wrong.empty()) return fault(*table, row, wrong);
    }
    trigger.rule = "lexicon:event_triggers:" + std::string(pack::split(cell("trigger")).front());
    triggers_.push_back(std::move(trigger));
    index(static_cast<std::uint32_t>(triggers_.size() - 1));
  }
  return true;
}

void Lexicon::index(std::uint32_t row) {
  for (const auto word : triggers_[row].words.words()) by_word_[word].push_back(row);
  if (!triggers_[row].words.endings().empty()) by_ending_.push_back(row);
}

void Lexicon::rows_at(const match::Tree& tree, TokenId t, std::vector<std::uint32_t>& rows) const {
  rows.clear();
  const auto upos = tree.reading().syntax.upos[t];
  std::uint32_t classes = 1U << static_cast<int>(upos);
  if (is_predicate_participle(tree, t)) classes |= 1U << static_cast<int>(doc::Upos::kVerb);
  if (upos == doc::Upos::kVerb && is_nominal_role(tree, t)) classes |= 1U << static_cast<int>(doc::Upos::kNoun);
  const auto add = [&](const std::vector<std::uint32_t>& list) {
    for (const auto row : list) {
      const Trigger& trigger = triggers_[row];
      if ((trigger.upos == 0 || (trigger.upos & classes) != 0) && trigger.words.has(tree, t)) rows.push_back(row);
    }
  };
  for (const auto key : {tree.lemma_key(t), tree.form_key(t)}) {
    if (const auto found = by_word_.find(key); found != by_word_.end()) add(found->second);
  }
  if (upos == doc::Upos::kNoun) add(by_ending_);  // compounds are nouns
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

const Lexicon::LightVerb* Lexicon::light_verb(const match::Tree& tree, TokenId t) const {
  const auto found = std::find_if(light_verbs_.begin(), light_verbs_.end(), [&](const LightVerb& v) { return v.words.has(tree, t); });
  return found == light_verbs_.end() ? nullptr : &*found;
}

Effect Lexicon::effect(const match::Tree& tree, TokenId t) const {
  const LightVerb* verb = light_verb(tree, t);
  return verb == nullptr ? Effect::kNone : verb->effect;
}

}  // namespace kilde::find::event
