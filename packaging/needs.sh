# shellcheck shell=bash
# What Pennypost needs of a system, once, for apt, dnf, pacman, zypper and Homebrew.  Sourced by packaging/run.sh and
# tests/run.sh:
#
#   missing_needs GROUP...     prints the packages of these groups that are not installed, in this system's names
#   install_needs GROUP...     says what it will install, asks when a person is there, installs it
#
# Groups: build (compiler and libraries), run (what is loaded at run time), test (what the tests start).

# NEED        GROUP  apt                         dnf                    pacman            zypper                     brew
NEEDS='
compiler      build  g++                         gcc-c++                gcc               gcc-c++                    -
cmake         build  cmake                       cmake                  cmake             cmake                      cmake
ninja         build  ninja-build                 ninja-build            ninja             ninja                      ninja
pkgconf       build  pkgconf                     pkgconf                pkgconf           pkgconf                    pkgconf
qt            build  qt6-base-dev                qt6-qtbase-devel       qt6-base          qt6-base-devel             qt
linguist      build  qt6-tools-dev               qt6-qttools-devel      qt6-tools         qt6-tools-linguist         -
linguist-bin  build  qt6-l10n-tools              qt6-linguist           -                 qt6-linguist-devel         -
lupdate-cmake build  qt6-tools-dev-tools         -                      -                 -                          -
keychain      build  qtkeychain-qt6-dev          qtkeychain-qt6-devel   qtkeychain-qt6    qtkeychain-qt6-devel       qtkeychain
openssl       build  libssl-dev                  openssl-devel          openssl           libopenssl-devel           openssl@3
svg-renderer  build  librsvg2-bin                librsvg2-tools         librsvg           rsvg-convert               librsvg
sqlite        run    libqt6sql6-sqlite           -                      -                 qt6-sql-sqlite             -
libsecret     run    libsecret-1-0               libsecret              libsecret         libsecret-1-0              -
qt-languages  run    qt6-translations-l10n       qt6-qttranslations     qt6-translations  qt6-translations           -
authorities   run    ca-certificates             ca-certificates        ca-certificates   ca-certificates            -
wayland       run    qt6-wayland                 qt6-qtwayland          qt6-wayland       qt6-wayland                -
ccache        test   ccache                      ccache                 ccache            ccache                     ccache
mold          test   mold                        mold                   mold              mold                       -
git           test   git                         git                    git               git                        git
clang-19      test   clang-19                    clang                  clang             clang19                    llvm
clang-tidy    test   clang-tidy-19               clang-tools-extra      -                 clang19-devel              -
clang-format  test   clang-format-19             -                      -                 -                          -
fuzzer        test   libclang-rt-19-dev          compiler-rt            compiler-rt       -                          -
arm-compiler  test   g++-aarch64-linux-gnu       gcc-c++-aarch64-linux-gnu aarch64-linux-gnu-gcc -                         -
arm-emulator  test   qemu-user-static            qemu-user-static       qemu-user-static  qemu-linux-user            -
spamassassin  test   spamassassin                spamassassin           spamassassin      spamassassin               -
reformime     test   maildrop                    maildrop               -                 maildrop                   -
ripmime       test   ripmime                     -                      -                 -                          -
xvfb          test   xvfb                        xorg-x11-server-Xvfb   xorg-server-xvfb  xorg-x11-server-Xvfb       -
openbox       test   openbox                     openbox                openbox           openbox                    -
dbus          test   dbus                        dbus-daemon            dbus              dbus-1                     -
keyring       test   gnome-keyring               gnome-keyring          gnome-keyring     gnome-keyring              -
secret-tool   test   libsecret-tools             libsecret              libsecret         libsecret-tools            -
at-spi        test   at-spi2-core                at-spi2-core           at-spi2-core      at-spi2-core               -
pyatspi       test   python3-pyatspi             python3-pyatspi        python-atspi      python3-atspi              -
xdotool       test   xdotool                     xdotool                xdotool           xdotool                    -
imagemagick   test   imagemagick                 ImageMagick            imagemagick       ImageMagick                -
x11-utils     test   x11-utils                   xprop                  xorg-xprop        xprop                      -
xmodmap       test   x11-xserver-utils           xmodmap                xorg-xmodmap      xmodmap                    -
fonts         test   fonts-noto-core             google-noto-fonts-common noto-fonts      noto-sans-fonts            -
fonts-cjk     test   fonts-noto-cjk              google-noto-sans-cjk-fonts noto-fonts-cjk noto-sans-cjk-fonts       -
postfix       test   postfix                     postfix                postfix           postfix                    -
dovecot       test   dovecot-core                dovecot                dovecot           dovecot                    -
openssl-bin   test   openssl                     openssl                openssl           openssl                    openssl@3
python        test   python3                     python3                python            python3                    python
desktop-check test   desktop-file-utils          desktop-file-utils     desktop-file-utils desktop-file-utils        -
appstream     test   appstream                   appstream              appstream         AppStream                  -
lintian       test   lintian                     -                      -                 -                          -
dpkg-dev      test   dpkg-dev                    -                      -                 -                          -
fakeroot      test   fakeroot                    -                      -                 -                          -
file          test   file                        file                   file              file                       -
shellcheck    test   shellcheck                  ShellCheck             shellcheck        ShellCheck                 shellcheck
'

