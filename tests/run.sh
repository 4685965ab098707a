#!/bin/bash
# Installs what the tests need, builds, and runs everything without a display; ends with ctest's own summary.
#
#   tests/run.sh              unit, UI and system tests under ASan and UBSan, the fuzzers for half a minute each, static checks, the package
#   tests/run.sh --all        ThreadSanitizer too
#   tests/run.sh --quick      the dev build's tests alone, with nothing installed
#   tests/run.sh -- ARG...    further arguments for ctest, such as -R smtp
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
. packaging/needs.sh

quick=
all=
while [ $# -gt 0 ]; do
    case $1 in
    --quick) quick=1 ;;
    --all) all=1 ;;
    --) shift; break ;;
    -h | --help) sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit ;;
    *) echo "tests/run.sh: unknown option $1" >&2; exit 64 ;;
    esac
    shift
done

took() { printf '== %s: %d s\n' "$1" $((SECONDS - began)); began=$SECONDS; }
began=$SECONDS
if [ -z "$quick" ]; then
    install_needs build run test
    tests/exim.sh
fi
took install

# The tests find out for themselves whether there is a display; an inherited one would make them differ.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
faster=()
if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
    faster+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
# A hundred test programs with all of Qt's debug names: the usual linker takes minutes. What is packaged is linked as ever.
linker=()
if command -v mold >/dev/null; then linker=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold); fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
build() {    # build PRESET [TARGET...] [-- CMAKE-OPTION...]: silent unless it fails
    local preset=$1 targets=()
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
    [ $# -eq 0 ] || shift
    [ "$preset" = release ] || set -- ${linker:+"${linker[@]}"} "$@"
    cmake --preset "$preset" ${faster:+"${faster[@]}"} "$@" >"$log" 2>&1 || { cat "$log"; return 1; }
    cmake --build --preset "$preset" ${targets:+--target "${targets[@]}"} >"$log" 2>&1 || { cat "$log"; return 1; }
    took "build $preset"
}

if [ -n "$quick" ]; then
    build dev
    exec ctest --preset dev -LE 'system|slow' "$@"
fi

# The tests run under ASan and UBSan; beside them is the build that people run, which is packaged and measured.
build release -- -DPENNYPOST_WERROR=ON
build dev autogen    # what clang-tidy reads: each source by itself, and what moc makes of it
build fuzz fuzzers
checks=(-DPENNYPOST_ALL_CHECKS=ON "-DPENNYPOST_RELEASE_BUILD=$root/build/release")
if [ -n "$all" ]; then
    build tsan thread_tests -- -DPENNYPOST_GUI=OFF
    checks+=(-DPENNYPOST_LONG_CHECKS=ON)
fi
build asan -- "${checks[@]}"

ctest --preset asan --parallel 2 "$@"
