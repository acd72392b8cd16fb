// SPDX-License-Identifier: Apache-2.0
// The command line: the options that all subcommands share, and what happens when it makes no sense.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <vector>

#include "base/faults.h"
#include "commands.h"

namespace kilde::apps {
namespace {

std::vector<void (*)(Program&)>& commands() {
  static std::vector<void (*)(Program&)> list;  // filled by the constants of other files before main()
  return list;
}

bool holds_data(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_directory(folder / "lang", ignored) &&
         std::filesystem::is_directory(folder / "codebook", ignored);
}

base::Result<std::filesystem::path> named_data_folder(const char* folder, const char* named_by) {
  if (holds_data(folder)) return std::filesystem::path(folder);
  return base::Error{base::Fault::kPack,
                     std::string("no folders lang/ and codebook/ here, as ") + named_by + " says", folder};
}

}  // namespace

Command::Command(void (*add)(Program&)) {
  commands().push_back(add);
}

int fail(const base::Error& error) {
  std::cerr << "kilde: " << error.what() << '\n';
  return base::meaning(error.fault).exit_status;
}

base::Result<std::filesystem::path> Program::data_folder() const {
  if (!data.empty()) return named_data_folder(data.c_str(), "--data");
  if (const char* variable = std::getenv("KILDE_DATA"); variable != nullptr && *variable != '\0') {
    return named_data_folder(variable, "KILDE_DATA");
  }
  std::error_code failed;
  const auto executable = std::filesystem::read_symlink("/proc/self/exe", failed);
  for (auto folder = executable.parent_path(); !failed; folder = folder.parent_path()) {
    if (holds_data(folder)) return folder;
    if (holds_data(folder / "share/kilde")) return folder / "share/kilde";
    if (folder == folder.parent_path()) break;
  }
  return base::Error{base::Fault::kPack,
                     "cannot find the folders lang/ and codebook/; name their folder with --data", ""};
}

namespace {

// CLI11 says of "kilde raed" only that a subcommand is missing; a person wants the word that is wrong.
int usage(CLI::App& line, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return line.exit(error);
  const auto left = line.remaining();
  if (line.get_subcommands().empty() && !left.empty()) {
    std::cerr << "kilde: unknown command or option: " << left.front() << '\n';
  } else {
    std::cerr << "kilde: " << error.what() << '\n';
  }
  std::cerr << "Try 'kilde --help'.\n";
  return base::kUsageStatus;
}

int run(int argc, char** argv) {
  CLI::App line{
      "kilde reads news into statements: who says or does what, when, where, according to whom, how surely.",
      "kilde"};
  Program program{line, "", {}};
  line.set_version_flag("--version", "kilde " KILDE_VERSION);
  line.add_option("--data", program.data,
                  "Folder that holds lang/ and codebook/ (else KILDE_DATA, else found)");
  line.require_subcommand(1);
  line.fallthrough();
  line.footer(
      "Exit status: 0 done, 1 some input was bad (the rest was read), 2 wrong command line, 3 bad data "
      "folder,\n"
      "4 a file could not be read or written. 'kilde COMMAND --help' tells more.");
  for (const auto add : commands()) add(program);
  try {
    line.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage(line, error);
  }
  return program.action();
}

}  // namespace
}  // namespace kilde::apps

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return kilde::apps::run(argc, argv);
  } catch (const std::exception& error) {  // out of memory, a full disk: said, never a core dump
    return kilde::apps::fail({kilde::base::Fault::kIo, error.what(), ""});
  }
}
