// SPDX-License-Identifier: Apache-2.0
#include "write/html.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "style.h"  // made from web/kilde.css by the build
#include "write/document.h"
#include "write/lines.h"

namespace kilde::write {
namespace {

std::string element(std::string_view tag, std::string_view css_class, std::string_view html) {
  std::string out = "<" + std::string(tag);
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + '"';
  out += '>';
  return out.append(html).append("</").append(tag).append(">");
}

// "<b>Elin Marstrand</b>, udenrigsminister, via <b>Nordbureau</b>"
std::string chain_html(const doc::Reading& reading, doc::AttributionId attribution, const Labels& labels) {
  if (attribution == doc::kNone)
    return element("b", "", escaped(chain_in_words(reading, attribution, labels)));
  std::string out;
  for (const Source& source : chain(reading, attribution, labels)) {
    if (!out.empty()) out += ", " + escaped(labels["via"]) + ' ';
    out += element("b", "", escaped(source.name));
    if (!source.role.empty()) out += ", " + escaped(source.role);
  }
  return out;
}

std::string mode_html(const doc::Attribution& said, const Labels& labels) {
  return ' ' + element("span", "mode", "(" + escaped(labels[name(said.mode)]) + ")");
}

std::string line_html(const Line& line) {
  std::string out = line.who.empty() ? "" : escaped(line.who) + ' ';
  out += element("span", "what", escaped(line.what));
  if (!line.whom.empty()) out += ' ' + escaped(line.whom);
  std::string details;
  for (const std::string& detail : line.details) details += " · " + escaped(detail);
  return out + element("span", "detail", details);
}

// The text with its statements and what sources say marked, cut where any of that changes.
class MarkedText {
 public:
  MarkedText(const doc::Reading& reading, const Labels& labels) : reading_(reading), labels_(labels) {
    paint_attributions();
    paint_statements();
  }

  std::string html() {
    const std::string_view text = reading_.text();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t gap = text.find("\n\n", at);
      const std::size_t end = gap == std::string_view::npos ? text.size() : gap;
      if (end > at) out += element("p", "", paragraph(at, end)) + '\n';
      at = end + 2;
    }
    return out;
  }

