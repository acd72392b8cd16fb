// SPDX-License-Identifier: Apache-2.0
#include "find/attribution/speaker.h"

#include <algorithm>

#include "base/utf8.h"

namespace kilde::find::attribution {
namespace {

using doc::Deprel;
using doc::Upos;

bool inside(TokenRange range, TokenId t) {
  return t != kNoToken && range.contains(t);
}

}  // namespace

TokenId SpeakerFinder::antecedent(TokenId verb) const {
  const auto& tree = scan_.tree();
  while (verb != kNoToken && tree.relation(verb) == Deprel::kConj) verb = tree.head(verb);
  return verb != kNoToken && tree.relation(verb) == Deprel::kAcl ? tree.head(verb) : kNoToken;
}

TokenId SpeakerFinder::tree_subject(TokenId cue) const {
  const auto& tree = scan_.tree();
  for (TokenId t = cue; t != kNoToken; t = tree.head(t)) {
    TokenId subject = tree.child(t, Deprel::kNsubj);
    if (subject != kNoToken) {
      // A relative pronoun stands for the noun its clause hangs on.
      if (!scan_.is(subject, kRelativeWord)) return subject;
      for (TokenId u = subject + 1; u < t; ++u) {  // "som den mistænker": the pronoun between is the subject
        const bool nominative =
            tree.relation(u) == Deprel::kNsubj || !scan_.reading().syntax.has(u, doc::Feat::kCaseAcc);
        if (scan_.upos(u) == Upos::kPron && nominative) return u;
      }
      const auto noun = antecedent(t);
      return noun == kNoToken ? subject : noun;
    }
    const auto relation = tree.relation(t);
    if (relation == Deprel::kAcl && tree.deprel(t) != Deprel::kAclRelcl) return tree.head(t);
    if (relation != Deprel::kConj && relation != Deprel::kXcomp && relation != Deprel::kAdvcl) break;
  }
  return kNoToken;
}

Speaker SpeakerFinder::subject_after(TokenId cue, TokenRange bounds) const {
  const auto start = scan_.cue_end(cue) + 1;
  const auto subject = scan_.tree().child(cue, Deprel::kNsubj);
  if (inside({start, bounds.end}, subject)) {
    bool adjacent = true;
    for (TokenId t = start; t < subject; ++t) adjacent = adjacent && !scan_.punct(t) && !scan_.verb(t);
    if (adjacent) return phrase_of(subject, {start, bounds.end});
  }
  return phrase_at(start, bounds);
}

// "Critics fear C, and the union, which ..., said": a joined verb whose subject the tree has lost.
Speaker SpeakerFinder::subject_of_conjunct(TokenId cue, TokenRange bounds) const {
  const auto& tree = scan_.tree();
  if (tree.relation(cue) != Deprel::kConj || tree.has_child(cue, Deprel::kNsubj)) return {};
  for (TokenId t = cue; t-- > std::max(bounds.begin, tree.head(cue) + 1);) {
    if (scan_.upos(t) != Upos::kCconj || !scan_.comma(t - 1)) continue;
    auto speaker = phrase_at(t + 1, {t + 1, cue});
    const auto end = speaker.tokens.end;
    const bool adjoins = end == cue || scan_.comma(end) || scan_.upos(end) == Upos::kAux;
    return speaker.found() && adjoins ? speaker : Speaker{};
  }
  return {};
}

Speaker SpeakerFinder::subject_before(TokenId cue, TokenRange bounds) const {
  if (auto own = subject_of_conjunct(cue, bounds); own.found()) return own;
  const auto subject = tree_subject(cue);
  if (inside({bounds.begin, cue}, subject)) return phrase_of(subject, {bounds.begin, cue});
  // Without a tree: the last noun phrase before the verb and its auxiliaries, past a relative clause between
  // commas.
  TokenId t = cue;
  while (t > bounds.begin && (scan_.upos(t - 1) == Upos::kAux || scan_.upos(t - 1) == Upos::kAdv)) --t;
  if (t > bounds.begin && scan_.comma(t - 1)) {
    for (TokenId u = t - 1; u-- > bounds.begin;) {
      if (!scan_.comma(u)) continue;
      t = u;
      break;
    }
  }
  if (t == bounds.begin || !scan_.noun(t - 1)) return {};
  auto speaker = phrase_of(t - 1, {bounds.begin, t});
  const auto begin = speaker.tokens.begin;
  return begin > bounds.begin && scan_.upos(begin - 1) == Upos::kAdp ? Speaker{} : speaker;
}

Speaker SpeakerFinder::subject(TokenId cue, TokenRange bounds) const {
  if (auto own = subject_of_conjunct(cue, bounds); own.found()) return own;
  const auto in_tree = tree_subject(cue);
  if (inside(bounds, in_tree) && !scan_.spoken(in_tree)) {
    return phrase_of(in_tree, in_tree < cue ? TokenRange{bounds.begin, cue} : bounds);
  }
  // Inverted order only where no noun phrase stands right before the verb.
  TokenId t = cue;
  while (t > bounds.begin && (scan_.upos(t - 1) == Upos::kAux || scan_.upos(t - 1) == Upos::kAdv)) --t;
  if (t > bounds.begin && scan_.noun(t - 1) && !scan_.spoken(t - 1)) {
    if (auto before = subject_before(cue, bounds); before.found()) return before;
  }
  auto after = subject_after(cue, bounds);
  return after.found() ? after : subject_before(cue, bounds);
}

// Whether a prepositional phrase is part of the source: "kilder i partiet", "Anna Holm fra Falck", but not
// "til Ritzau" or "i en udtalelse".
bool SpeakerFinder::belongs(TokenId head, TokenId preposition, TokenRange bounds) const {
  if (preposition == kNoToken || preposition + 1 >= bounds.end || preposition < head)
    return preposition < head;
  if (scan_.is(preposition, kBelongsWord)) return true;
  if (scan_.upos(head) == Upos::kPropn || scan_.upos(head) == Upos::kPron) return false;
  if (scan_.reading().syntax.has(preposition + 1, doc::Feat::kDefiniteInd)) return false;
  return !scan_.is(preposition, kViaWord) || !is_media(phrase_at(preposition + 1, bounds));
}

TokenRange SpeakerFinder::head_group(TokenId head, TokenRange bounds) const {
  const auto& tree = scan_.tree();
  TokenRange range{head, head + 1};
  for (const TokenId c : tree.children(head)) {
    const auto relation = tree.relation(c);
    const bool pre = relation == Deprel::kDet || relation == Deprel::kAmod || relation == Deprel::kNummod ||
                     relation == Deprel::kCompound || relation == Deprel::kFlat ||
                     relation == Deprel::kNmod || relation == Deprel::kAdvmod;
    if (c < head && pre) range.begin = std::min(range.begin, std::max(bounds.begin, tree.subtree(c).begin));
    const bool post = relation == Deprel::kFlat || relation == Deprel::kCompound ||
                      relation == Deprel::kAppos || relation == Deprel::kNmod || relation == Deprel::kAmod;
    if (c < head || !post) continue;
    if (relation == Deprel::kNmod && !belongs(head, tree.child(c, Deprel::kCase), bounds)) continue;
    TokenId end = relation == Deprel::kAppos ? c + 1 : tree.subtree(c).end;
    if (relation == Deprel::kAppos) {
      for (const TokenId d : tree.children(c)) {
        if (tree.relation(d) == Deprel::kFlat || tree.relation(d) == Deprel::kCompound)
          end = std::max(end, d + 1);
      }
    } else {
      for (TokenId t = c; t < end; ++t) {
        if (scan_.punct(t) || scan_.finite(t)) end = t;
      }
    }
    range.end = std::max(range.end, std::min(end, bounds.end));
  }
  for (TokenId t = head; t-- > range.begin;) {
    if (scan_.punct(t) && !scan_.quote_mark(t)) range.begin = t + 1;
  }
  while (range.begin < head && scan_.upos(range.begin) == Upos::kAdv) ++range.begin;
  if (scan_.noun(head) && scan_.upos(head) != Upos::kPron && range.end == head + 1) {
    while (range.end < bounds.end && scan_.capitalized(range.end) && !scan_.verb(range.end))
      ++range.end;  // a name the tree has set apart
  }
  return {range.begin, past_brackets(range.end, bounds.end)};
}

// "Fagligt Fælles Forbund (3F)"
TokenId SpeakerFinder::past_brackets(TokenId t, TokenId end) const {
  if (t >= end || scan_.form(t) != "(") return t;
  for (TokenId u = t + 1; u < end && u < t + 7; ++u) {
    if (scan_.form(u) == ")") return u + 1;
  }
  return t;
}

Speaker SpeakerFinder::phrase_of(TokenId head, TokenRange bounds) const {
  Speaker speaker;
  speaker.head = head;
  speaker.tokens = head_group(head, bounds);
  // An apposition that the tree missed: "formanden, Ulla Brandt, siger".
  const auto end = speaker.tokens.end;
  if (scan_.upos(head) != Upos::kPropn && scan_.upos(head) != Upos::kPron && end + 1 < bounds.end &&
      scan_.comma(end) && scan_.upos(end + 1) == Upos::kPropn) {
    TokenId last = end + 1;
    while (last < bounds.end && scan_.upos(last) == Upos::kPropn) ++last;
    if (last >= bounds.end || scan_.punct(last) || scan_.verb(last)) speaker.tokens.end = last;
  }
  add_entities(speaker);
  for (const TokenId c : scan_.tree().children(head)) {
    if (scan_.tree().relation(c) != Deprel::kConj || !bounds.contains(c) || !scan_.noun(c)) continue;
    if (!scan_.noun(head) || scan_.has_finite(c)) continue;
    const auto other = phrase_of(c, {speaker.tokens.end, bounds.end});
    for (const auto id : other.entities) add_entity(speaker, id);
    speaker.tokens.end = std::max(speaker.tokens.end, other.tokens.end);
  }
  return speaker;
}

bool SpeakerFinder::one_name(TokenId a, TokenId b) const {
  const auto& of = scan_.reading().entity_of_token;
  return b < of.size() && of[a] != doc::kNone && of[a] == of[b];
}

Speaker SpeakerFinder::phrase_at(TokenId t, TokenRange bounds) const {
  const auto open = [&](TokenId u) {
    return u < bounds.end && scan_.nominal(u) && !scan_.is(u, kInfinitiveWord | kThatWord) &&
           !scan_.spoken(u);
  };
  for (int skipped = 0; t < bounds.end && scan_.upos(t) == Upos::kAdv && skipped < 3; ++skipped) ++t;
  Speaker speaker;
  if (!open(t)) return speaker;
  const auto group_end = [&](TokenId u) {
    const auto& syntax = scan_.reading().syntax;
    if (scan_.upos(u) == Upos::kPron && !syntax.has(u, doc::Feat::kPossYes) &&
        (syntax.has(u, doc::Feat::kPronTypePrs) || !open(u + 1)))
      return u + 1;
    bool seen = false;  // a noun closes the phrase to what can only begin one
    for (; open(u); ++u) {
      const auto upos = scan_.upos(u);
      const bool goes_on =
          upos == Upos::kPropn || scan_.capitalized(u) || one_name(u - 1, u) || upos == Upos::kPart ||
          upos == Upos::kX || upos == Upos::kSym ||
          (upos == Upos::kNoun && !scan_.reading().syntax.has(u - 1, doc::Feat::kDefiniteDef)) ||
          (upos == Upos::kAdj && u + 1 < bounds.end && scan_.upos(u + 1) == Upos::kAdp) ||
          scan_.reading().syntax.has(u - 1, doc::Feat::kCaseGen) || scan_.upos(u - 1) == Upos::kPart;
      if (seen && !goes_on) break;
      seen = seen || scan_.noun(u);
    }
    return u;
  };
  TokenId end = group_end(t);
  for (TokenId u = t; u < end; ++u) {
    if (scan_.noun(u)) speaker.head = u;
  }
  if (speaker.head == kNoToken) speaker.head = end - 1;
  const bool named = scan_.upos(speaker.head) == Upos::kPropn;
  for (int joined = 0; !named && joined < 2 && scan_.upos(speaker.head) != Upos::kPron && end < bounds.end &&
                       scan_.upos(end) == Upos::kAdp && belongs(speaker.head, end, bounds) && open(end + 1);
       ++joined) {
    end = group_end(end + 1);
  }
  end = past_brackets(end, bounds.end);
  if (!named && end + 1 < bounds.end && scan_.comma(end) && scan_.upos(end + 1) == Upos::kPropn) {
    ++end;
    while (end < bounds.end && scan_.upos(end) == Upos::kPropn) ++end;
  }
  if (end + 1 < bounds.end && scan_.upos(end) == Upos::kCconj && open(end + 1)) end = group_end(end + 1);
  speaker.tokens = {t, end};
  add_entities(speaker);
  return speaker;
}

void SpeakerFinder::add_entity(Speaker& speaker, doc::EntityId id) const {
  auto& list = speaker.entities;
  if (id != doc::kNone && std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

void SpeakerFinder::add_entities(Speaker& speaker) const {
  const auto& reading = scan_.reading();
  const auto& of_token = reading.entity_of_token;
  const auto& of_head = reading.entity_of_head;
  if (of_token.size() < scan_.size() || of_head.size() < scan_.size()) return;  // a reading without entities
  // The person named at or after the head, but not inside a prepositional phrase ("talsmand for Ulla
  // Brandt").
  bool in_phrase = false;
  for (TokenId t = speaker.head; t < speaker.tokens.end; ++t) {
    if (scan_.comma(t)) in_phrase = false;
    if (scan_.upos(t) == Upos::kAdp) in_phrase = true;
    const auto id = of_token[t];
    if (in_phrase || id == doc::kNone || reading.entities[id].kind != doc::EntityKind::kPerson) continue;
    return add_entity(speaker, id);
  }
  if (of_head[speaker.head] != doc::kNone) return add_entity(speaker, of_head[speaker.head]);
  for (TokenId t = speaker.head; t < speaker.tokens.end && scan_.upos(t) != Upos::kAdp; ++t)
    add_entity(speaker, of_token[t]);
}

doc::EntityId SpeakerFinder::recent_person(TokenId before, std::uint32_t paragraphs) const {
  const auto& reading = scan_.reading();
  if (reading.entity_of_head.size() < scan_.size() || before == 0) return doc::kNone;
  const auto paragraph = scan_.paragraph(before);
  for (TokenId t = before; t-- > 0 && scan_.paragraph(t) + paragraphs >= paragraph;) {
    const auto id = reading.entity_of_head[t];
    if (id != doc::kNone && reading.entities[id].kind == doc::EntityKind::kPerson) return id;
  }
  return doc::kNone;
}

bool SpeakerFinder::named_in_paragraph(doc::EntityId id, TokenId t) const {
  const auto& mentions = scan_.reading().entities[id].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const doc::EntityMention& mention) {
    return mention.form != doc::MentionForm::kPronoun && mention.tokens.begin < t &&
           scan_.paragraph(mention.tokens.begin) == scan_.paragraph(t);
  });
}

bool SpeakerFinder::is_media(const Speaker& speaker) const {
  const auto& entities = scan_.reading().entities;
  for (const auto id : speaker.entities) {
    if (entities[id].is_media) return true;
  }
  TokenId name_end = kNoToken;
  for (TokenId t = speaker.tokens.begin; t < speaker.tokens.end; ++t) {
    if (scan_.is(t, kMediaWord)) return true;
    if (scan_.capitalized(t) && t == (name_end == kNoToken ? t : name_end + 1)) name_end = t;
  }
  return name_end != kNoToken && scan_.lexicon().ends_as(scan_.lower(name_end), kMediaEnding);
}

bool SpeakerFinder::is_own_outlet(const Speaker& speaker) const {
  const auto& outlet = scan_.reading().source.outlet;
  if (!outlet || speaker.tokens.empty()) return false;
  const auto words = base::lower(scan_.reading().words(scan_.reading().tokens.bytes(speaker.tokens)));
  const auto name = base::lower(*outlet);
  // "the Gazette" in the Hillbury Gazette: the name's last word is how a paper speaks of itself.
  const auto last = name.substr(name.rfind(' ') + 1);
  return words.find(name) != std::string::npos || words.ends_with(last);
}

bool SpeakerFinder::is_platform(const Speaker& speaker) const {
  for (TokenId t = speaker.tokens.begin; t < speaker.tokens.end; ++t) {
    if (scan_.is(t, kPlatformWord)) return true;
  }
  return false;
}

bool SpeakerFinder::is_empty(const Speaker& speaker, std::uint32_t roles) const {
  return speaker.found() && speaker.tokens.size() == 1 && scan_.is(speaker.tokens.begin, roles);
}

}  // namespace kilde::find::attribution
