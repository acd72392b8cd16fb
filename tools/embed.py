#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a C++ header that holds files as constants: embed.py OUT.h NAMESPACE NAME=FILE..., each with its CSP hash."""
import base64
import hashlib
import pathlib
import sys

PIECE = 8000  # characters a literal; compilers limit the length of one


def literal(text):
    pieces = [text[i:i + PIECE] for i in range(0, len(text), PIECE)] or [""]
    return "\n".join(f'R"~~~~({piece})~~~~"' for piece in pieces)


def main(out, namespace, *items):
    lines = ["// Made by tools/embed.py; do not edit.", "#pragma once", "#include <string_view>", "",
             f"namespace {namespace} {{"]
    for item in items:
        name, _, path = item.partition("=")
        text = pathlib.Path(path).read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        lines += [f"inline constexpr std::string_view k{name} = {literal(text)};",
                  f'inline constexpr std::string_view k{name}Hash = "sha256-{digest}";']
    lines.append(f"}}  // namespace {namespace}")
    pathlib.Path(out).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
