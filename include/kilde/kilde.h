// SPDX-License-Identifier: Apache-2.0
// The public face, for programs that embed kilde: open the language packs, read an article. Only the standard
// library is needed to include it; link with kilde_face. Example: tests/face/face_test.cpp.
#pragma once
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace kilde {

struct Article {
  std::string text;      // UTF-8; an empty line separates paragraphs
  std::string language;  // "da", "en"; empty: told from the text
  std::string
      published;  // "2024-03-20" or ISO 8601 with a time; relative dates count from it. Empty: unknown
  std::string id, url, outlet, title;
};

// What went wrong, for a person to read.
struct Failure {
  std::string message;
};

// The language packs of one folder. Const use from several threads is safe; each read() has its own scratch
// memory.
class Engine {
 public:
  // `data_folder` holds lang/ and codebook/. A pack is loaded when an article first needs it, and then kept.
  explicit Engine(const std::string& data_folder);
  Engine(Engine&&) noexcept;
  ~Engine();

  std::vector<std::string> languages() const;
  // One kilde/1 document as JSON (docs/formats/document.md), or why there is none.
  std::variant<std::string, Failure> read(const Article& article) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kilde
