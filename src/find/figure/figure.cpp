// SPDX-License-Identifier: Apache-2.0
#include "find/figure/figure.h"

#include <algorithm>

#include "find/figure/measure.h"
#include "find/figure/quantity.h"
#include "match/anchor.h"
#include "match/modality.h"

namespace kilde::find {

using doc::kNoToken;
using doc::TokenId;
using namespace figures;

struct FigureFinder::Parts {
  QuantityReader quantities;
  Measures measures;
  match::ModalityReader modality;
  match::Anchor anchor;
};

base::Result<FigureFinder> FigureFinder::make(const pack::Pack& pack) {
  auto quantities = QuantityReader::make(pack);
  if (!quantities) return quantities.error();
  auto measures = Measures::make(pack);
  if (!measures) return measures.error();
  auto modality = match::ModalityReader::make(pack);
  if (!modality) return modality.error();
  auto anchor = match::Anchor::make(pack);
  if (!anchor) return anchor.error();
  FigureFinder finder;
  finder.parts_ = std::make_shared<const Parts>(
      Parts{std::move(*quantities), std::move(*measures), std::move(*modality), std::move(*anchor)});
  return finder;
}

namespace {

TokenId head_of(const match::Tree& tree, const Quantity& q) {
  if (q.counted != kNoToken) return q.counted;
  TokenId t = q.tokens.begin;
  for (int i = 0; i < 16 && tree.head(t) != kNoToken && q.tokens.contains(tree.head(t)); ++i) t = tree.head(t);
  return t;
}

// What the text said last, for ellipses: "17 milliarder" after "50 milliarder euro".
struct Memory {
  std::string unit;
  std::string measure;
  std::vector<doc::EntityId> places;
  std::uint32_t unit_sentence = 0;
  std::uint32_t measure_sentence = 0;
};

constexpr std::uint32_t kMoneyReach = 2;  // sentences
constexpr std::uint32_t kPeopleReach = 1;
constexpr std::uint32_t kPlaceReach = 4;

// The places that an undated count further on may be about as well; a whole country says too little.
std::vector<doc::EntityId> towns(const doc::Reading& reading, std::vector<doc::EntityId> places) {
  std::erase_if(places, [&](doc::EntityId e) { return reading.entities[e].kind != doc::EntityKind::kPlace; });
  return places;
}

std::optional<Finding> find_measure(const match::Tree& tree, const Measures& measures, Quantity& q,
                                    const std::vector<bool>& barrier, const Memory& memory) {
  const std::uint32_t sentence = tree.reading().tokens.sentences[q.tokens.begin];
  if (q.percent) return Finding{"percent", "figure.percent", kNoToken};
  if (!q.unit.empty()) return Finding{"money", "figure.money.currency", kNoToken};
  const bool near_people = !memory.measure.empty() && sentence - memory.measure_sentence <= kPeopleReach;
  Finding found = measures.find(tree, q, barrier, near_people ? memory.measure : std::string{});
  if (!found.measure.empty()) return found;
  const bool near_money = !memory.unit.empty() && sentence - memory.unit_sentence <= kMoneyReach;
  if (q.scaled && q.value && *q.value >= 1e6 && q.counted == kNoToken && near_money) {
    q.unit = memory.unit;
    return Finding{"money", "figure.money.same", kNoToken};
  }
  return std::nullopt;
}

// Where a count of people may be told: its own clause, then what brought it about ("... omkom, da en bus væltede ved Skive").
std::vector<TokenId> clauses(const match::Tree& tree, TokenId told) {
  std::vector<TokenId> out = {told};
  const TokenId clause = tree.clause_head(told);
  if (clause != told) out.push_back(clause);
  for (const TokenId child : tree.children(clause)) {
    if (tree.relation(child) == doc::Deprel::kAdvcl) out.push_back(child);
  }
  return out;
}

void set_scene(const match::Anchor& anchor, const match::Tree& tree, TokenId told, doc::FigureMention& figure) {
  if (figure.measure == "money" || figure.measure == "percent") {
    figure.time = anchor.time(tree, told);
    figure.places = anchor.places(tree, told);
    return;
  }
  for (const TokenId t : clauses(tree, told)) {
    if (figure.time == doc::kNone) figure.time = anchor.time(tree, t);
    if (figure.places.empty()) figure.places = anchor.places(tree, t);
  }
}

}  // namespace

void FigureFinder::find(doc::Reading& reading, const match::Tree& tree) const {
  auto quantities = parts_->quantities.read(tree);
  std::vector<bool> barrier(reading.tokens.size(), false);
  for (const Quantity& q : quantities) std::fill(barrier.begin() + q.tokens.begin, barrier.begin() + q.tokens.end, true);
  Memory memory;
  const Quantity* last = nullptr;
  for (Quantity& q : quantities) {
    const bool whole = last != nullptr && last->partitive && q.numeral.begin <= last->numeral.end + 3;
    last = &q;
    if (whole) continue;  // "52 af de 56 passagerer": only the part is told
    const auto found = find_measure(tree, parts_->measures, q, barrier, memory);
    if (!found) continue;
    doc::FigureMention figure;
    figure.trigger = q.span;
    figure.head = head_of(tree, q);
    figure.measure = found->measure;
    figure.rule = found->rule;
    figure.value = q.value, figure.low = q.low, figure.high = q.high;
    figure.bound = q.bound;
    figure.unit = q.unit;
    if (q.counted != kNoToken) figure.counted = reading.form(q.counted);
    const TokenId told = found->governor != kNoToken ? found->governor : figure.head;
    figure.span = base::cover(q.span, reading.tokens.bytes(tree.subtree(tree.clause_head(figure.head))));
    set_scene(parts_->anchor, tree, told, figure);
    const auto* when = figure.time == doc::kNone ? nullptr : &reading.times[figure.time];
    const auto modality = parts_->modality.read(tree, told, when);
    figure.status = modality.status, figure.negated = modality.negated, figure.certainty = modality.certainty;
    const std::uint32_t sentence = reading.tokens.sentences[q.tokens.begin];
    if (figure.measure == "money") {
      memory.unit = q.unit, memory.unit_sentence = sentence;
    } else if (figure.measure != "percent") {
      const bool near = sentence - memory.measure_sentence <= kPlaceReach;
      if (figure.places.empty() && figure.time == doc::kNone && near) figure.places = memory.places;
      memory.measure = figure.measure, memory.measure_sentence = sentence, memory.places = towns(reading, figure.places);
    }
    reading.figures.push_back(std::move(figure));
  }
}

}  // namespace kilde::find
