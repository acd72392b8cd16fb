// SPDX-License-Identifier: Apache-2.0
// Runs the program as a person does: a command line, words on standard input, and what came of it.
#pragma once
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace kilde::apps {

struct Outcome {
  int status = -1;  // exit status; 128 + signal when it was killed
  std::string out, err;
};

inline std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A folder of this test that goes away with it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kilde-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// `arguments` go through the shell; `before` may set variables ("NO_COLOR=1").
inline Outcome kilde(const std::string& arguments, const std::string& input = "",
                     const std::string& before = "") {
  const Folder folder;
  const std::string in = folder.file("in", input).string();
  const std::string out = (folder.path() / "out").string(), err = (folder.path() / "err").string();
  const std::string line = before + " timeout 100 '" KILDE_BINARY "' " + arguments + " <'" + in + "' >'" +
                           out + "' 2>'" + err + "'";
  const int status = std::system(line.c_str());  // NOLINT: the command lines are ours
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content(out), content(err)};
}

inline const std::string kExamples = KILDE_SOURCE_DIR "/examples/articles.jsonl";

}  // namespace kilde::apps
