// SPDX-License-Identifier: Apache-2.0
#include "syntax/model_file.h"

#include <array>
#include <bit>
#include <cstring>
#include <fstream>

namespace kilde::syntax {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::string_view kMagic = "KILDESYN";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kLargest = 256U << 20;
constexpr std::uint32_t kMostRows = 1U << 24;

struct FileHead {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;
  std::uint64_t digest;
};

struct SectionHead {
  std::uint16_t name;  // bytes
  std::uint8_t kind;
  std::uint8_t zero;
  std::uint32_t rows;
  std::uint32_t cols;
};

constexpr std::size_t padded8(std::size_t n) { return (n + 7) / 8 * 8; }

// Catches damage, not malice. Words of eight bytes: a few milliseconds for a whole model.
std::uint64_t digest_of(std::span<const unsigned char> bytes) {
  std::uint64_t h = 0xCBF29CE484222325U;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    h = (h ^ word) * 0x9E3779B97F4A7C15U;
    h ^= h >> 32;
  }
  return h;
}

std::string hexadecimal(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15U];
  return out;
}

template <class T>
std::span<const T> as(std::span<const unsigned char> bytes, std::size_t count) {
  return {reinterpret_cast<const T*>(bytes.data()), count};
}

}  // namespace

int StringTable::lower_bound(std::string_view text) const {
  int low = 0;
  int high = size();
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if ((*this)[middle] < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

int StringTable::find(std::string_view text) const {
  const int row = lower_bound(text);
  return row < size() && (*this)[row] == text ? row : -1;
}

void ByteRows::add_row(int row, float factor, float* out) const {
  const float scale = factor * scales[row];
  const std::int8_t* value = values + static_cast<std::ptrdiff_t>(row) * cols;
  for (int i = 0; i < cols; ++i) out[i] += scale * static_cast<float>(value[i]);
}

base::Result<ModelFile> ModelFile::read(const std::filesystem::path& path) {
  const auto fault = [&](base::Fault kind, std::string what) {
    return base::Error{kind, std::move(what), path.string()};
  };
  std::error_code code;
  const auto size = std::filesystem::file_size(path, code);
  if (code) return fault(base::Fault::kIo, "cannot read the syntax model: " + code.message());
  if (size > kLargest) return fault(base::Fault::kPack, "too large for a syntax model");
  ModelFile file;
  const std::shared_ptr<unsigned char[]> bytes(new unsigned char[size + 1]);
  std::ifstream in(path, std::ios::binary);
  if (!in.read(reinterpret_cast<char*>(bytes.get()), static_cast<std::streamsize>(size)))
    return fault(base::Fault::kIo, "cannot read the syntax model");
  file.bytes_ = bytes;
  if (!file.open({bytes.get(), size})) return fault(base::Fault::kPack, file.error_);
  return file;
}

bool ModelFile::open(std::span<const unsigned char> file) {
  FileHead head{};
  if (file.size() < sizeof head) return fail("cut short: no room for a model's header"), false;
  std::memcpy(&head, file.data(), sizeof head);
  if (std::string_view(head.magic, 8) != kMagic) return fail("not a syntax model"), false;
  if (head.version != kVersion)
    return fail("model format " + std::to_string(head.version) + ", this program reads format " + std::to_string(kVersion)), false;
  auto rest = file.subspan(sizeof head);
  if (rest.size() != head.size)
    return fail("has " + std::to_string(rest.size()) + " bytes of data where " + std::to_string(head.size) + " are announced"), false;
  if (digest_of(rest) != head.digest) return fail("damaged: its digest does not fit its bytes"), false;
  digest_ = hexadecimal(head.digest);
  for (std::uint32_t i = 0; i < head.sections; ++i)
    if (!add_section(rest)) return false;
  if (!rest.empty()) fail("has bytes after its last section");
  return error_.empty();
}

bool ModelFile::add_section(std::span<const unsigned char>& rest) {
  SectionHead head{};
  if (rest.size() < sizeof head) return fail("cut short in a section's header"), false;
  std::memcpy(&head, rest.data(), sizeof head);
  const std::size_t start = padded8(sizeof head + head.name);
  if (rest.size() < start + 8) return fail("cut short in a section's header"), false;
  std::uint64_t size = 0;
  std::memcpy(&size, rest.data() + start, 8);
  if (size % 8 != 0 || size > rest.size() - start - 8) return fail("cut short in a section"), false;
  if (head.kind > 3 || head.rows > kMostRows || head.cols > kMostRows) return fail("has a section of unknown kind or size"), false;
  Section section{{reinterpret_cast<const char*>(rest.data()) + sizeof head, head.name}, static_cast<Kind>(head.kind), head.rows,
                  head.cols, rest.subspan(start + 8, size)};
  if (!check(section)) return fail("section " + std::string(section.name) + " does not hold what it announces"), false;
  sections_.push_back(section);
  rest = rest.subspan(start + 8 + size);
  return true;
}

bool ModelFile::check(const Section& s) {
  const std::uint64_t rows = s.rows;
  switch (s.kind) {
    case Kind::kNumbers:
    case Kind::kFloats: return rows * 4 <= s.body.size();
    case Kind::kBytes: return rows * 4 + rows * s.cols <= s.body.size();
    case Kind::kStrings: break;
  }
  if (rows * 4 > s.body.size()) return false;
  std::uint32_t before = 0;
  for (const std::uint32_t end : as<std::uint32_t>(s.body, rows)) {
    if (end < before) return false;
    before = end;
  }
  return rows * 4 + before <= s.body.size();
}

void ModelFile::fail(std::string message) {
  if (error_.empty()) error_ = std::move(message);
}

const ModelFile::Section* ModelFile::find(std::string_view name) const {
  for (const auto& section : sections_)
    if (section.name == name) return &section;
  return nullptr;
}

const ModelFile::Section* ModelFile::need(std::string_view name, Kind kind) {
  const Section* section = find(name);
  if (section == nullptr) return fail("lacks section " + std::string(name)), nullptr;
  if (section->kind != kind) return fail("section " + std::string(name) + " is of another kind"), nullptr;
  return section;
}

StringTable ModelFile::strings(std::string_view name) {
  const Section* s = need(name, Kind::kStrings);
  if (s == nullptr) return {};
  return {as<std::uint32_t>(s->body, s->rows), reinterpret_cast<const char*>(s->body.data()) + std::size_t{4} * s->rows};
}

std::span<const std::int32_t> ModelFile::numbers(std::string_view name) {
  const Section* s = need(name, Kind::kNumbers);
  return s == nullptr ? std::span<const std::int32_t>{} : as<std::int32_t>(s->body, s->rows);
}

int ModelFile::number(std::string_view name, int least, int most) {
  const auto found = numbers(name);
  if (found.size() == 1 && found[0] >= least && found[0] <= most) return found[0];
  fail("number " + std::string(name) + " is missing or out of range");
  return least;
}

std::span<const float> ModelFile::floats(std::string_view name, int count) {
  const Section* s = need(name, Kind::kFloats);
  if (s == nullptr) return {};
  if (s->rows != static_cast<std::uint32_t>(count)) {
    fail("section " + std::string(name) + " has " + std::to_string(s->rows) + " numbers, not " + std::to_string(count));
    return {};
  }
  return as<float>(s->body, s->rows);
}

ByteRows ModelFile::rows(std::string_view name) {
  const Section* s = need(name, Kind::kBytes);
  if (s == nullptr) return {};
  const auto rows = static_cast<std::size_t>(s->rows);
  return {static_cast<int>(s->rows), static_cast<int>(s->cols), as<float>(s->body, rows).data(),
          reinterpret_cast<const std::int8_t*>(s->body.data() + rows * 4)};
}

}  // namespace kilde::syntax
