// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#include "syntax/kernels.h"

#define KILDE_LANES 8
#define KILDE_ROWS 6

namespace kilde::syntax {
namespace {
#include "syntax/kernel_level.inc"  // NOLINT: one text, several levels
}  // namespace

const Kernels kAvx2Kernels = {"avx2", linear, scan, add_norm, rectify};

}  // namespace kilde::syntax
#endif
