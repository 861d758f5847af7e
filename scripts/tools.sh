#!/bin/sh
# Make sure that the programs and fonts are there that the tests look at the pages with.
# Installs them from the system's packages where it may; otherwise says what is missing.
set -eu

has() {
    command -v "$1" >/dev/null 2>&1
}

# Names of Debian packages for all that is missing.
missing() {
    has chromium || echo chromium
    has java || echo default-jre-headless
    has msgcat || echo gettext
    has i18nspector || echo i18nspector
    has npm || echo nodejs npm
    has fc-list || echo fontconfig
    has lou_translate || echo liblouis-bin liblouis-data
    fonts=$(fc-list 2>/dev/null || true)
    case "$fonts" in *NotoSansArabic*) ;; *) echo fonts-noto-core ;; esac
    case "$fonts" in *NotoSansCJK*) ;; *) echo fonts-noto-cjk ;; esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

packages=$(missing | tr '\n' ' ')
[ -n "$packages" ] || exit 0

if has apt-get && as_root true 2>/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get -q update
    # shellcheck disable=SC2086  # one word for each package
    as_root apt-get -q install --yes --no-install-recommends $packages
    packages=$(missing | tr '\n' ' ')
    [ -n "$packages" ] || exit 0
fi
echo "scripts/tools.sh: the tests need programs that are not here; install (names of Debian packages): $packages" >&2
exit 1
