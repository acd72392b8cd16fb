// SPDX-License-Identifier: Apache-2.0
// The word encoder and its memory: a form is computed once and kept until the memory is full.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/form_features.h"
#include "syntax/kernels.h"
#include "syntax/network.h"

namespace kilde::syntax {

// Belongs to one thread; borrows the network.
class Encoder {
 public:
  Encoder(const Network& network, const Kernels& kernels);
  // x[i] = encoding of forms[i], rows of network.width() numbers.
  void encode(const std::vector<std::string_view>& forms, float* x);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  void gather(std::string_view form, float* row);
  void compute(const std::vector<std::string_view>& fresh);

  const Network* network_;
  const Kernels* kernels_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> rows_;
  std::vector<float> kept_;
  FormFeatures features_;
  std::vector<float> input_, hidden_, output_;
};

}  // namespace kilde::syntax
