// SPDX-License-Identifier: Apache-2.0
#include "find/time/pattern.h"

#include <algorithm>

#include "base/utf8.h"

namespace kilde::find::times {

using doc::TokenId;

void Captures::add(std::uint32_t slot, TokenId token, const Capture& capture) {
  if (size_ < kept_.size()) kept_[size_++] = {slot, token, capture};
}

const Capture* Captures::get(std::uint32_t slot) const {
  for (std::size_t i = size_; i-- > 0;) {
    if (kept_[i].slot == slot) return &kept_[i].capture;
  }
  return nullptr;
}

TokenId Captures::token(std::uint32_t slot) const {
  for (std::size_t i = size_; i-- > 0;) {
    if (kept_[i].slot == slot) return kept_[i].token;
  }
  return doc::kNoToken;
}

// Recursive descent over the words of a pattern, emitting steps.
class PatternCompiler {
 public:
  PatternCompiler(const Pattern::Macros& macros, Lexicon& lexicon, Pattern& out)
      : macros_(macros), lexicon_(lexicon), out_(out) {}

  bool compile(std::string_view text) {
    if (!sequence(text, 0)) return false;
    emit(Pattern::Op::kMatch);
    return true;
  }
  const std::string& error() const { return error_; }

 private:
  using Op = Pattern::Op;

  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.steps_.size()); }
  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    out_.steps_.push_back({op, a, b});
    return here() - 1;
  }
  bool fail(std::string message) {
    error_ = std::move(message);
    return false;
  }

  // a b | c: alternatives at the top level of `text`.
  bool sequence(std::string_view text, int depth) {
    if (depth > 8) return fail("patterns nest too deeply");
    const auto elements = pack::split(text, ' ');
    std::size_t at = 0;
    if (!alternatives(elements, at, depth)) return false;
    return at == elements.size() || fail("a ')' too many");
  }

  bool alternatives(std::span<const std::string_view> elements, std::size_t& at, int depth) {
    std::vector<std::uint32_t> exits;
    for (;;) {
      const std::uint32_t split = emit(Op::kSplit);
      out_.steps_[split].a = here();
      while (at < elements.size() && elements[at] != "|" && !elements[at].starts_with(")")) {
        if (!element(elements, at, depth)) return false;
      }
      exits.push_back(emit(Op::kJump));
      out_.steps_[split].b = here();
      if (at >= elements.size() || elements[at] != "|") {
        out_.steps_[split].b = out_.steps_[split].a;  // the last alternative is no choice
        break;
      }
      ++at;
    }
    for (const auto exit : exits) out_.steps_[exit].a = here();
    return true;
  }

  bool element(std::span<const std::string_view> elements, std::size_t& at, int depth) {
    std::string_view word = elements[at++];
    if (word.empty()) return true;
    const std::uint32_t split = emit(Op::kSplit);
    out_.steps_[split].a = out_.steps_[split].b = here();
    bool optional = false;
    if (word == "(") {
      if (!alternatives(elements, at, depth)) return false;
      if (at >= elements.size()) return fail("a group that is not closed");
      optional = elements[at++] == ")?";
    } else {
      optional = word.size() > 1 && word.ends_with('?');
      if (optional) word.remove_suffix(1);
      if (!atom(word, depth)) return false;
    }
    if (optional) out_.steps_[split].b = here();
    return true;
  }

  bool atom(std::string_view word, int depth) {
    if (word.front() == '@') {
      const auto macro = macros_.find(word);
      return macro == macros_.end() ? fail("no such pattern: " + std::string(word)) : sequence(macro->second, depth + 1);
    }
    Op op = Op::kTest;
    if (word.size() > 1) {
      switch (word.front()) {
        case '!': op = Op::kNotAhead; break;
        case '&': op = Op::kAhead; break;
        case '-': op = Op::kNotBefore; break;
        case '+': op = Op::kBefore; break;
        default: break;
      }
    }
    if (op != Op::kTest) word.remove_prefix(1);
    Test test;
    for (const auto part : pack::split(word)) {
      if (!part_of(test, part)) return false;
    }
    out_.tests_.push_back(std::move(test));
    emit(op, static_cast<std::uint32_t>(out_.tests_.size() - 1));
    return true;
  }

  bool part_of(Test& test, std::string_view part) {
    if (part.starts_with('<') && part.ends_with('>')) {
      auto name = part.substr(1, part.size() - 2);
      const bool second = name.ends_with('2') && lexicon_.class_of(name) < 0;
      if (second) name.remove_suffix(1);
      const std::size_t equals = name.find('=');
      const int id = lexicon_.class_of(name.substr(0, equals));
      const int slot = equals == std::string_view::npos ? id : lexicon_.class_of(name.substr(equals + 1));
      if (id < 0 || slot < 0) return fail("no such class: " + std::string(part));
      test.classes.emplace_back(static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(slot) + (second ? kSecond : 0));
      return true;
    }
    doc::Upos upos{};
    if (part.size() > 1 && doc::parse_upos(part, upos)) {
      test.upos |= 1U << static_cast<unsigned>(upos);
      return true;
    }
    test.words.push_back(lexicon_.literal(part));
    return true;
  }

  const Pattern::Macros& macros_;
  Lexicon& lexicon_;
  Pattern& out_;
  std::string error_;
};

