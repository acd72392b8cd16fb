// SPDX-License-Identifier: Apache-2.0
#include "token/sentences.h"

#include "token/chars.h"

namespace kilde::token {
namespace {

// Tokens. Longer than any sentence of the treebanks; what comes without a full stop for longer is cut here, so that
// passes whose work grows with the square of a sentence stay quick on any text.
constexpr std::uint32_t kLongest = 250;

class Splitter {
 public:
  Splitter(const Boundary& boundary, std::string_view text, const Pieces& pieces)
      : boundary_(boundary),
        text_(text),
        pieces_(pieces),
        size_(static_cast<std::uint32_t>(pieces.spans.size())) {}

  // The token behind the sentence that begins with `first`.
  std::uint32_t sentence_end(std::uint32_t first) const {
    for (std::uint32_t t = first; t < size_; ++t) {
      if (t > first && (t >= first + kLongest || lacks_stop_before(first, t))) return t;
      if (pieces_.ends[t] == End::kNo) continue;
      const std::uint32_t next = after_closers(t + 1);
      if (next >= size_ || (spaced(next) && begins_sentence(next))) return next;
      t = next - 1;
    }
    return size_;
  }

 private:
  std::string_view form(std::uint32_t t) const { return pieces_.spans[t].in(text_); }
  bool spaced(std::uint32_t t) const { return t > 0 && pieces_.spans[t].begin > pieces_.spans[t - 1].end; }

  // Whether a sentence that began with `first` is over before `t`, though nothing ends it.
  bool lacks_stop_before(std::uint32_t first, std::uint32_t t) const {
    const std::string_view word = form(t);
    if (!base::is_upper(first_of(word)) || boundary_.empty()) return false;
    const std::string_view before = form(t - 1);
    if (!is_word(first_of(before)) || before.ends_with('.') || !spaced(t)) return false;
    const Gap gap{t >= first + 2 ? form(t - 2) : std::string_view{}, before, word,
                  t + 1 < size_ ? form(t + 1) : std::string_view{}, t - first};
    return boundary_.score(gap) > 0;
  }

  // Skips quotation marks, brackets and further enders that stand directly behind the end.
  std::uint32_t after_closers(std::uint32_t t) const {
    while (t < size_ && !spaced(t)) {
      const char32_t c = first_of(form(t));
      if (!is_quote(c) && !is_closing_bracket(c) && pieces_.ends[t] == End::kNo) break;
      ++t;
    }
    return t;
  }

  bool begins_sentence(std::uint32_t t) const {
    for (; t < size_; ++t) {
      const char32_t c = first_of(form(t));
      if (is_word(c)) return !base::is_lower(c);
      const bool opener = is_quote(c) || is_opening_bracket(c) || is_dash(c);
      if (!opener) return c != U',' && c != U';' && c != U':' && !is_closing_bracket(c);
    }
    return true;
  }

  const Boundary& boundary_;
  std::string_view text_;
  const Pieces& pieces_;
  std::uint32_t size_;
};

}  // namespace

void add_sentences(const Boundary& boundary, std::string_view text, const Pieces& pieces, std::uint32_t first,
                   std::uint32_t paragraph, doc::TokenTable& out) {
  const Splitter splitter(boundary, text, pieces);
  while (first < pieces.spans.size()) {
    const std::uint32_t end = splitter.sentence_end(first);
    const auto number = static_cast<std::uint32_t>(out.sentence_list.size());
    out.sentence_list.push_back({{first, end}, paragraph});
    out.sentences.insert(out.sentences.end(), end - first, number);
    first = end;
  }
}

}  // namespace kilde::token
