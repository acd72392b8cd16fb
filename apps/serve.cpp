// SPDX-License-Identifier: Apache-2.0
// kilde serve: reads articles, then shows them on a page of this machine.
#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <thread>

#include "commands.h"
#include "input.h"
#include "reader/library.h"
#include "serve/server.h"

namespace kilde::apps {
namespace {

constexpr int kPort = 8787;

struct Options {
  InputOptions input;
  int port = -1;  // not asked for: the first free one from kPort
};

int serve(const Options& options, const Program& program) {
  // Blocked before any thread starts, so that only the one that waits for them gets them.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  const auto data = program.data_folder();
  if (!data) return fail(data.error());
  const reader::Library library(*data);
  reader::LibraryReader reader(library);
  std::vector<serve::Shelved> articles;
  read_input(options.input, [&](Article article) {
    auto reading =
        article ? reader.read(std::move(article).value()) : base::Result<doc::Reading>(article.error());
    if (!reading) return fail(reading.error()), true;
    const auto language = library.language(reading->source.language);
    articles.push_back({std::move(reading).value(), {(*language)->pack().digest(), (*language)->model().digest()}});
    return true;
  });

  auto server = serve::Server::make(library, std::move(articles));
  if (!server) return fail(server.error());
  const auto port =
      options.port >= 0 ? server->bind(options.port, options.port) : server->bind(kPort, kPort + 20);
  if (!port) return fail(port.error());
  std::cout << "http://127.0.0.1:" << *port << "/  (Ctrl-C ends it)" << std::endl;
  std::jthread waiting([&] {
    int signal = 0;
    sigwait(&ends, &signal);
    server->stop();
  });
  server->run();
  return 0;
}

const Command registered{[](Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.line.add_subcommand("serve", "Read articles and show them on a local web page");
  command->add_option("file", options->input.files, "Text files; - for standard input");
  add_input_options(*command, options->input);
  command
      ->add_option("--port", options->port,
                   "Port on 127.0.0.1; 0 lets the system choose (8787, or the next free one)")
      ->check(CLI::Range(0, 65535));
  command->callback(
      [&program, options] { program.action = [&program, options] { return serve(*options, program); }; });
}};

}  // namespace
}  // namespace kilde::apps
