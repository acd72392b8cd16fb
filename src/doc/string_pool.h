// SPDX-License-Identifier: Apache-2.0
// Strings of one Reading, each stored once and named by a 32-bit id. Views stay valid as long as the pool lives.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kilde::doc {

class StringPool {
 public:
  StringPool() = default;
  StringPool(StringPool&&) = default;
  StringPool& operator=(StringPool&&) = default;
  StringPool(const StringPool&) = delete;  // the index holds views into the deque
  StringPool& operator=(const StringPool&) = delete;

  std::uint32_t intern(std::string_view text) {
    if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
    const auto id = static_cast<std::uint32_t>(strings_.size());
    ids_.emplace(strings_.emplace_back(text), id);
    return id;
  }
  std::string_view operator[](std::uint32_t id) const { return strings_[id]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(strings_.size()); }

 private:
  std::deque<std::string> strings_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;
};

}  // namespace kilde::doc
