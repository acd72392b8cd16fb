// SPDX-License-Identifier: Apache-2.0
#include "syntax/model.h"

#include "syntax/engine.h"
#include "syntax/network.h"

namespace kilde::syntax {

struct Model::Weights {
  Network network;
};
struct Parser::Scratch {
  Engine engine;
};

Model::Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

base::Result<Model> Model::load(const std::filesystem::path& file) {
  auto network = Network::load(file);
  if (!network) return network.error();
  Model model;
  model.weights_ = std::make_unique<const Weights>(Weights{std::move(*network)});
  return model;
}

const std::string& Model::digest() const { return weights_->network.digest; }

Parser::Parser(const Model& model)
    : scratch_(std::make_unique<Scratch>(Scratch{Engine(model.weights_->network, *available_kernels().back())})) {}
Parser::Parser(Parser&&) noexcept = default;
Parser::~Parser() = default;

void Parser::annotate(const doc::TokenTable& tokens, std::string_view text, doc::SyntaxTable& out) {
  scratch_->engine.annotate(tokens, text, out);
}

}  // namespace kilde::syntax
