// SPDX-License-Identifier: Apache-2.0
// JSON Lines: each line an object with `text` and, if known, id, url, outlet, byline, language, published,
// title. Other fields are passed over without being kept, whatever they hold.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "text/date.h"
#include "text/decode.h"
#include "text/formats.h"

namespace kilde::text {
namespace {

using Json = nlohmann::json;

struct Fields {
  std::optional<std::string> id, url, outlet, byline, language, published, title, text;
};

struct Field {
  std::string_view name;
  std::optional<std::string> Fields::*value;
};
constexpr std::array kFields = {Field{"id", &Fields::id},
                                Field{"url", &Fields::url},
                                Field{"outlet", &Fields::outlet},
                                Field{"byline", &Fields::byline},
                                Field{"language", &Fields::language},
                                Field{"published", &Fields::published},
                                Field{"title", &Fields::title},
                                Field{"text", &Fields::text}};

// Keeps the known fields of the outermost object and nothing else, so that memory stays within the line's
// size.
class Handler : public nlohmann::json_sax<Json> {
 public:
  explicit Handler(int depth) : most_(depth) {}

  bool null() override { return leave(); }
  bool boolean(bool) override { return odd(); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& value) override {
    if (depth_ == 0) return fail("is no JSON object");
    if (depth_ == 1 && field_ != nullptr) fields.*(field_->value) = std::move(value);
    return leave();
  }
  bool binary(binary_t&) override { return leave(); }
  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    const auto found =
        std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == name; });
    field_ = found == kFields.end() ? nullptr : &*found;
    return true;
  }
  bool start_object(std::size_t) override { return enter(true); }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override { return enter(false); }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    error_at = position;
    return fail("is broken JSON");
  }

  Fields fields;
  std::vector<std::string> notes;
  std::string error;
  std::optional<std::size_t> error_at;  // count of bytes read when it was seen

 private:
  bool fail(std::string message) {
    error = std::move(message);
    return false;
  }
  bool leave() { return depth_ > 0 || fail("is no JSON object"); }
  bool odd() {
    if (depth_ == 1 && field_ != nullptr)
      notes.push_back(std::string(field_->name) + " is not a text and was left out");
    return leave();
  }
  bool number(std::string written) {
    if (depth_ != 1 || field_ != &kFields[0]) return odd();
    fields.id = std::move(written);
    return true;
  }
  bool enter(bool object) {
    if (depth_ == 0 && !object) return fail("is no JSON object");
    if (depth_ > 0) odd();
    return ++depth_ <= most_ || fail("is nested more than " + std::to_string(most_) + " deep");
  }

  int most_;
  int depth_ = 0;
  const Field* field_ = nullptr;
};

// Code points before a byte, from 1.
std::size_t column_of(std::string_view line, std::size_t byte) {
  return base::CodePointIndex(line).count_before(static_cast<std::uint32_t>(std::min(byte, line.size()))) + 1;
}

class JsonLinesReader : public ItemReader {
 public:
  JsonLinesReader(std::istream& in, std::string name, const Limits& limits)
      : in_(in), name_(std::move(name)), limits_(limits) {}

  std::optional<base::Result<Item>> next() override {
    while (!done_ && read_line()) {
      ++number_;
      if (too_long_) return bad_item("a line of more than " + size_in_words(limits_.line), place());
      if (number_ == 1 && (line_.starts_with("\xFF\xFE") || line_.starts_with("\xFE\xFF"))) {
        done_ = true;
        return bad_item("is UTF-16; JSON Lines is UTF-8", name_);
      }
      if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
      found_ = true;
      return parse();
    }
    if (in_.bad() && !std::exchange(done_, true))
      return base::Error{base::Fault::kIo, "cannot be read", name_};
    if (!found_ && number_ == 0 && !std::exchange(done_, true)) return bad_item("is empty", name_);
    done_ = true;
    return std::nullopt;
  }

 private:
  std::string place() const { return name_ + ":" + std::to_string(number_); }

  // A line without its end; the part beyond the limit is passed over.
  bool read_line() {
    line_.clear();
    too_long_ = false;
    std::streambuf* const bytes = in_.rdbuf();
    constexpr int kEnd = std::char_traits<char>::eof();
    int c = bytes->sbumpc();
    if (c == kEnd) return false;
    for (; c != kEnd && c != '\n'; c = bytes->sbumpc()) {
      if (line_.size() < limits_.line) {
        line_.push_back(static_cast<char>(c));
      } else {
        too_long_ = true;
      }
    }
    return true;
  }

  base::Result<Item> parse() {
    auto decoded = decode(std::move(line_));
    if (!decoded) return bad_item(decoded.error().message, place());
    const std::string& line = decoded->text;
    Handler handler(limits_.depth);
    if (!Json::sax_parse(line, &handler)) {
      const std::size_t at = handler.error_at.value_or(1);
      return bad_item(
          handler.error,
          handler.error_at ? place() + ":" + std::to_string(column_of(line, at > 0 ? at - 1 : 0)) : place());
    }
    if (!decoded->note.empty()) handler.notes.push_back(decoded->note);
    return item_of(handler);
  }

  base::Result<Item> item_of(Handler& read) const {
    Fields& fields = read.fields;
    if (!fields.text) return bad_item("an article without \"text\"", place());
    if (auto fault = fault_of_text(*fields.text, limits_); !fault.empty())
      return bad_item(std::move(fault), place());
    Item item{{}, std::move(read.notes)};
    doc::SourceText& source = item.source;
    source.id = fields.id && !fields.id->empty() ? std::move(*fields.id) : place();
    source.url = std::move(fields.url);
    source.outlet = std::move(fields.outlet);
    source.byline = std::move(fields.byline);
    source.title = std::move(fields.title);
    source.language = std::move(fields.language).value_or("");
    source.text = std::move(*fields.text);
    if (fields.published) {
      if (auto note = set_published(source, *fields.published); !note.empty())
        item.notes.push_back(std::move(note));
    }
    return item;
  }

  std::istream& in_;
  std::string name_;
  Limits limits_;
  std::string line_;
  std::size_t number_ = 0;
  bool too_long_ = false;
  bool found_ = false;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ItemReader> open_json_lines(std::istream& in, std::string name, const Limits& limits) {
  return std::make_unique<JsonLinesReader>(in, std::move(name), limits);
}

}  // namespace kilde::text
