// SPDX-License-Identifier: Apache-2.0
#include "doc/ud.h"

#include <algorithm>
#include <array>

namespace kilde::doc {
namespace {

constexpr std::array<std::string_view, kUposCount> kUposNames = {"ADJ",  "ADP",  "ADV",  "AUX",   "CCONJ", "DET",
                                                                 "INTJ", "NOUN", "NUM",  "PART",  "PRON",  "PROPN",
                                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kDeprelCount> kDeprelNames = {
    "root",        "acl",          "acl:cleft",    "acl:relcl",   "advcl",       "advcl:cleft", "advcl:relcl",
    "advmod",      "advmod:emph",  "advmod:lmod",  "amod",        "appos",       "aux",         "aux:pass",
    "case",        "cc",           "cc:preconj",   "ccomp",       "clf",         "compound",    "compound:prt",
    "conj",        "cop",          "csubj",        "csubj:outer", "csubj:pass",  "dep",         "det",
    "det:predet",  "discourse",    "dislocated",   "expl",        "expl:pv",     "fixed",       "flat",
    "flat:foreign", "flat:name",   "flat:title",   "goeswith",    "iobj",        "list",        "mark",
    "nmod",        "nmod:desc",    "nmod:npmod",   "nmod:poss",   "nmod:tmod",   "nmod:unmarked", "nsubj",
    "nsubj:outer", "nsubj:pass",   "nummod",       "nummod:gov",  "obj",         "obl",         "obl:agent",
    "obl:lmod",    "obl:loc",      "obl:npmod",    "obl:tmod",    "obl:unmarked", "orphan",     "parataxis",
    "punct",       "reparandum",   "vocative",     "xcomp"};

constexpr std::array<std::string_view, kFeatCount> kFeatNames = {
    "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Ger", "VerbForm=Sup", "Tense=Past",   "Tense=Pres",
    "Mood=Ind",     "Mood=Imp",     "Mood=Sub",      "Voice=Act",    "Voice=Pass",   "Number=Sing",  "Number=Plur",
    "Person=1",     "Person=2",     "Person=3",      "Definite=Def", "Definite=Ind", "Case=Nom",     "Case=Acc",
    "Case=Gen",     "Degree=Pos",   "Degree=Cmp",    "Degree=Sup",   "Gender=Com",   "Gender=Neut",  "Gender=Masc",
    "Gender=Fem",   "PronType=Prs", "PronType=Dem",  "PronType=Ind", "PronType=Int", "PronType=Rel", "PronType=Art",
    "PronType=Neg", "PronType=Tot", "PronType=Rcp",  "Poss=Yes",     "Reflex=Yes",   "Polarity=Neg", "NumType=Card",
    "NumType=Ord",  "Foreign=Yes",  "Abbr=Yes",      "PartType=Inf"};

template <std::size_t N>
int index_of(const std::array<std::string_view, N>& names, std::string_view text) {
  const auto at = std::find(names.begin(), names.end(), text);
  return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

}  // namespace

std::string_view name(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }
std::string_view name(Deprel deprel) { return kDeprelNames[static_cast<std::size_t>(deprel)]; }
std::string_view name(Feat feat) { return kFeatNames[static_cast<std::size_t>(feat)]; }

bool parse_upos(std::string_view text, Upos& out) {
  const int at = index_of(kUposNames, text);
  if (at >= 0) out = static_cast<Upos>(at);
  return at >= 0;
}

bool parse_deprel(std::string_view text, Deprel& out) {
  int at = index_of(kDeprelNames, text);
  if (at < 0) at = index_of(kDeprelNames, text.substr(0, text.find(':')));
  if (at >= 0) out = static_cast<Deprel>(at);
  return at >= 0;
}

Deprel universal(Deprel deprel) {
  static const auto table = [] {
    std::array<Deprel, kDeprelCount> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
      parse_deprel(kDeprelNames[i].substr(0, kDeprelNames[i].find(':')), out[i]);
    }
    return out;
  }();
  return table[static_cast<std::size_t>(deprel)];
}

bool parse_feat(std::string_view text, Feat& out) {
  const int at = index_of(kFeatNames, text);
  if (at >= 0) out = static_cast<Feat>(at);
  return at >= 0;
}

FeatBits parse_feats(std::string_view column) {
  FeatBits bits = 0;
  while (!column.empty()) {
    const std::size_t bar = column.find('|');
    Feat feat{};
    if (parse_feat(column.substr(0, bar), feat)) bits |= bit(feat);
    column = bar == std::string_view::npos ? std::string_view{} : column.substr(bar + 1);
  }
  return bits;
}

}  // namespace kilde::doc
