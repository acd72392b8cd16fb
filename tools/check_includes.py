#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a room includes one that stands beside or above it (the table in docs/architecture.md)."""
import pathlib
import re
import sys

LOW = {"base", "doc", "pack"}
FINDERS = {f"find/{n}" for n in ("entity", "time", "figure", "attribution", "event")}
ALLOWED = {
    "base": set(), "doc": {"base"}, "pack": {"base", "doc"}, "match": LOW,
    "text": {"base", "doc"}, "token": LOW, "syntax": LOW, "claim": LOW,
    **{f: LOW | {"match"} for f in FINDERS},
    "archive": {"base", "doc"}, "story": {"base", "doc"}, "write": LOW,
}
ALLOWED["reader"] = LOW | FINDERS | {"match", "text", "token", "syntax", "claim"}
ALLOWED["face"] = ALLOWED["reader"] | {"reader", "write"}
ALLOWED["desk"] = ALLOWED["reader"] | {"reader", "archive", "story"}
ALLOWED["serve"] = ALLOWED["desk"] | {"desk", "write"}
# A third-party header enters through these rooms only.
THIRD_PARTY = {"toml": {"pack"}, "sqlite3": {"archive"}, "httplib": {"serve"}, "CLI": set()}

# Headers that the build makes from files of web/ for one room.
EMBEDDED = {"style.h", "page.h"}


def room_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "find" else parts[0]


def main():
    root = pathlib.Path(__file__).resolve().parent.parent / "src"
    faults = []
    for file in sorted(root.rglob("*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        room = room_of(str(file.relative_to(root)))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            own = re.match(r'\s*#include "([^"]+)"', line)
            other = re.match(r"\s*#include <([A-Za-z_0-9+]+)", line)
            if own and "/" in own.group(1):
                target = room_of(own.group(1))
                if target not in ("kilde", room) and target not in ALLOWED.get(room, set()):
                    faults.append(f"{file}:{number}: {room} may not include {target}")
            elif own and own.group(1) not in EMBEDDED:
                faults.append(f"{file}:{number}: write the include with its room: {own.group(1)}")
            elif other and room not in THIRD_PARTY.get(other.group(1).removesuffix("plusplus"), {room}):
                faults.append(f"{file}:{number}: <{other.group(1)}> may not be included by {room}")
    print("\n".join(faults) or "every include points down")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
