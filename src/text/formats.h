// SPDX-License-Identifier: Apache-2.0
// Inside this room: what each format's file offers to the table of formats, and what they share.
#pragma once
#include "text/reader.h"

namespace kilde::text {

std::unique_ptr<ItemReader> open_plain(std::istream& in, std::string name, const Limits& limits);
std::unique_ptr<ItemReader> open_json_lines(std::istream& in, std::string name, const Limits& limits);

base::Error bad_item(std::string message, std::string place);
// Why a text cannot be an article ("longer than 16 MiB", "holds no words"), or "".
std::string fault_of_text(std::string_view text, const Limits& limits);
std::string size_in_words(std::size_t bytes);  // "16 MiB"

}  // namespace kilde::text
