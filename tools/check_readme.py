#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of README.md's console blocks and fails when one fails or writes something else than stands there.

    check_readme.py BINARY [--update]      --update writes what the commands write into README.md
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMED_BINARY = "build/release/kilde"


def run(command, binary):
    # A reader such as `head` may close the pipe early; only what the last command says counts.
    result = subprocess.run(["sh", "-c", command.replace(NAMED_BINARY, binary)], cwd=ROOT, capture_output=True, text=True)
    return result.stdout, result.returncode, result.stderr


def refreshed(block, binary, faults):
    """The block with what its commands write now."""
    out = []
    for command in re.findall(r"^\$ (.*)$", block, re.M):
        written, status, said = run(command, binary)
        if status:
            faults.append(f"README.md: exit status {status}: {command}\n{said}")
        out.append(f"$ {command}\n{written}")
    return "".join(out)


def main(binary, update=None):
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    faults = []
    fresh = re.sub(r"(?<=^```console\n)(.*?)(?=^```$)", lambda m: refreshed(m[1], binary, faults), text, flags=re.M | re.S)
    if update:
        readme.write_text(fresh, "utf-8")
    elif fresh != text:
        faults.append("README.md shows something else than its commands write; tools/check_readme.py BINARY --update mends it")
    print("\n".join(faults) or "the commands of README.md write what it shows")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
