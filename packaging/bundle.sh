#!/bin/sh
# Packs fettle, its engine and its plug-ins for any newer Linux with torch 2.11.0:  sh packaging/bundle.sh [BUILD_FOLDER]
# Makes build/fettle-VERSION-linux-x86_64.tar.zst (.tar.gz without zstd): bin/, lib/, share/fettle/. The default build
# folder is build/release. Unpacked, bin/fettle finds torch as it always does: FETTLE_TORCH, FETTLE_PYTHON, python3 ...
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
version=$(sed -n 's/^project(Fettle VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
name=fettle-$version-linux-x86_64
largest=60000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage=$work/$name

fail() {
    printf 'bundle: %s\n' "$*" >&2
    exit 1
}

# Everything that the programs load and neither torch, the driver nor the target's C and C++ runtime brings.
own_libraries() {
    for program in "$build/bin/fettle" "$build/bin/fettle-engine"; do
        ldd "$program" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p'
    done | sort -u | grep -Ev '/(ld-linux|libc|libm|libdl|libpthread|librt|libutil|libgcc_s|libstdc\+\+|libgomp)[-.]' |
        grep -Ev '/(libtorch|libc10|libcuda|libcudart|libcupti|libnv|libcu)'
}

# Stripped, and looking for libraries only inside the bundle: place FROM TO RUNPATH; none: as it is.
place() {
    strip --strip-unneeded -o "$2" "$1"
    chmod 755 "$2"
    [ -z "$3" ] || printf 'file(RPATH_SET FILE "%s" NEW_RPATH "%s")\n' "$2" "$3" >>"$work/rpath.cmake"
}

# The plug-in, and beside it the libraries of Arrow that it was built with.
place_parquet() {
    plugin=$build/bin/libfettle-parquet.so
    if [ ! -e "$plugin" ]; then
        echo "bundle: without the plug-in for Parquet, which $build does not have" >&2
        return
    fi
    place "$plugin" "$stage/lib/fettle/libfettle-parquet.so" "\$ORIGIN"
    for library in $(ldd "$plugin" | sed -n 's/.* => \(\/[^ ]*\/lib\(arrow\|parquet\)[.]so[^ ]*\) .*/\1/p'); do
        place "$library" "$stage/lib/fettle/${library##*/}" ''
        licences=$(echo "${library%/*}"/../pyarrow-*.dist-info/licenses)
    done
    mkdir -p "$stage/share/doc/fettle/pyarrow"
    cp "$licences"/* "$stage/share/doc/fettle/pyarrow/"
}

place_files() {
    mkdir -p "$stage/bin" "$stage/lib/fettle" "$stage/share/fettle" "$stage/share/doc/fettle"
    for program in fettle fettle-engine; do
        place "$build/bin/$program" "$stage/bin/$program" "\$ORIGIN/../lib"
    done
    if [ -e "$build/bin/libfettle-cuda.so" ]; then
        place "$build/bin/libfettle-cuda.so" "$stage/lib/fettle/libfettle-cuda.so" "\$ORIGIN/.."
    else
        echo "bundle: without the GPU plug-in, which $build does not have" >&2
    fi
    place_parquet
    cmake -P "$work/rpath.cmake"
    for library in $(own_libraries); do
        place "$library" "$stage/lib/${library##*/}" ''
        package=$(dpkg-query -S "$(realpath "$library")" 2>/dev/null | cut -d: -f1) || package=
        [ -z "$package" ] || cp "/usr/share/doc/$package/copyright" "$stage/share/doc/fettle/$package.copyright"
    done
    cp -R "$root/resources/chat_templates" "$root/resources/pocket" "$root/resources/recipes" "$root/resources/probes" "$stage/share/fettle/"
    rm -rf "$stage/share/fettle/pocket/world" "$stage/share/fettle/pocket/rebuild.sh"
    cp "$root/tests/gpu/check.sh" "$stage/share/fettle/check.sh"
    cp "$root/LICENSE" "$stage/share/doc/fettle/"
}

# On the target there is no other copy: each of our libraries must be found in the bundle itself.
check_libraries() {
    for program in fettle fettle-engine; do
        env -u LD_LIBRARY_PATH ldd "$stage/bin/$program" >"$work/found"
        for library in "$stage"/lib/*.so*; do
            file=${library##*/}
            if grep -q "$file => " "$work/found" && ! grep -q "$file => $stage/" "$work/found"; then
                fail "$program looks for $file outside the bundle"
            fi
        done
    done
}

pack() {
    if command -v zstd >/dev/null; then
        archive=$root/build/$name.tar.zst
        tar -C "$work" --owner=0 --group=0 --sort=name -cf - "$name" | zstd -q -19 -T1 -f -o "$archive"
    else
        archive=$root/build/$name.tar.gz
        tar -C "$work" --owner=0 --group=0 --sort=name -czf "$archive" "$name"
    fi
    size=$(stat -c %s "$archive")
    [ "$size" -lt $largest ] || fail "$archive has $size bytes, more than $largest"
    printf '%s %s bytes\n' "$archive" "$size"
}

place_files
check_libraries
pack
