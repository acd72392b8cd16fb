# SPDX-License-Identifier: Apache-2.0
"""Exact decoding: the best tree with one root, the best legal BIO sequence, lemmas, tags."""
import numpy as np

from data import NAMES
from lemmas import apply_script

LOW = -1e9


def find_cycle(heads):
    n = len(heads)
    colour = [0] * n
    for start in range(1, n):
        path, node = [], start
        while node > 0 and colour[node] == 0:
            colour[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and colour[node] == 1:
            return path[path.index(node):]
        for p in path:
            colour[p] = 2
    return None


def best_tree(scores):
    """Chu-Liu/Edmonds; scores[d][h], node 0 is the root. Several roots are allowed here."""
    n = len(scores)
    heads = [-1] + [int(np.argmax(scores[d])) for d in range(1, n)]
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [v for v in range(n) if v not in inside]
    m = len(rest)
    small = np.full((m + 1, m + 1), LOW * 10)
    enter, leave = {}, {}
    gain = np.array([scores[d] - scores[d][heads[d]] for d in cycle])
    for j, v in enumerate(rest):
        for k, w in enumerate(rest):
            small[j][k] = scores[v][w]
        column = [scores[v][c] for c in cycle]
        leave[v] = cycle[int(np.argmax(column))]
        small[j][m] = max(column)
        enter[v] = cycle[int(np.argmax(gain[:, v]))]
        small[m][j] = gain[:, v].max()
    np.fill_diagonal(small, LOW * 10)
    small[0] = LOW * 10
    got = best_tree(small)
    out = list(heads)
    for j, v in enumerate(rest):
        if v > 0:
            out[v] = leave[v] if got[j] == m else rest[got[j]]
    parent = rest[got[m]]
    out[enter[parent]] = parent
    return out


def single_root_tree(scores):
    """scores [n, n + 1] as the network gives them -> heads 1-based, 0 for the root."""
    n = len(scores)
    full = np.full((n + 1, n + 1), LOW)
    full[1:] = scores
    full[np.arange(n + 1), np.arange(n + 1)] = LOW * 10
    heads = best_tree(full)
    roots = [d for d in range(1, n + 1) if heads[d] == 0]
    if len(roots) == 1:
        return heads[1:]
    best = None
    for root in roots or range(1, n + 1):
        trial = full.copy()
        trial[1:, 0] = LOW
        trial[root, :] = LOW
        trial[root, 0] = 0
        tree = best_tree(trial)
        total = sum(full[d][tree[d]] for d in range(1, n + 1))
        if best is None or total > best[0]:
            best = (total, tree)
    return best[1][1:]


def legal(before, tag):
    return tag[0] != "I" or before[2:] == tag[2:]


STEP = np.array([[0.0 if legal(a, b) else LOW for b in NAMES] for a in NAMES])
START = np.array([0.0 if legal("O", b) else LOW for b in NAMES])


def best_names(scores):
    total = scores[0] + START
    back = []
    for row in scores[1:]:
        paths = total[:, None] + STEP
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    tag = int(total.argmax())
    out = [tag]
    for step in reversed(back):
        tag = int(step[tag])
        out.append(tag)
    return [NAMES[t] for t in reversed(out)]


def best_lemma(scores, scripts, form):
    for i in np.argsort(-scores):
        lemma = apply_script(scripts[i], form)
        if lemma:
            return lemma
    return form


def lemma_table(sentences):
    """(form, UPOS) -> lemma where the train sentences agree."""
    counts = {}
    for s in sentences:
        for f, u, l in zip(s.forms, s.upos, s.lemmas):
            counts.setdefault((f, u), {}).setdefault(l, 0)
            counts[(f, u)][l] += 1
    out = {}
    for key, lemmas in counts.items():
        lemma, n = max(lemmas.items(), key=lambda kv: kv[1])
        if n >= 0.9 * sum(lemmas.values()):
            out[key] = lemma
    return out
