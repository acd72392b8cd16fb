// SPDX-License-Identifier: Apache-2.0
#include "text/formats.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace kilde::text {
namespace {

constexpr std::array kFormats = {
    Format{"text", ".txt .text", open_plain},
    Format{"jsonl", ".jsonl .ndjson", open_json_lines},
};

bool holds_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::code_point_at(text, i);
    if (base::is_letter(c.value) || base::is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
}

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* format_named(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

const Format& format_of_file(std::string_view file_name) {
  const auto dot = file_name.find_last_of("./");
  if (dot == std::string_view::npos || file_name[dot] == '/') return kFormats[0];
  const std::string extension = base::lower(file_name.substr(dot));
  for (const Format& format : kFormats) {
    const auto at = format.extensions.find(extension);
    const auto end = at + extension.size();
    if (at != std::string_view::npos && (end == format.extensions.size() || format.extensions[end] == ' '))
      return format;
  }
  return kFormats[0];
}

base::Error bad_item(std::string message, std::string place) {
  return {base::Fault::kInput, std::move(message), std::move(place)};
}

std::string fault_of_text(std::string_view text, const Limits& limits) {
  if (text.size() > limits.text) return "an article of more than " + size_in_words(limits.text);
  return holds_word(text) ? "" : "an article without words";
}

std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t kMiB = std::size_t{1} << 20;
  return bytes % kMiB == 0 ? std::to_string(bytes / kMiB) + " MiB" : std::to_string(bytes) + " bytes";
}

}  // namespace kilde::text
