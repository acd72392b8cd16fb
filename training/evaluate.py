# SPDX-License-Identifier: Apache-2.0
"""Scores a network on sentences with gold tokens (raw text is scored by `kilde eval conllu`)."""
import torch

from data import Batch, Item, batches
from decode import best_lemma, best_names, single_root_tree
import random


def spans(tags):
    out, start = set(), None
    for i, tag in enumerate(tags + ["O"]):
        if start is not None and tag[0] != "I":
            out.add((start, i, tags[start][2:]))
            start = None
        if tag[0] == "B":
            start = i
    return out


class Annotator:
    def __init__(self, network, vocabulary, table, bank):
        self.network, self.vocabulary, self.table, self.bank = network, vocabulary, table, bank

    @torch.no_grad()
    def batch(self, items):
        v, network = self.vocabulary, self.network
        batch = Batch(items, v)
        states = network.body(batch)
        top = states[-1]
        upos, combo, _, lemma = network.tags(states)
        upos_of_combo = torch.tensor([v.upos_id[c.split("|")[0]] for c in v.combos])
        joint = combo.log_softmax(1) + upos.log_softmax(1)[:, upos_of_combo]
        arcs, names = network.arcs(top, batch), network.name(top)
        best = joint.argmax(1)
        out = []
        for b, item in enumerate(items):
            a, z = int(batch.starts[b]), int(batch.starts[b + 1])
            heads = single_root_tree(arcs[b, :z - a, :z - a + 1].numpy())
            rows = torch.tensor([a + h - 1 if h else -1 for h in heads])
            label_scores = network.label_scores(top, torch.arange(a, z), rows)
            tags = [v.combos[int(c)].split("|", 1) for c in best[a:z]]
            lemmas = []
            for i, (form, tag) in enumerate(zip(item.forms, tags)):
                known = self.table.get((form, tag[0]))
                lemmas.append(known or best_lemma(lemma[a + i].numpy(), v.scripts, form))
            labels = [v.labels[int(l)] for l in label_scores.argmax(1)]
            out.append((item, {"upos": [t[0] for t in tags], "feats": [t[1] for t in tags], "lemmas": lemmas,
                               "heads": heads, "labels": labels, "names": best_names(names[a:z].numpy())}))
        return out

    def run(self, sentences, size=4000):
        """Yields (sentence, annotation) in any order."""
        was = self.network.training
        self.network.eval()
        items = [Item(s, self.bank, self.vocabulary) for s in sentences]
        for group in batches(items, size, random.Random(1)):
            for item, got in self.batch(group):
                yield item.sentence, got
        self.network.train(was)


def score(annotator, sentences):
    n = dict.fromkeys(("words", "upos", "feats", "lemma", "uas", "las"), 0)
    right = found = gold = 0
    for s, got in annotator.run(sentences):
        n["words"] += len(s.forms)
        n["upos"] += sum(a == b for a, b in zip(s.upos, got["upos"]))
        n["feats"] += sum(a == b for a, b in zip(s.feats, got["feats"]))
        n["lemma"] += sum(a == b for a, b in zip(s.lemmas, got["lemmas"]))
        heads = [a == b for a, b in zip(s.heads, got["heads"])]
        n["uas"] += sum(heads)
        n["las"] += sum(h and a.split(":")[0] == b.split(":")[0] for h, a, b in zip(heads, s.labels, got["labels"]))
        if s.has_names:
            a, b = spans(s.names), spans(got["names"])
            right, found, gold = right + len(a & b), found + len(b), gold + len(a)
    out = {k: round(100 * v / n["words"], 2) for k, v in n.items() if k != "words"}
    out["names"] = round(200 * right / max(1, found + gold), 2)
    return out
