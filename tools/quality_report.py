#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The table of docs/quality.md: F1 by layer on each set of annotated articles.

    quality_report.py BINARY [--update]      --update writes it into docs/quality.md
"""
import re
import sys

from quality_gate import ROOT, score

SETS = [("dev, Danish", "dev", "da"), ("dev, English", "dev", "en"), ("seed", "seed", "")]


def table(binary):
    figures = [score(binary, folder, prefix) for _, folder, prefix in SETS]
    rows = ["| F1 | " + " | ".join(name for name, _, _ in SETS) + " |", "|---" * (len(SETS) + 1) + "|"]
    for layer in figures[0]:
        name = "**score**" if layer == "score" else layer
        rows.append(f"| {name} | " + " | ".join(f"{f[layer]:.1f}" for f in figures) + " |")
    return "\n".join(rows) + "\n"


def main(binary, update=None):
    written = table(binary)
    print(written, end="")
    if update:
        page = ROOT / "docs" / "quality.md"
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"(?<=-->\n).*?(?=<!-- quality:end)", lambda _: written, text, flags=re.S), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
