// SPDX-License-Identifier: Apache-2.0
// Plain text: the whole stream is one article.
#include "text/decode.h"
#include "text/formats.h"

namespace kilde::text {
namespace {

class PlainReader : public ItemReader {
 public:
  PlainReader(std::istream& in, std::string name, const Limits& limits)
      : in_(in), name_(std::move(name)), limits_(limits) {}

  std::optional<base::Result<Item>> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    return read();
  }

 private:
  base::Result<Item> read() {
    std::string bytes;
    std::string block(std::size_t{1} << 16, '\0');
    while (bytes.size() <= limits_.line &&
           (in_.read(block.data(), static_cast<std::streamsize>(block.size())) || in_.gcount() > 0)) {
      bytes.append(block, 0, static_cast<std::size_t>(in_.gcount()));
    }
    if (in_.bad()) return base::Error{base::Fault::kIo, "cannot be read", name_};
    if (bytes.empty()) return bad_item("is empty", name_);
    if (bytes.size() > limits_.line) return bad_item("is longer than " + size_in_words(limits_.line), name_);
    auto decoded = decode(std::move(bytes));
    if (!decoded) return bad_item(decoded.error().message, name_);
    if (auto fault = fault_of_text(decoded->text, limits_); !fault.empty())
      return bad_item(std::move(fault), name_);
    Item item;
    item.source.id = name_;
    item.source.text = std::move(decoded->text);
    if (!decoded->note.empty()) item.notes.push_back(std::move(decoded->note));
    return item;
  }

  std::istream& in_;
  std::string name_;
  Limits limits_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ItemReader> open_plain(std::istream& in, std::string name, const Limits& limits) {
  return std::make_unique<PlainReader>(in, std::move(name), limits);
}

}  // namespace kilde::text
