#!/bin/sh
# Proves a package in a clean Debian 12:  sh packaging/check-deb.sh PACKAGE.deb   (as root; needs debootstrap)
# Installs it there, opens the window without LibTorch, fetches LibTorch with the window's own command, trains, and
# compares base and tuned. MIRROR names another package server; the machine's certificates are used.
set -eu

package=$(realpath "$1")
mirror=${MIRROR:-http://deb.debian.org/debian}
root=$(mktemp -d)
trap 'umount "$root/proc" "$root/dev" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT
say() { printf '%s\n' "$*" >&2; }
inside() { env -u LD_LIBRARY_PATH HOME=/root LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen chroot "$root" "$@"; }

say "Making a clean Debian 12"
debootstrap --variant=minbase --include=ca-certificates bookworm "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    exit 1
}
rm -f "$root.log"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"

say "Installing the package"
cp "$package" "$root/fettle.deb"
inside apt-get update -q >/dev/null
inside apt-get install -q -y --no-install-recommends /fettle.deb >"$root/install.log" 2>&1 || {
    tail -n 20 "$root/install.log" >&2
    exit 1
}
inside dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} kB installed\n' fettle

say "Opening the window without LibTorch"
inside fettle-studio --exit-after-paint
inside fettle devices --json >"$root/devices" && {
    say "LibTorch was there already"
    exit 1
}
command=$(inside python3 -c 'import json; print(json.load(open("/devices"))["error"]["facts"]["command"])')

say "Fetching LibTorch: $command"
inside sh -c "$command" >"$root/fetch.log" 2>&1 || {
    tail -n 20 "$root/fetch.log" >&2
    exit 1
}
say "Training"
inside fettle demo --check-seed 77 2>/dev/null
