// SPDX-License-Identifier: Apache-2.0
#include "find/figure/figure.h"

namespace kilde::find {

base::Result<FigureFinder> FigureFinder::make(const pack::Pack&) { return FigureFinder{}; }
void FigureFinder::find(doc::Reading&, const match::Tree&) const {}

}  // namespace kilde::find
