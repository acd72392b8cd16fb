// SPDX-License-Identifier: Apache-2.0
#include "syntax/kernels.h"

#include <algorithm>
#include <cmath>

namespace kilde::syntax {
namespace {

void linear(const Linear& w, const float* x, int rows, float* y) {
  for (int r = 0; r < rows; ++r, x += w.inputs, y += w.stride())
    for (int o = 0; o < w.stride(); ++o) {
      const float* weight = w.weights.data() + row_offset(o / kPanel, w.inputs) * kPanel + o % kPanel;
      float sum = w.bias[static_cast<std::size_t>(o)];
      for (int i = 0; i < w.inputs; ++i) sum += x[i] * weight[row_offset(i, kPanel)];
      y[o] = sum;
    }
}

float sigmoid(float x) { return 1.0F / (1.0F + std::exp(-x)); }

void scan(const float* u, const float* peep, int length, int hidden, float* h) {
  const int stride = padded(6 * hidden);
  std::vector<float> state(static_cast<std::size_t>(hidden));
  for (int direction = 0; direction < 2; ++direction) {
    std::fill(state.begin(), state.end(), 0.0F);
    const float* peep_f = peep + row_offset(2 * direction, hidden);
    for (int k = 0; k < length; ++k) {
      const int t = direction == 0 ? k : length - 1 - k;
      const float* in = u + row_offset(t, stride) + row_offset(3 * direction, hidden);
      for (int i = 0; i < hidden; ++i) {
        float& c = state[static_cast<std::size_t>(i)];
        const float f = sigmoid(in[hidden + i] + peep_f[i] * c);
        c = f * c + (1 - f) * in[i];
        const float r = sigmoid(in[2 * hidden + i] + peep_f[hidden + i] * c);
        h[(t * 2 + direction) * hidden + i] = r * std::tanh(c);
      }
    }
  }
}

void add_norm(float* x, const float* h, int rows, int size, const float* scale, const float* shift) {
  for (int r = 0; r < rows; ++r, x += size) {
    float mean = 0;
    float square = 0;
    for (int i = 0; i < size; ++i) {
      if (h != nullptr) x[i] += h[r * size + i];
      mean += x[i];
    }
    mean /= static_cast<float>(size);
    for (int i = 0; i < size; ++i) square += (x[i] - mean) * (x[i] - mean);
    const float factor = 1.0F / std::sqrt(square / static_cast<float>(size) + 1e-5F);
    for (int i = 0; i < size; ++i) x[i] = (x[i] - mean) * factor * scale[i] + shift[i];
  }
}

void rectify(float* x, int count, float slope) {
  for (int i = 0; i < count; ++i) x[i] = x[i] > 0 ? x[i] : slope * x[i];
}

}  // namespace

const Kernels kPlainKernels = {"plain", linear, scan, add_norm, rectify};

std::span<const Kernels* const> available_kernels() {
#if defined(__x86_64__)
  static const Kernels* const all[] = {&kPlainKernels, &kAvx2Kernels, &kAvx512Kernels};
  static const std::size_t count = [] {
    __builtin_cpu_init();
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
    return std::size_t{1} + (avx2 ? 1U : 0U) + (avx512 ? 1U : 0U);
  }();
  return {all, count};
#else
  static const Kernels* const all[] = {&kPlainKernels};
  return all;
#endif
}

}  // namespace kilde::syntax
