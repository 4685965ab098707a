#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The base64 kernel for ARM, compiled for it and run by an emulator, where this machine is none:
#   neon.sh FOLDER INCLUDE-FOLDER...      FOLDER is for what it makes
set -eu
compiler=aarch64-linux-gnu-g++
emulator=$(command -v qemu-aarch64-static || command -v qemu-aarch64 || true)
if ! command -v $compiler >/dev/null || [ -z "$emulator" ]; then
    echo "$compiler or qemu-aarch64 is not installed"
    exit 77
fi
here=$(dirname "${BASH_SOURCE[0]}")
root=$(cd "$here/../../.." && pwd)
made=$1
shift
includes=()
for folder in "$@"; do includes+=(-isystem "$folder"); done
$compiler -static -std=c++20 -O2 -DQT_NO_VERSION_TAGGING -I"$root" "${includes[@]}" -o "$made/neon-check" \
    "$here/NeonCheck.cpp" "$root/core/mime/Base64.cpp" "$root/core/mime/Base64Neon.cpp" "$root/core/mime/Base64X86.cpp"
exec "$emulator" "$made/neon-check"
