// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sample.h"
#include "write/brief.h"
#include "write/document.h"
#include "write/html.h"
#include "write/lines.h"

namespace kilde::write {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const pack::Pack& a_pack() {
  static const auto pack = pack::Pack::load(KILDE_SOURCE_DIR "/lang/da", KILDE_SOURCE_DIR "/codebook");
  return *pack;
}

const Labels& danish() {
  static const Labels labels(a_pack(), "da");
  return labels;
}

json sample_document() {
  return json::parse(document(sample(), {"p1", "m1"}));
}

TEST(Document, HasEveryFieldOfTheFormatAndNullForWhatIsUnknown) {
  const json d = sample_document();
  EXPECT_EQ(d["format"], "kilde/1");
  EXPECT_EQ(d["pack"], "p1");
  EXPECT_EQ(d["model"], "m1");
  for (const char* key : {"id", "url", "outlet", "byline", "language", "published", "title", "text"}) {
    EXPECT_TRUE(d["article"].contains(key)) << key;
  }
  EXPECT_TRUE(d["article"]["url"].is_null());
  for (const char* key : {"id", "kind", "name", "country", "role", "affiliation", "latitude", "longitude",
                          "geonames", "wikidata", "mentions"}) {
    EXPECT_TRUE(d["entities"][0].contains(key)) << key;
  }
  EXPECT_TRUE(d["entities"][0]["country"].is_null());
  EXPECT_EQ(d["entities"][3]["country"], "SE");
}

TEST(Document, CountsCodePointsNotBytes) {
  const json d = sample_document();
  // "Åkrog" has one letter of two bytes, so bytes and code points part at its end.
  const json mention = d["entities"][0]["mentions"][0];
  EXPECT_EQ(mention["end"].get<int>() - mention["begin"].get<int>(), 11);
  const json time = d["times"][0];
  EXPECT_EQ(time["text"], "Onsdag");
  EXPECT_EQ(time["begin"].get<std::size_t>(), kSampleText.find("Onsdag") - 2);  // æ and Å stand before it
}

TEST(Document, JoinsStatementsWithTheirSourcesTimesAndPlaces) {
  const json d = sample_document();
  const json figure = d["statements"][0], event = d["statements"][1];
  EXPECT_EQ(figure["attribution"], "a1");
  EXPECT_EQ(figure["value"].dump(), "40");  // a count is a whole number
  EXPECT_EQ(figure["bound"], "at_least");
  EXPECT_TRUE(figure["unit"].is_null());
  EXPECT_EQ(figure["places"], json::array({"e2"}));
  EXPECT_TRUE(event["attribution"].is_null());
  EXPECT_EQ(event["status"], "planned");
  EXPECT_EQ(event["certainty"], "probable");
  EXPECT_EQ(event["rule"], "event.consult.travel");
  EXPECT_EQ(event["time"], "t1");
  EXPECT_EQ(event["recipients"], json::array());
  EXPECT_EQ(d["attributions"][0]["within"], "a2");
  EXPECT_TRUE(d["attributions"][1]["within"].is_null());
  EXPECT_TRUE(d["attributions"][0]["source"].is_null());
}

TEST(Document, SurvivesASpanThatCutsALetter) {
  doc::Reading reading = sample();
  const base::Span letter = span_of("Å");
  reading.times[0].span = {letter.begin + 1, letter.end + 1};
  EXPECT_TRUE(json::accept(document(reading, {})));
}

TEST(Lines, TellTheWholeChainFromTheSpeakerOutwards) {
  EXPECT_EQ(chain_in_words(sample(), 0, danish()), "Pelle Åkrog, indenrigsminister, via Nordbureau");
  EXPECT_EQ(chain_in_words(sample(), doc::kNone, danish()), "Kystposten");
}

TEST(Lines, AChainThatBitesItsTailEnds) {
  doc::Reading reading = sample();
  reading.attributions[1].within = 0;
  EXPECT_LE(chain(reading, 0, danish()).size(), reading.attributions.size() + 1);
}

TEST(Lines, TellAmountsAsTheyWereMeant) {
  doc::Reading reading = sample();
  const auto told = [&] { return line(reading, reading.statements[0], danish()).whom; };
  EXPECT_EQ(told(), "mindst 40 personer");
  reading.figures[0].bound = doc::Bound::kRange;
  reading.figures[0].low = 40;
  reading.figures[0].high = 1500;
  EXPECT_EQ(told(), "40–1.500 personer");
  reading.figures[0].bound = doc::Bound::kDozens;
  reading.figures[0].value.reset();
  EXPECT_EQ(told(), "Mindst 40 personer");  // the article's own words
}

TEST(Lines, EveryStatementStandsInOneBlock) {
  const auto all = blocks(sample());
  ASSERT_EQ(all.size(), 3U);  // the agency only passes the minister's words on
  EXPECT_EQ(all[0].attribution, 0U);
  EXPECT_EQ(all[1].attribution, 2U);
  EXPECT_EQ(all[2].attribution, doc::kNone);
}

TEST(Labels, WriteNumbersAndDatesAsTheLanguageDoes) {
  const Labels english(a_pack(), "en"), unknown(a_pack(), "xx");
  EXPECT_EQ(danish().number(1200), "1.200");
  EXPECT_EQ(danish().number(3.5), "3,5");
  EXPECT_EQ(danish().number(50e9), "50 mia.");
  EXPECT_EQ(english.number(1250000), "1.25 million");
  EXPECT_EQ(english.number(-999999), "-999,999");
  EXPECT_EQ(danish().day({2024, 3, 20}), "20. marts 2024");
  EXPECT_EQ(english.days(doc::Date{2024, 3, 18}, doc::Date{2024, 3, 24}), "18–24 March 2024");
  EXPECT_EQ(english.days(doc::Date{2023, 1, 1}, doc::Date{2023, 12, 31}), "2023");
  EXPECT_EQ(unknown["status.planned"], "planned");
  EXPECT_EQ(danish().event("CONSULT", "visit"), "besøger");
  EXPECT_EQ(danish().event("CONSULT", "unheard-of"), "mødes eller taler");
}

TEST(Brief, SaysWhoWhatWhenWhereAndHowSurely) {
  EXPECT_EQ(brief(sample(), danish(), {80, false}),
            "Jordskælv <i> Orrenda\n"
            "Kystposten · 11. marts 2025\n"
            "\n"
            "Pelle Åkrog, indenrigsminister, via Nordbureau (gengivet)\n"
            "  »Mindst 40 personer er omkommet i et jordskælv i Orrenda«\n"
            "  # Dræbte: mindst 40 personer · Orrenda · sket\n"
            "\n"
            "Pelle Åkrog, indenrigsminister (citat)\n"
            "  »Vi frygter, at tallet stiger«\n"
            "\n"
            "Kystposten\n"
            "  • Pelle Åkrog besøger · Lund · Onsdag (12. marts 2025) · planlagt ·\n"
            "    sandsynligt\n"
            "    »Onsdag rejser han til Lund«\n");
}

TEST(Brief, WrapsToTheWidth) {
  std::istringstream lines(brief(sample(), danish(), {40, false}));
  for (std::string line; std::getline(lines, line);) {
    std::size_t columns = 0;
    for (const char c : line) columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    EXPECT_LE(columns, 40U) << line;
  }
}

TEST(Brief, LetsNoControlCharacterReachTheTerminal) {
  doc::Reading reading = sample();
  reading.source.title =
      "\x1b[2Jwiped\x07 \xC2\x9B"
      "31m\xE2\x80\xAE";
  const std::string page = brief(reading, danish(), {80, false});
  EXPECT_THAT(page, HasSubstr("[2Jwiped 31m"));
  EXPECT_THAT(page, Not(HasSubstr("\x1b")));
  EXPECT_THAT(brief(reading, danish(), {80, true}), HasSubstr("\x1b[1m"));
}

TEST(Html, EscapesWhatTheArticleSays) {
  doc::Reading reading = sample();
  reading.source.outlet = "\"><script>alert(1)</script>";
  const std::string html = html_article(reading, danish());
  EXPECT_THAT(html, HasSubstr("Jordskælv &lt;i&gt; Orrenda"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_EQ(escaped("a&b<c>\"d'\x01\n"), "a&amp;b&lt;c&gt;&quot;d&#39;\n");
}

TEST(Html, MarksTheStatementAndCarriesItsChain) {
  const std::string html = html_article(sample(), danish());
  EXPECT_THAT(html,
              HasSubstr("<span class=\"q m figure\" tabindex=\"0\">Mindst 40 personer<span class=\"card\""));
  EXPECT_THAT(html, HasSubstr("<b>Pelle Åkrog</b>, indenrigsminister, via <b>Nordbureau</b>"));
  EXPECT_THAT(html, HasSubstr("<span class=\"q direct\" tabindex=\"0\">Vi frygter, at tallet stiger"));
}

TEST(Html, APageFetchesAndRunsNothing) {
  const std::string page = html_page_begin("a <b>", "da") + html_page_end();
  EXPECT_THAT(page, HasSubstr("default-src 'none'; style-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr("<title>a &lt;b&gt;</title>"));
  EXPECT_THAT(page, Not(HasSubstr("http:")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
}

// The text of an article, marks taken away, must still be the text.
TEST(Html, KeepsEveryWord) {
  std::string html = html_article(sample(), danish());
  html =
      html.substr(html.find("<div class=\"text\">"), html.find("<aside") - html.find("<div class=\"text\">"));
  std::string words;
  int card = 0;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      if (card == 0) words += html[at];
      ++at;
      continue;
    }
    const std::string tag = html.substr(at, html.find('>', at) - at);
    if (card > 0 && tag.starts_with("<span")) ++card;
    if (tag.starts_with("<span class=\"card\"")) card = 1;
    if (card > 0 && tag == "</span") --card;
    at += tag.size() + 1;
  }
  for (const std::string_view paragraph :
       {kSampleText.substr(0, kSampleText.find("\n\n")), kSampleText.substr(kSampleText.rfind("\n\n") + 2)}) {
    EXPECT_THAT(words, HasSubstr(std::string(paragraph)));
  }
}

}  // namespace
}  // namespace kilde::write
