// SPDX-License-Identifier: Apache-2.0
// The ordered passes from an article's text to its statements, for one language.
#pragma once
#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "claim/claim.h"
#include "doc/reading.h"
#include "find/attribution/attribution.h"
#include "find/entity/entity.h"
#include "find/event/event.h"
#include "find/figure/figure.h"
#include "find/time/time.h"
#include "pack/pack.h"
#include "syntax/mend.h"
#include "syntax/model.h"
#include "token/tokenizer.h"

namespace kilde::reader {

enum class Pass : std::uint8_t { kToken, kSyntax, kEntity, kTime, kFigure, kAttribution, kEvent, kClaim };
inline constexpr std::size_t kPassCount = 8;
std::string_view name(Pass pass);

// Everything that is loaded once for a language. Const and shared by threads.
class Language {
 public:
  static base::Result<Language> load(const std::filesystem::path& pack_folder, const std::filesystem::path& codebook);

  const pack::Pack& pack() const { return *pack_; }
  const syntax::Model& model() const { return *model_; }

 private:
  friend class Reader;
  struct Finders {
    token::Tokenizer tokenizer;
    syntax::Mender mender;
    find::EntityFinder entity;
    find::TimeFinder time;
    find::FigureFinder figure;
    find::AttributionFinder attribution;
    find::EventFinder event;
  };
  std::shared_ptr<const pack::Pack> pack_;
  std::shared_ptr<const syntax::Model> model_;
  std::shared_ptr<const Finders> finders_;
};

// Scratch memory of one thread. Borrows the language, which must outlive it.
class Reader {
 public:
  explicit Reader(const Language& language);

  // Reads one article; never fails: what cannot be understood is left out. source.text must be valid UTF-8.
  doc::Reading read(doc::SourceText source);
  // Time spent in each pass since the Reader was made.
  const std::array<std::chrono::nanoseconds, kPassCount>& spent() const { return spent_; }

 private:
  const Language* language_;
  syntax::Parser parser_;
  std::array<std::chrono::nanoseconds, kPassCount> spent_{};
};

}  // namespace kilde::reader
