#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains lang/XX/boundary.tsv: where a sentence begins though the full stop before it is missing.

    training/boundary.py --treebank da/train.conllu.xz --text wikipedia.txt.xz ntrex.txt.xz ... --out lang/da/boundary.tsv

Logistic regression on the words around a capitalised word that stands behind a word. Boundaries are those of the treebank,
and lines of the texts set behind each other without their full stops; all places within lines are none. The features are
those of src/token/boundary.cpp.
"""
import argparse
import collections
import lzma
import math
import pathlib
import random
import re

TOKEN = re.compile(r"\w[\w'’./-]*\w|\w|[^\w\s]")
HEAD = """# SPDX-License-Identifier: CC-BY-SA-4.0
# Weights that say whether a sentence begins at a capitalised word behind which no full stop stands (src/token/boundary.h).
# Made by training/boundary.py from the train part of UD Danish-DDT (CC BY-SA 4.0) and lines of Danish Wikipedia (CC BY-SA),
# NTREX (CC BY-SA 4.0), PAROLE-DK (CC BY-SA 4.0) and Europarl. Licence CC BY-SA 4.0.
"""


def shape(word):
    if not word[0].isalnum():
        return "mark"
    if word[0].isdigit():
        return "digit"
    if word[0].islower():
        return "lower"
    return "upper" if len(word) > 1 and word.isupper() else "capital"


def features(words, at, first):
    """Of the word `at` in a sentence that begins with the word `first`."""
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else "."
    earlier = words[at - 2] if at - 2 >= first else ""
    return ["bias", "word:" + word.lower(), "end:" + word.lower()[-3:], "shape:" + shape(word),
            "before:" + before.lower(), "before_shape:" + shape(before), "after_shape:" + shape(after),
            "after:" + after.lower(), "earlier_shape:" + (shape(earlier) if earlier else "none"),
            "shapes:" + shape(before) + "+" + shape(after), "size:" + str(min(at - first, 12))]


def is_place(words, at):
    return words[at][0].isupper() and words[at - 1][0].isalnum()


def treebank_examples(file):
    sentences, words = [], []
    skip = 0
    for line in lzma.open(file, "rt", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) < 2:
            if words and not line.startswith("#"):
                sentences.append(words)
                words = []
        elif cells[0].isdigit():
            words.append(cells[1])
    for one, two in zip(sentences, sentences[1:]):
        yield from places(one)
        if one[-1][0].isalnum() and two[0][0].isupper():
            yield features(one + two, len(one), 0), 1


def places(words):
    for at in range(1, len(words)):
        if is_place(words, at):
            yield features(words, at, 0), 0


def text_examples(file, most, rng):
    """Pairs of lines as boundaries, the insides of lines as none."""
    lines = []
    for line in lzma.open(file, "rt", encoding="utf-8"):
        words = TOKEN.findall(line)
        if len(words) > 4 and words[-1] in ".!?" and not re.search(r"\w\w[.!?:] ", line) and words[0][0].isupper():
            lines.append(words[:-1])
    rng.shuffle(lines)
    lines = lines[:most]
    for one, two in zip(lines, lines[1:]):
        yield from places(one)
        if one[-1][0].isalnum():
            start = max(0, len(one) - rng.randint(1, 14))  # headlines are short, and some are in capitals
            if rng.random() < 0.1:
                one = [word.upper() for word in one]
            yield features(one[start:] + two, len(one) - start, 0), 1


def train(examples, rounds, rng):
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6)
    for number in range(rounds):
        rng.shuffle(examples)
        loss = 0.0
        for found, label in examples:
            score = sum(weights[f] for f in found)
            chance = 1 / (1 + math.exp(-max(-30, min(30, score))))
            error = label - chance
            loss -= math.log(max(1e-9, chance if label else 1 - chance))
            for f in found:
                step = error - 2e-5 * weights[f]
                squares[f] += step * step
                weights[f] += 0.2 * step / math.sqrt(squares[f])
        print(f"round {number}: mean loss {loss / len(examples):.4f}")
    return weights


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--treebank", type=pathlib.Path, required=True)
    options.add_argument("--text", type=pathlib.Path, nargs="*", default=[])
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--lines", type=int, default=20000, help="at most so many lines of each text")
    options.add_argument("--size", type=int, default=6000, help="weights kept")
    given = options.parse_args()
    rng = random.Random(7)
    examples = [e for _ in range(5) for e in treebank_examples(given.treebank)]
    for file in given.text:
        examples.extend(text_examples(file, given.lines, rng))
    labels = collections.Counter(label for _, label in examples)
    counts = collections.Counter(f for found, _ in examples for f in found)
    examples = [([f for f in found if counts[f] > 4], label) for found, label in examples]
    print(f"{labels[1]} boundaries, {labels[0]} other places")
    weights = train(examples, 4, rng)
    kept = sorted(weights, key=lambda f: -abs(weights[f]) * math.log(1 + counts[f]))[:given.size]
    with open(given.out, "w", encoding="utf-8") as out:
        out.write(HEAD + "feature\tweight\n")
        for feature in sorted(kept):
            if abs(weights[feature]) >= 0.05:
                out.write(f"{feature}\t{weights[feature]:.2f}\n")
    print(f"{given.out}: {min(len(kept), given.size)} weights")


if __name__ == "__main__":
    main()
