// SPDX-License-Identifier: Apache-2.0
#include "syntax/network.h"

#include <algorithm>
#include <charconv>

#include "syntax/form_features.h"

namespace kilde::syntax {
namespace {

Linear read_linear(ModelFile& file, const std::string& name, int inputs, int outputs = -1) {
  Linear linear;
  const ByteRows weight = file.rows(name + ".weight");
  const auto bias = file.floats(name + ".bias", weight.rows);
  if (weight.cols != inputs || (outputs >= 0 && weight.rows != outputs)) file.fail("matrix " + name + " has another shape");
  if (!file.error().empty()) return linear;
  linear.resize(weight.rows, inputs);
  for (int o = 0; o < weight.rows; ++o)
    for (int i = 0; i < inputs; ++i)
      linear.at(o, i) = weight.scales[o] * static_cast<float>(weight.values[static_cast<std::ptrdiff_t>(o) * inputs + i]);
  std::copy(bias.begin(), bias.end(), linear.bias.begin());
  return linear;
}

std::vector<float> read_floats(ModelFile& file, const std::string& name, int count) {
  const auto found = file.floats(name, count);
  return {found.begin(), found.end()};
}

Norm read_norm(ModelFile& file, const std::string& name, int size) {
  return {read_floats(file, name + ".norm.scale", size), read_floats(file, name + ".norm.shift", size)};
}

FormTable read_forms(ModelFile& file, const std::string& name) {
  FormTable table{file.strings(name + ".forms"), file.rows(name + ".rows")};
  if (table.rows.rows != table.forms.size() + 1) file.fail("table " + name + " has another number of forms than of rows");
  return table;
}

void read_tags(ModelFile& file, Network& n) {
  const StringTable upos = file.strings("upos");
  const StringTable classes = file.strings("combos");
  for (int i = 0; i < upos.size(); ++i)
    if (!doc::parse_upos(upos[i], n.upos.emplace_back())) file.fail("unknown UPOS " + std::string(upos[i]));
  for (int i = 0; i < classes.size(); ++i) {
    const std::string_view text = classes[i];
    const std::size_t bar = text.find('|');
    TagClass tag;
    if (bar == std::string_view::npos || !doc::parse_upos(text.substr(0, bar), tag.upos))
      return file.fail("bad tag class " + std::string(text));
    const auto row = std::find(n.upos.begin(), n.upos.end(), tag.upos);
    if (row == n.upos.end()) return file.fail("tag class without its UPOS " + std::string(text));
    tag.upos_row = static_cast<int>(row - n.upos.begin());
    tag.feats = text.substr(bar + 1);
    tag.bits = doc::parse_feats(tag.feats);
    n.classes.push_back(tag);
  }
}

bool parse_script(std::string_view text, LemmaScript& out) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < 2 || (text[0] != 'l' && text[0] != 'k')) return false;
  const auto [end, code] = std::from_chars(text.data() + 1, text.data() + colon, out.strip);
  if (code != std::errc{} || end != text.data() + colon || out.strip < 0) return false;
  out.lower = text[0] == 'l';
  out.tail = text.substr(colon + 1);
  return true;
}

void read_lemmas(ModelFile& file, Network& n) {
  const StringTable scripts = file.strings("scripts");
  for (int i = 0; i < scripts.size(); ++i)
    if (!parse_script(scripts[i], n.scripts.emplace_back())) file.fail("bad lemma script " + std::string(scripts[i]));
  n.lemma_forms = file.strings("lemma.forms");
  n.lemma_upos = file.numbers("lemma.upos");
  n.lemmas = file.strings("lemma.lemmas");
  if (n.lemma_forms.size() != n.lemmas.size() || n.lemma_upos.size() != static_cast<std::size_t>(n.lemmas.size()))
    file.fail("the lemma table has columns of different length");
}

