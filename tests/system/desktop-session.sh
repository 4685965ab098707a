#!/bin/bash
# Runs COMMAND in a private desktop: an X server, a session bus, a window manager, the accessibility bus and a keyring of
# its own, with HOME and the XDG folders in a scratch folder.  Ends what it started, by process id, and exits with COMMAND's
# status.
#
#   desktop-session.sh COMMAND [ARG...]
#
#   KEYRING=unlocked|locked|none   default unlocked; its pass phrase is "keyring"
#   SCREEN=1280x900x24             size and depth of the X screen
#
# shellcheck disable=SC2317    # the functions are called by trap and by name
set -eu
[ $# -gt 0 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 64; }

for needed in Xvfb dbus-daemon dbus-send openbox xprop xdotool xmodmap secret-tool gnome-keyring-daemon \
    /usr/libexec/at-spi-bus-launcher; do
    command -v "$needed" >/dev/null || { echo "skipped: $needed is not installed"; exit 77; }
done
keyring=${KEYRING:-unlocked}
root=$(mktemp -d "${TMPDIR:-/tmp}/pennypost-desktop.XXXXXX")
mkdir -p "$root"/{home,config,data,cache,state,run,tmp,log,services}
chmod 700 "$root"/{home,config,data,cache,state,run,log}
chmod 711 "$root" "$root/tmp"    # a mail server started in here works under users of its own

# Every process below carries this word in its environment: how we find again what daemons started behind our back.
export PENNYPOST_DESKTOP="$$.$RANDOM$RANDOM"
export HOME=$root/home TMPDIR=$root/tmp XDG_RUNTIME_DIR=$root/run
export XDG_CONFIG_HOME=$root/config XDG_DATA_HOME=$root/data XDG_CACHE_HOME=$root/cache XDG_STATE_HOME=$root/state
export XDG_SESSION_TYPE=x11 XDG_CURRENT_DESKTOP=${XDG_CURRENT_DESKTOP:-GNOME}
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 GSETTINGS_BACKEND=memory
export QT_QPA_PLATFORM=${SESSION_QT_PLATFORM:-xcb}
unset WAYLAND_DISPLAY AT_SPI_BUS_ADDRESS GNOME_KEYRING_CONTROL

ours() {
    grep -lszFx -- "PENNYPOST_DESKTOP=$PENNYPOST_DESKTOP" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3
}
cleanup() {
    local status=$? signal pid
    trap - EXIT
    trap '' INT TERM
    export -n PENNYPOST_DESKTOP
    for signal in TERM KILL; do
        for pid in $(ours); do kill -s "$signal" "$pid" 2>/dev/null || true; done
        for _ in $(seq 30); do [ -n "$(ours)" ] || break; sleep 0.05; done
    done
    rm -rf "$root"
    exit "$status"
}
trap cleanup EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

fail() { echo "desktop-session: $*" >&2; exit 70; }
soon() {    # soon COMMAND...: until it succeeds, for at most ten seconds
    for _ in $(seq 200); do "$@" >/dev/null 2>&1 && return; sleep 0.05; done
    fail "timed out: $*"
}
owned() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner "string:$1" | grep -q 'boolean true'
}

# The X server picks a free display and says its number on descriptor 3.
mkfifo "$root/display"
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x900x24}" -nolisten tcp -noreset 3>"$root/display" >"$root/log/xvfb" 2>&1 &
read -r -t 20 number <"$root/display" || fail "no X server: $(cat "$root/log/xvfb")"
export DISPLAY=:$number

# A bus that can start nothing by itself but, for a locked keyring, the prompt: with the stock configuration "no keyring"
# could not be had where one is installed.
export DBUS_SESSION_BUS_ADDRESS=unix:path=$root/run/bus
cat >"$root/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>$DBUS_SESSION_BUS_ADDRESS</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$root/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
END
prompter=/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service
if [ "$keyring" = locked ] && [ -e "$prompter" ]; then cp "$prompter" "$root/services/"; fi
dbus-daemon --config-file="$root/bus.conf" --nofork --nopidfile >"$root/log/dbus" 2>&1 &
soon test -S "$root/run/bus"

openbox --sm-disable >"$root/log/openbox" 2>&1 &
soon sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"'
/usr/libexec/at-spi-bus-launcher --launch-immediately >"$root/log/at-spi" 2>&1 &
soon owned org.a11y.Bus

if [ "$keyring" != none ]; then    # --unlock makes the collection "login" where there is none
    printf %s keyring |
        gnome-keyring-daemon --foreground --unlock --components=secrets >"$root/log/keyring" 2>&1 &
    soon owned org.freedesktop.secrets
    soon test -s "$XDG_DATA_HOME/keyrings/login.keyring"
fi
if [ "$keyring" = locked ]; then    # over the bus, for secret-tool 0.20.5 crashes when it locks
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock \
        array:objpath:/org/freedesktop/secrets/collection/login >"$root/log/lock"
fi

set +e
"$@" &    # in the background, so that a signal to us is acted on at once
wait $!
exit $?
