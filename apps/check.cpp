// SPDX-License-Identifier: Apache-2.0
// kilde check: is a language pack sound, and do its rules do what their examples say?
#include <filesystem>
#include <iostream>

#include "base/faults.h"
#include "commands.h"
#include "reader/check.h"

namespace kilde::apps {
namespace {

struct Options {
  std::vector<std::string> folders;
};

int check_one(const std::filesystem::path& folder) {
  const auto report = reader::check_pack(folder, folder / "../../codebook");
  for (const base::Error& fault : report.faults) std::cout << fault.what() << '\n';
  std::cout << folder.string() << ": " << report.rules << " rules, " << report.examples << " examples, "
            << report.faults.size() << " faults\n";
  return report.faults.empty() ? 0 : base::meaning(base::Fault::kInput).exit_status;
}

int check(const Options& options) {
  int status = 0;
  for (const std::string& name : options.folders) {
    const std::filesystem::path folder(name);
    if (!std::filesystem::is_directory(folder)) return fail({base::Fault::kIo, "is no folder", name});
    status = std::max(status, check_one(folder.lexically_normal()));
  }
  return status;
}

const Command registered{[](Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.line.add_subcommand("check", "Find the faults of language packs and run the examples of their rules");
  command->add_option("folder", options->folders, "Language packs, e.g. lang/da; the codebook lies beside lang")
      ->required();
  command->callback([&program, options] { program.action = [options] { return check(*options); }; });
}};

}  // namespace
}  // namespace kilde::apps
