// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

namespace kilde::reader {
namespace {

template <class T>
std::shared_ptr<const T> share(base::Result<T>&& result) {
  return std::make_shared<const T>(std::move(result).value());
}

}  // namespace

std::string_view name(Pass pass) {
  constexpr std::array<std::string_view, kPassCount> names = {"token",  "syntax",      "entity", "time",
                                                              "figure", "attribution", "event",  "claim"};
  return names[static_cast<std::size_t>(pass)];
}

base::Result<Language> Language::load(const std::filesystem::path& pack_folder, const std::filesystem::path& codebook) {
  Language language;
  auto pack = pack::Pack::load(pack_folder, codebook);
  if (!pack) return pack.error();
  language.pack_ = share(std::move(pack));
  auto model = syntax::Model::load(language.pack_->model_file());
  if (!model) return model.error();
  language.model_ = share(std::move(model));

  auto tokenizer = token::Tokenizer::make(*language.pack_);
  if (!tokenizer) return tokenizer.error();
  auto entity = find::EntityFinder::make(*language.pack_);
  if (!entity) return entity.error();
  auto time = find::TimeFinder::make(*language.pack_);
  if (!time) return time.error();
  auto figure = find::FigureFinder::make(*language.pack_);
  if (!figure) return figure.error();
  auto attribution = find::AttributionFinder::make(*language.pack_);
  if (!attribution) return attribution.error();
  auto event = find::EventFinder::make(*language.pack_);
  if (!event) return event.error();
  language.finders_ = std::make_shared<const Finders>(
      Finders{std::move(*tokenizer), syntax::Mender(*language.pack_), std::move(*entity), std::move(*time), std::move(*figure),
              std::move(*attribution), std::move(*event)});
  return language;
}

Reader::Reader(const Language& language) : language_(&language), parser_(language.model()) {}

doc::Reading Reader::read(doc::SourceText source) {
  doc::Reading reading;
  reading.source = std::move(source);
  const auto& finders = *language_->finders_;
  const auto timed = [this](Pass pass, auto&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    spent_[static_cast<std::size_t>(pass)] += std::chrono::steady_clock::now() - start;
  };
  timed(Pass::kToken, [&] { finders.tokenizer.tokenize(reading.text(), reading.tokens); });
  timed(Pass::kSyntax, [&] {
    parser_.annotate(reading.tokens, reading.text(), reading.syntax);
    finders.mender.mend(reading.text(), reading.tokens, reading.syntax);
  });
  const match::Tree tree(reading);
  timed(Pass::kEntity, [&] { finders.entity.find(reading, tree); });
  timed(Pass::kTime, [&] { finders.time.find(reading, tree); });
  timed(Pass::kFigure, [&] { finders.figure.find(reading, tree); });
  timed(Pass::kAttribution, [&] { finders.attribution.find(reading, tree); });
  timed(Pass::kEvent, [&] { finders.event.find(reading, tree); });
  timed(Pass::kClaim, [&] { claim::join(reading); });
  return reading;
}

}  // namespace kilde::reader
