// SPDX-License-Identifier: Apache-2.0
// The trained network in memory: tables as they lie in the file, matrices unpacked for the kernels. Const after loading.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "doc/syntax_table.h"
#include "syntax/kernels.h"
#include "syntax/model_file.h"

namespace kilde::syntax {

// Vectors of word forms; row 0 is for the unknown word, row r + 1 belongs to forms[r].
struct FormTable {
  StringTable forms;
  ByteRows rows;
  int row_of(std::string_view form) const { return forms.find(form) + 1; }
};

struct Norm {
  std::vector<float> scale;
  std::vector<float> shift;
};

struct Layer {
  Linear input;
  std::vector<float> peep;
  Norm norm;
};

// A lemma from a form: lower case first or not, letters (code points) taken off the end, letters put there.
struct LemmaScript {
  bool lower = false;
  int strip = 0;
  std::string_view tail;
};

// UPOS and FEATS together, as one class of the network.
struct TagClass {
  doc::Upos upos = doc::Upos::kX;
  int upos_row = 0;
  std::string_view feats;
  doc::FeatBits bits = 0;
};

struct Network {
  std::shared_ptr<const unsigned char[]> bytes;  // what the string and byte tables point into
  std::string digest;
  int hidden = 0;
  int tag_layer = 0;

  std::vector<doc::Upos> upos;
  std::vector<TagClass> classes;
  std::vector<doc::Deprel> labels;
  std::vector<LemmaScript> scripts;
  StringTable names;  // "O", "B-PER", "I-PER", ...
  StringTable lemma_forms;  // sorted; a form stands once for each UPOS it was seen with
  std::span<const std::int32_t> lemma_upos;
  StringTable lemmas;

  FormTable word;
  FormTable vector;  // pretrained; may be empty
  ByteRows ngram;
  Linear encoder_hidden, encoder_out;
  Norm encoder_norm;
  std::vector<Layer> layers;
  Linear upos_head, class_head, lemma_hidden, lemma_head, name_head;
  Linear arc_dep, arc_head, arc, label_dep, label_head, label_out;
  std::vector<float> arc_root, label_root;

  int width() const { return 2 * hidden; }
  int encoder_inputs() const { return word.rows.cols + 3 * ngram.cols + vector.rows.cols; }

  static base::Result<Network> load(const std::filesystem::path& path);
};

}  // namespace kilde::syntax
