#!/bin/sh
# From a clean machine to a tuned model:  sh packaging/bootstrap.sh [test] [--no-window] [--check-seed N]
# Installs the Debian packages of packages.txt, puts LibTorch into .deps/, builds, and runs the main job or all tests.
# Where there is a display, the main job ends with its run open in the window.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
job=demo
window=yes
demo_options=
while [ $# -gt 0 ]; do
    case $1 in
    test) job=test ;;
    --no-window) window=no ;;
    --check-seed)
        demo_options="$demo_options --check-seed $2"
        shift
        ;;
    *)
        echo "usage: sh packaging/bootstrap.sh [test] [--no-window] [--check-seed N]" >&2
        exit 2
        ;;
    esac
    shift
done

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
    for package in $(cat packaging/packages.txt); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install_packages() {
    missing=$(missing_packages)
    [ -z "$missing" ] && return
    if [ "$(id -u)" = 0 ]; then
        become=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        become="sudo -n"
    else
        say "These packages are missing and this user may not install them. As root:"
        say "    apt-get install --no-install-recommends $missing"
        exit 1
    fi
    say "Installing: $missing"
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! { $become apt-get update && DEBIAN_FRONTEND=noninteractive $become apt-get install -y --no-install-recommends \
        $missing; } >"$log" 2>&1; then
        cat "$log" >&2
        exit 1
    fi
    rm -f "$log"
}

find_nvcc() { command -v nvcc || ls /usr/local/cuda/bin/nvcc 2>/dev/null || true; }

install_runtime() {
    if [ -n "${FETTLE_PYTHON:-}" ]; then
        return
    fi
    FETTLE_PYTHON=$root/.deps/bin/python3
    export FETTLE_PYTHON
    stamp=.deps/torch-2.11.0
    [ -e "$stamp" ] && return
    say "Fetching LibTorch 2.11.0 into .deps (about 2.7 GB to download, once)"
    python3 -m venv .deps
    .deps/bin/python3 -m pip install --quiet --disable-pip-version-check torch==2.11.0 pyarrow==26.0.1
    if [ -z "$(find_nvcc)" ]; then
        .deps/bin/python3 -m pip install --quiet --disable-pip-version-check --no-deps nvidia-cuda-nvcc==13.0.88 \
            nvidia-nvvm==13.0.88 nvidia-cuda-crt==13.0.88 nvidia-cuda-cccl==13.0.85
    fi
    touch "$stamp"
}

run_tests() {
    sh packaging/check-format.sh
    cmake --workflow --preset asan
    cmake --workflow --preset asan-loops
    cmake --workflow --preset dev
    python3 packaging/check-alone.py --tidy --minutes 6 build/dev
}

run_demo() {
    if [ ! -e build/release/build.ninja ]; then
        cmake --preset release
    fi
    cmake --build --preset release
    answer=$(mktemp)
    # shellcheck disable=SC2086
    if build/release/bin/fettle demo $demo_options >"$answer"; then status=0; else status=$?; fi
    cat "$answer"
    run=$(sed -n 's/^The run: //p' "$answer")
    rm -f "$answer"
    [ "$status" = 0 ] || exit "$status"
    if [ "$window" = yes ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -x build/release/bin/fettle-studio ]; then
        exec build/release/bin/fettle-studio "$run"
    fi
}

install_packages
install_runtime
case $job in
test) run_tests ;;
demo) run_demo ;;
esac
