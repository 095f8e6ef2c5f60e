#!/bin/sh
# Makes .venv from the hash-locked requirements and installs this checkout into it. Idempotent: when neither the lock
# nor the settings changed since the last time, it does nothing.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/.setup-stamp
now=$(cat requirements.lock pyproject.toml tools/setup.sh hatch_build.py | cksum)
words=$(cat resources/locale/*/LC_MESSAGES/talentpack.po 2>/dev/null | cksum)

compile_words() {
    .venv/bin/python hatch_build.py
    echo "$words" > .venv/.words-stamp
}

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
    [ "$(cat .venv/.words-stamp 2>/dev/null)" = "$words" ] || compile_words
    exit 0
fi

python=${PYTHON:-python3}
command -v "$python" >/dev/null 2>&1 || { echo "setup: Python 3.11 or newer is needed (command: $python)." >&2; exit 2; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "setup: Python 3.11 or newer is needed; this is $("$python" --version)." >&2; exit 2; }

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    as_root=
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
    if command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || sudo -n true 2>/dev/null; }; then
        echo "setup: installing python3-venv"
        $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq python3-venv >/dev/null
    else
        echo "setup: this Python cannot make virtual environments. Install the package python3-venv, then run make again." >&2
        exit 2
    fi
fi

# An environment that works is brought up to date in place; one that is broken or was moved is made anew.
if [ "$(.venv/bin/python -c 'import sys; print(sys.prefix)' 2>/dev/null)" != "$PWD/.venv" ]; then
    rm -rf .venv
    "$python" -m venv .venv
fi
echo "setup: installing the locked packages into .venv (a minute or two)"
.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
compile_words
echo "$now" > "$stamp"