 private:
  void paint_attributions() {
    said_by_.assign(reading_.text().size(), doc::kNone);
    const auto size = [this](doc::AttributionId a) {
      const auto& content = reading_.attributions[a].content;
      return std::accumulate(content.begin(), content.end(), 0U,
                             [](std::uint32_t sum, base::Span part) { return sum + part.size(); });
    };
    std::vector<doc::AttributionId> order(reading_.attributions.size());
    std::iota(order.begin(), order.end(), 0U);
    // The innermost one is painted last.
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size(a) > size(b); });
    for (const doc::AttributionId a : order) {
      for (const base::Span part : reading_.attributions[a].content) fill(said_by_, part, a);
    }
    introduced_.assign(reading_.attributions.size(), false);
  }

  void paint_statements() {
    marked_.assign(reading_.text().size(), doc::kNone);
    std::vector<std::pair<base::Span, std::uint32_t>> triggers;
    for (std::uint32_t s = 0; s < reading_.statements.size(); ++s) {
      triggers.emplace_back(line(reading_, reading_.statements[s], labels_).trigger, s);
    }
    std::stable_sort(triggers.begin(), triggers.end(),
                     [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
    base::Span group;
    for (const auto& [span, s] : triggers) {
      if (groups_.empty() || !span.overlaps(group)) {
        groups_.emplace_back();
        group = {};
      }
      group = base::cover(group, span);
      groups_.back().push_back(s);
      fill(marked_, span, static_cast<std::uint32_t>(groups_.size() - 1));
    }
  }

  static void fill(std::vector<std::uint32_t>& bytes, base::Span span, std::uint32_t value) {
    const std::size_t end = std::min<std::size_t>(span.end, bytes.size());
    for (std::size_t i = span.begin; i < end; ++i) bytes[i] = value;
  }

  std::string paragraph(std::size_t begin, std::size_t end) {
    std::string out;
    while (begin < end) {
      std::size_t stop = begin + 1;
      while (stop < end && said_by_[stop] == said_by_[begin] && marked_[stop] == marked_[begin]) ++stop;
      out += segment(begin, stop);
      begin = stop;
    }
    return out;
  }

  std::string segment(std::size_t begin, std::size_t end) {
    std::string words = escaped(reading_.text().substr(begin, end - begin));
    const doc::AttributionId said = said_by_[begin];
    const std::uint32_t group = marked_[begin];
    if (said == doc::kNone && group == doc::kNone) return words;
    std::string css = said == doc::kNone ? "" : "q";
    if (said != doc::kNone && reading_.attributions[said].mode == doc::AttributionMode::kDirect)
      css += " direct";
    if (group != doc::kNone) css += all_figures(groups_[group]) ? " m figure" : " m";
    const bool reachable = group != doc::kNone || !introduced_[said];
    if (said != doc::kNone) introduced_[said] = true;
    return "<span class=\"" + css + '"' + (reachable ? " tabindex=\"0\"" : "") + '>' + words +
           card(said, group) + "</span>";
  }

  bool all_figures(const std::vector<std::uint32_t>& statements) const {
    return std::all_of(statements.begin(), statements.end(), [this](std::uint32_t s) {
      return reading_.statements[s].kind == doc::Statement::Kind::kFigure;
    });
  }

  std::string card(doc::AttributionId said, std::uint32_t group) const {
    std::string out;
    if (group == doc::kNone) {
      out = element("span", "chain",
                    chain_html(reading_, said, labels_) + mode_html(reading_.attributions[said], labels_));
    } else {
      for (const std::uint32_t s : groups_[group]) {
        const doc::Statement& statement = reading_.statements[s];
        const Line told = line(reading_, statement, labels_);
        out += element("span", told.figure ? "item figure" : "item", line_html(told));
        out += element("span", "chain", chain_html(reading_, statement.attribution, labels_));
      }
    }
    return "<span class=\"card\" role=\"tooltip\">" + out + "</span>";
  }

  const doc::Reading& reading_;
  const Labels& labels_;
  std::vector<std::uint32_t> said_by_;  // for each byte the innermost attribution, or kNone
  std::vector<std::uint32_t>
      marked_;  // for each byte the group of statements whose trigger it belongs to, or kNone
  std::vector<std::vector<std::uint32_t>> groups_;  // statements whose triggers overlap
  std::vector<bool> introduced_;  // whether a part of the attribution can be reached by keyboard already
};

std::string block_html(const doc::Reading& reading, const Block& block, const Labels& labels) {
  const bool own = block.attribution == doc::kNone;
  std::string head = chain_html(reading, block.attribution, labels);
  if (!own) head += mode_html(reading.attributions[block.attribution], labels);
  std::string out = element("h3", "", head);
  if (!own) {
    std::string words;
    for (const base::Span part : reading.attributions[block.attribution].content) {
      words += (words.empty() ? "" : " … ") + escaped(reading.words(part));
    }
    if (!words.empty()) out += element("blockquote", "", words);
  }
  std::string items;
  for (const std::uint32_t s : block.statements) {
    const Line told = line(reading, reading.statements[s], labels);
    items += element("li", told.figure ? "figure" : "", line_html(told));
  }
  if (!items.empty()) out += element("ul", "", items);
  return element("section", "", out) + '\n';
}

std::string side_html(const doc::Reading& reading, const Labels& labels) {
  std::string out = element("h2", "", escaped(labels["said"]));
  const std::vector<Block> all = blocks(reading);
  if (all.empty()) out += element("p", "nothing", escaped(labels["nothing"]));
  for (const Block& block : all) out += block_html(reading, block, labels);
  return element("aside", "side", out);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        // Other control characters may not stand in HTML at all.
        if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

std::string html_article(const doc::Reading& reading, const Labels& labels) {
  const std::string from = provenance(reading, labels);
  std::string head = element("h1", "", escaped(heading(reading)));
  if (!from.empty()) head += element("p", "from", escaped(from));
  std::string text;
  if (!reading.statements.empty() || !reading.attributions.empty()) {
    text = element("p", "legend", escaped(labels["hint"]));
  }
  text += MarkedText(reading, labels).html();
  return "<article class=\"article\" lang=\"" + escaped(reading.source.language) + "\">\n" +
         element("header", "", head) + '\n' + element("div", "text", text) + '\n' +
         side_html(reading, labels) + "\n</article>\n";
}

std::string_view style_sheet() {
  return kStyle;
}
std::string_view style_sheet_hash() {
  return kStyleHash;
}

std::string html_page_begin(std::string_view title, std::string_view language) {
  std::string out =
      "<!doctype html>\n<html lang=\"" + escaped(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
         std::string(style_sheet_hash()) + "'; base-uri 'none'; form-action 'none'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"generator\" content=\"kilde\">\n<title>" + escaped(title) + "</title>\n";
  return out + "<style>" + std::string(style_sheet()) + "</style>\n</head>\n<body>\n";
}

std::string html_page_end() {
  return "</body>\n</html>\n";
}

}  // namespace kilde::write
