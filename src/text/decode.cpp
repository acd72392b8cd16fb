// SPDX-License-Identifier: Apache-2.0
#include "text/decode.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace kilde::text {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBinary = {
    std::pair{"%PDF-"sv, "a PDF document"sv},
    std::pair{"PK\x03\x04"sv, "a ZIP archive or office document"sv},
    std::pair{"\xD0\xCF\x11\xE0"sv, "an old office document"sv},
    std::pair{"{\\rtf"sv, "an RTF document"sv},
    std::pair{"\x1F\x8B"sv, "gzip data"sv},
    std::pair{"\xFD\x37zXZ"sv, "xz data"sv},
    std::pair{"BZh"sv, "bzip2 data"sv},
    std::pair{"\x28\xB5\x2F\xFD"sv, "zstd data"sv},
    std::pair{"\x89PNG"sv, "a PNG image"sv},
    std::pair{"\xFF\xD8\xFF"sv, "a JPEG image"sv},
    std::pair{"GIF8"sv, "a GIF image"sv},
    std::pair{"\x7F"
              "ELF"sv,
              "a program"sv},
    std::pair{"SQLite format 3"sv, "an SQLite database"sv},
};

// windows-1252, 0x80 to 0x9F; the five bytes it leaves open are the C1 controls of ISO 8859-1.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

base::Error refused(std::string message) {
  return {base::Fault::kInput, std::move(message), ""};
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    base::append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80U] : byte);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? char32_t{first} << 8 | second : char32_t{second} << 8 | first;
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = c < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
      const bool pair = low >= 0xDC00 && low < 0xE000;
      c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
      i += pair ? 2 : 0;
    }
    base::append_utf8(out, c);
  }
  if (bytes.size() % 2 == 1) base::append_utf8(out, 0xFFFD);
  return out;
}

// Characters beyond ASCII that are good UTF-8, and bytes that are not.
std::pair<std::size_t, std::size_t> count_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = base::code_point_at(bytes, i);
    if (c.size > 1) ++good;
    if (c.size == 1 && c.value == 0xFFFD) ++bad;
    i += c.size;
  }
  return {good, bad};
}

std::string with_replacements(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = base::code_point_at(bytes, i);
    base::append_utf8(out, c.value);
    i += c.size;
  }
  return out;
}

enum class Utf16 { kNo, kLittle, kBig };

// Latin text in UTF-16 has a zero in nearly every second byte.
Utf16 utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Utf16::kLittle;
  if (bytes.starts_with("\xFE\xFF")) return Utf16::kBig;
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1U : 0U;
  const std::size_t many = head.size() / 4;
  if (many > 0 && zeros[1] > many && zeros[0] * 8 < zeros[1]) return Utf16::kLittle;
  if (many > 0 && zeros[0] > many && zeros[1] * 8 < zeros[0]) return Utf16::kBig;
  return Utf16::kNo;
}

}  // namespace

std::string_view binary_kind(std::string_view bytes) {
  const auto found = std::find_if(kBinary.begin(), kBinary.end(),
                                  [&](const auto& row) { return bytes.starts_with(row.first); });
  return found == kBinary.end() ? std::string_view{} : found->second;
}

base::Result<Decoded> decode(std::string bytes) {
  if (const auto kind = binary_kind(bytes); !kind.empty())
    return refused("is " + std::string(kind) + ", not text");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (const Utf16 kind = utf16_of(bytes); kind != Utf16::kNo) {
    const bool marked = bytes[0] == '\xFF' || bytes[0] == '\xFE';
    return Decoded{from_utf16(std::string_view(bytes).substr(marked ? 2 : 0), kind == Utf16::kBig),
                   kind == Utf16::kBig ? "read as UTF-16, big endian" : "read as UTF-16, little endian"};
  }
  if (const auto zero = bytes.find('\0'); zero != std::string::npos) {
    return refused("holds a zero byte at " + std::to_string(zero) + ": not text");
  }
  if (base::first_invalid_utf8(bytes) == std::string_view::npos) return Decoded{std::move(bytes), ""};
  const auto [good, bad] = count_utf8(bytes);
  if (good <= bad) return Decoded{from_windows_1252(bytes), "not UTF-8; read as windows-1252"};
  return Decoded{with_replacements(bytes), "not all UTF-8; " + std::to_string(bad) + " bytes replaced"};
}

}  // namespace kilde::text
