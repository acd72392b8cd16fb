// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "kilde/kilde.h"
#include "reader/library.h"
#include "text/date.h"
#include "write/document.h"

namespace kilde {
namespace {

std::optional<std::string> known(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

}  // namespace

struct Engine::State {
  reader::Library library;
};

Engine::Engine(const std::string& data_folder) : state_(new State{reader::Library(data_folder)}) {}
Engine::Engine(Engine&&) noexcept = default;
Engine::~Engine() = default;

std::vector<std::string> Engine::languages() const {
  return state_->library.languages();
}

std::variant<std::string, Failure> Engine::read(const Article& article) const {
  if (base::first_invalid_utf8(article.text) != std::string::npos) return Failure{"the text is not UTF-8"};
  doc::SourceText source;
  source.text = article.text;
  source.language = article.language;
  source.id = article.id;
  source.url = known(article.url);
  source.outlet = known(article.outlet);
  source.title = known(article.title);
  if (!article.published.empty()) {
    if (auto note = text::set_published(source, article.published); !note.empty())
      return Failure{std::move(note)};
  }
  const auto reading = reader::LibraryReader(state_->library).read(std::move(source));
  if (!reading) return Failure{reading.error().what()};
  const auto language = state_->library.language(reading->source.language);
  return write::document(*reading, {(*language)->pack().digest(), (*language)->model().digest()});
}

}  // namespace kilde
