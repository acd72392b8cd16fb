// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace kilde::text {
namespace {

const std::string kTable = std::string(KILDE_SOURCE_DIR) + "/lang/languages.bin";

const Identifier& identifier() {
  static const auto loaded = Identifier::load(kTable);
  EXPECT_TRUE(loaded.ok());
  return *loaded;
}

TEST(Identify, KnowsTheLanguageOfAParagraph) {
  for (const auto& [language, text] : {
           std::pair{"da",
                     "Borgmesteren i Havneby siger, at kommunen ikke har råd til en ny skole, før havnen er "
                     "solgt."},
           std::pair{
               "nb",
               "Ordføreren i Havneby sier at kommunen ikke har råd til en ny skole før havna er solgt."},
           std::pair{
               "nn",
               "Ordføraren i Havneby seier at kommunen ikkje har råd til ein ny skule før hamna er seld."},
           std::pair{"sv",
                     "Borgmästaren i Havneby säger att kommunen inte har råd med en ny skola innan hamnen "
                     "har sålts."},
           std::pair{"en",
                     "The mayor of Havneby says the council cannot afford a new school until the harbour has "
                     "been sold."},
           std::pair{"de",
                     "Der Bürgermeister von Havneby sagt, die Gemeinde könne sich keine neue Schule leisten, "
                     "bevor der Hafen verkauft ist."},
           std::pair{"nl",
                     "De burgemeester van Havneby zegt dat de gemeente geen nieuwe school kan betalen "
                     "voordat de haven verkocht is."},
           std::pair{"fr",
                     "Le maire de Havneby dit que la commune ne peut pas se payer une nouvelle école avant "
                     "la vente du port."},
           std::pair{"es",
                     "El alcalde de Havneby dice que el municipio no puede pagar una escuela nueva hasta que "
                     "se venda el puerto."},
           std::pair{"it",
                     "Il sindaco di Havneby dice che il comune non può permettersi una nuova scuola prima "
                     "che il porto sia venduto."},
           std::pair{"pl",
                     "Burmistrz Havneby mówi, że gminy nie stać na nową szkołę, dopóki port nie zostanie "
                     "sprzedany."},
           std::pair{"fi",
                     "Havnebyn pormestari sanoo, ettei kunnalla ole varaa uuteen kouluun ennen kuin satama "
                     "on myyty."},
           std::pair{"is",
                     "Bæjarstjórinn í Havneby segir að bærinn hafi ekki efni á nýjum skóla fyrr en höfnin "
                     "hefur verið seld."},
       }) {
    const auto found = identifier().identify(text);
    EXPECT_EQ(found.language, language) << text;
    EXPECT_GT(found.margin, Identifier::kSureMargin) << text;
  }
}

TEST(Identify, KnowsShortHeadlines) {
  for (const auto& [language, text] :
       {std::pair{"da", "Brand i Aalborg: To kvæstet"}, std::pair{"da", "Statsministeren udskriver valg"},
        std::pair{"en", "Fire in harbour kills two"}, std::pair{"sv", "Två döda i brand i hamnen"}}) {
    EXPECT_EQ(identifier().identify(text).language, language) << text;
  }
}

TEST(Identify, SaysNothingOfOtherScriptsAndOfNoWords) {
  for (const std::string_view text : {"", "12.500 + 3", "да", "Мэр Хавнебю говорит, что у города нет денег.",
                                      "市长说没有钱", "\x01\x02", "..."}) {
    EXPECT_EQ(identifier().identify(text).language, "") << text;
  }
}

TEST(Identify, StandsGiantWordsAndLongTexts) {
  EXPECT_NE(identifier().identify(std::string(1 << 20, 'a')).language, "da");
  std::string text;
  while (text.size() < 1 << 20) text += "Det er en lang dansk tekst om ingenting. ";
  EXPECT_EQ(identifier().identify(text).language, "da");
}

TEST(Identify, RefusesDamagedTables) {
  std::ifstream in(kTable, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  ASSERT_FALSE(bytes.empty());
  EXPECT_TRUE(Identifier::parse(bytes, "table").ok());
  for (const auto& damaged : {std::string(), bytes.substr(0, 10), bytes.substr(0, bytes.size() - 1),
                              bytes + "x", "x" + bytes, bytes.substr(0, 300)}) {
    const auto parsed = Identifier::parse(damaged, "table");
    ASSERT_FALSE(parsed.ok());
    EXPECT_EQ(parsed.error().place, "table");
  }
  EXPECT_FALSE(Identifier::load("/nowhere").ok());
}

}  // namespace
}  // namespace kilde::text
