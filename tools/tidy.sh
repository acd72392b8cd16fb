#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clang-tidy (.clang-tidy) over every source of the engine and the program; needs a configured build/release.
set -eu
cd "$(dirname "$0")/.."

echo "== clang-tidy"
find src apps -name '*.cpp' | sort | xargs -P "$(nproc)" -n 1 clang-tidy-14 -p build/release --quiet \
  --extra-arg=-Wno-unknown-warning-option 2>build/tidy.log || { cat build/tidy.log; exit 1; }
echo "clang-tidy: nothing found"
