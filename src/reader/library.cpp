// SPDX-License-Identifier: Apache-2.0
#include "reader/library.h"

#include <algorithm>

namespace kilde::reader {
namespace {

// "da-DK" and "da_DK" are Danish.
std::string primary(std::string_view tag) {
  return std::string(tag.substr(0, tag.find_first_of("-_")));
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

Library::Library(std::filesystem::path data_folder) : data_(std::move(data_folder)) {}

std::vector<std::string> Library::languages() const {
  std::vector<std::string> names;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(data_ / "lang", failed)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && !name.starts_with('_') && !name.starts_with('.')) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

base::Result<const Language*> Library::language(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (const auto found = loaded_.find(name); found != loaded_.end()) return found->second.get();
  const auto known = languages();
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    return base::Error{base::Fault::kInput,
                       "no language pack for \"" + std::string(name) + "\" (there are " + join(known) + ")",
                       ""};
  }
  auto language = Language::load(data_ / "lang" / name, data_ / "codebook");
  if (!language) return language.error();
  auto owned = std::make_unique<const Language>(std::move(language).value());
  return loaded_.emplace(name, std::move(owned)).first->second.get();
}

base::Result<const text::Identifier*> Library::identifier() const {
  const std::lock_guard lock(mutex_);
  if (!identifier_) {
    auto loaded = text::Identifier::load(data_ / "lang" / "languages.bin");
    if (!loaded) return loaded.error();
    identifier_ = std::make_unique<const text::Identifier>(std::move(loaded).value());
  }
  return identifier_.get();
}

base::Result<std::string> Library::guess(const doc::SourceText& source) const {
  const auto identifier = this->identifier();
  if (!identifier) return identifier.error();
  const text::Identified found = (*identifier)->identify(source.text);
  const auto known = languages();
  const auto has = [&](std::string_view name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  };
  if (has(found.language)) return std::string(found.language);
  if (found.margin < text::Identifier::kSureMargin && has(found.second)) return std::string(found.second);
  const std::string which = found.language.empty() ? "the language cannot be told from the words"
                                                   : "seems to be in \"" + std::string(found.language) + "\"";
  return base::Error{base::Fault::kInput, which + "; there are packs for " + join(known), source.id};
}

base::Result<doc::Reading> LibraryReader::read(doc::SourceText source) {
  if (source.language.empty()) {
    auto guessed = library_->guess(source);
    if (!guessed) return guessed.error();
    source.language = std::move(guessed).value();
  }
  source.language = primary(source.language);
  auto reader = readers_.find(source.language);
  if (reader == readers_.end()) {
    const auto language = library_->language(source.language);
    if (!language) return language.error();
    reader = readers_.emplace(source.language, Reader(**language)).first;
  }
  return reader->second.read(std::move(source));
}

}  // namespace kilde::reader
