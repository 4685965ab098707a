#!/bin/bash
# Pennypost's main job in the terminal, on this computer alone:  demo.sh PENNYPOST_CLI
# A practice server, an account at it, a letter with an HTML part and two attachments, sent over TLS with AUTH.
set -euo pipefail
cli=${1:?usage: demo.sh PENNYPOST_CLI}
profile=$(mktemp -d "${TMPDIR:-/tmp}/pennypost-demo.XXXXXX")
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; }' EXIT
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }
value() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p" "$2" | head -n 1; }

say "1. A practice server: on 127.0.0.1 alone, its certificate and password made this moment"
"$cli" --profile "$profile" --json practice >"$profile/practice.json" &
server=$!
for _ in $(seq 100); do
    [ -s "$profile/practice.json" ] && break
    kill -0 "$server" 2>/dev/null || { echo "The practice server did not start." >&2; exit 70; }
    sleep 0.05
done
port=$(value port "$profile/practice.json")
user=$(value user "$profile/practice.json")
pin=$(value pin "$profile/practice.json")
echo "127.0.0.1:$port, user $user, certificate $pin"

say "2. An account there, that trusts exactly this certificate; its password is kept nowhere"
"$cli" --profile "$profile" account add --id demo --address demo@localhost --name 'Pennypost Demo' --server 127.0.0.1 \
    --port "$port" --security tls --user "$user" --pin "$pin" --session-secret

say "3. A letter with text, HTML and two attachments, over TLS with AUTH"
printf 'Dear reader,\n\nthis letter went out over TLS, with a picture and a table.\n.\nA line with only a dot came before this one.\n' >"$profile/letter.txt"
printf '<p>Dear reader,</p>\n<p>this letter went out over <b>TLS</b>, with a picture and a table.</p>\n' >"$profile/letter.html"
cp "$(dirname "${BASH_SOURCE[0]}")/../resources/pennypost.svg" "$profile/Pennypost ✉.svg"
printf 'stage,octets\r\nwritten,1\r\nsent,2\r\n' >"$profile/table.csv"
value password "$profile/practice.json" |
    "$cli" --profile "$profile" send --account demo --password-stdin --from demo@localhost --to reader@localhost \
        --subject 'Größe, Grüße: a first letter ✉' --text "$profile/letter.txt" --html "$profile/letter.html" \
        --attach "$profile/Pennypost ✉.svg" --attach "$profile/table.csv"

say "4. As it was received"
find "$profile/practice" -name '*.eml' -print
