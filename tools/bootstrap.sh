#!/bin/sh
# Makes .venv where there is none that works, and installs the package into it, editable.
# Usage: tools/bootstrap.sh [EXTRAS], such as "test,lint". PYTHON names the interpreter to take.
# What is missing on the machine is named, with the way to get it; nothing half-made stays behind.
set -eu
cd "$(dirname "$0")/.."

NEW_ENOUGH='import sys; sys.exit(sys.version_info < (3, 11))'
HAS_VENV='import ensurepip, venv'

stop() { # sentence, then what to install on Debian, Fedora and macOS
    printf 'brand-playbook: %s\n' "$1" >&2
    printf '  Debian, Ubuntu:  sudo apt install %s\n  Fedora:          sudo dnf install %s\n' "$2" "$3" >&2
    printf '  macOS:           brew install %s\n' "$4" >&2
    exit 1
}

first() { # the first of our candidates that runs this Python code without an error
    for python in ${PYTHON:-python3 python python3.14 python3.13 python3.12 python3.11}; do
        if "$python" -c "$1" >/dev/null 2>&1; then
            echo "$python"
            return
        fi
    done
}

no_python() {
    asked=${PYTHON:-python3}
    found=$("$asked" -c 'import sys; print("is Python %d.%d" % sys.version_info[:2])' 2>/dev/null || echo "does not run")
    stop "Python 3.11 or newer is needed; \"$asked\" $found. Another one can be named: make PYTHON=/path/to/python ..." \
        "python3 python3-venv   (Debian 12, Ubuntu 24.04 or newer)" python3 python
}

no_venv() {
    stop "$1 cannot make a virtual environment: its \"venv\" or \"ensurepip\" module is missing or broken." \
        "$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" "python3 python3-pip" python
}

make_venv() {
    candidate=$(first "$NEW_ENOUGH")
    [ -n "$candidate" ] || no_python
    python=$(first "$HAS_VENV; $NEW_ENOUGH")
    [ -n "$python" ] || no_venv "$candidate"
    trap 'rm -rf .venv' EXIT
    trap 'exit 1' HUP INT TERM
    "$python" -m venv --clear .venv >/dev/null 2>&1 || no_venv "$python"
}

command -v git >/dev/null || stop "git is needed: the history of a playbook is read from it." git git git
.venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
echo "Installing into .venv ..." >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check --editable ".${1:+[$1]}"
trap - EXIT
