// SPDX-License-Identifier: Apache-2.0
// How a subcommand joins the program. Each stands in its own file of this folder, adds itself to the command
// line and leaves there what is to be run; nothing else lists it. apps/check.cpp, in full:
//
//   namespace kilde::apps {
//   namespace {
//   struct Options { std::string folder; };
//   int check(const Options& options, const Program& program);  // prints, and returns an exit status
//   const Command registered{[](Program& program) {
//     auto options = std::make_shared<Options>();
//     CLI::App* command = program.line.add_subcommand("check", "Run the examples of a language pack's
//     rules"); command->add_option("folder", options->folder, "Language pack, e.g. lang/da")->required();
//     command->callback([&program, options] { program.action = [&program, options] { return check(*options,
//     program); }; });
//   }};
//   }  // namespace
//   }  // namespace kilde::apps
#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"

namespace kilde::apps {

struct Program {
  CLI::App& line;    // the command line; subcommands are added to it
  std::string data;  // --data, empty when not given
  std::function<int()>
      action;  // set by the callback of the subcommand that was asked for; gives the exit status

  // The folder that holds lang/ and codebook/: --data, else KILDE_DATA, else beside or above the executable.
  base::Result<std::filesystem::path> data_folder() const;
};

// Made once a subcommand, as a constant of its file.
class Command {
 public:
  explicit Command(void (*add)(Program&));
};

// Says on standard error what is wrong ("kilde: da.tsv:4: unknown column") and gives the exit status of its
// kind.
int fail(const base::Error& error);

}  // namespace kilde::apps
