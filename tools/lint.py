#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a source file lacks its licence line, is longer than 500 lines, or holds a function of more than 60."""
import ast
import pathlib
import re
import subprocess
import sys

FILE_LIMIT, FUNCTION_LIMIT = 500, 60
LICENSED = {".h", ".cpp", ".py", ".sh", ".toml", ".cmake", ".js", ".css", ".html"}
COUNTED = {".h", ".cpp", ".py", ".js"}
SPDX = "SPDX-License-Identifier: Apache-2.0"
# What may stand between the parameter list of a function and its body.
HEAD = re.compile(r"\)\s*(const|noexcept|override|final|mutable|&|->[^{};]*|:[^;]*)*\s*$", re.S)


def blank(match):
    """Keeps the line count of a comment or string, without any brace in it."""
    return re.sub(r"[^\n]", " ", match.group(0))


def without_comments(text):
    pattern = r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, blank, text, flags=re.S)


def cpp_functions(text):
    """(first line, lines) of every function body that no other function holds."""
    code = without_comments(text)
    depth, start, since = 0, None, 0  # `since`: where the current declaration begins
    for at, c in enumerate(code):
        if c == "{":
            if start is None and HEAD.search(code[since:at]):
                start, depth = at, 0
            depth += start is not None
            since = at + 1 if start is None else since
        elif c == "}":
            if start is not None:
                depth -= 1
                if depth == 0:
                    yield code.count("\n", 0, start) + 1, code.count("\n", start, at) + 1
                    start = None
            since = at + 1
        elif c == ";" and start is None:
            since = at + 1


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def faults_in(file):
    text = file.read_text("utf-8")
    if SPDX not in "\n".join(text.splitlines()[:3]):
        yield f"{file}:1: no line '{SPDX}'"
    if file.suffix not in COUNTED:
        return
    lines = text.count("\n")
    if lines > FILE_LIMIT:
        yield f"{file}: {lines} lines; the limit is {FILE_LIMIT}"
    functions = python_functions(text) if file.suffix == ".py" else cpp_functions(text)
    for line, length in functions if file.suffix != ".js" else ():
        if length > FUNCTION_LIMIT:
            yield f"{file}:{line}: a function of {length} lines; the limit is {FUNCTION_LIMIT}"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
    files = [root / name for name in listed.stdout.splitlines()]
    if not files:  # a source archive without git
        files = [f for f in root.rglob("*") if "build" not in f.relative_to(root).parts]
    licensed = lambda f: f.suffix in LICENSED or f.name in ("CMakeLists.txt", "run", "test", "install")
    checked = [f for f in files if f.is_file() and licensed(f)]
    faults = [fault for file in checked for fault in faults_in(file)]
    print("\n".join(faults) or f"{len(checked)} files: licence lines, file and function lengths are right")
    return bool(faults) or not checked


if __name__ == "__main__":
    sys.exit(main())
