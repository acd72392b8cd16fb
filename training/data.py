# SPDX-License-Identifier: Apache-2.0
"""Treebanks to arrays: vocabularies, per-form features and batches of whole sentences."""
import collections
import random
import re

import numpy as np
import torch

import conllu
from features import feature_bags, lower, normal
from lemmas import make_script

IGNORE = -100
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
DROPPED_LABEL = "dep"


def load_vectors(path, limit):
    words, rows = [], []
    with open(path, encoding="utf-8") as stream:
        next(stream)
        for line in stream:
            word, *values = line.rstrip("\n").split(" ")
            words.append(word)
            rows.append([float(v) for v in values])
            if len(words) == limit:
                break
    table = torch.tensor(rows)
    return words, table / table.std()


def load_bank(settings, shared):
    """The sentences of one [[bank]] block, each marked with the bank's name and main flag."""
    path = settings["file"] if settings.get("made") else f"{shared}/{settings['file']}"
    keep = tuple(settings.get("keep", ("",)))
    return [s for s in conllu.read(path, settings.get("names", True)) if s.doc.startswith(keep)]


class Vocabulary:
    """Everything that turns strings into rows; built from the train sentences and saved with the model."""

    def __init__(self, settings, banks):
        banks = [(bank, sentences) for bank, sentences in banks if not bank.get("late")]
        main = [s for bank, sentences in banks for s in sentences if bank.get("main")]
        everything = [s for _, sentences in banks for s in sentences]
        forms = collections.Counter(normal(f) for s in everything for f in s.forms)
        self.words = [w for w, n in forms.most_common() if n >= settings["word_min"]][:settings["word_max"]]
        self.upos = sorted({u for s in everything for u in s.upos})
        self.labels = [l for l, _ in collections.Counter(l for s in main for l in s.labels).most_common()]
        self.combos = self.count_combos(main, 1)
        self.other_combos = self.count_combos([s for b, ss in banks for s in ss if not b.get("main")], 3)
        scripts = collections.Counter(make_script(f, l) for s in main for f, l in zip(s.forms, s.lemmas))
        self.scripts = [x for x, n in scripts.most_common(settings["scripts"]) if n > 1]
        self.vectors, self.vector_table = [], torch.zeros(1, 1)
        if settings.get("vectors"):
            self.vectors, self.vector_table = load_vectors(settings["vectors"], settings["vectors_max"])
        self.banks = [bank["name"] for bank, _ in banks]
        self.index()

    @staticmethod
    def count_combos(sentences, least):
        counts = collections.Counter(f"{u}|{f}" for s in sentences for u, f in zip(s.upos, s.feats))
        return [c for c, n in counts.most_common() if n >= least] or ["X|_"]

    def index(self):
        number = lambda items: {item: i for i, item in enumerate(items)}
        self.word_row = {w: i + 1 for i, w in enumerate(self.words)}  # row 0: unknown
        self.vector_row = {w: i + 1 for i, w in enumerate(self.vectors)}
        self.upos_id, self.label_id, self.combo_id = number(self.upos), number(self.labels), number(self.combos)
        self.other_id, self.script_id, self.name_id = number(self.other_combos), number(self.scripts), number(NAMES)
        self.bags = {}

    def form(self, form):
        found = self.bags.get(form)
        if found is None:
            word = normal(form)
            bags = [np.array(bag, dtype=np.int64) for bag in feature_bags(form)]
            found = (self.word_row.get(word, 0), self.vector_row.get(word, 0), [len(b) for b in bags], np.concatenate(bags))
            self.bags[form] = found
        return found


