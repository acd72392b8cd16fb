# SPDX-License-Identifier: Apache-2.0
"""Lemmas as edit scripts: casing (l lower, k keep), how many letters go at the end, what is put there."""
from features import lower


def make_script(form, lemma):
    best = None
    for case in "lk":
        base = lower(form) if case == "l" else form
        same = 0
        while same < len(base) and same < len(lemma) and base[same] == lemma[same]:
            same += 1
        script = f"{case}{len(base) - same}:{lemma[same:]}"
        if best is None or len(base) - same < best[0]:
            best = (len(base) - same, script)
    return best[1]


def split_script(script):
    strip, tail = script[1:].split(":", 1)
    return script[0], int(strip), tail


def apply_script(script, form):
    case, strip, tail = split_script(script)
    base = lower(form) if case == "l" else form
    if strip > len(base):
        return None
    return base[:len(base) - strip] + tail
