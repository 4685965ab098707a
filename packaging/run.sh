#!/bin/bash
# From a fresh system to a running Pennypost: installs what is missing, builds, starts.
#
#   packaging/run.sh [OPTION OF pennypost...]
#   packaging/run.sh --demo     without a display or an account: sends a letter with an HTML part and two attachments to the
#                               practice server over TLS, prints the receipt and where the received letter lies
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release
. "$root/packaging/needs.sh"

if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
    sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit
fi

# Asking the package manager takes longer than starting, so it is asked again only when the list has changed.
stamp=$build/.needs
want=$(cksum <"$root/packaging/needs.sh")
if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
    install_needs build run
    mkdir -p "$build"
fi
if [ ! -f "$build/build.ninja" ]; then
    (cd "$root" && cmake --preset release)
fi
printf '%s\n' "$want" >"$stamp"
[ -x "$build/bin/pennypost-cli" ] || echo "Building Pennypost. The first time takes some minutes."
# Where a person watches, ninja counts its steps in one line; a log needs none of them.
if [ -t 1 ]; then ninja -C "$build" pennypost pennypost-cli; else ninja -C "$build" --quiet pennypost pennypost-cli; fi

if [ "${1:-}" = --demo ]; then
    shift
    exec "$root/packaging/demo.sh" "$build/bin/pennypost-cli" "$@"
fi
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    echo "Pennypost is built, but there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)." >&2
    echo "Start it from a desktop, or try: packaging/run.sh --demo" >&2
    exit 69
fi
if [ "$(uname)" = Darwin ]; then exec "$build/bin/pennypost.app/Contents/MacOS/pennypost" "$@"; fi
exec "$build/bin/pennypost" "$@"
