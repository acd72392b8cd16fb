// SPDX-License-Identifier: Apache-2.0
// Any UTF-8 text: the tokens tile it and the sentences tile the tokens.
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "pack/pack.h"
#include "text/decode.h"
#include "token/tokenizer.h"

namespace {

using namespace kilde;

token::Tokenizer tokenizer_of(const char* language) {
  const std::string source = KILDE_SOURCE_DIR;
  const auto pack = pack::Pack::load(source + "/lang/" + language, source + "/codebook");
  if (!pack) std::abort();
  auto tokenizer = token::Tokenizer::make(*pack);
  if (!tokenizer) std::abort();
  return std::move(tokenizer).value();
}

void require(bool holds) {
  if (!holds) std::abort();
}

void require_space(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const auto c = base::code_point_at(text, begin);
    require(base::is_space(c.value));
    begin += c.size;
  }
}

void require_tiles(std::string_view text, const doc::TokenTable& tokens) {
  std::size_t at = 0;
  for (const auto span : tokens.spans) {
    require(at <= span.begin && span.begin < span.end && span.end <= text.size());
    require_space(text, at, span.begin);
    require(base::first_invalid_utf8(span.in(text)) == std::string_view::npos);
    at = span.end;
  }
  require_space(text, at, text.size());
  std::uint32_t next = 0;
  for (const auto& sentence : tokens.sentence_list) {
    require(sentence.tokens.begin == next && !sentence.tokens.empty());
    next = sentence.tokens.end;
  }
  require(next == tokens.size() && tokens.sentences.size() == tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const token::Tokenizer tokenizers[] = {tokenizer_of("da"), tokenizer_of("en")};
  if (size == 0) return 0;
  const auto decoded = text::decode(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  if (!decoded) return 0;
  doc::TokenTable tokens;
  tokenizers[data[0] % 2].tokenize(decoded->text, tokens);
  require_tiles(decoded->text, tokens);
  return 0;
}
