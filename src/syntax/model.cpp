// SPDX-License-Identifier: Apache-2.0
#include "syntax/model.h"

namespace kilde::syntax {

struct Model::Weights {
  std::string digest;
};
struct Parser::Scratch {};

Model::Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

base::Result<Model> Model::load(const std::filesystem::path&) {
  Model model;
  model.weights_ = std::make_unique<const Weights>();
  return model;
}

const std::string& Model::digest() const { return weights_->digest; }

Parser::Parser(const Model& model) : model_(&model) {}
Parser::Parser(Parser&&) noexcept = default;
Parser::~Parser() = default;

void Parser::annotate(const doc::TokenTable&, std::string_view, doc::SyntaxTable& out) {
  static_cast<void>(model_);
  out = {};
}

}  // namespace kilde::syntax
