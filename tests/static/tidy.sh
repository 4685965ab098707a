#!/bin/bash
# clang-tidy over the program's sources and its tests:  tidy.sh BUILD-FOLDER
set -eu
command -v clang-tidy-19 >/dev/null || { echo "clang-tidy-19 is not installed"; exit 77; }
exec "$(dirname "${BASH_SOURCE[0]}")/clang_tidy.py" "$1"
