// SPDX-License-Identifier: Apache-2.0
#include "find/time/time.h"

#include <algorithm>

#include "find/time/resolve.h"

namespace kilde::find {

using doc::TokenId;
using namespace times;

// Rules in order, and for each word, class and shape the rules that may begin with it.
struct TimeFinder::Rules {
  Lexicon lexicon;
  TenseReader tense;
  std::vector<Rule> rules;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word;
  std::vector<std::vector<std::uint32_t>> by_class;
  std::vector<std::uint32_t> by_shape;
  std::vector<std::uint32_t> by_upos;

  base::Result<bool> read(const pack::Table& table);
  void index(std::uint32_t rule);
  void candidates(const Input& input, TokenId t, std::vector<std::uint32_t>& out) const;
};

base::Result<bool> TimeFinder::Rules::read(const pack::Table& table) {
  Pattern::Macros macros;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto id = table.cell(row, "id");
    if (id.starts_with('@')) {
      macros.emplace(id, table.cell(row, "pattern"));
      continue;
    }
    auto rule = read_rule(table, row);
    if (!rule) return rule.error();
    auto pattern = Pattern::compile(table.cell(row, "pattern"), macros, lexicon, table.place(row));
    if (!pattern) return pattern.error();
    rule->pattern = std::move(*pattern);
    rules.push_back(std::move(*rule));
  }
  by_class.resize(lexicon.class_count());
  for (std::uint32_t i = 0; i < rules.size(); ++i) index(i);
  return true;
}

void TimeFinder::Rules::index(std::uint32_t rule) {
  const auto add = [rule](std::vector<std::uint32_t>& list) {
    if (list.empty() || list.back() != rule) list.push_back(rule);
  };
  for (const Test* test : rules[rule].pattern.first()) {
    for (const auto word : test->words) add(by_word[word]);
    for (const auto& [id, slot] : test->classes) add(id < kShapeCount ? by_shape : by_class[id]);
    if (test->upos != 0) add(by_upos);
  }
}

void TimeFinder::Rules::candidates(const Input& input, TokenId t, std::vector<std::uint32_t>& out) const {
  out = by_upos;
  const auto add = [&](const std::vector<std::uint32_t>& list) { out.insert(out.end(), list.begin(), list.end()); };
  if (const Word* word = input.words[t]) {
    if (const auto found = by_word.find(word->id); found != by_word.end()) add(found->second);
    for (const Word::Member& member : word->classes) add(by_class[member.of]);
  }
  if (!by_shape.empty() && lexicon.may_have_shape(input.reading.form(t))) add(by_shape);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

namespace {

// The work of one find(): what stands where, and the dates so far.
class Search {
 public:
  Search(doc::Reading& reading, const match::Tree& tree, const Lexicon& lexicon)
      : reading_(reading), tree_(tree), slots_(lexicon) {
    if (reading.source.date) published_ = day_of(*reading.source.date);
    words_.reserve(reading.tokens.size());
    for (TokenId t = 0; t < reading.tokens.size(); ++t) words_.push_back(lexicon.find(reading.form(t)));
  }

  Input input(const Lexicon& lexicon) const { return {reading_, lexicon, words_}; }

  void accept(const Rule& rule, const Captures& captures, base::TokenRange tokens, const TenseReader& tense) {
    Situation situation;
    situation.published = published_;
    situation.governor = tense.governor(tree_, tokens);
    situation.token = tokens.begin;
    situation.sentence_start = reading_.tokens.sentence_of(tokens.begin).tokens.begin;
    situation.paragraph_start = paragraph_start(tokens.begin);
    situation.quoted = quoted(situation.sentence_start, tokens.begin);
    situation.anchors = &anchors_;
    const auto resolved = resolve(rule, captures, slots_, situation);
    if (!resolved) return;
    doc::TimeMention mention;
    mention.tokens = tokens;
    mention.span = reading_.tokens.bytes(tokens);
    mention.kind = resolved->kind;
    mention.value = resolved->value;
    mention.rule = rule.id;
    if (resolved->stretch) {
      mention.earliest = date_of(resolved->stretch->first);
      mention.latest = date_of(resolved->stretch->last());
      anchors_.push_back({*resolved->stretch, resolved->part, tokens.begin, situation.governor.speech,
                          resolved->anaphoric});
    }
    const auto id = static_cast<doc::TimeId>(reading_.times.size());
    std::fill(reading_.time_of_token.begin() + tokens.begin, reading_.time_of_token.begin() + tokens.end, id);
    reading_.times.push_back(std::move(mention));
  }

 private:
  std::uint32_t paragraph_start(TokenId t) const {
    const auto& sentences = reading_.tokens.sentence_list;
    std::uint32_t s = reading_.tokens.sentences[t];
    while (s > 0 && sentences[s - 1].paragraph == sentences[s].paragraph) --s;
    return sentences[s].tokens.begin;
  }

  // An opening quotation mark, or the dash of a Danish quotation, stands before in the sentence.
  bool quoted(TokenId sentence, TokenId t) const {
    bool open = reading_.form(sentence) == "-" || reading_.form(sentence) == "–";
    for (TokenId i = sentence; i < t; ++i) {
      const auto form = reading_.form(i);
      if (form == "\"") open = !open;
      if (form == "»" || form == "“" || form == "„") open = true;
      if (form == "«" || form == "”") open = false;
    }
    return open;
  }

  doc::Reading& reading_;
  const match::Tree& tree_;
  Slots slots_;
  std::optional<Day> published_;
  std::vector<const Word*> words_;
  std::vector<Anchor> anchors_;
};

}  // namespace

base::Result<TimeFinder> TimeFinder::make(const pack::Pack& pack) {
  auto rules = std::make_shared<Rules>();
  auto lexicon = Lexicon::make(pack);
  if (!lexicon) return lexicon.error();
  rules->lexicon = std::move(*lexicon);
  auto tense = TenseReader::make(pack);
  if (!tense) return tense.error();
  rules->tense = std::move(*tense);
  if (const pack::Table* table = pack.table("time_rules")) {
    if (auto read = rules->read(*table); !read) return read.error();
  }
  TimeFinder finder;
  finder.rules_ = std::move(rules);
  return finder;
}

void TimeFinder::find(doc::Reading& reading, const match::Tree& tree) const {
  reading.time_of_token.assign(reading.tokens.size(), doc::kNone);
  Search search(reading, tree, rules_->lexicon);
  const Input input = search.input(rules_->lexicon);
  std::vector<std::uint32_t> candidates;
  Captures captures, best_captures;
  for (TokenId t = 0; t < reading.tokens.size();) {
    rules_->candidates(input, t, candidates);
    std::uint32_t best = 0;
    const Rule* best_rule = nullptr;
    for (const std::uint32_t i : candidates) {
      const std::uint32_t taken = rules_->rules[i].pattern.match(input, t, captures);
      if (taken <= best) continue;
      best = taken, best_rule = &rules_->rules[i], best_captures = captures;
    }
    if (best_rule != nullptr) search.accept(*best_rule, best_captures, {t, t + best}, rules_->tense);
    t += std::max<std::uint32_t>(best, 1);
  }
}

}  // namespace kilde::find
