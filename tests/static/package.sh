#!/bin/bash
# The Debian package: made, looked at by lintian, installed, started, removed, nothing left.  package.sh RELEASE-BUILD
set -eu
build=$1
[ -f "$build/CPackConfig.cmake" ] || { echo "no release build in $build"; exit 77; }
command -v dpkg-deb >/dev/null || { echo "no dpkg here"; exit 77; }
packages=$(mktemp -d "${TMPDIR:-/tmp}/pennypost-deb.XXXXXX")
trap 'rm -rf "$packages"' EXIT
(cd "$build" && cpack -G DEB -B "$packages" >"$packages/log" 2>&1) || { cat "$packages/log"; exit 1; }
deb=$(find "$packages" -maxdepth 1 -name '*.deb')
dpkg-deb --info "$deb"
for needed in libsecret-1-0 libqt6sql6-sqlite libqt6widgets6 libqt6keychain1; do
    dpkg-deb --field "$deb" Depends | grep -q "$needed" || { echo "the package does not depend on $needed"; exit 1; }
done
# There is no address to write to yet, hence the two suppressed tags.
if command -v lintian >/dev/null; then lintian --allow-root --fail-on error --suppress-tags bogus-mail-host,bogus-mail-host-in-debian-changelog "$deb"; fi

# Installed for real where that is allowed, else into a folder.
files=$(dpkg-deb --contents "$deb" | awk '$1 !~ /^d/ {sub(/^\./, "", $6); print $6}')
if [ "$(id -u)" = 0 ] && ! dpkg-query -W pennypost >/dev/null 2>&1; then
    trap 'dpkg --purge pennypost >/dev/null 2>&1 || true; rm -rf "$packages"' EXIT
    dpkg --install "$deb"
    bin=/usr/bin
else
    dpkg-deb --extract "$deb" "$packages/root"
    bin=$packages/root/usr/bin
fi
"$bin/pennypost-cli" --version
QT_QPA_PLATFORM=offscreen "$bin/pennypost" --version
# It starts, shows its window and goes on running until it is told to end.
QT_QPA_PLATFORM=offscreen timeout --preserve-status --signal=TERM 3 "$bin/pennypost" --profile "$packages/profile" && status=0 || status=$?
[ "$status" = 0 ] || [ "$status" = 143 ] || { echo "the program ended by itself with $status"; exit 1; }
[ -d "$packages/profile" ] || { echo "no profile was made: it did not really start"; exit 1; }

if [ "$bin" = /usr/bin ]; then
    dpkg --purge pennypost
    for file in $files; do
        if [ -e "$file" ]; then echo "left behind: $file"; exit 1; fi
    done
    [ ! -e /usr/share/doc/pennypost ] || { echo "left behind: /usr/share/doc/pennypost"; exit 1; }
fi
