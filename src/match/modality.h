// SPDX-License-Identifier: Apache-2.0
// Whether what a word tells has happened, goes on, is planned or only thought of; whether it is negated; how surely it is
// told. Read from tense, auxiliaries, negation, subordinators and the verbs and nouns that govern the word, as listed in
// lang/XX/modality.tsv (docs/rules.md describes its classes). Const after make() and shared by threads.
#pragma once
#include <memory>

#include "base/result.h"
#include "doc/mentions.h"
#include "match/tree.h"
#include "pack/pack.h"

namespace kilde::match {

struct Modality {
  doc::Status status = doc::Status::kHappened;
  bool negated = false;
  doc::Certainty certainty = doc::Certainty::kCertain;
  bool operator==(const Modality&) const = default;
};

class ModalityReader {
 public:
  static base::Result<ModalityReader> make(const pack::Pack& pack);

  // For a trigger, verb or noun. `when` is the time that dates it (match/anchor.h), or null: a present tense with a
  // coming date is a plan.
  Modality read(const Tree& tree, doc::TokenId trigger, const doc::TimeMention* when = nullptr) const;

  class Words;

 private:
  std::shared_ptr<const Words> words_;
};

}  // namespace kilde::match
