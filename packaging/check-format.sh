#!/bin/sh
# Fails and names the files that clang-format would change.
set -eu
cd "$(dirname "$0")/.."
git ls-files '*.h' '*.cpp' '*.cu' | xargs clang-format --dry-run --Werror
