// SPDX-License-Identifier: Apache-2.0
// A rule as a linguist wrote it in lang/XX/rules/*.toml, checked for form but not yet compiled (match does that).
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kilde::pack {

// A piece of notation and the line it stands on.
struct Text {
  std::string text;
  int line = 0;
};

struct Role {
  std::string name;
  std::vector<Text> paths;  // alternatives, best first
};

struct Rule {
  std::string id;            // "event.consult.meet"; unique in the pack
  std::string file;
  int line = 0;              // of [[rule]]
  Text trigger;              // a token test
  std::vector<Text> where;   // paths that must lead somewhere, "!path" must not
  std::vector<Role> roles;   // in the order of the file
  std::vector<Text> require; // roles that must be filled
  std::map<std::string, std::string, std::less<>> set;  // for the finder; true and false stand as words
  std::vector<Text> yes;     // sentences in which it must fire; at least one
  std::vector<Text> no;      // sentences in which it must not

  // The finder that owns it: the id up to the first dot.
  std::string_view finder() const { return std::string_view(id).substr(0, id.find('.')); }
  std::string place(int at_line) const { return file + ":" + std::to_string(at_line); }
  std::string place() const { return place(line); }
};

// A named list of paths from lang/XX/paths.toml, used in rules as "@name".
struct NamedPath {
  std::string name;
  std::string file;
  int line = 0;
  std::vector<Text> paths;

  std::string place(int at_line) const { return file + ":" + std::to_string(at_line); }
};

}  // namespace kilde::pack
