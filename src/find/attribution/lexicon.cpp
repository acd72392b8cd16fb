// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "pack/table.h"

namespace kilde::find::attribution {
namespace {

template <std::size_t N>
using Names = std::array<std::pair<std::string_view, std::uint32_t>, N>;

constexpr Names<22> kFrames{
    {{"quote", kQuote},           {"that", kThat},           {"bare", kBare},
     {"aside", kAside},           {"back", kBack},           {"colon", kColon},
     {"reproach", kReproach},     {"predicate", kPredicate}, {"noun", kNoun},
     {"infinitive", kInfinitive}, {"passive", kPassive},     {"impersonal", kImpersonal},
     {"sound", kSound},           {"whether", kWhether},     {"according", kAccording},
     {"citing", kCiting},         {"through", kThrough},     {"hearsay", kHearsay},
     {"claim", kClaimNoun},       {"rumour", kRumour},       {"straight", kStraight},
     {"patient", kPatient}}};

constexpr Names<26> kRoles{{{"that", kThatWord},
                            {"whether", kWhetherWord},
                            {"back", kBackWord},
                            {"impersonal", kImpersonalWord},
                            {"via", kViaWord},
                            {"media", kMediaWord},
                            {"media_ending", kMediaEnding},
                            {"platform", kPlatformWord},
                            {"relative", kRelativeWord},
                            {"first_person", kFirstPerson},
                            {"anybody", kAnybody},
                            {"count", kCountWord},
                            {"no_source", kNoSource},
                            {"from", kFromWord},
                            {"contrast", kContrastWord},
                            {"as", kAsWord},
                            {"infinitive", kInfinitiveWord},
                            {"reproach", kReproachWord},
                            {"amount", kAmountWord},
                            {"in_media", kInMedia},
                            {"by", kByWord},
                            {"passive_ending", kPassiveEnding},
                            {"dash", kDashWord},
                            {"kept", kKeptWord},
                            {"belongs", kBelongsWord},
                            {"human", kHumanWord}}};

template <std::size_t N>
std::optional<std::uint32_t> value_of(const Names<N>& names, std::string_view name) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == name; });
  if (found == names.end()) return std::nullopt;
  return found->second;
}

base::Error fault(const pack::Table& table, std::size_t row, std::string message) {
  return {base::Fault::kPack, std::move(message), table.place(row)};
}

std::optional<doc::Certainty> certainty_of(std::string_view name) {
  if (name == "certain") return doc::Certainty::kCertain;
  if (name == "probable") return doc::Certainty::kProbable;
  if (name == "possible") return doc::Certainty::kPossible;
  return std::nullopt;
}

}  // namespace

// Reads the four tables in turn; the first fault stays in `error`.
struct Lexicon::Loader {
  struct Class {
    std::uint32_t frames = 0;
    doc::Certainty certainty = doc::Certainty::kCertain;
    bool hypothetical = false;
  };
  struct Pattern {
    std::string strip;
    std::vector<std::string> endings;
  };
  const pack::Pack& pack;
  Lexicon& out;
  std::map<std::string, Class, std::less<>> classes;
  std::map<std::string, Pattern, std::less<>> patterns;
  std::optional<base::Error> error;

  void fail(const pack::Table& table, std::size_t row, std::string message) {
    if (!error) error = fault(table, row, std::move(message));
  }

  std::uint32_t frames(const pack::Table& table, std::size_t row) {
    std::uint32_t set = 0;
    for (const auto name : pack::split(table.cell(row, "frames"))) {
      const auto frame = value_of(kFrames, name);
      if (!frame) fail(table, row, "unknown frame \"" + std::string(name) + "\"");
      set |= frame.value_or(0);
    }
    return set;
  }

  doc::Certainty certainty(const pack::Table& table, std::size_t row, doc::Certainty otherwise) {
    const auto name = table.cell(row, "certainty");
    if (name.empty()) return otherwise;
    const auto value = certainty_of(name);
    if (!value) fail(table, row, "unknown certainty \"" + std::string(name) + "\"");
    return value.value_or(otherwise);
  }

  void read_classes(const pack::Table& table) {
    for (std::size_t row = 0; row < table.size(); ++row) {
      classes[std::string(table.cell(row, "class"))] = {frames(table, row),
                                                        certainty(table, row, doc::Certainty::kCertain),
                                                        table.cell(row, "hypothetical") == "yes"};
    }
  }

