// SPDX-License-Identifier: Apache-2.0
// Bytes of unknown encoding become UTF-8, and what is no text is refused.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace kilde::text {

struct Decoded {
  std::string text;  // valid UTF-8
  std::string note;  // how it was read when it was not plain UTF-8, else empty
};

// UTF-8 comes through byte for byte, control characters included; only a byte order mark is taken off.
// UTF-16 is known by its mark or by its zero bytes. Other bytes are windows-1252, unless most characters
// beyond ASCII are good UTF-8: then each bad byte becomes U+FFFD. Files known by their first bytes (PDF, ZIP,
// images ...) and bytes that hold zeros are refused. The error has no place; the caller knows it.
base::Result<Decoded> decode(std::string bytes);

// What kind of file begins so ("a PDF document"), or "" when it may be text.
std::string_view binary_kind(std::string_view bytes);

}  // namespace kilde::text
