#!/bin/bash
# Takes the pictures in resources/screenshots anew, from the real program on a private desktop, sending to a private mail
# server.  Look at each before you commit it.
#
#   tests/system/screenshots.sh PENNYPOST [FOLDER]
set -eu
[ $# -gt 0 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
folder=${2:-$here/../../resources/screenshots}
exec "$here/desktop-session.sh" /usr/bin/python3 -W ignore "$here/screenshots.py" "$binary" "$folder"
