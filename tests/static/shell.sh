#!/bin/bash
# Every shell script passes shellcheck, and every Python script compiles.
set -eu
command -v shellcheck >/dev/null || { echo "shellcheck is not installed"; exit 77; }
find packaging tests .ci -type f \( -name '*.sh' -o -path '.ci/run' \) -print0 | xargs -0 shellcheck -x
find tests packaging -name '*.py' -exec /usr/bin/python3 - {} + <<'END'
import sys
for name in sys.argv[1:]:
    compile(open(name, encoding="utf-8").read(), name, "exec")
END
