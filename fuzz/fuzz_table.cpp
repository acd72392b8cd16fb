// SPDX-License-Identifier: Apache-2.0
// Any bytes as a lexicon and as a table of languages: refused with a place, or every cell can be asked for.
#include <cstdlib>
#include <string>

#include "pack/table.h"
#include "text/date.h"
#include "text/language.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kilde;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto table = pack::Table::parse(bytes, "table");
  if (!table && table.error().place.empty()) std::abort();
  for (std::size_t row = 0; table && row < table->size(); ++row) {
    for (std::size_t column = 0; column < table->columns().size(); ++column) {
      for (const auto part : pack::split(table->cell(row, static_cast<int>(column)))) {
        if (part.find('|') != std::string_view::npos) std::abort();
      }
    }
  }
  const auto languages = text::Identifier::parse(bytes, "table");
  if (languages) languages->identify("Det er en prøve.");
  text::parse_published(bytes);
  return 0;
}
