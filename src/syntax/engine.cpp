// SPDX-License-Identifier: Apache-2.0
#include "syntax/engine.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "syntax/lemmatizer.h"

namespace kilde::syntax {
namespace {

constexpr std::uint32_t kChunk = 256;  // tokens; the widest matrix then stays within a core's second-level cache
constexpr std::uint32_t kUnit = 300;   // longest piece that is parsed as one tree

std::size_t index(std::uint32_t token) { return token; }
std::size_t index(int i) { return static_cast<std::size_t>(i); }

// scores -= log(sum(exp(scores)))
void log_softmax(float* scores, int count) {
  const float most = *std::max_element(scores, scores + count);
  float sum = 0;
  for (int i = 0; i < count; ++i) sum += std::exp(scores[i] - most);
  const float shift = most + std::log(sum);
  for (int i = 0; i < count; ++i) scores[i] -= shift;
}

}  // namespace

Engine::Engine(const Network& network, const Kernels& kernels)
    : network_(&network), kernels_(&kernels), encoder_(network, kernels), names_(network.names) {}

const float* Engine::apply(const Linear& linear, const float* x, int rows, Floats& y) {
  y.resize(index(rows * linear.stride()));
  kernels_->linear(linear, x, rows, y.data());
  return y.data();
}

std::vector<Engine::Chunk> Engine::chunks_of(const doc::TokenTable& tokens) const {
  std::vector<Chunk> chunks;
  for (const auto& sentence : tokens.sentence_list)
    for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end; begin += kUnit) {
      const base::TokenRange unit{begin, std::min(begin + kUnit, sentence.tokens.end)};
      if (chunks.empty() || unit.end - chunks.back().first > kChunk) chunks.push_back({unit.begin, {}});
      chunks.back().units.push_back(unit);
    }
  return chunks;
}

void Engine::annotate(const doc::TokenTable& tokens, std::string_view text, doc::SyntaxTable& out) {
  const std::size_t size = tokens.size();
  out = {};
  out.upos.resize(size);
  out.feats.resize(size);
  out.feat_bits.resize(size);
  out.lemmas.resize(size);
  out.heads.assign(size, doc::kNoToken);
  out.deprels.assign(size, doc::Deprel::kDep);
  text_ = text;
  tokens_ = &tokens;
  out_ = &out;
  feats_ids_.assign(network_->classes.size(), 0);
  for (const Chunk& chunk : chunks_of(tokens)) run(chunk);
  join_pieces(tokens);
}

void Engine::run(const Chunk& chunk) {
  first_ = chunk.first;
  count_ = chunk.size();
  run_body(chunk);
  tag(tag_states_.data());
  write_lemmas(tag_states_.data());
  write_trees(chunk);
  write_labels(chunk);
  write_names(chunk);
}

void Engine::run_body(const Chunk& chunk) {
  const Network& n = *network_;
  forms_.clear();
  for (int i = 0; i < count_; ++i) forms_.push_back(tokens_->form(text_, first_ + static_cast<std::uint32_t>(i)));
  x_.resize(index(count_ * n.width()));
  h_.resize(x_.size());
  encoder_.encode(forms_, x_.data());
  for (std::size_t l = 0; l < n.layers.size(); ++l) {
    const Layer& layer = n.layers[l];
    apply(layer.input, x_.data(), count_, u_);
    for (const auto& unit : chunk.units) {
      const int at = static_cast<int>(unit.begin - first_);
      kernels_->scan(u_.data() + row_offset(at, layer.input.stride()), layer.peep.data(), static_cast<int>(unit.size()), n.hidden,
                     h_.data() + row_offset(at, n.width()));
    }
    kernels_->add_norm(x_.data(), h_.data(), count_, n.width(), layer.norm.scale.data(), layer.norm.shift.data());
    if (static_cast<int>(l) == n.tag_layer) tag_states_ = x_;
  }
}

// UPOS and FEATS together: the class whose own probability times its UPOS's probability is highest.
void Engine::tag(const float* states) {
  const Network& n = *network_;
  apply(n.upos_head, states, count_, a_);
  apply(n.class_head, states, count_, b_);
  upos_rows_.resize(index(count_));
  for (int i = 0; i < count_; ++i) {
    float* upos = a_.data() + row_offset(i, n.upos_head.stride());
    const float* classes = b_.data() + row_offset(i, n.class_head.stride());
    log_softmax(upos, n.upos_head.outputs);
    std::size_t best = 0;
    float most = -1e30F;
    for (std::size_t c = 0; c < n.classes.size(); ++c)
      if (const float score = classes[c] + upos[n.classes[c].upos_row]; score > most) most = score, best = c;
    const TagClass& found = n.classes[best];
    std::uint32_t& id = feats_ids_[best];
    if (id == 0) id = out_->strings.intern(found.feats) + 1;
    const std::size_t t = index(first_) + index(i);
    out_->upos[t] = found.upos;
    out_->feats[t] = id - 1;
    out_->feat_bits[t] = found.bits;
    upos_rows_[index(i)] = found.upos_row;
  }
}

