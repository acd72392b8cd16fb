// SPDX-License-Identifier: Apache-2.0
#include "match/compiler.h"

#include <algorithm>
#include <optional>

#include "match/notation.h"

namespace kilde::match {
namespace {

base::Error fault(std::string message, std::string_view place) {
  return {base::Fault::kPack, std::move(message), std::string(place)};
}

}  // namespace

// Fills compiled forms from notation; the first fault stops it.
class Compiler::Parser {
 public:
  Parser(Compiler& compiler, std::string_view place) : compiler_(compiler), place_(place) {}

  bool test(std::string_view notation, TokenTest& out) {
    for (const std::string_view word : words_of(notation)) {
      TokenTest::Condition condition;
      if (!this->condition(word, condition)) return false;
      out.conditions_.push_back(std::move(condition));
    }
    return true;
  }

  bool path(std::string_view notation, Path& out) {
    if (++depth_ > kMaxNesting) return fail("braces nested too deeply");
    const bool sound = steps(trimmed(notation), out);
    --depth_;
    return sound;
  }

  const base::Error& error() const { return error_; }

 private:
  static constexpr int kMaxNesting = 8;

  bool steps(std::string_view notation, Path& out) {
    if (notation.ends_with('.')) {
      out.alone = true;
      notation.remove_suffix(1);
    }
    const auto steps = split_outside_brackets(notation, '/');
    if (!steps) return fail("brackets do not match in the path " + std::string(notation));
    for (const std::string_view step : *steps) {
      if (!this->step(trimmed(step), out.steps.emplace_back())) return false;
    }
    return true;
  }

  bool fail(std::string message) {
    if (error_.message.empty()) error_ = fault(std::move(message), place_);
    return false;
  }

  bool condition(std::string_view word, TokenTest::Condition& out) {
    out.text = word;
    if (word.starts_with('!')) {
      out.negated = true;
      word.remove_prefix(1);
    }
    const std::size_t equals = word.find('=');
    const std::string_view key = word.substr(0, equals);
    const auto values = equals == std::string_view::npos ? std::vector<std::string_view>{}
                                                         : pack::split(word.substr(equals + 1));
    if (values.empty() || std::find(values.begin(), values.end(), "") != values.end()) {
      return fail("not KEY=VALUE in a token test: " + out.text);
    }
    return std::all_of(values.begin(), values.end(), [&](std::string_view value) { return this->value(key, value, out); });
  }

  bool value(std::string_view key, std::string_view value, TokenTest::Condition& out) {
    using Kind = TokenTest::Kind;
    if (key == "lemma" || key == "form") {
      out.kind = key == "lemma" ? Kind::kLemma : Kind::kForm;
      out.words.push_back(word_key(value));
      return true;
    }
    if (key == "rel") {
      out.kind = Kind::kRel;
      return add_relation(value, out.rels) || fail("no such relation: " + std::string(value));
    }
    if (key == "in") {
      out.kind = Kind::kIn;
      out.lexicons.push_back(compiler_.lexicon(value));
      return out.lexicons.back() != nullptr || fail("the pack has no lexicon " + std::string(value));
    }
    return flag(key, value, out);
  }

  bool flag(std::string_view key, std::string_view value, TokenTest::Condition& out) {
    using Kind = TokenTest::Kind;
    std::optional<std::uint64_t> bits;
    if (key == "upos") {
      out.kind = Kind::kUpos;
      bits = upos_bit(value);
    } else if (key == "feat") {
      out.kind = Kind::kFeat;
      bits = feat_bit(value);
    } else if (key == "entity") {
      out.kind = Kind::kEntity;
      bits = entity_bits(value);
    } else if (key == "time") {
      out.kind = Kind::kTime;
      if (value == "no") out.negated = !out.negated;
      if (value == "yes" || value == "no") bits = 1;
    } else {
      return fail("unknown key " + std::string(key) + " (lemma form upos rel feat in entity time)");
    }
    if (!bits) return fail("no such " + std::string(key) + ": " + std::string(value));
    out.bits |= *bits;
    return true;
  }

  // MOVE ( cases ) [ test ] { path } ?
  bool step(std::string_view text, Step& out) {
    const std::string whole(text);
    if (text.ends_with('?')) {
      out.optional = true;
      text.remove_suffix(1);
    }
    const std::size_t bracket = text.find_first_of("([{");
    if (!move(text.substr(0, bracket), out)) return false;
    for (text.remove_prefix(std::min(bracket, text.size())); !text.empty();) {
      const std::size_t size = bracketed_size(text);
      if (size == 0) return fail("cannot read the step " + whole);
      if (!attachment(text.front(), text.substr(1, size - 2), out)) return false;
      text.remove_prefix(size);
    }
    const bool stays = out.move == Step::Move::kStay;
    if (stays && !out.cases.empty()) return fail("case words need a relation: " + whole);
    if (stays && out.test.empty() && out.looks.empty()) return fail("empty step in a path");
    return true;
  }

