// SPDX-License-Identifier: Apache-2.0
#include "serve/pages.h"

#include <set>

#include "write/html.h"
#include "write/lines.h"

namespace kilde::serve {
namespace {

using write::escaped;
using write::Labels;

std::string label(const Labels& labels, std::string_view key) {
  return escaped(labels[key]);
}

std::string page(std::string_view title, const std::string& links, const std::string& body,
                 const Labels& labels) {
  const std::string other = labels.language() == "da" ? "en" : "da";
  return "<!doctype html>\n<html lang=\"" + labels.language() +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         escaped(title) +
         "</title>\n<link rel=\"stylesheet\" href=\"/kilde.css\">\n<link rel=\"icon\" "
         "href=\"data:,\">\n</head>\n<body>\n"
         "<nav class=\"bar\"><a class=\"brand\" href=\"/\">kilde</a>" +
         links + "<a class=\"push\" hreflang=\"" + other + "\" lang=\"" + other + "\" href=\"?lang=" + other +
         "\">" + label(labels, "page.switch") + "</a></nav>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
}

std::string counted(std::size_t count, std::string_view key, const Labels& labels) {
  return std::to_string(count) + ' ' + label(labels, std::string(key) + (count == 1 ? ".one" : ".many"));
}

// "5 udsagn, 3 kilder"
std::string content_in_numbers(const doc::Reading& reading, const Labels& labels) {
  std::set<std::string> sources;
  for (doc::AttributionId a = 0; a < reading.attributions.size(); ++a) {
    for (const write::Source& source : write::chain(reading, a, labels)) sources.insert(source.name);
  }
  return counted(reading.statements.size(), "page.statements", labels) + ", " +
         counted(sources.size(), "page.sources", labels);
}

std::string list_item(const doc::Reading& reading, std::size_t index, const Labels& labels) {
  const std::string from = write::provenance(reading, labels);
  return "<li lang=\"" + escaped(reading.source.language) + "\"><a href=\"/articles/" +
         std::to_string(index + 1) + "\">" + escaped(write::heading(reading)) +
         "</a><p class=\"from\" lang=\"" + labels.language() + "\">" +
         (from.empty() ? "" : escaped(from) + " · ") + content_in_numbers(reading, labels) + "</p></li>\n";
}

std::string input(const char* name, std::string_view key, const char* placeholder, const Labels& labels) {
  return "<label>" + label(labels, key) + "<input name=\"" + name + "\" placeholder=\"" + placeholder +
         "\"></label>";
}

std::string read_box(const Labels& labels) {
  return "<h2>" + label(labels, "page.read") +
         "</h2>\n<form method=\"post\" action=\"/api/v1/read\" enctype=\"multipart/form-data\">\n"
         "<textarea name=\"text\" required aria-label=\"" +
         label(labels, "page.read.text") + "\" placeholder=\"" + label(labels, "page.read.text") +
         "\"></textarea>\n<div class=\"row\">" + input("title", "page.read.title", "", labels) +
         input("outlet", "page.read.outlet", "", labels) +
         input("published", "page.read.published", "2025-03-11", labels) + "<label>" +
         label(labels, "page.read.language") + "<select name=\"language\"><option value=\"\">" +
         label(labels, "page.read.guess") +
         "</option><option value=\"da\">dansk</option><option value=\"en\">English</option></select></label>"
         "<button>" +
         label(labels, "page.read.go") + "</button></div>\n</form>\n";
}

}  // namespace

std::string front_page(const Shelf& shelf, const Labels& labels) {
  std::string items;
  for (std::size_t i = 0; i < shelf.size(); ++i) items += list_item(shelf[i].reading, i, labels);
  const std::string list = items.empty() ? "<p class=\"nothing\">" + label(labels, "page.none") + "</p>\n"
                                         : "<ol>\n" + items + "</ol>\n";
  const std::string body = "<div class=\"list\">\n" + read_box(labels) + "<h2>" +
                           label(labels, "page.articles") + "</h2>\n" + list + "<p class=\"from\">" +
                           label(labels, "page.footer") + "</p>\n</div>\n";
  return page("kilde", "", body, labels);
}

std::string article_page(const doc::Reading& reading, std::size_t index, const Labels& labels) {
  std::string links = "<a href=\"/\">" + label(labels, "page.back") + "</a>";
  if (index != std::string::npos) {
    links += "<a href=\"/api/v1/articles/" + std::to_string(index + 1) + "\">" +
             label(labels, "page.document") + "</a>";
  }
  return page(write::heading(reading), links, write::html_article(reading, labels), labels);
}

std::string fault_page(const std::string& message, const Labels& labels) {
  const std::string body = "<div class=\"list\"><p class=\"fault\">" + escaped(message) +
                           "</p><p><a href=\"/\">" + label(labels, "page.back") + "</a></p></div>\n";
  return page("kilde", "", body, labels);
}

}  // namespace kilde::serve
