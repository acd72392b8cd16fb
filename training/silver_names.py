# SPDX-License-Identifier: Apache-2.0
"""Gives the English train files names of one convention: silver_names.py TREEBANKS PERSON_NAMES.tsv.xz FOLDER

An averaged perceptron over gold tags and trees learns names from the official names of EWT dev, with lists of known names from
the other treebanks as features, and tags EWT train (which has none) and GUM train (whose own are derived and keep titles). With --check it learns on one half of dev and is scored on the other.
"""
import collections
import lzma
import random
import sys

import conllu
from evaluate import spans
from features import lower, shape

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def name_lists(treebanks, person_names):
    """word -> kinds it has as a part of names, and whole names, in treebanks with names."""
    words, wholes = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for file in ("da/train", "nb/train", "nn/train", "en-gum/train"):
        for s in conllu.read(f"{treebanks}/{file}.conllu.xz"):
            for a, b, kind in spans(s.names):
                wholes[lower(" ".join(s.forms[a:b]))][kind] += 1
                for form in s.forms[a:b]:
                    words[lower(form)][kind] += 1
    with lzma.open(person_names, "rt", encoding="utf-8") as stream:
        for line in stream:
            name, part = line.split("\t")[:2]
            words[lower(name)]["given" if part == "first" else "family"] += 1
    return words, wholes


class Tagger:
    def __init__(self, lists):
        self.words, self.wholes = lists
        self.weights, self.totals, self.stamps = {}, collections.defaultdict(float), collections.defaultdict(int)
        self.step = 0

    def list_features(self, s):
        out = [[] for _ in s.forms]
        for i, form in enumerate(s.forms):
            known = self.words.get(lower(form))
            if known and form[:1].isupper():
                out[i] += [f"list={k}" for k, n in known.items() if n > 0.2 * sum(known.values())]
        for a in range(len(s.forms)):
            for b in range(a + 1, min(a + 5, len(s.forms)) + 1):
                found = self.wholes.get(lower(" ".join(s.forms[a:b])))
                if found and s.forms[a][:1].isupper():
                    kind = found.most_common(1)[0][0]
                    for i in range(a, b):
                        out[i].append(f"whole={kind}={i == a}")
        return out

    def features(self, s):
        lists, out = self.list_features(s), []
        at = lambda items, i: items[i] if 0 <= i < len(items) else "-"
        low = [lower(f) for f in s.forms]
        shapes = [shape(f) for f in s.forms]
        for i in range(len(s.forms)):
            head = s.heads[i] - 1
            f = [f"w={low[i]}", f"s={shapes[i]}", f"suf={low[i][-3:]}", f"u={s.upos[i]}", f"d={s.labels[i]}={s.upos[i]}",
                 f"h={low[head] if head >= 0 else '-'}={s.labels[i]}", f"u3={at(s.upos, i - 1)}{s.upos[i]}{at(s.upos, i + 1)}"]
            for o in (-2, -1, 1, 2):
                f += [f"w{o}={at(low, i + o)}", f"s{o}={at(shapes, i + o)}", f"u{o}={at(s.upos, i + o)}"]
            f += [f"su={shapes[i]}={s.upos[i]}={at(shapes, i - 1)}", f"c={i == 0}={shapes[i]}"] + lists[i]
            for o in (-1, 1):
                if 0 <= i + o < len(s.forms):
                    f += [f"{o}{x}" for x in lists[i + o]]
            out.append(f)
        return out

    def score(self, features, before):
        total = [0.0] * len(TAGS)
        for f in features + [f"t={before}", f"tu={before}={features[3]}", f"ts={before}={features[1]}"]:
            row = self.weights.get(f)
            if row:
                total = [a + b for a, b in zip(total, row)]
        return total

    def tag(self, features):
        """Greedy from the left; I- only after its own kind."""
        tags, before = [], "O"
        for f in features:
            scores = self.score(f, before)
            best = max((t for t in range(len(TAGS)) if TAGS[t][0] != "I" or before[2:] == TAGS[t][2:]), key=scores.__getitem__)
            before = TAGS[best]
            tags.append(before)
        return tags

    def change(self, feature, tag, value):
        row = self.weights.setdefault(feature, [0.0] * len(TAGS))
        key = (feature, tag)
        self.totals[key] += (self.step - self.stamps[key]) * row[tag]
        self.stamps[key] = self.step
        row[tag] += value

    def train(self, sentences, epochs):
        prepared = [(self.features(s), s.names) for s in sentences]
        rng = random.Random(1)
        for _ in range(epochs):
            rng.shuffle(prepared)
            for features, gold in prepared:
                self.step += 1
                before = "O"
                for f, right in zip(features, gold):
                    scores = self.score(f, before)
                    best = max((t for t in range(len(TAGS)) if TAGS[t][0] != "I" or before[2:] == TAGS[t][2:]), key=scores.__getitem__)
                    if TAGS[best] != right:
                        for x in f + [f"t={before}", f"tu={before}={f[3]}", f"ts={before}={f[1]}"]:
                            self.change(x, TAGS.index(right), 1.0)
                            self.change(x, best, -1.0)
                    before = right if rng.random() < 0.7 else TAGS[best]
        for (feature, tag), total in list(self.totals.items()):
            row = self.weights[feature]
            row[tag] = (total + (self.step - self.stamps[(feature, tag)]) * row[tag]) / self.step


def f1(tagger, sentences):
    right = found = gold = 0
    for s in sentences:
        a, b = spans(s.names), spans(tagger.tag(tagger.features(s)))
        right, found, gold = right + len(a & b), found + len(b), gold + len(a)
    return 200 * right / (found + gold)


def write(tagger, sentences, target):
    with open(target, "w", encoding="utf-8") as out:
        for s in sentences:
            tags = tagger.tag(tagger.features(s))
            print(f"# newdoc id = {s.doc}\n# text = {s.text}", file=out)
            for i in range(len(s.forms)):
                name = "_" if tags[i] == "O" else f"Name={tags[i]}"
                print(i + 1, s.forms[i], s.lemmas[i], s.upos[i], "_", s.feats[i], s.heads[i], s.labels[i], "_", name, sep="\t", file=out)
            print(file=out)


def main():
    check = "--check" in sys.argv
    treebanks, person_names, target = [a for a in sys.argv[1:] if a != "--check"]
    lists = name_lists(treebanks, person_names)
    dev = conllu.read(f"{treebanks}/en-ewt/dev.conllu.xz")
    if check:
        for a, b in ((dev[::2], dev[1::2]), (dev[:1000], dev[1000:])):
            tagger = Tagger(lists)
            tagger.train(a, 8)
            print("half of dev", round(f1(tagger, b), 2), flush=True)
    tagger = Tagger(lists)
    tagger.train(dev, 8)
    for bank in ("en-ewt", "en-gum"):
        write(tagger, conllu.read(f"{treebanks}/{bank}/train.conllu.xz"), f"{target}/{bank}-names.conllu")


if __name__ == "__main__":
    main()
