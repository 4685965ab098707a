#!/bin/bash
# Every source is as clang-format leaves it.
set -eu
tool=$(command -v clang-format-19 || command -v clang-format) || { echo "clang-format is not installed"; exit 77; }
find app core ui tests \( -name '*.h' -o -name '*.cpp' -o -name '*.mm' \) -print0 | xargs -0 "$tool" --dry-run -Werror
