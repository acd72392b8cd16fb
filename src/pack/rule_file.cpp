// SPDX-License-Identifier: Apache-2.0
#include "pack/rule_file.h"

// A broken file is a fault of the file: without this, debug builds of toml++ 3.3 end the program at some of them.
#define TOML_ASSERT(condition) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace kilde::pack {
namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

// Where a string that opens at `at` has ended; at the end of its line when a quotation mark is missing.
std::size_t after_string(std::string_view text, std::size_t at) {
  const std::string_view mark = text.substr(at, 1);
  const std::string triple(3, text[at]);
  const bool is_long = text.substr(at, 3) == triple;
  const std::string_view closing = is_long ? std::string_view(triple) : mark;
  for (at += closing.size(); at < text.size(); ++at) {
    if (text.substr(at, closing.size()) == closing) return at + closing.size();
    if (text[at] == '\n' && !is_long) return at;
    if (text[at] == '\\' && mark == "\"") ++at;
  }
  return text.size();
}

// Line of the first byte beyond ASCII that stands neither in a string nor in a comment, or 0. TOML 1.0 allows none, and
// toml++ 3.3 does not always notice (its test for spaces reaches an unreachable place).
int line_of_stray_letter(std::string_view text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (text[at] == '"' || text[at] == '\'') at = after_string(text, at);
    else if (text[at] == '#') at = std::min(text.find('\n', at), text.size());
    else if (static_cast<unsigned char>(text[at]) >= 0x80) return line;
    else ++at;
    line += static_cast<int>(std::count(text.data() + begin, text.data() + std::min(at, text.size()), '\n'));
  }
  return 0;
}

// Reads values of one file and keeps its faults.
class FileReader {
 public:
  FileReader(const std::string& file, std::vector<base::Error>& faults) : file_(file), faults_(&faults) {}

  void fault(std::string message, int line) {
    faults_->push_back({base::Fault::kPack, std::move(message), file_ + ":" + std::to_string(line)});
  }

  bool parse(std::string_view text, toml::table& out) {
    if (const int line = line_of_stray_letter(text); line > 0) {
      fault("a letter beyond ASCII outside quotation marks", line);
      return false;
    }
    try {
      out = toml::parse(text, file_);
      return true;
    } catch (const toml::parse_error& error) {
      fault(std::string(error.description()), static_cast<int>(error.source().begin.line));
      return false;
    }
  }

  // The entries in the order of the file, which toml::table does not keep.
  static std::vector<std::pair<std::string, const toml::node*>> ordered(const toml::table& table) {
    std::vector<std::pair<std::string, const toml::node*>> out;
    for (const auto& [key, node] : table) out.emplace_back(key.str(), &node);
    const auto at = [](const auto& entry) {
      const auto& begin = entry.second->source().begin;
      return std::pair(begin.line, begin.column);
    };
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return at(a) < at(b); });
    return out;
  }

  Text text(const toml::node& node, const std::string& key) {
    const auto* value = node.as_string();
    if (value == nullptr || value->get().empty()) {
      fault(key + " takes a text", line_of(node));
      return {"", line_of(node)};
    }
    return {value->get(), line_of(node)};
  }

  std::vector<Text> texts(const toml::node& node, const std::string& key) {
    std::vector<Text> out;
    const auto* list = node.as_array();
    if (list == nullptr) {
      fault(key + " takes a list of texts", line_of(node));
      return out;
    }
    for (const auto& item : *list) {
      if (Text one = text(item, key); !one.text.empty()) out.push_back(std::move(one));
    }
    return out;
  }

 private:
  std::string file_;
  std::vector<base::Error>* faults_;
};

std::vector<Role> read_roles(FileReader& in, const toml::node& node) {
  std::vector<Role> roles;
  if (!node.is_table()) {
    in.fault("roles takes named lists: roles.actor = [\"@subject\"]", line_of(node));
    return roles;
  }
  for (const auto& [name, paths] : FileReader::ordered(*node.as_table())) {
    roles.push_back({name, in.texts(*paths, "roles." + name)});
  }
  return roles;
}