class Item:
    """One sentence as ids."""

    def __init__(self, s, bank, vocabulary):
        v = vocabulary
        self.sentence, self.bank, self.forms = s, v.banks.index(bank["name"]), s.forms
        main = bool(bank.get("main"))
        self.upos = [v.upos_id[u] for u in s.upos]
        combos = [f"{u}|{f}" for u, f in zip(s.upos, s.feats)]
        self.combos = [v.combo_id.get(c, IGNORE) if main else IGNORE for c in combos]
        self.others = [IGNORE if main else v.other_id.get(c, IGNORE) for c in combos]
        self.scripts = [v.script_id.get(make_script(f, l), IGNORE) if main else IGNORE for f, l in zip(s.forms, s.lemmas)]
        self.heads = list(s.heads)
        self.labels = [v.label_id.get(l, v.label_id.get(l.split(":")[0], IGNORE)) for l in s.labels]
        self.names = [v.name_id[n] if s.has_names else IGNORE for n in s.names]
        if bank.get("only") == "names":
            nothing = [IGNORE] * len(s.forms)
            self.upos = self.combos = self.others = self.scripts = self.heads = self.labels = nothing
        for field in ("upos", "combos", "others", "scripts", "heads", "labels", "names"):
            setattr(self, field, np.array(getattr(self, field), dtype=np.int32))


FINAL = re.compile(r"^[.!?]$")


def augmented(item, rng, settings):
    """Light changes that news text shows: capitals, quote styles, leading dashes, no final stop."""
    forms = item.forms
    if rng.random() < settings["upper"]:
        forms = [f.upper() for f in forms]
    elif rng.random() < settings["upper"]:
        forms = [f.capitalize() if len(f) > 2 else f for f in forms]
    elif rng.random() < settings["upper"]:
        forms = [lower(f) for f in forms]
    copy = object.__new__(Item)
    copy.__dict__.update(item.__dict__)
    copy.forms = forms
    roll = rng.random()
    if roll < settings["no_stop"] and len(forms) > 3 and FINAL.match(forms[-1]) and (len(forms)) not in item.heads:
        for field in ("forms", "upos", "combos", "others", "scripts", "heads", "labels", "names"):
            setattr(copy, field, getattr(copy, field)[:-1])
    return copy


def batches(items, size, rng):
    """Batches of about `size` tokens with sentences of like length, in random order."""
    order = sorted(items, key=lambda item: (len(item.forms) + rng.random() * 4, rng.random()))
    groups, group, count = [], [], 0
    for item in order:
        if group and count + len(item.forms) > size:
            groups.append(group)
            group, count = [], 0
        group.append(item)
        count += len(item.forms)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    return groups


class Batch:
    """Tensors of one batch; tokens lie end to end, `starts` bounds the sentences."""

    def __init__(self, items, vocabulary, pad_to=1):
        types, token_types = {}, []
        for item in items:
            token_types.extend(types.setdefault(form, len(types)) for form in item.forms)
        padding = -len(token_types) % pad_to  # few different shapes: the matrix library prepares code for each
        token_types += [0] * padding
        features = [vocabulary.form(form) for form in types]
        self.word = torch.tensor([f[0] for f in features])
        self.vector = torch.tensor([f[1] for f in features])
        counts = np.array([n for f in features for n in f[2]], dtype=np.int64)
        self.flat = torch.from_numpy(np.concatenate([f[3] for f in features]))
        self.offsets = torch.from_numpy(np.concatenate([[0], np.cumsum(counts)]))
        self.scale = torch.from_numpy(np.maximum(counts, 1).astype(np.float32) ** np.float32(-0.5))
        self.type = torch.tensor(token_types)
        self.lengths = [len(item.forms) for item in items]
        starts = [0]
        for n in self.lengths:
            starts.append(starts[-1] + n)
        self.bank = torch.tensor([item.bank for item in items for _ in item.forms] + [0] * padding)
        self.pad_index(starts)
        for field in ("upos", "combos", "others", "scripts", "heads", "labels", "names"):
            values = [getattr(item, field) for item in items] + [np.full(padding, IGNORE)]
            setattr(self, field, torch.from_numpy(np.concatenate(values).astype(np.int64)))
        self.starts = torch.tensor(starts + [starts[-1] + padding] * (padding > 0), dtype=torch.int32)

    def pad_index(self, starts):
        """grid [B, N]: token row or 0; row/column: where each token lies in it."""
        longest = max(self.lengths)
        grid = torch.zeros(len(self.lengths), longest, dtype=torch.long)
        mask = torch.zeros(len(self.lengths), longest, dtype=torch.bool)
        for b, n in enumerate(self.lengths):
            grid[b, :n] = torch.arange(starts[b], starts[b] + n)
            mask[b, :n] = True
        self.grid, self.mask = grid, mask
