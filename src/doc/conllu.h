// SPDX-License-Identifier: Apache-2.0
// CoNLL-U (universaldependencies.org/format.html): the parse of a Reading written out, and read back for tests.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "doc/reading.h"

namespace kilde::doc {

// A Reading with tokens, sentences and syntax, and a text made of the forms (SpaceAfter=No is kept; "# newpar" begins a
// paragraph). The words of a multiword token stand without space; empty tokens are left out; names are read from and
// written to MISC as Name=B-PER. Columns may be separated by tabs or, for hand-written trees,
// by spaces; missing last columns count as "_".
base::Result<Reading> read_conllu(std::string_view text);

std::string to_conllu(const Reading& reading);

}  // namespace kilde::doc
