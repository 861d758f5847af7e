#!/bin/sh
# Install this package (`package`), or what its tests need (`dev`), into .venv.
set -eu

fail() {
    echo "scripts/python.sh: $1" >&2
    exit 1
}

# The first Python that is new enough.
find_python() {
    for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed; install it, or name it: make PYTHON=/path/to/python3"
}

create() {
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python has no venv module; on Debian and Ubuntu install the package python3-venv"
    # Dependency groups need a newer pip than most systems bring.
    "$python" -m venv --clear .venv
    install --upgrade 'pip>=25.1'
}

install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}

case "$1" in
package)
    .venv/bin/python -m pip --version >/dev/null 2>&1 || create
    install --editable '.[vocabulary]'
    touch .venv/.package
    ;;
dev)
    install --group dev
    touch .venv/.dev
    ;;
*) fail "the word after it must be package or dev" ;;
esac
