// SPDX-License-Identifier: Apache-2.0
// A value or an Error. The library never throws across rooms, prints or exits.
#pragma once
#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace kilde::base {

enum class Fault {
  kInput,    // a bad article or option: said, and the run goes on
  kPack,     // a bad language pack, codebook or model: no start
  kIo,       // a file or stream that cannot be read or written
  kArchive,  // a bad or foreign archive file
};

// What went wrong, where ("file:line" or a name) and which text is to blame. Any part but message may be empty.
struct Error {
  Fault fault = Fault::kInput;
  std::string message;
  std::string place;

  std::string what() const { return place.empty() ? message : place + ": " + message; }
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return assert(ok()), std::get<0>(state_); }
  const T& value() const& { return assert(ok()), std::get<0>(state_); }
  T&& value() && { return assert(ok()), std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return assert(!ok()), std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace kilde::base