void read_settings(FileReader& in, const toml::node& node, Rule& rule) {
  if (!node.is_table()) return in.fault("set takes a table: set = { type = \"CONSULT\" }", line_of(node));
  for (const auto& [key, value] : FileReader::ordered(*node.as_table())) {
    if (const auto* flag = value->as_boolean()) {
      rule.set[key] = flag->get() ? "true" : "false";
    } else {
      rule.set[key] = in.text(*value, "set." + key).text;
    }
  }
}

void read_entry(FileReader& in, const std::string& key, const toml::node& node, Rule& rule) {
  if (key == "id") rule.id = in.text(node, key).text;
  else if (key == "trigger") rule.trigger = in.text(node, key);
  else if (key == "where") rule.where = in.texts(node, key);
  else if (key == "roles") rule.roles = read_roles(in, node);
  else if (key == "require") rule.require = in.texts(node, key);
  else if (key == "set") read_settings(in, node, rule);
  else if (key == "yes") rule.yes = in.texts(node, key);
  else if (key == "no") rule.no = in.texts(node, key);
  else in.fault("unknown key " + key + " (id trigger where roles require set yes no)", line_of(node));
}

void check_required_roles(FileReader& in, const Rule& rule) {
  for (const Text& name : rule.require) {
    const bool known = std::any_of(rule.roles.begin(), rule.roles.end(),
                                   [&](const Role& role) { return role.name == name.text; });
    if (!known) in.fault(rule.id + " requires " + name.text + ", which is none of its roles", name.line);
  }
}

void check_complete(FileReader& in, const Rule& rule) {
  const std::string name = rule.id.empty() ? "the rule" : rule.id;
  if (rule.id.find('.') == std::string::npos) in.fault("id must be FINDER.NAME: " + rule.id, rule.line);
  if (rule.trigger.text.empty()) in.fault(name + " has no trigger", rule.line);
  if (rule.yes.empty()) in.fault(name + " has no yes example", rule.line);
  check_required_roles(in, rule);
}

std::string read_file(const std::filesystem::path& file, std::vector<base::Error>& faults) {
  constexpr std::uintmax_t kLargest = 4U << 20U;  // far more than a person writes
  std::error_code unknown;
  if (std::filesystem::file_size(file, unknown) > kLargest && !unknown) {
    faults.push_back({base::Fault::kPack, "is larger than 4 MiB", file.string()});
    return {};
  }
  std::ifstream in(file, std::ios::binary);
  std::stringstream content;
  if (!in || !(content << in.rdbuf())) {
    faults.push_back({base::Fault::kPack, "cannot be read or is empty", file.string()});
  }
  return content.str();
}

}  // namespace

void parse_rules(std::string_view toml, const std::string& file, std::vector<Rule>& out,
                 std::vector<base::Error>& faults) {
  FileReader in(file, faults);
  toml::table root;
  if (!in.parse(toml, root)) return;
  for (const auto& [key, node] : FileReader::ordered(root)) {
    const auto* rules = node->as_array();
    if (key != "rule" || rules == nullptr || !rules->is_homogeneous(toml::node_type::table)) {
      in.fault("a rule file holds [[rule]] blocks only, not " + key, line_of(*node));
      continue;
    }
    for (const auto& item : *rules) {
      Rule rule;
      rule.file = file;
      rule.line = line_of(item);
      const std::size_t before = faults.size();
      for (const auto& [name, value] : FileReader::ordered(*item.as_table())) read_entry(in, name, *value, rule);
      if (faults.size() == before) check_complete(in, rule);
      if (faults.size() == before) out.push_back(std::move(rule));
    }
  }
}

void parse_named_paths(std::string_view toml, const std::string& file, std::vector<NamedPath>& out,
                       std::vector<base::Error>& faults) {
  FileReader in(file, faults);
  toml::table root;
  if (!in.parse(toml, root)) return;
  for (const auto& [name, node] : FileReader::ordered(root)) {
    out.push_back({name, file, line_of(*node), in.texts(*node, name)});
  }
}

void load_rules(const std::filesystem::path& file, std::vector<Rule>& out, std::vector<base::Error>& faults) {
  parse_rules(read_file(file, faults), file.string(), out, faults);
}

void load_named_paths(const std::filesystem::path& file, std::vector<NamedPath>& out,
                      std::vector<base::Error>& faults) {
  parse_named_paths(read_file(file, faults), file.string(), out, faults);
}

}  // namespace kilde::pack