base::Result<Pattern> Pattern::compile(std::string_view text, const Macros& macros, Lexicon& lexicon,
                                       const std::string& place) {
  Pattern pattern;
  PatternCompiler compiler(macros, lexicon, pattern);
  if (!compiler.compile(text)) return base::Error{base::Fault::kPack, compiler.error(), place};
  return pattern;
}

namespace {

// The tokens that a test takes at t; 0 when it fails.
std::uint32_t passes(const Test& test, const Input& input, TokenId t, Captures* captures) {
  const Word* word = input.words[t];
  if (word != nullptr && std::find(test.words.begin(), test.words.end(), word->id) != test.words.end()) return 1;
  const std::string_view form = input.reading.form(t);
  const bool capital = !form.empty() && base::is_upper(base::code_point_at(form, 0).value);
  const auto& upos = input.reading.syntax.upos;
  if (test.upos != 0 && t < upos.size() && (test.upos >> static_cast<unsigned>(upos[t]) & 1U) != 0) return 1;
  for (const auto& [id, slot] : test.classes) {
    if (id < kShapeCount) {
      if (!input.lexicon.may_have_shape(form)) continue;
      const auto shape = input.lexicon.shape(static_cast<Shape>(id), input.reading, t);
      if (!shape) continue;
      if (captures != nullptr) captures->add(slot, t, *shape);
      return shape->tokens;
    }
    if (word == nullptr) continue;
    for (const Word::Member& member : word->classes) {
      if (member.of != id || (member.capital && !capital)) continue;
      if (captures != nullptr) captures->add(slot, t, Capture{1, member.value, 0});
      return 1;
    }
  }
  return 0;
}

}  // namespace

struct Pattern::Run {
  const Input& input;
  Captures& captures;
  base::TokenRange sentence;
  TokenId end = 0;
};

bool Pattern::run(Run& run, std::uint32_t step, TokenId at) const {
  for (;; ++step) {
    const Step& now = steps_[step];
    const bool inside = at < run.sentence.end;
    switch (now.op) {
      case Op::kMatch: run.end = at; return true;
      case Op::kJump: step = now.a - 1; break;
      case Op::kSplit: {
        if (now.a == now.b) break;
        const std::size_t kept = run.captures.size();
        if (this->run(run, now.a, at)) return true;
        run.captures.cut(kept);
        step = now.b - 1;
        break;
      }
      case Op::kAhead:
        if (!inside || passes(tests_[now.a], run.input, at, nullptr) == 0) return false;
        break;
      case Op::kNotAhead:
        if (inside && passes(tests_[now.a], run.input, at, nullptr) != 0) return false;
        break;
      case Op::kBefore:
        if (at == run.sentence.begin || passes(tests_[now.a], run.input, at - 1, nullptr) == 0) return false;
        break;
      case Op::kNotBefore:
        if (at > run.sentence.begin && passes(tests_[now.a], run.input, at - 1, nullptr) != 0) return false;
        break;
      case Op::kTest: {
        const std::uint32_t taken = inside ? passes(tests_[now.a], run.input, at, &run.captures) : 0;
        if (taken == 0 || at + taken > run.sentence.end) return false;
        at += taken;
        break;
      }
    }
  }
}

std::uint32_t Pattern::match(const Input& input, TokenId t, Captures& captures) const {
  captures.cut(0);
  Run state{input, captures, input.reading.tokens.sentence_of(t).tokens};
  return run(state, 0, t) ? state.end - t : 0;
}

void Pattern::collect_first(std::uint32_t step, std::vector<const Test*>& out) const {
  for (;; ++step) {
    const Step& now = steps_[step];
    switch (now.op) {
      case Op::kTest: out.push_back(&tests_[now.a]); return;
      case Op::kMatch: return;
      case Op::kJump: step = now.a - 1; break;
      case Op::kSplit:
        if (now.a != now.b) collect_first(now.a, out);
        step = now.b - 1;
        break;
      default: break;
    }
  }
}

std::vector<const Test*> Pattern::first() const {
  std::vector<const Test*> tests;
  collect_first(0, tests);
  return tests;
}

}  // namespace kilde::find::times
