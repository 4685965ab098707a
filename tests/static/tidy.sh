#!/bin/bash
# clang-tidy over the program's own sources:  tidy.sh BUILD-FOLDER
set -eu
build=$1
tool=$(command -v clang-tidy-19) || { echo "clang-tidy-19 is not installed"; exit 77; }
# Flags of g++'s that clang does not know are not findings.
find app core ui -name '*.cpp' ! -name '*_win.cpp' ! -name '*_mac.cpp' -print0 |
    xargs -0 -n 4 -P "$(nproc)" "$tool" --quiet -p "$build" --extra-arg=-Wno-unknown-warning-option 2>/tmp/tidy.$$ ||
    { tail -n 20 "/tmp/tidy.$$"; rm -f "/tmp/tidy.$$"; exit 1; }
rm -f "/tmp/tidy.$$"
