// SPDX-License-Identifier: Apache-2.0
// The trained network of a language: tags, lemmas, dependency trees and names for tokens.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "doc/syntax_table.h"
#include "doc/token_table.h"

namespace kilde::syntax {

// Const after loading and shared by threads.
class Model {
 public:
  // Validates the whole file; a truncated or foreign one gives an error that names it.
  static base::Result<Model> load(const std::filesystem::path& file);
  // Hash of the weights as hexadecimal digits, kept beside everything that was read with them.
  const std::string& digest() const;

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

 private:
  Model();
  friend class Parser;
  struct Weights;
  std::unique_ptr<const Weights> weights_;
};

// Scratch memory of one thread; borrows the model, which must outlive it.
class Parser {
 public:
  explicit Parser(const Model& model);
  Parser(Parser&&) noexcept;
  ~Parser();
  // Fills every column of `out` for all tokens. Sentences are independent: the same sentence gives the same answer anywhere.
  void annotate(const doc::TokenTable& tokens, std::string_view text, doc::SyntaxTable& out);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace kilde::syntax
