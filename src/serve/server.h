// SPDX-License-Identifier: Apache-2.0
// HTTP for one person on this machine: requests become questions, faults become status codes; decides
// nothing. Listens on 127.0.0.1 only and answers only requests that name this machine as their host, so that
// no web page elsewhere can reach it through the browser. Routes: docs/api.md.
#pragma once
#include <memory>

#include "base/result.h"
#include "reader/library.h"
#include "serve/shelf.h"

namespace kilde::serve {

class Server {
 public:
  // Borrows the library, which must outlive the server. Fails when its languages cannot be loaded.
  static base::Result<Server> make(const reader::Library& library, std::vector<Shelved> articles);
  Server(Server&&) noexcept;
  ~Server();

  // Takes the first free port of [first, last]; 0 lets the system choose. Gives the port.
  base::Result<int> bind(int first, int last);
  // Answers until stop(), which may be called from any thread.
  void run();
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kilde::serve
