// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "text/date.h"
#include "text/reader.h"

namespace kilde::apps {
namespace {

void say(const std::string& place, const std::string& note) {
  std::cerr << "kilde: " << place << ": " << note << '\n';
}

doc::SourceText filled(text::Item item, const InputOptions& options) {
  doc::SourceText source = std::move(item.source);
  for (const auto& note : item.notes) say(source.id, note);
  if (!source.published && !options.published.empty()) text::set_published(source, options.published);
  if (!source.outlet && !options.outlet.empty()) source.outlet = options.outlet;
  if (source.language.empty()) source.language = options.language;
  return source;
}

// A book is a megabyte; what is longer is no article, and would keep a reader busy for minutes.
constexpr std::size_t kLongestText = std::size_t{2} << 20;

bool read_stream(std::istream& in, const std::string& name, const InputOptions& options,
                 const std::function<bool(Article)>& take) {
  text::Limits limits;
  limits.text = kLongestText;
  const text::Format& format = options.json_lines ? *text::format_named("jsonl") : text::format_of_file(name);
  const auto items = format.open(in, name, limits);
  while (auto item = items->next()) {
    const bool more = *item ? take(filled(std::move(*item).value(), options)) : take(item->error());
    if (!more) return false;
  }
  return true;
}

bool read_file(const std::string& file, const InputOptions& options,
               const std::function<bool(Article)>& take) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) {
    return take(base::Error{base::Fault::kIo, "is a folder", file});
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) return take(base::Error{base::Fault::kIo, "cannot be opened", file});
  return read_stream(in, file, options, take);
}

// Fails the command line, as an unknown option does.
std::string date_check(const std::string& text) {
  return text::parse_published(text) ? ""
                                     : "not a date such as 2024-03-20 or 2024-03-20T08:30:00+01:00: " + text;
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  command.add_flag(
      "--jsonl", options.json_lines,
      "Each line is one article: a JSON object with text and id, url, outlet, language, published, title");
  command.add_option("--published", options.published, "When it was published, e.g. 2024-03-20")
      ->check(CLI::Validator(date_check, "DATE"));
  command.add_option("--outlet", options.outlet, "Who published it");
  command.add_option("--lang", options.language, "Its language: da or en (else guessed from the words)");
}

void read_input(const InputOptions& options, const std::function<bool(Article)>& take) {
  for (const auto& file : options.files) {
    const bool more =
        file == "-" ? read_stream(std::cin, "standard input", options, take) : read_file(file, options, take);
    if (!more) return;
  }
}

}  // namespace kilde::apps
