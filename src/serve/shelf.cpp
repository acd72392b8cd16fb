// SPDX-License-Identifier: Apache-2.0
#include "serve/shelf.h"

#include <algorithm>

namespace kilde::serve {

Shelf::Shelf(std::vector<Shelved> articles) : articles_(std::move(articles)) {
  const auto published = [](const Shelved& article) { return article.reading.source.published.value_or(""); };
  std::stable_sort(articles_.begin(), articles_.end(),
                   [&](const Shelved& a, const Shelved& b) { return published(a) > published(b); });
}

}  // namespace kilde::serve
