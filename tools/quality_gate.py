#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when the program reads the annotated articles of ../shared/gold worse than tests/quality_floors.tsv demands.

    quality_gate.py BINARY        exit status 77: the annotated articles are not beside this checkout
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"


def floors():
    rows = (ROOT / "tests" / "quality_floors.tsv").read_text("utf-8").splitlines()
    for row in [r for r in rows if r and not r.startswith("#")][1:]:
        folder, prefix, layer, floor = row.split("\t")
        yield folder, prefix, layer, float(floor)


def score(binary, folder, prefix):
    """The scorer's figures for the articles of a folder whose names begin so: layer -> F1, and "score"."""
    with tempfile.TemporaryDirectory() as picked:
        for file in (GOLD / folder).iterdir():
            if file.name.startswith(prefix):
                (pathlib.Path(picked) / file.name).symlink_to(file)
        command = [sys.executable, str(GOLD / "score.py"), "--run", f"'{binary}' read --jsonl --format jsonl -", picked]
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"the scorer ended with {run.returncode}\n{run.stdout}{run.stderr}")
    figures = {m[1].strip(): float(m[2]) for m in re.finditer(r"^(\D{22})\s*[\d.]+\s+[\d.]+\s+([\d.]+)", run.stdout, re.M)}
    figures["score"] = float(re.search(r"^score: ([\d.]+)", run.stdout, re.M)[1])
    return figures


def main(binary):
    if not GOLD.is_dir():
        print(f"skipped: there are no annotated articles at {GOLD}")
        return 77
    figures, low = {}, 0
    for folder, prefix, layer, floor in floors():
        if (folder, prefix) not in figures:
            figures[folder, prefix] = score(binary, folder, prefix)
        got = figures[folder, prefix][layer]
        low += got < floor
        print(f"{folder:5} {prefix or '*':3} {layer:20} {got:5.1f}  floor {floor:5.1f}  {'TOO LOW' if got < floor else 'ok'}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
