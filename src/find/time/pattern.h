// SPDX-License-Identifier: Apache-2.0
// Token patterns of time_rules.tsv, compiled to a small backtracking program.
//
//   word|other    a token with one of these forms, in any case
//   <class>       a token of a class, or a shape (lexicon.h); kept for the value. <class2> keeps a second one,
//                 <class=other> keeps it as if it were of the other class
//   NOUN          a token with this word class
//   x?            optional; longest first
//   ( a b | c )   a group; the brackets and the bar stand by themselves, ")?" makes the group optional
//   @name         the pattern of the row with that id
//   !x  &x        the next token must not, must be x (it is not taken)
//   -x  +x        the same for the token before; only at the beginning
#pragma once
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/reading.h"
#include "find/time/lexicon.h"

namespace kilde::find::times {

// What the tests of one match kept, by slot. Slots are class ids; second ones count from kSecond.
inline constexpr std::uint32_t kSecond = 64;

class Captures {
 public:
  void add(std::uint32_t slot, doc::TokenId token, const Capture& capture);
  void cut(std::size_t size) { size_ = size; }
  std::size_t size() const { return size_; }
  // Null when the slot was not filled.
  const Capture* get(std::uint32_t slot) const;
  // The token where a slot was filled.
  doc::TokenId token(std::uint32_t slot) const;

 private:
  struct Kept {
    std::uint32_t slot;
    doc::TokenId token;
    Capture capture;
  };
  std::array<Kept, 16> kept_;
  std::size_t size_ = 0;
};

struct Test {
  std::vector<std::uint32_t> words;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> classes;  // class id and slot
  std::uint32_t upos = 0;                                        // bit set
};

// Words of a reading, looked up once.
struct Input {
  const doc::Reading& reading;
  const Lexicon& lexicon;
  std::span<const Word* const> words;
};

class Pattern {
 public:
  using Macros = std::map<std::string, std::string, std::less<>>;
  // `place` ("file:line") goes into errors. Words of the pattern are added to the lexicon.
  static base::Result<Pattern> compile(std::string_view text, const Macros& macros, Lexicon& lexicon,
                                       const std::string& place);

  // Tokens that a match from t on takes within the sentence; 0 for none. Fills `captures`.
  std::uint32_t match(const Input& input, doc::TokenId t, Captures& captures) const;
  // The tests one of which the first token must pass.
  std::vector<const Test*> first() const;

 private:
  friend class PatternCompiler;
  enum class Op : std::uint8_t { kTest, kAhead, kNotAhead, kBefore, kNotBefore, kSplit, kJump, kMatch };
  struct Step {
    Op op;
    std::uint32_t a = 0;  // test, or where to go first
    std::uint32_t b = 0;  // where to go second
  };
  struct Run;

  bool run(Run& run, std::uint32_t step, doc::TokenId at) const;
  void collect_first(std::uint32_t step, std::vector<const Test*>& out) const;

  std::vector<Step> steps_;
  std::vector<Test> tests_;
};

}  // namespace kilde::find::times
