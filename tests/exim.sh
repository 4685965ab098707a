#!/bin/bash
# Unpacks Exim, with the libraries that this system lacks, into FOLDER (build/exim): Debian's can't be installed beside Postfix, and
# tests/system/test_cli_exim.py runs it as it lies.  Where there is no apt it says so; that test then skips with the same words.
#
#   tests/exim.sh [FOLDER]
set -euo pipefail
folder=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/build/exim}

if [ -x "$folder/usr/sbin/exim4" ]; then exit; fi
if ! command -v apt-get >/dev/null; then
    echo "tests/exim.sh: Exim is only unpacked from Debian's packages; the test against it is skipped here." >&2
    exit
fi

packages=(exim4-daemon-light libnss-wrapper)
while read -r package; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then packages+=("$package"); fi
done < <(apt-cache depends --recurse --no-{recommends,suggests,conflicts,breaks,replaces,enhances} --important exim4-daemon-light |
    grep -E '^lib[^:]*$' | sort -u)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
download() { (cd "$work" && apt-get download -q -o APT::Sandbox::User=root "${packages[@]}"); }
# Its lists may be old, or not there at all where nothing had to be installed.
if ! download && ! { apt-get update -q && download; }; then
    echo "tests/exim.sh: Exim can't be downloaded; the test against it is skipped." >&2
    exit
fi
for package in "$work"/*.deb; do dpkg -x "$package" "$work/root"; done
mkdir -p "$(dirname "$folder")"
rm -rf "$folder"
mv "$work/root" "$folder"