  void read_patterns(const pack::Table& table) {
    for (std::size_t row = 0; row < table.size(); ++row) {
      auto& pattern = patterns[std::string(table.cell(row, "pattern"))];
      pattern.strip = table.cell(row, "strip");
      for (const auto ending : pack::split(table.cell(row, "endings"))) pattern.endings.emplace_back(ending);
    }
  }

  void read_words(const pack::Table& table) {
    for (std::size_t row = 0; row < table.size(); ++row) {
      const auto role = value_of(kRoles, table.cell(row, "role"));
      if (!role) return fail(table, row, "unknown role \"" + std::string(table.cell(row, "role")) + "\"");
      const bool ending = *role == kMediaEnding || *role == kPassiveEnding;
      for (const auto word : pack::split(table.cell(row, "words"))) {
        if (ending)
          out.endings_.emplace_back(word, *role);
        else
          out.roles_[std::string(word)] |= *role;
      }
    }
  }

  // All forms of the head word: those listed, or those of the named pattern ("+te").
  std::vector<std::string> forms(const pack::Table& table, std::size_t row, const std::string& head) {
    std::vector<std::string> all{head};
    for (const auto form : pack::split(table.cell(row, "forms"))) {
      if (form.front() != '+') {
        all.emplace_back(form);
        continue;
      }
      const auto found = patterns.find(form.substr(1));
      if (found == patterns.end() || !head.ends_with(found->second.strip)) {
        fail(table, row, "pattern \"" + std::string(form) + "\" does not fit \"" + head + "\"");
        continue;
      }
      const auto stem = head.substr(0, head.size() - found->second.strip.size());
      for (const auto& ending : found->second.endings) all.push_back(stem + ending);
    }
    return all;
  }

  void read_cue(const pack::Table& table, std::size_t row) {
    const auto found = classes.find(table.cell(row, "class"));
    if (found == classes.end()) {
      return fail(table, row, "unknown class \"" + std::string(table.cell(row, "class")) + "\"");
    }
    Cue cue;
    cue.lemma = table.cell(row, "lemma");
    if (!doc::parse_upos(table.cell(row, "upos"), cue.upos)) return fail(table, row, "unknown word class");
    cue.frames = frames(table, row);
    if (cue.frames == 0) cue.frames = found->second.frames;
    cue.certainty = certainty(table, row, found->second.certainty);
    cue.hypothetical = found->second.hypothetical;
    auto words = pack::split(cue.lemma, ' ');
    if (words.empty()) return fail(table, row, "no lemma");
    for (std::size_t i = 1; i < words.size(); ++i) cue.rest.emplace_back(words[i]);
    const auto id = static_cast<std::uint32_t>(out.cues_.size());
    for (const auto& form : forms(table, row, std::string(words[0]))) {
      auto& ids = out.by_word_[form];
      if (ids.empty() || ids.back() != id) ids.push_back(id);
    }
    out.cues_.push_back(std::move(cue));
  }

  void read_cues(const pack::Table& table) {
    for (std::size_t row = 0; row < table.size() && !error; ++row) read_cue(table, row);
    for (auto& [word, ids] : out.by_word_) {
      std::stable_sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
        return out.cues_[a].rest.size() > out.cues_[b].rest.size();
      });
    }
  }

  // A pack without the tables finds no attributions; one with half of them is an error of the pack.
  void read() {
    const auto* cues = pack.table("cues");
    if (!cues) return;
    for (const auto* name : {"cue_classes", "attribution_inflection", "attribution_words"}) {
      if (!pack.table(name)) {
        error = base::Error{base::Fault::kPack, "cues.tsv needs " + std::string(name) + ".tsv", cues->file()};
        return;
      }
    }
    read_classes(*pack.table("cue_classes"));
    read_patterns(*pack.table("attribution_inflection"));
    read_words(*pack.table("attribution_words"));
    read_cues(*cues);
  }
};

base::Result<Lexicon> Lexicon::make(const pack::Pack& pack) {
  Lexicon lexicon;
  Loader loader{pack, lexicon, {}, {}, std::nullopt};
  loader.read();
  if (loader.error) return *loader.error;
  return lexicon;
}

const std::vector<std::uint32_t>* Lexicon::cues_of(std::string_view lower_word) const {
  const auto found = by_word_.find(lower_word);
  return found == by_word_.end() ? nullptr : &found->second;
}

std::uint32_t Lexicon::roles(std::string_view lower_word) const {
  const auto found = roles_.find(lower_word);
  return found == roles_.end() ? 0 : found->second;
}

bool Lexicon::ends_as(std::string_view lower_word, Role role) const {
  return std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) {
    return ending.second == role && lower_word.ends_with(ending.first);
  });
}

}  // namespace kilde::find::attribution
