// SPDX-License-Identifier: Apache-2.0
// The articles that the server shows, in memory, newest first. Const after construction and shared by
// threads.
#pragma once
#include <string>
#include <vector>

#include "doc/reading.h"
#include "write/document.h"

namespace kilde::serve {

struct Shelved {
  doc::Reading reading;
  write::Origin origin;
};

class Shelf {
 public:
  explicit Shelf(std::vector<Shelved> articles);

  std::size_t size() const { return articles_.size(); }
  const Shelved& operator[](std::size_t index) const { return articles_[index]; }

 private:
  std::vector<Shelved> articles_;
};

}  // namespace kilde::serve
