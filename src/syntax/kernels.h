// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the network, once for each level of vector unit. All levels give the same numbers up to rounding,
// and a row's result does not depend on the rows computed beside it.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kilde::syntax {

inline constexpr int kPanel = 16;  // output columns computed together

constexpr int padded(int n) { return (n + kPanel - 1) / kPanel * kPanel; }

// Where row `row` begins in numbers with so many to a row; never computed in int.
constexpr std::ptrdiff_t row_offset(int row, int numbers) { return static_cast<std::ptrdiff_t>(row) * numbers; }

// y = W x + b. `weights` holds panels of 16 outputs, inside a panel input by input: [outputs / 16][inputs][16].
struct Linear {
  int inputs = 0;
  int outputs = 0;
  std::vector<float> weights;
  std::vector<float> bias;  // padded(outputs) numbers

  int stride() const { return padded(outputs); }
  // Puts the weight of one output and input into its place; `weights` must have been sized.
  float& at(int output, int input) {
    const auto row = row_offset(output / kPanel, inputs) + input;
    return weights[static_cast<std::size_t>(row * kPanel + output % kPanel)];
  }
  void resize(int new_outputs, int new_inputs) {
    inputs = new_inputs;
    outputs = new_outputs;
    weights.assign(static_cast<std::size_t>(stride()) * static_cast<std::size_t>(inputs), 0.0F);
    bias.assign(static_cast<std::size_t>(stride()), 0.0F);
  }
};

struct Kernels {
  std::string_view level;
  // y[rows][linear.stride()] = linear(x[rows][linear.inputs])
  void (*linear)(const Linear& linear, const float* x, int rows, float* y);
  // The gated recurrence of both directions over one sentence of `length` tokens. u: [length][6 * hidden] (stride
  // padded(6 * hidden)), peep: [2][2][hidden], h: [length][2 * hidden]. `hidden` is a multiple of 16.
  void (*scan)(const float* u, const float* peep, int length, int hidden, float* h);
  // x = norm(x + h) * scale + shift by rows of `size` (a multiple of 16); h may be null.
  void (*add_norm)(float* x, const float* h, int rows, int size, const float* scale, const float* shift);
  // x = x > 0 ? x : slope * x
  void (*rectify)(float* x, int count, float slope);
};

extern const Kernels kPlainKernels;  // loops as written in the definition, for tests and for unknown machines
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;

// From the lowest to the highest level that this machine has.
std::span<const Kernels* const> available_kernels();

}  // namespace kilde::syntax
