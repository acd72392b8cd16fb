# SPDX-License-Identifier: Apache-2.0
"""The network: a word encoder computed once per distinct form, gated recurrences, and the heads."""
import torch
import torch.nn.functional as F
from torch import nn

from data import NAMES
from features import BUCKETS
from scan import Bags, Scan, dropout


class Encoder(nn.Module):
    def __init__(self, s, vocabulary):
        super().__init__()
        self.settings = s
        self.word = nn.Embedding(len(vocabulary.words) + 1, s["word_dim"])
        nn.init.normal_(self.word.weight, std=0.3)
        self.ngram = nn.Embedding(BUCKETS, s["ngram_dim"])
        nn.init.normal_(self.ngram.weight, std=0.3)
        size = s["word_dim"] + 3 * s["ngram_dim"]
        self.has_vectors = bool(vocabulary.vectors)
        if self.has_vectors:
            table = vocabulary.vector_table
            self.register_buffer("vector", torch.cat([torch.zeros(1, table.shape[1]), table]))
            size += table.shape[1]
        self.hidden = nn.Linear(size, s["encoder_hidden"])
        self.out = nn.Linear(s["encoder_hidden"], 2 * s["hidden"])
        self.norm = nn.LayerNorm(2 * s["hidden"])

    def dropped(self, rows, p):
        """Whole rows set to the unknown row 0, so that the n-grams learn to do without them."""
        if not self.training:
            return rows
        return rows * (torch.rand(len(rows)) >= p)

    def forward(self, batch):
        s = self.settings
        table = self.ngram.weight
        bags = Bags.apply(table, batch.flat, batch.offsets, batch.scale, table)
        parts = [self.word(self.dropped(batch.word, s["word_drop"])), bags.view(len(batch.word), -1)]
        if self.has_vectors:
            parts.append(self.vector[self.dropped(batch.vector, s["vector_drop"])])
        x = dropout(torch.cat(parts, 1), s["input_drop"], self.training)
        return self.norm(self.out(F.relu(self.hidden(x))))


class Layer(nn.Module):
    def __init__(self, s):
        super().__init__()
        h = s["hidden"]
        self.drop = s["layer_drop"]
        self.input = nn.Linear(2 * h, 6 * h)
        with torch.no_grad():
            bias = self.input.bias.view(2, 3, h)
            bias.zero_()
            bias[:, 1] = torch.linspace(-1, 2, h)  # some units remember long, some short
        self.peep = nn.Parameter(torch.zeros(2, 2, h))
        self.norm = nn.LayerNorm(2 * h)

    def forward(self, x, starts):
        y = Scan.apply(self.input(dropout(x, self.drop, self.training)), self.peep, starts)
        return self.norm(x + dropout(y, self.drop, self.training))


class Network(nn.Module):
    def __init__(self, s, v):
        super().__init__()
        self.settings = s
        d, a = 2 * s["hidden"], s["arc_dim"]
        self.encoder = Encoder(s, v)
        self.bank = nn.Embedding(len(v.banks), d)
        nn.init.zeros_(self.bank.weight)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s["layers"]))
        self.upos = nn.Linear(d, len(v.upos))
        self.combo = nn.Linear(d, len(v.combos))
        self.other = nn.Linear(d, len(v.other_combos))
        self.lemma_hidden = nn.Linear(d, s["lemma_hidden"])
        self.lemma = nn.Linear(s["lemma_hidden"], len(v.scripts))
        self.name = nn.Linear(d, len(NAMES))
        self.arc_dep = nn.Linear(d, a)
        self.arc_head = nn.Linear(d, a)
        self.root = nn.Parameter(torch.zeros(a))
        self.arc = nn.Linear(a, a)  # its bias is the heads' own weight
        self.label_dep = nn.Linear(d, s["label_dim"])
        self.label_head = nn.Linear(d, s["label_dim"])
        self.label_root = nn.Parameter(torch.zeros(s["label_dim"]))
        self.label = nn.Linear(s["label_dim"], len(v.labels))

    def body(self, batch):
        x = self.encoder(batch)[batch.type] + self.bank(batch.bank)
        states = []
        for layer in self.layers:
            x = layer(x, batch.starts)
            states.append(x)
        return states

    def arcs(self, top, batch):
        """Scores [B, N, N + 1]: column 0 is the root, column j token j - 1."""
        drop = self.settings["head_drop"]
        dep = dropout(F.leaky_relu(self.arc_dep(top), 0.1), drop, self.training)
        head = dropout(F.leaky_relu(self.arc_head(top), 0.1), drop, self.training)
        heads = torch.cat([self.root.expand(len(batch.lengths), 1, -1), head[batch.grid]], 1)
        scores = self.arc(dep)[batch.grid] @ heads.transpose(1, 2)
        allowed = torch.cat([torch.ones(len(batch.lengths), 1, dtype=torch.bool), batch.mask], 1)
        return scores.masked_fill(~allowed[:, None, :], -1e9)

    def label_scores(self, top, rows, head_rows):
        """Scores of the arcs from `rows` to `head_rows` (-1 for the root)."""
        heads = self.label_head(top[head_rows.clamp(min=0)])
        heads = torch.where((head_rows < 0)[:, None], self.label_root, heads)
        hidden = F.relu(self.label_dep(top[rows]) + heads)
        return self.label(dropout(hidden, self.settings["head_drop"], self.training))

    def tags(self, states):
        x = dropout(states[self.settings["tag_layer"]], self.settings["layer_drop"], self.training)
        return self.upos(x), self.combo(x), self.other(x), self.lemma(F.relu(self.lemma_hidden(x)))

    def loss(self, batch):
        s = self.settings
        states = self.body(batch)
        top = dropout(states[-1], s["layer_drop"], self.training)
        upos, combo, other, lemma = self.tags(states)
        arcs = self.arcs(top, batch)[batch.mask]
        real = sum(batch.lengths)
        first = batch.starts[:len(batch.lengths)].long().repeat_interleave(torch.tensor(batch.lengths))
        rows = torch.full((len(batch.heads),), -1)
        rows[:real] = torch.where(batch.heads[:real] > 0, first + batch.heads[:real] - 1, -1)
        labels = self.label_scores(top, torch.arange(len(rows)), rows)
        names = self.name(top)
        smooth = s["smoothing"]
        def ce(scores, gold):
            return F.cross_entropy(scores, gold, label_smoothing=smooth, reduction="sum") / real
        arc = F.cross_entropy(arcs, batch.heads[:real])
        return (ce(upos, batch.upos) + ce(combo, batch.combos) + ce(other, batch.others) + s["lemma_weight"] * ce(lemma, batch.scripts)
                + arc + ce(labels, batch.labels) + s["name_weight"] * ce(names, batch.names))
