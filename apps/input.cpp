// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace kilde::apps {
namespace {

using Json = nlohmann::json;
using Article = base::Result<doc::SourceText>;

base::Error bad(std::string message, std::string place) {
  return {base::Fault::kInput, std::move(message), std::move(place)};
}

std::optional<std::string> field(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<doc::Date> day_of(const std::optional<std::string>& published) {
  doc::Date date;
  if (!published || std::sscanf(published->c_str(), "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3)
    return {};
  return date;
}

Article from_json(const std::string& line, const std::string& place) {
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded() || !object.is_object()) return bad("not a JSON object", place);
  const auto text = field(object, "text");
  if (!text) return bad("an article without \"text\"", place);
  doc::SourceText source;
  source.text = *text;
  source.id = field(object, "id").value_or(place);
  source.url = field(object, "url");
  source.outlet = field(object, "outlet");
  source.byline = field(object, "byline");
  source.title = field(object, "title");
  source.published = field(object, "published");
  source.language = field(object, "language").value_or("");
  return source;
}

void fill(doc::SourceText& source, const InputOptions& options) {
  if (!source.published && !options.published.empty()) source.published = options.published;
  if (!source.outlet && !options.outlet.empty()) source.outlet = options.outlet;
  if (source.language.empty()) source.language = options.language.empty() ? "da" : options.language;
  source.date = day_of(source.published);
}

bool read_stream(std::istream& in, const std::string& name, const InputOptions& options,
                 const std::function<bool(Article)>& take) {
  const auto give = [&](Article article) {
    if (article) fill(article.value(), options);
    return take(std::move(article));
  };
  if (!options.json_lines) {
    doc::SourceText source;
    source.id = name;
    source.text.assign(std::istreambuf_iterator<char>(in), {});
    return give(std::move(source));
  }
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (!give(from_json(line, name + ":" + std::to_string(number)))) return false;
  }
  return true;
}

}  // namespace

void read_input(const InputOptions& options, const std::function<bool(Article)>& take,
                const std::function<void(const std::string&)>&) {
  for (const auto& file : options.files) {
    if (file == "-") {
      if (!read_stream(std::cin, "standard input", options, take)) return;
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    const bool more = in ? read_stream(in, file, options, take)
                         : take(base::Error{base::Fault::kIo, "cannot be opened", file});
    if (!more) return;
  }
}

}  // namespace kilde::apps
