#!/bin/sh
# Fettle beside transformers + PEFT on this CPU:  sh tests/peers/cpu.sh [--isa avx2] [--dtype bfloat16] [--rounds N] ...
# The peer lives in a virtual environment of its own, build/peers, made at the first call (PEERS_PYTHON names another).
# A build of Fettle is taken from build/release, or from FETTLE_PROGRAM.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PEERS_PYTHON:-$root/build/peers/bin/python}
if [ ! -x "$python" ]; then
    python3 -m venv "$root/build/peers"
    "$python" -m pip install --quiet --disable-pip-version-check -r "$root/tests/peers/requirements.txt"
fi
FETTLE_PROGRAM=${FETTLE_PROGRAM:-$root/build/release/bin/fettle} "$python" "$root/tests/peers/cpu.py" "$@"
