// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#include "syntax/kernels.h"

#define KILDE_LANES 16
#define KILDE_ROWS 14

namespace kilde::syntax {
namespace {
#include "syntax/kernel_level.inc"  // NOLINT: one text, several levels
}  // namespace

const Kernels kAvx512Kernels = {"avx512", linear, scan, add_norm, rectify};

}  // namespace kilde::syntax
#endif
