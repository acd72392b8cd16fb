// SPDX-License-Identifier: Apache-2.0
// The HTML pages, in the language of the one who looks. Pure: requests and status codes are the server's.
#pragma once
#include <string>

#include "serve/shelf.h"
#include "write/labels.h"

namespace kilde::serve {

// All articles, and a box to paste a text into.
std::string front_page(const Shelf& shelf, const write::Labels& labels);
// One article. `index` is its place on the shelf, or npos for a pasted text, which has no address of its own.
std::string article_page(const doc::Reading& reading, std::size_t index, const write::Labels& labels);
std::string fault_page(const std::string& message, const write::Labels& labels);

}  // namespace kilde::serve