void Engine::write_lemmas(const float* states) {
  const Network& n = *network_;
  std::vector<int> unknown;
  for (int i = 0; i < count_; ++i) {
    if (const auto lemma = known_lemma(n, forms_[index(i)], upos_rows_[index(i)])) {
      out_->lemmas[index(first_) + index(i)] = out_->strings.intern(*lemma);
    } else {
      unknown.push_back(i);
    }
  }
  picked_.resize(unknown.size() * index(n.width()));
  for (std::size_t k = 0; k < unknown.size(); ++k)
    std::copy_n(states + row_offset(unknown[k], n.width()), n.width(), picked_.data() + k * index(n.width()));
  const int rows = static_cast<int>(unknown.size());
  apply(n.lemma_hidden, picked_.data(), rows, a_);
  kernels_->rectify(a_.data(), static_cast<int>(a_.size()), 0.0F);
  apply(n.lemma_head, a_.data(), rows, b_);
  for (int k = 0; k < rows; ++k) {
    const int i = unknown[index(k)];
    const std::string lemma = scripted_lemma(n, forms_[index(i)], b_.data() + row_offset(k, n.lemma_head.stride()));
    out_->lemmas[index(first_) + index(i)] = out_->strings.intern(lemma);
  }
}

void Engine::write_trees(const Chunk& chunk) {
  const Network& n = *network_;
  apply(n.arc_dep, x_.data(), count_, a_);
  kernels_->rectify(a_.data(), static_cast<int>(a_.size()), 0.1F);
  const float* dependents = apply(n.arc, a_.data(), count_, b_);
  apply(n.arc_head, x_.data(), count_, c_);
  kernels_->rectify(c_.data(), static_cast<int>(c_.size()), 0.1F);
  heads_.clear();
  for (const auto& unit : chunk.units) {
    const auto at = static_cast<std::ptrdiff_t>(unit.begin - first_) * n.arc.outputs;
    write_tree(unit, dependents + at, c_.data() + at);
  }
}

// Scores of all arcs of one unit are one more matrix product, the heads' vectors being its weights.
void Engine::write_tree(const base::TokenRange& unit, const float* dependents, const float* heads) {
  const Network& n = *network_;
  const int size = n.arc.outputs;
  const int length = static_cast<int>(unit.size());
  head_rows_.resize(length + 1, size);
  for (int i = 0; i < size; ++i) head_rows_.at(0, i) = n.arc_root[index(i)];
  for (int h = 0; h < length; ++h)
    for (int i = 0; i < size; ++i) head_rows_.at(h + 1, i) = heads[row_offset(h, size) + i];
  apply(head_rows_, dependents, length, d_);
  std::vector<int> found;
  best_tree(ArcScores(d_.data(), length, head_rows_.stride()), found);
  for (int i = 0; i < length; ++i) {
    const int head = found[index(i)];
    const std::uint32_t token = unit.begin + static_cast<std::uint32_t>(i);
    if (head > 0) out_->heads[index(token)] = unit.begin + static_cast<std::uint32_t>(head) - 1;
  }
}

void Engine::write_labels(const Chunk&) {
  const Network& n = *network_;
  apply(n.label_dep, x_.data(), count_, a_);
  apply(n.label_head, x_.data(), count_, b_);
  const int size = n.label_dep.outputs;
  for (int i = 0; i < count_; ++i) {
    const std::uint32_t head = out_->heads[index(first_) + index(i)];
    const float* other = head == doc::kNoToken ? n.label_root.data() : b_.data() + static_cast<std::ptrdiff_t>(head - first_) * size;
    float* own = a_.data() + row_offset(i, size);
    for (int k = 0; k < size; ++k) own[k] = std::max(0.0F, own[k] + other[k]);
  }
  apply(n.label_out, a_.data(), count_, c_);
  for (int i = 0; i < count_; ++i) {
    const float* scores = c_.data() + row_offset(i, n.label_out.stride());
    const auto best = static_cast<std::size_t>(std::max_element(scores, scores + n.label_out.outputs) - scores);
    const std::size_t t = index(first_) + index(i);
    doc::Deprel label = n.labels[best];
    if (out_->heads[t] == doc::kNoToken) {
      label = doc::Deprel::kRoot;
    } else if (label == doc::Deprel::kRoot) {
      label = doc::Deprel::kDep;
    }
    out_->deprels[t] = label;
  }
}

void Engine::write_names(const Chunk& chunk) {
  const Network& n = *network_;
  apply(n.name_head, x_.data(), count_, a_);
  for (const auto& unit : chunk.units) {
    const float* scores = a_.data() + static_cast<std::ptrdiff_t>(unit.begin - first_) * n.name_head.stride();
    const int length = static_cast<int>(unit.size());
    names_.best_tags(scores, length, n.name_head.stride(), tags_);
    for (int i = 0; i < length; ++i) {
      const int tag = tags_[index(i)];
      const std::uint32_t token = unit.begin + static_cast<std::uint32_t>(i);
      if (names_.outside(tag)) continue;
      if (names_.begins(tag)) out_->names.push_back({{token, token}, names_.kind(tag)});
      out_->names.back().tokens.end = token + 1;
    }
  }
}

// A very long sentence was parsed in pieces: the later pieces hang on the first one's root.
void Engine::join_pieces(const doc::TokenTable& tokens) {
  for (const auto& sentence : tokens.sentence_list) {
    if (sentence.tokens.size() <= kUnit) continue;
    std::uint32_t root = doc::kNoToken;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (out_->heads[index(t)] != doc::kNoToken) continue;
      if (root != doc::kNoToken) {
        out_->heads[index(t)] = root;
        out_->deprels[index(t)] = doc::Deprel::kParataxis;
      } else {
        root = t;
      }
    }
  }
}

}  // namespace kilde::syntax