void read_labels(ModelFile& file, Network& n) {
  const StringTable labels = file.strings("labels");
  for (int i = 0; i < labels.size(); ++i)
    if (!doc::parse_deprel(labels[i], n.labels.emplace_back())) file.fail("unknown relation " + std::string(labels[i]));
  n.names = file.strings("names");
  if (n.names.size() == 0 || n.names[0] != "O" || n.names.size() > 32) file.fail("bad list of name tags");
  for (int i = 1; i < n.names.size(); ++i)
    if (n.names[i].size() < 3 || (n.names[i][0] != 'B' && n.names[i][0] != 'I') || n.names[i][1] != '-')
      file.fail("bad name tag " + std::string(n.names[i]));
}

void read_encoder(ModelFile& file, Network& n) {
  n.word = read_forms(file, "word");
  if (file.has("vector.forms")) n.vector = read_forms(file, "vector");
  n.ngram = file.rows("ngram.rows");
  if (n.ngram.rows != static_cast<int>(kBuckets)) file.fail("another number of n-gram rows than this program hashes to");
  n.encoder_hidden = read_linear(file, "encoder.hidden", n.encoder_inputs());
  if (n.encoder_hidden.outputs % kPanel != 0) file.fail("the encoder's hidden layer is not a multiple of 16");
  n.encoder_out = read_linear(file, "encoder.out", n.encoder_hidden.outputs, n.width());
  n.encoder_norm = read_norm(file, "encoder", n.width());
}

void read_layers(ModelFile& file, Network& n) {
  const int count = file.number("layers", 1, 16);
  n.tag_layer = file.number("tag_layer", 0, count - 1);
  for (int i = 0; i < count; ++i) {
    const std::string name = "layer" + std::to_string(i);
    n.layers.push_back({read_linear(file, name + ".input", n.width(), 6 * n.hidden),
                        read_floats(file, name + ".peep", 4 * n.hidden), read_norm(file, name, n.width())});
  }
}

void read_heads(ModelFile& file, Network& n) {
  const int width = n.width();
  const auto count = [](const auto& list) { return static_cast<int>(list.size()); };
  n.upos_head = read_linear(file, "upos", width, count(n.upos));
  n.class_head = read_linear(file, "combo", width, count(n.classes));
  n.lemma_hidden = read_linear(file, "lemma.hidden", width);
  n.lemma_head = read_linear(file, "lemma", n.lemma_hidden.outputs, count(n.scripts));
  n.name_head = read_linear(file, "name", width, n.names.size());
  n.arc_dep = read_linear(file, "arc.dep", width);
  n.arc_head = read_linear(file, "arc.head", width, n.arc_dep.outputs);
  n.arc = read_linear(file, "arc", n.arc_dep.outputs, n.arc_dep.outputs);
  n.label_dep = read_linear(file, "label.dep", width);
  n.label_head = read_linear(file, "label.head", width, n.label_dep.outputs);
  n.label_out = read_linear(file, "label", n.label_dep.outputs, count(n.labels));
  n.arc_root = read_floats(file, "arc.root", n.arc_dep.outputs);
  n.label_root = read_floats(file, "label.root", n.label_dep.outputs);
  for (const int size : {n.lemma_hidden.outputs, n.arc_dep.outputs, n.label_dep.outputs})
    if (size % kPanel != 0) file.fail("a hidden layer is not a multiple of 16");
}

}  // namespace

base::Result<Network> Network::load(const std::filesystem::path& path) {
  auto file = ModelFile::read(path);
  if (!file) return file.error();
  Network n;
  n.bytes = file->bytes();
  n.digest = file->digest();
  n.hidden = file->number("hidden", kPanel, 1024);
  if (n.hidden % kPanel != 0) file->fail("hidden is not a multiple of 16");
  read_tags(*file, n);
  read_labels(*file, n);
  read_lemmas(*file, n);
  read_encoder(*file, n);
  read_layers(*file, n);
  read_heads(*file, n);
  if (n.classes.empty() || n.labels.empty() || n.scripts.empty()) file->fail("has no tags, labels or lemma scripts");
  if (!file->error().empty()) return base::Error{base::Fault::kPack, file->error(), path.string()};
  return n;
}

}  // namespace kilde::syntax
