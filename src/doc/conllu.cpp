// SPDX-License-Identifier: Apache-2.0
#include "doc/conllu.h"

#include <array>
#include <charconv>
#include <vector>

namespace kilde::doc {
namespace {

constexpr std::size_t kColumns = 10;
enum Column : std::size_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };

std::vector<std::string_view> columns_of(std::string_view line) {
  const std::string_view separators = line.find('\t') != std::string_view::npos ? "\t" : " ";
  std::vector<std::string_view> out;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(separators), line.size());
    if (end > 0) out.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  if (out.size() > kHead && out.size() < kColumns) out.resize(kColumns, "_");
  return out;
}

bool parse_number(std::string_view text, std::uint32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

// Builds a Reading line by line.
class Builder {
 public:
  bool line(std::string_view text) {
    if (text.empty()) return end_sentence();
    if (text.starts_with("# newpar")) starts_paragraph_ = true;
    if (text.starts_with('#')) return true;
    const auto columns = columns_of(text);
    if (columns.size() != kColumns) return false;
    if (columns[kId].find('.') != std::string_view::npos) return true;
    if (columns[kId].find('-') != std::string_view::npos) return multiword(columns);
    return token(columns);
  }

  // Heads count from the sentence's first token, so they can be checked only now.
  bool end_sentence() {
    const std::uint32_t end = reading_.tokens.size();
    if (end == begin_) return true;
    for (TokenId t = begin_; t < end; ++t) {
      TokenId& head = reading_.syntax.heads[t];
      if (head > end - begin_) return false;
      head = head == 0 ? kNoToken : begin_ + head - 1;
    }
    reading_.tokens.sentence_list.push_back({{begin_, end}, paragraph_});
    begin_ = end;
    multiword_end_ = 0;
    return true;
  }

  Reading take() { return std::move(reading_); }

 private:
  // "2-3 don't": the words 2 and 3 stand without a space between them.
  bool multiword(const std::vector<std::string_view>& columns) {
    multiword_glued_ = glued(columns);
    return parse_number(columns[kId].substr(columns[kId].find('-') + 1), multiword_end_);
  }

  static bool glued(const std::vector<std::string_view>& columns) {
    return columns[kMisc].find("SpaceAfter=No") != std::string_view::npos;
  }

  // Name=B-PER opens a name, Name=I-PER goes on with it.
  void name(std::string_view misc) {
    const std::size_t at = misc.find("Name=");
    if (at == std::string_view::npos || misc.size() < at + 8) return;
    const std::string_view kind = misc.substr(at + 7, 3);
    const NameKind found = kind == "PER"   ? NameKind::kPerson
                           : kind == "ORG" ? NameKind::kOrganization
                           : kind == "LOC" ? NameKind::kLocation
                                           : NameKind::kOther;
    const TokenId t = reading_.tokens.size() - 1;
    auto& names = reading_.syntax.names;
    const bool goes_on = misc[at + 5] == 'I' && !names.empty() && names.back().tokens.end == t && names.back().kind == found;
    if (!goes_on) names.push_back({{t, t}, found});
    names.back().tokens.end = t + 1;
  }

  bool token(const std::vector<std::string_view>& columns) {
    Upos upos{};
    Deprel deprel{};
    std::uint32_t head = 0;
    std::uint32_t id = 0;
    if (!parse_upos(columns[kUpos], upos) || !parse_deprel(columns[kDeprel], deprel)) return false;
    if (!parse_number(columns[kHead], head) || !parse_number(columns[kId], id)) return false;
    space();
    std::string& text = reading_.source.text;
    const auto at = static_cast<std::uint32_t>(text.size());
    text.append(columns[kForm]);
    reading_.tokens.spans.push_back({at, static_cast<std::uint32_t>(text.size())});
    reading_.tokens.sentences.push_back(static_cast<std::uint32_t>(reading_.tokens.sentence_list.size()));
    SyntaxTable& syntax = reading_.syntax;
    syntax.upos.push_back(upos);
    syntax.feats.push_back(syntax.strings.intern(columns[kFeats]));
    syntax.feat_bits.push_back(parse_feats(columns[kFeats]));
    syntax.lemmas.push_back(syntax.strings.intern(columns[kLemma]));
    syntax.heads.push_back(head);
    syntax.deprels.push_back(deprel);
    name(columns[kMisc]);
    glued_ = id < multiword_end_ || (id == multiword_end_ ? multiword_glued_ : glued(columns));
    return true;
  }

  void space() {
    std::string& text = reading_.source.text;
    if (starts_paragraph_ && !text.empty()) {
      text.append("\n\n");
      ++paragraph_;
    } else if (!text.empty() && !glued_) {
      text.push_back(' ');
    }
    starts_paragraph_ = false;
  }

  Reading reading_;
  TokenId begin_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t multiword_end_ = 0;  // number of the last word of the multiword token at hand
  bool multiword_glued_ = false;
  bool starts_paragraph_ = false;
  bool glued_ = false;
};

std::vector<std::string> misc_of(const Reading& reading) {
  std::vector<std::string> out(reading.tokens.size());
  for (TokenId t = 0; t < out.size(); ++t)
    if (!reading.tokens.space_after(t)) out[t] = "SpaceAfter=No";
  constexpr std::array<std::string_view, 4> kinds = {"PER", "ORG", "LOC", "MISC"};
  for (const NameSpan& name : reading.syntax.names)
    for (TokenId t = name.tokens.begin; t < name.tokens.end; ++t) {
      const std::string tag = std::string(t == name.tokens.begin ? "Name=B-" : "Name=I-").append(kinds[static_cast<std::size_t>(name.kind)]);
      out[t] = out[t].empty() ? tag : tag + "|" + out[t];
    }
  return out;
}

}  // namespace

base::Result<Reading> read_conllu(std::string_view text) {
  Builder builder;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    if (!builder.line(line)) {
      return base::Error{base::Fault::kInput, "not CoNLL-U: " + std::string(line), "line " + std::to_string(number)};
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!builder.end_sentence()) return base::Error{base::Fault::kInput, "a head lies outside the last sentence", ""};
  return builder.take();
}

std::string to_conllu(const Reading& reading) {
  std::string out;
  const std::vector<std::string> misc = misc_of(reading);
  const auto column = [&out](std::string_view text, char after = '\t') { out.append(text).push_back(after); };
  for (const Sentence& sentence : reading.tokens.sentence_list) {
    if (&sentence == &reading.tokens.sentence_list.front() || sentence.paragraph != (&sentence - 1)->paragraph) {
      out.append("# newpar\n");
    }
    out.append("# text = ").append(reading.words(reading.tokens.bytes(sentence.tokens))).push_back('\n');
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const TokenId head = reading.syntax.heads[t];
      column(std::to_string(t - sentence.tokens.begin + 1));
      column(reading.form(t));
      column(reading.lemma(t));
      column(name(reading.syntax.upos[t]));
      column("_");
      column(reading.syntax.strings[reading.syntax.feats[t]]);
      column(std::to_string(head == kNoToken ? 0 : head - sentence.tokens.begin + 1));
      column(name(reading.syntax.deprels[t]));
      column("_");
      column(misc[t].empty() ? "_" : misc[t], '\n');
    }
    out.push_back('\n');
  }
  return out;
}

}  // namespace kilde::doc