package_manager() {
    local each
    for each in apt-get dnf pacman zypper brew; do
        if command -v "$each" >/dev/null; then
            echo "${each%-get}"
            return
        fi
    done
    echo "No package manager that we know (apt, dnf, pacman, zypper, Homebrew): install the packages by hand, packaging/needs.sh lists them." >&2
    return 1
}

is_installed() {    # MANAGER PACKAGE
    case $1 in
    apt) [ "$(dpkg-query -W -f '${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
    dnf | zypper) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
    pacman) pacman -Q "$2" >/dev/null 2>&1 ;;
    brew) brew list --formula "$2" >/dev/null 2>&1 ;;
    esac
}

# shellcheck disable=SC2034    # the manager's column is read by its name
missing_needs() {
    local manager column need group apt dnf pacman zypper brew package
    manager=$(package_manager) || return 1
    column=$manager
    while read -r need group apt dnf pacman zypper brew; do
        [ -n "$need" ] || continue
        case " $* " in *" $group "*) ;; *) continue ;; esac
        package=${!column}
        if [ "$package" != - ] && ! is_installed "$manager" "$package"; then echo "$package"; fi
    done <<<"$NEEDS" | sort -u
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Installing needs root or sudo. As root: $*" >&2
        return 77
    fi
}

install_needs() {
    local manager package packages=() answer
    manager=$(package_manager) || return 1
    while read -r package; do packages+=("$package"); done < <(missing_needs "$@")    # macOS's bash has no mapfile
    [ ${#packages[@]} -gt 0 ] || return 0
    echo "To install (by $manager): ${packages[*]}"
    if [ -t 0 ] && [ -z "${CI:-}" ]; then
        read -r -p "Go on? [Y/n] " answer
        case $answer in [nN]*) echo "Nothing was installed." >&2; return 77 ;; esac
    fi
    case $manager in
    apt)
        as_root apt-get update -q
        # Postfix asks what it is for; the tests run their own, so: nothing.
        if printf '%s\n' "${packages[@]}" | grep -qx postfix; then
            echo 'postfix postfix/main_mailer_type select No configuration' | as_root debconf-set-selections
        fi
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${packages[@]}"
        ;;
    dnf) as_root dnf install -y "${packages[@]}" ;;
    pacman) as_root pacman -S --needed --noconfirm "${packages[@]}" ;;
    zypper) as_root zypper --non-interactive install "${packages[@]}" ;;
    brew) brew install "${packages[@]}" ;;
    esac
}
