// SPDX-License-Identifier: Apache-2.0
// Every language pack of a data folder, and reading articles of any of those languages.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reader/reader.h"
#include "text/language.h"

namespace kilde::reader {

// Shared by threads. A language is loaded when it is first asked for, once, and kept.
class Library {
 public:
  // The folder holds lang/ and codebook/. Nothing is loaded yet.
  explicit Library(std::filesystem::path data_folder);

  // Names of the packs there are, sorted: "da", "en".
  std::vector<std::string> languages() const;
  // The pointer lives as long as the library. An unknown language is bad input; a broken pack is said each
  // time.
  base::Result<const Language*> language(std::string_view name) const;
  // Name of the pack for a text that does not say its language; bad input when it is in a language without
  // one or too short to tell.
  base::Result<std::string> guess(const doc::SourceText& source) const;

 private:
  base::Result<const text::Identifier*> identifier() const;

  std::filesystem::path data_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const Language>, std::less<>> loaded_;
  mutable std::unique_ptr<const text::Identifier> identifier_;
};

// Scratch memory of one thread; borrows the library, which must outlive it.
class LibraryReader {
 public:
  explicit LibraryReader(const Library& library) : library_(&library) {}

  // Reads in the article's own language; when it names none, the language is guessed from the words.
  base::Result<doc::Reading> read(doc::SourceText source);

 private:
  const Library* library_;
  std::map<std::string, Reader, std::less<>> readers_;
};

}  // namespace kilde::reader
