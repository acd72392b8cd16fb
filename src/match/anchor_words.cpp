// SPDX-License-Identifier: Apache-2.0
#include "match/anchor_words.h"

#include <algorithm>

namespace kilde::match {
namespace {

constexpr std::array<std::string_view, kAnchorClassCount> kClassNames = {
    "place", "limit", "close", "topic", "goal", "motion", "place_noun", "quantity", "here", "where", "when"};

}  // namespace

base::Result<Anchor::Words> Anchor::Words::make(const pack::Pack& pack) {
  Words words;
  const pack::Table* table = pack.table("anchor");
  if (table == nullptr) return base::Error{base::Fault::kPack, "the pack has no anchor.tsv", pack.folder().string()};
  for (std::size_t row = 0; row < table->size(); ++row) {
    const std::string_view name = table->cell(row, "class");
    const auto at = std::find(kClassNames.begin(), kClassNames.end(), name);
    if (at == kClassNames.end()) {
      return base::Error{base::Fault::kPack, "no such class: " + std::string(name), table->place(row)};
    }
    WordSet& set = words.sets_[static_cast<std::size_t>(at - kClassNames.begin())];
    for (const std::string_view word : pack::split(table->cell(row, "word"))) set.insert(word_key(word));
  }
  auto modality = ModalityReader::Words::make(pack);
  if (!modality) return modality.error();
  words.modality_ = std::move(modality).value();
  return words;
}

bool Anchor::Words::has_case(AnchorClass which, const Tree& tree, doc::TokenId t) const {
  const auto children = tree.children(t);
  return std::any_of(children.begin(), children.end(), [&](doc::TokenId child) {
    const doc::Deprel relation = tree.relation(child);
    return (relation == doc::Deprel::kCase || relation == doc::Deprel::kMark) &&
           (has(which, tree.lemma_key(child)) || has(which, tree.form_key(child)));
  });
}

}  // namespace kilde::match
