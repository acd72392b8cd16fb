// SPDX-License-Identifier: Apache-2.0
// Any bytes as a stream of each input format (the first byte picks it): every article that comes out keeps
// the contract.
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/utf8.h"
#include "text/language.h"
#include "text/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kilde;
  static const auto identifier =
      text::Identifier::load(std::string(KILDE_SOURCE_DIR) + "/lang/languages.bin");
  if (!identifier) std::abort();
  if (size == 0) return 0;
  const auto formats = text::formats();
  std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  const text::Limits limits{.text = 4096, .line = 8192, .depth = 16};
  const auto reader = formats[data[0] % formats.size()].open(in, "in", limits);
  while (auto item = reader->next()) {
    if (!*item) {
      if (item->error().message.empty()) std::abort();
      continue;
    }
    const doc::SourceText& source = item->value().source;
    const bool valid =
        base::first_invalid_utf8(source.text) == std::string::npos && source.text.size() <= limits.text;
    if (!valid || source.id.empty()) std::abort();
    identifier->identify(source.text);
  }
  return 0;
}
