# SPDX-License-Identifier: Apache-2.0
"""Reads CoNLL-U (plain or xz) with names in MISC as Name=B-PER and so on, and checks it."""
import dataclasses
import lzma

NAME_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE_LOC": "LOC", "GPE_ORG": "ORG"}


@dataclasses.dataclass
class Sentence:
    doc: str
    text: str
    forms: list
    lemmas: list
    upos: list
    feats: list
    heads: list
    labels: list
    names: list  # BIO tags, "O" outside
    has_names: bool = True


def name_tag(misc):
    for item in misc.split("|"):
        if item.startswith("Name="):
            mark, kind = item[5:].split("-", 1)
            return f"{mark}-{NAME_TYPES[kind]}" if kind in NAME_TYPES else "O"
    return "O"


def repaired(tags):
    """An I- that follows no name of its type begins one."""
    before = "O"
    out = []
    for tag in tags:
        if tag[0] == "I" and before[2:] != tag[2:]:
            tag = "B" + tag[1:]
        out.append(tag)
        before = tag
    return out


def make_sentence(doc, text, rows, has_names):
    heads = [int(row[6]) for row in rows]
    if sum(head == 0 for head in heads) != 1 or not all(0 <= head <= len(rows) for head in heads):
        raise ValueError(f"bad tree in {doc}: {text}")
    return Sentence(doc, text, [r[1] for r in rows], [r[2] for r in rows], [r[3] for r in rows], [r[5] for r in rows],
                    heads, [r[7] for r in rows], repaired([name_tag(r[9]) for r in rows]), has_names)


def read(path, has_names=True):
    opener = lzma.open if str(path).endswith(".xz") else open
    doc, text, rows, out = "", "", [], []
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                doc = line[14:]
            elif line.startswith("# text = "):
                text = line[9:]
            elif line and line[0] != "#":
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line and rows:
                out.append(make_sentence(doc, text, rows, has_names))
                rows = []
    return out
