// SPDX-License-Identifier: Apache-2.0
// Any text through all passes and out as a document: nothing crashes, and every span lies within the text.
#include <cstdlib>
#include <string>

#include "reader/reader.h"
#include "text/decode.h"
#include "write/document.h"

namespace {

using namespace kilde;

reader::Language language_of(const char* name) {
  const std::string source = KILDE_SOURCE_DIR;
  auto language = reader::Language::load(source + "/lang/" + name, source + "/codebook");
  if (!language) std::abort();
  return std::move(language).value();
}

void require(bool holds) {
  if (!holds) std::abort();
}

void require_spans(const doc::Reading& reading) {
  const auto size = static_cast<std::uint32_t>(reading.text().size());
  for (const auto& time : reading.times) require(time.span.end <= size && !time.span.empty());
  for (const auto& statement : reading.statements) {
    require(statement.span.end <= size && statement.span.contains(statement.trigger));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const reader::Language languages[] = {language_of("da"), language_of("en")};
  static reader::Reader readers[] = {reader::Reader(languages[0]), reader::Reader(languages[1])};
  if (size == 0) return 0;
  auto decoded = text::decode(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  if (!decoded) return 0;
  doc::SourceText source;
  source.id = "fuzz";
  source.text = std::move(decoded->text);
  source.date = doc::Date{2024, 3, 20};
  const doc::Reading reading = readers[data[0] % 2].read(std::move(source));
  require_spans(reading);
  require(!write::document(reading, {}, false).empty());
  return 0;
}