  bool move(std::string_view text, Step& out) {
    if (text.empty()) return true;
    if (text.starts_with('@')) {
      out.move = Step::Move::kNamed;
      const int name = compiler_.named(text.substr(1), error_);
      if (name < 0) return fail("paths.toml has no " + std::string(text.substr(1)));
      out.name = static_cast<std::size_t>(name);
      return true;
    }
    out.move = text.starts_with('^') ? Step::Move::kUp : Step::Move::kDown;
    if (text.starts_with('^')) text.remove_prefix(1);
    if (text == "*") {
      out.rels.set();
      return true;
    }
    const auto relations = pack::split(text);
    if (relations.empty()) return fail("no relation after ^");
    return std::all_of(relations.begin(), relations.end(), [&](std::string_view relation) {
      return add_relation(relation, out.rels) || fail("no such relation: " + std::string(relation));
    });
  }

  bool attachment(char bracket, std::string_view inside, Step& out) {
    if (bracket == '[') return test(inside, out.test);
    if (bracket == '(') {
      for (const std::string_view word : pack::split(inside)) out.cases.push_back(word_key(word));
      return !out.cases.empty() || fail("no case word between ( and )");
    }
    Look look;
    inside = trimmed(inside);
    if (inside.starts_with('!')) {
      look.negated = true;
      inside.remove_prefix(1);
    }
    if (!path(inside, look.path)) return false;
    out.looks.push_back(std::move(look));
    return true;
  }

  Compiler& compiler_;
  std::string place_;
  base::Error error_;
  int depth_ = 0;
};

Compiler::Compiler(const pack::Pack& pack) : pack_(&pack), names_(std::make_shared<NamedPaths>()) {}

base::Result<TokenTest> Compiler::test(std::string_view notation, std::string_view place) {
  Parser parser(*this, place);
  TokenTest out;
  if (!parser.test(notation, out)) return parser.error();
  return out;
}

base::Result<PathList> Compiler::path(std::string_view notation, std::string_view place) {
  PathList out;
  out.names_ = names_;
  for (const std::string_view one : pack::split(notation, ';')) {
    Parser parser(*this, place);
    if (!parser.path(one, out.alternatives_.emplace_back())) return parser.error();
  }
  if (out.empty()) return fault("empty path", place);
  return out;
}

base::Result<PathList> Compiler::paths(const std::vector<pack::Text>& alternatives, const std::string& file) {
  PathList out;
  out.names_ = names_;
  for (const pack::Text& one : alternatives) {
    Parser parser(*this, file + ":" + std::to_string(one.line));
    if (!parser.path(one.text, out.alternatives_.emplace_back())) return parser.error();
  }
  return out;
}

void Compiler::check_named_paths(std::vector<base::Error>& faults) {
  for (const pack::NamedPath& list : pack_->named_paths()) {
    base::Error error;
    if (named(list.name, error) < 0) faults.push_back(error);
  }
}

std::shared_ptr<const WordSet> Compiler::lexicon(std::string_view name) {
  if (const auto known = lexicons_.find(name); known != lexicons_.end()) return known->second;
  const pack::Table* table = pack_->table(name);
  if (table == nullptr) return nullptr;
  auto words = std::make_shared<WordSet>();
  for (std::size_t row = 0; row < table->size(); ++row) words->insert(word_key(table->cell(row, 0)));
  return lexicons_.emplace(name, std::move(words)).first->second;
}

int Compiler::named(std::string_view name, base::Error& error) {
  const auto known = std::find(names_->names.begin(), names_->names.end(), name);
  if (known != names_->names.end()) return static_cast<int>(known - names_->names.begin());
  const auto& all = pack_->named_paths();
  const auto list = std::find_if(all.begin(), all.end(), [name](const auto& one) { return one.name == name; });
  if (list == all.end()) return -1;
  // Named before its paths are read, so that they may use it.
  const std::size_t index = names_->names.size();
  names_->names.emplace_back(name);
  names_->lists.emplace_back();
  std::vector<Path> paths;
  for (const pack::Text& text : list->paths) {
    Parser parser(*this, list->place(text.line));
    if (!parser.path(text.text, paths.emplace_back())) {
      error = parser.error();
      return -1;
    }
  }
  names_->lists[index] = std::move(paths);
  return static_cast<int>(index);
}

}  // namespace kilde::match
