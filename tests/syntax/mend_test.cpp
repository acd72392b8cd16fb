// SPDX-License-Identifier: Apache-2.0
#include "syntax/mend.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "doc/conllu.h"

namespace kilde::syntax {
namespace {

// Heads and relations after mending, one "form<head:relation" a token that changed.
std::string changes(std::string_view conllu, const char* verb_second) {
  auto reading = doc::read_conllu(conllu);
  EXPECT_TRUE(reading.ok());
  pack::Pack pack;
  pack.add_table("language", *pack::Table::parse(std::string("key\tvalue\npassive_auxiliary\tblive\nverb_second\t") + verb_second + "\n", "l.tsv"));
  const auto heads = reading->syntax.heads;
  const auto deprels = reading->syntax.deprels;
  Mender(pack).mend(reading->text(), reading->tokens, reading->syntax);
  std::string out;
  for (doc::TokenId t = 0; t < reading->tokens.size(); ++t) {
    if (heads[t] == reading->syntax.heads[t] && deprels[t] == reading->syntax.deprels[t]) continue;
    const auto head = reading->syntax.heads[t];
    out.append(out.empty() ? "" : " ").append(reading->form(t)).append("<");
    out.append(head == doc::kNoToken ? "-" : reading->form(head)).append(":").append(doc::name(reading->syntax.deprels[t]));
  }
  return out;
}

TEST(Mend, SecondOfTwoSubjectsIsTheObject) {
  constexpr std::string_view kTree =
      "1 Chile Chile PROPN _ _ 2 nsubj\n2 roser rose VERB _ Tense=Pres|VerbForm=Fin 0 root\n3 planen plan NOUN _ _ 2 nsubj\n";
  EXPECT_EQ(changes(kTree, "yes"), "planen<roser:obj");
}

TEST(Mend, FrontedObjectIsNoSubject) {
  constexpr std::string_view kTree =
      "1 Planen plan NOUN _ _ 2 nsubj\n2 roser rose VERB _ Tense=Pres|VerbForm=Fin 0 root\n3 hun hun PRON _ Case=Nom 2 nsubj\n";
  EXPECT_EQ(changes(kTree, "yes"), "Planen<roser:obj");
}

TEST(Mend, FiniteClauseHasItsSubjectBehindTheVerbInVerbSecondLanguages) {
  constexpr std::string_view kTree =
      "1 Mandag mandag NOUN _ _ 2 obl\n2 udviste udvise VERB _ Tense=Past|VerbForm=Fin 0 root\n3 Chile Chile PROPN _ _ 2 obj\n"
      "4 diplomater diplomat NOUN _ _ 2 obj\n";
  EXPECT_EQ(changes(kTree, "yes"), "Chile<udviste:nsubj");
  EXPECT_EQ(changes(kTree, "no"), "");
}

TEST(Mend, VerbBeforeADeterminerIsNoParticipleOfTheNoun) {
  constexpr std::string_view kTree =
      "1 Oslo Oslo PROPN _ _ 2 nsubj\n2 imposed impose VERB _ Tense=Past|VerbForm=Part 4 amod\n3 its its PRON _ _ 4 nmod:poss\n"
      "4 sanctions sanction NOUN _ _ 0 root\n5 . . PUNCT _ _ 4 punct\n";
  EXPECT_EQ(changes(kTree, "no"), "imposed<-:root sanctions<imposed:obj .<imposed:punct");
}

TEST(Mend, ListedNounsAreTheSubjectOfTheirVerb) {
  constexpr std::string_view kTree =
      "1 Peru Peru PROPN _ _ 0 root\n2 and and CCONJ _ _ 3 cc\n3 Chile Chile PROPN _ _ 1 conj\n4 have have AUX _ VerbForm=Fin 5 aux\n"
      "5 signed sign VERB _ Tense=Past|VerbForm=Part 1 conj\n";
  EXPECT_EQ(changes(kTree, "no"), "Peru<signed:nsubj signed<-:root");
}

TEST(Mend, RelativeClauseGoesToTheNounBeforeIt) {
  constexpr std::string_view kTree =
      "1 Lind Lind PROPN _ _ 5 nsubj\n2 who who PRON _ PronType=Rel 3 nsubj\n3 called call VERB _ VerbForm=Fin 5 ccomp\n"
      "4 home home ADV _ _ 3 advmod\n5 left leave VERB _ VerbForm=Fin 0 root\n";
  EXPECT_EQ(changes(kTree, "no"), "called<Lind:acl:relcl");
}

TEST(Mend, SoundTreesStay) {
  constexpr std::string_view kTree =
      "1 Peru Peru PROPN _ _ 2 nsubj\n2 signed sign VERB _ VerbForm=Fin 0 root\n3 the the DET _ _ 5 det\n4 agreed agree VERB _ VerbForm=Part 5 amod\n"
      "5 text text NOUN _ _ 2 obj\n";
  EXPECT_EQ(changes(kTree, "yes"), "");
}

// Any tree, however odd, stays a tree with one root.
TEST(Mend, LeavesATree) {
  std::mt19937 random(7);
  const auto any = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  pack::Pack pack;
  pack.add_table("language", *pack::Table::parse("key\tvalue\nverb_second\tyes\n", "l.tsv"));
  const Mender mender(pack);
  for (int round = 0; round < 20000; ++round) {
    doc::TokenTable tokens;
    doc::SyntaxTable syntax;
    const auto n = static_cast<doc::TokenId>(2 + any(8));
    tokens.sentence_list.push_back({{0, n}, 0});
    std::vector<doc::TokenId> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), random);
    syntax.heads.assign(n, doc::kNoToken);
    for (doc::TokenId i = 1; i < n; ++i) syntax.heads[order[i]] = order[static_cast<std::size_t>(any(static_cast<int>(i)))];
    for (doc::TokenId t = 0; t < n; ++t) {
      constexpr doc::Upos kUpos[] = {doc::Upos::kVerb, doc::Upos::kNoun, doc::Upos::kPropn, doc::Upos::kPron, doc::Upos::kCconj};
      tokens.spans.push_back({t, t + 1});
      tokens.sentences.push_back(0);
      syntax.upos.push_back(kUpos[any(5)]);
      syntax.feat_bits.push_back(random() & random());
      syntax.feats.push_back(syntax.strings.intern("_"));
      syntax.lemmas.push_back(syntax.strings.intern("x"));
      syntax.deprels.push_back(syntax.heads[t] == doc::kNoToken ? doc::Deprel::kRoot : static_cast<doc::Deprel>(any(doc::kDeprelCount)));
    }
    mender.mend("0123456789", tokens, syntax);
    ASSERT_EQ(std::count(syntax.heads.begin(), syntax.heads.end(), doc::kNoToken), 1);
    for (doc::TokenId t = 0; t < n; ++t) {
      doc::TokenId up = t;
      for (doc::TokenId steps = 0; steps < n && up != doc::kNoToken; ++steps) up = syntax.heads[up];
      ASSERT_EQ(up, doc::kNoToken) << "a circle in round " << round;
    }
  }
}

}  // namespace
}  // namespace kilde::syntax
