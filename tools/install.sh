#!/bin/sh
# Installs one hashed requirement file into the virtual environment; called by make only.
# The host's pip does it, so the environment needs none of its own (Debian splits that off).
# Uses PYTHON (the host's interpreter) and VENV (the folder); $1 is the requirement file.
set -eu

sorry() {
    printf '%s\n' "$@" >&2
    exit 1
}

command -v "$PYTHON" >/dev/null 2>&1 ||
    sorry "Python is not here yet: '$PYTHON' was not found." \
        "Please install Python 3.11 or later, or say where it is: make PYTHON=/path/to/python3.11"

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    sorry "This needs Python 3.11 or later, and '$PYTHON' is $("$PYTHON" -V 2>&1)." \
        "If a newer one is installed, say where: make PYTHON=python3.11"

if ! "$VENV/bin/python" -c '' 2>/dev/null; then
    "$PYTHON" -m venv --clear --without-pip "$VENV"
fi

pip() {
    "$PYTHON" -m pip --python "$VENV/bin/python" "$@"
}

pip --version >/dev/null 2>&1 ||
    sorry "'$PYTHON' has no pip, or one older than 22.3." \
        "Please install it (on Debian and Ubuntu: apt install python3-pip) and try again."

echo "Installing $1 into $VENV: about a minute, and only when that file changes."
pip install --quiet --quiet --no-input \
    --disable-pip-version-check --require-hashes --requirement "$1" ||
    sorry "The installation did not finish; the lines above say why." \
        "Without a network this cannot work. Otherwise trying again often helps."
