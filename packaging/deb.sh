#!/bin/sh
# Makes the Debian package of a build:  sh packaging/deb.sh [BUILD_FOLDER] [OUT_FOLDER]
# The window, the command line, the engine and the pocket model. LibTorch is fetched by the window at the first start.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
out=${2:-$root/build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$out"
if ! (cd "$build" && cpack -G DEB -B "$work") >"$work/log" 2>&1; then
    cat "$work/log" "$work"/_CPack_Packages/*/DEB/*.txt >&2 2>/dev/null || true
    exit 1
fi
for package in "$work"/*.deb; do
    mv "$package" "$out/"
    printf '%s %s bytes\n' "$out/${package##*/}" "$(stat -c %s "$out/${package##*/}")"
done
