#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains lang/languages.bin, the table by which kilde knows the language of a text: naive Bayes over character n-grams.

    training/langid.py --treebanks DIR --wordfreq DIR --out lang/languages.bin

DIR/da/train.conllu.xz and so on are UD treebanks; the other directory holds the small_XX.msgpack.gz lists of the wordfreq
package (its data is CC BY-SA 4.0). Layout of the table: src/text/language.h.
"""
import argparse
import collections
import gzip
import lzma
import math
import pathlib
import struct

LANGUAGES = ["da", "nb", "nn", "sv", "en", "de", "nl", "fr", "es", "it", "pt", "pl", "fi", "is"]
TREEBANKS = {"da": "da", "nb": "nb", "nn": "nn", "sv": "sv", "en": "en-ewt"}
LONGEST = 5
SCALE = 16  # a weight of 16 is one nat
LICENCE = ("# Character n-grams and their weights; made by training/langid.py from the train parts of UD Danish-DDT/CDT, Norwegian\n"
           "# Bokmaal and Nynorsk (NDT), Swedish-Talbanken and English-EWT, and from word lists of wordfreq. Licence CC BY-SA 4.0.\n")


def words_of_treebank(folder):
    """Lower-case words of running text and how often they occur."""
    counts = collections.Counter()
    with lzma.open(folder / "train.conllu.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                counts.update(split(line[9:]))
    return counts


def words_of_list(file):
    import msgpack  # only this script needs it

    with gzip.open(file) as packed:
        header, *bins = msgpack.load(packed, raw=False)
    counts = collections.Counter()
    for centibels, words in enumerate(bins):
        for word in words:
            for part in split(word):
                counts[part] += 10 ** (-centibels / 100) * 1e6
    return counts


def split(text):
    return "".join(c if c.isalpha() else " " for c in text.lower()).split()


def ngrams_of(words):
    """One Counter for each length; a word stands between two spaces."""
    grams = [collections.Counter() for _ in range(LONGEST + 1)]
    for word, count in words.items():
        padded = f" {word} "
        for begin in range(len(padded)):
            for n in range(1, min(LONGEST, len(padded) - begin) + 1):
                grams[n][padded[begin:begin + n]] += count
    for n in range(1, LONGEST + 1):
        grams[n].pop(" ", None)
    return grams


def mixed(parts):
    """Word distributions that count the same, summed to a million words."""
    out = collections.Counter()
    for part in parts:
        total = sum(part.values())
        for word, count in part.items():
            out[word] += count / total * 1e6 / len(parts)
    return out


def weights_of(grams, prior, wanted):
    """ngram -> log ratio to the mean of all languages, one for each language, for the ngrams that tell most."""
    scored = []
    for n in range(1, LONGEST + 1):
        totals = [sum(g[n].values()) for g in grams]
        shares = collections.Counter()
        for g, total in zip(grams, totals):
            for gram, count in g[n].items():
                shares[gram] += count / total / len(grams)
        for gram, share in shares.items():
            seen = [(g[n][gram] + prior * share) / (total + prior) for g, total in zip(grams, totals)]
            weights = [math.log(p / share) for p in seen]
            told = sum(w * p for p, w in zip(seen[:wanted], weights[:wanted]))
            apart = sum(p * abs(a - b) for p, a in zip(seen[:3], weights[:3]) for b in weights[:3])
            scored.append((max(p * abs(w) for p, w in zip(seen, weights)) + told / wanted + apart, gram, weights))
    scored.sort(key=lambda row: (-row[0], row[1]))
    return scored


def fnv(gram):
    value = 2166136261
    for byte in gram.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def write(file, scored, size):
    rows = {}
    for _, gram, weights in scored:
        if len(rows) == size:
            break
        rows.setdefault(fnv(gram), [max(-127, min(127, round(w * SCALE))) for w in weights])
    with open(file, "wb") as out:
        out.write(("kilde-languages 1\n" + LICENCE + " ".join(LANGUAGES) + "\n").encode())
        out.write(struct.pack("<I", len(rows)))
        for key, weights in sorted(rows.items()):
            out.write(struct.pack(f"<I{len(weights)}b", key, *weights))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--treebanks", type=pathlib.Path, required=True)
    options.add_argument("--wordfreq", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--size", type=int, default=16000, help="n-grams kept")
    options.add_argument("--prior", type=float, default=2000, help="occurrences an n-gram has in every language beforehand")
    given = options.parse_args()
    grams = []
    for language in LANGUAGES:
        parts = []
        if language in TREEBANKS:
            parts.append(words_of_treebank(given.treebanks / TREEBANKS[language]))
        listed = given.wordfreq / f"small_{language}.msgpack.gz"
        if listed.exists():
            parts.append(words_of_list(listed))
        grams.append(ngrams_of(mixed(parts)))
    scored = weights_of(grams, given.prior, len(TREEBANKS))
    write(given.out, scored, given.size)
    print(f"{given.out}: {given.size} of {len(scored)} n-grams, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
