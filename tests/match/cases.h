// SPDX-License-Identifier: Apache-2.0
// Case files of trees.
#pragma once
#include <fstream>
#include <sstream>

#include "support.h"

namespace kilde::match {

// A case of a file tests/match/NAME.LANGUAGE.txt: "== trigger word | what = expected | ..." above a tree.
struct Case {
  std::string language, trigger, tree, place;
  std::vector<std::pair<std::string, std::string>> expected;
};
inline void PrintTo(const Case& c, std::ostream* out) { *out << c.place << " " << c.trigger; }

inline std::string trim(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

inline Case begin_case(const std::string& language, const std::string& line, const std::string& place) {
  Case out{language, "", "", place, {}};
  std::istringstream parts(line.substr(2));
  for (std::string part; std::getline(parts, part, '|');) {
    if (const auto equals = part.find('='); equals == std::string::npos) {
      out.trigger = trim(part);
    } else {
      out.expected.emplace_back(trim(part.substr(0, equals)), trim(part.substr(equals + 1)));
    }
  }
  return out;
}

inline std::vector<Case> load_cases(const std::string& name, const std::string& language) {
  std::vector<Case> out;
  std::ifstream in(source_dir() / "tests/match" / (name + "." + language + ".txt"));
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("==")) {
      out.push_back(begin_case(language, line, language + ":" + std::to_string(number)));
    } else if (!out.empty() && !line.starts_with("#")) {
      out.back().tree += line + "\n";
    }
  }
  return out;
}

}  // namespace kilde::match
