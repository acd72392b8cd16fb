// SPDX-License-Identifier: Apache-2.0
#include "match/modality_words.h"

#include <algorithm>

namespace kilde::match {
namespace {

using doc::Certainty;
using doc::Status;
using doc::TokenId;

constexpr std::array<std::string_view, kWordClassCount> kClassNames = {
    "modal", "modal_perfect", "modal_reported", "modal_negated", "governor", "clause_governor", "modifier",  "mark", "weak_mark",
    "complement", "focus", "light", "durative", "scheduled", "since", "case", "perfect"};

bool add_effect(std::string_view name, Effect& out) {
  if (name == "happened") out.status = Status::kHappened;
  else if (name == "ongoing") out.status = Status::kOngoing;
  else if (name == "planned") out.status = Status::kPlanned;
  else if (name == "hypothetical") out.status = Status::kHypothetical;
  else if (name == "negated") out.negates = true;
  else if (name == "probable") out.certainty = Certainty::kProbable;
  else if (name == "possible") out.certainty = Certainty::kPossible;
  else return false;
  return true;
}

std::string joined_phrase(const Tree& tree, TokenId t) {
  std::string out;
  for (TokenId i = tree.subtree(t).begin; i < tree.subtree(t).end; ++i) {
    out.append(out.empty() ? "" : "_").append(tree.reading().form(i));
  }
  return out;
}

base::Error fault(const pack::Table& table, std::size_t row, std::string message) {
  return {base::Fault::kPack, std::move(message), table.place(row)};
}

}  // namespace

base::Result<ModalityReader::Words> ModalityReader::Words::make(const pack::Pack& pack) {
  Words words;
  const pack::Table* table = pack.table("modality");
  if (table == nullptr) return base::Error{base::Fault::kPack, "the pack has no modality.tsv", pack.folder().string()};
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::string_view name = table->cell(row, "class");
    const auto at = std::find(kClassNames.begin(), kClassNames.end(), name);
    if (at == kClassNames.end()) return fault(*table, row, "no such class: " + std::string(name));
    Effect effect;
    for (const std::string_view part : pack::split(table->cell(row, "effect"))) {
      if (!add_effect(part, effect)) return fault(*table, row, "no such effect: " + std::string(part));
    }
    auto& list = words.classes_[static_cast<std::size_t>(at - kClassNames.begin())];
    for (const std::string_view word : pack::split(table->cell(row, "word"))) {
      if (!list.emplace(word_key(word), effect).second) {
        return fault(*table, row, std::string(word) + " stands twice as " + std::string(name));
      }
    }
  }
  auto passive = Compiler(pack).path("@passive", table->file());
  if (!passive) return passive.error();
  words.passive_ = std::move(*passive);
  return words;
}

const Effect* ModalityReader::Words::find(WordClass which, WordKey key) const {
  const auto& list = classes_[static_cast<std::size_t>(which)];
  const auto at = list.find(key);
  return at == list.end() ? nullptr : &at->second;
}

const Effect* ModalityReader::Words::find(WordClass which, const Tree& tree, TokenId t) const {
  if (const TokenId particle = tree.child(t, doc::Deprel::kCompoundPrt); particle != doc::kNoToken) {
    const std::string whole = std::string(tree.reading().lemma(t)) + "_" + std::string(tree.reading().form(particle));
    if (const Effect* effect = find(which, word_key(whole))) return effect;
  }
  if (const Effect* effect = find(which, tree.form_key(t))) return effect;
  return find(which, tree.lemma_key(t));
}

const Effect* ModalityReader::Words::find_phrase(WordClass which, const Tree& tree, TokenId t) const {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t size = tree.subtree(t).size();
  if (size == 1) return find(which, tree, t);
  if (size <= kLongest) {
    if (const Effect* effect = find(which, word_key(joined_phrase(tree, t)))) return effect;
  }
  const doc::Deprel relation = tree.relation(t);
  return relation == doc::Deprel::kAdvmod || relation == doc::Deprel::kAmod ? find(which, tree, t) : nullptr;
}

}  // namespace kilde::match
