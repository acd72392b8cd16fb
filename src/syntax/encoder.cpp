// SPDX-License-Identifier: Apache-2.0
#include "syntax/encoder.h"

#include <algorithm>
#include <cmath>

namespace kilde::syntax {
namespace {

constexpr std::size_t kMostForms = 16384;  // kept; about 25 MB

}  // namespace

Encoder::Encoder(const Network& network, const Kernels& kernels) : network_(&network), kernels_(&kernels) {}

void Encoder::gather(std::string_view form, float* row) {
  const Network& n = *network_;
  form_features(form, features_);
  n.word.rows.add_row(n.word.row_of(features_.normal), 1.0F, row);
  row += n.word.rows.cols;
  for (const auto& bag : features_.bags) {
    const float factor = 1.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(1, bag.size())));
    for (const std::uint32_t feature : bag) n.ngram.add_row(static_cast<int>(feature), factor, row);
    row += n.ngram.cols;
  }
  if (n.vector.rows.cols > 0) n.vector.rows.add_row(n.vector.row_of(features_.normal), 1.0F, row);
}

void Encoder::compute(const std::vector<std::string_view>& fresh) {
  const Network& n = *network_;
  const int count = static_cast<int>(fresh.size());
  const auto inputs = static_cast<std::size_t>(n.encoder_inputs());
  const auto width = static_cast<std::size_t>(n.width());
  input_.assign(fresh.size() * inputs, 0.0F);
  for (std::size_t i = 0; i < fresh.size(); ++i) gather(fresh[i], input_.data() + i * inputs);
  hidden_.resize(fresh.size() * static_cast<std::size_t>(n.encoder_hidden.stride()));
  kernels_->linear(n.encoder_hidden, input_.data(), count, hidden_.data());
  kernels_->rectify(hidden_.data(), static_cast<int>(hidden_.size()), 0.0F);
  const std::size_t first = rows_.size();
  kept_.resize((first + fresh.size()) * width);
  float* out = kept_.data() + first * width;
  kernels_->linear(n.encoder_out, hidden_.data(), count, out);
  kernels_->add_norm(out, nullptr, count, n.width(), n.encoder_norm.scale.data(), n.encoder_norm.shift.data());
  for (std::size_t i = 0; i < fresh.size(); ++i) rows_.emplace(fresh[i], static_cast<std::uint32_t>(first + i));
}

void Encoder::encode(const std::vector<std::string_view>& forms, float* x) {
  if (rows_.size() + forms.size() > kMostForms) rows_.clear();
  std::vector<std::string_view> fresh;
  for (const std::string_view form : forms)
    if (rows_.find(form) == rows_.end()) fresh.push_back(form);
  std::sort(fresh.begin(), fresh.end());
  fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
  if (!fresh.empty()) compute(fresh);
  const auto width = static_cast<std::size_t>(network_->width());
  for (const std::string_view form : forms) {
    const float* row = kept_.data() + rows_.find(form)->second * width;
    x = std::copy(row, row + width, x);
  }
}

}  // namespace kilde::syntax
