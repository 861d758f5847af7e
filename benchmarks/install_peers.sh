#!/bin/sh
# Install what speed.py compares with: packages of Debian, and virtual environments below $PEERS.
# mdpo and the Translate Toolkit have one each, because both bring a program md2po.
set -eu
PEERS=${PEERS:-$HOME/.cache/peers}
apt-get update -q
apt-get install -qy --no-install-recommends gettext po4a libyaml-tiny-perl libsyntax-keyword-try-perl hugo
venv() { [ -x "$1/bin/python" ] || python3 -m venv "$1"; d=$1; shift; "$d/bin/pip" install -q "$@"; }
venv "$PEERS" sphinx myst-parser sphinx-intl mkdocs mkdocs-static-i18n
venv "$PEERS/mdpo" mdpo
venv "$PEERS/tt" "translate-toolkit[markdown]"
