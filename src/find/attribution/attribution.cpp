// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/attribution.h"

#include <algorithm>
#include <numeric>

#include "find/attribution/chain.h"
#include "find/attribution/direct.h"
#include "find/attribution/indirect.h"
#include "find/attribution/sourcing.h"

namespace kilde::find {
namespace {

using namespace attribution;

bool is_pronoun(const Scan& scan, const Speaker& speaker) {
  return speaker.tokens.size() == 1 && scan.upos(speaker.head) == doc::Upos::kPron &&
         !scan.is(speaker.head, kAnybody);
}

// The nearest subject before a pronoun, in its paragraph, that agrees with it in number and names nobody.
// "Han" and "she" take up only who says something.
Speaker unnamed_antecedent(const Scan& scan, const SpeakerFinder& speakers, TokenId pronoun) {
  const auto& syntax = scan.reading().syntax;
  const bool plural = syntax.has(pronoun, doc::Feat::kNumberPlur);
  const auto paragraph = scan.paragraph(pronoun);
  for (TokenId t = pronoun; t-- > 0 && scan.paragraph(t) == paragraph;) {
    if (scan.tree().relation(t) != doc::Deprel::kNsubj || scan.upos(t) != doc::Upos::kNoun) continue;
    const auto verb = scan.tree().head(t);
    if (scan.is(pronoun, kHumanWord) && !(verb != kNoToken && scan.cue(verb))) continue;
    if (syntax.has(t, doc::Feat::kNumberPlur) == plural) return speakers.phrase_of(t, scan.sentence(t));
  }
  return {};
}

// A pronoun that the entity pass left open: a person named in this paragraph, the words of the noun that it
// takes up, or a person named in the paragraph before.
void resolve_pronoun(const Scan& scan, const SpeakerFinder& speakers, Draft& draft) {
  const auto pronoun = draft.speaker.head;
  const bool personal =
      !scan.reading().syntax.has(pronoun, doc::Feat::kNumberPlur) && !scan.is(pronoun, kImpersonalWord);
  auto& sources = draft.attribution.sources;
  if (!sources.empty() && !scan.is(pronoun, kHumanWord)) return;
  // Somebody named in this paragraph goes first, then somebody unnamed in it, then what comes from farther
  // away.
  if (!sources.empty() && speakers.named_in_paragraph(sources.front(), pronoun)) return;
  if (const auto id = personal && sources.empty() ? speakers.recent_person(pronoun, 0) : doc::kNone;
      id != doc::kNone) {
    sources.push_back(id);
  } else if (const auto noun = unnamed_antecedent(scan, speakers, pronoun); noun.found()) {
    sources = noun.entities;
    draft.attribution.source = scan.trimmed(noun.tokens);
  } else if (const auto earlier =
                 personal && sources.empty() ? speakers.recent_person(pronoun, 1) : doc::kNone;
             earlier != doc::kNone) {
    sources.push_back(earlier);
  }
}

void resolve_pronouns(const Scan& scan, const SpeakerFinder& speakers, Drafts& drafts) {
  for (auto& draft : drafts.list) {
    if (draft.speaker.found() && is_pronoun(scan, draft.speaker)) resolve_pronoun(scan, speakers, draft);
  }
}

void freeze(Drafts& drafts, std::vector<doc::Attribution>& out) {
  auto& list = drafts.list;
  std::vector<std::uint32_t> order(list.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return list[a].attribution.content.front().begin < list[b].attribution.content.front().begin;
  });
  std::vector<std::uint32_t> place(list.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (const auto i : order) {
    auto& made = list[i].attribution;
    made.within = list[i].within == doc::kNone ? doc::kNone : place[list[i].within];
    out.push_back(std::move(made));
  }
}

}  // namespace

base::Result<AttributionFinder> AttributionFinder::make(const pack::Pack& pack) {
  auto lexicon = Lexicon::make(pack);
  if (!lexicon) return lexicon.error();
  AttributionFinder finder;
  finder.lexicon_ = std::make_shared<const Lexicon>(std::move(*lexicon));
  return finder;
}

void AttributionFinder::find(doc::Reading& reading, const match::Tree& tree) const {
  if (lexicon_->size() == 0 || reading.tokens.size() == 0) return;
  Scan scan(reading, tree, *lexicon_);
  const SpeakerFinder speakers(scan);
  Clauses clauses(scan, speakers);
  Drafts drafts(scan);
  DirectSpeech direct(scan, speakers, clauses, drafts);
  IndirectSpeech indirect(scan, speakers, clauses, drafts);
  Sourcing sourcing(scan, speakers, clauses, drafts);
  const auto& sentences = reading.tokens.sentence_list;
  for (const auto paragraph : scan.paragraphs()) {
    direct.read(paragraph);
    for (auto s = paragraph.begin; s < paragraph.end; ++s) {
      clauses.read_asides(sentences[s].tokens);
      indirect.read(sentences[s].tokens);
      sourcing.read(sentences[s].tokens);
    }
    direct.finish();
  }
  resolve_pronouns(scan, speakers, drafts);
  add_go_betweens(scan, speakers, drafts);
  nest(drafts);
  freeze(drafts, reading.attributions);
}

}  // namespace kilde::find
