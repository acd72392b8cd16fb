// SPDX-License-Identifier: Apache-2.0
// A Reading as HTML: the article with its statements marked; pointing at one, or tabbing to it, shows the
// chain of sources.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "doc/reading.h"
#include "write/labels.h"

namespace kilde::write {

// Text made safe to stand in HTML, also between quotes of an attribute.
std::string escaped(std::string_view text);

// One article with its list of sources and statements: an <article> element, no script, no style of its own.
std::string html_article(const doc::Reading& reading, const Labels& labels);

// The style sheet that html_article() counts on, and the hash by which a Content-Security-Policy may allow it
// inline.
std::string_view style_sheet();
std::string_view style_sheet_hash();  // "sha256-..."

// One self-contained file of articles: opens from disk, fetches nothing, runs nothing.
std::string html_page_begin(std::string_view title, std::string_view language);
std::string html_page_end();

}  // namespace kilde::write
