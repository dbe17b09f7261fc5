#!/bin/sh
# run.sh [SECONDS] [BUILD]: every reader under libFuzzer for so long, two at a time; a find is a failure and stays as
# BUILD/finds/<reader>-*. What the readers learned stays in BUILD/corpus for the next time.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-30}
build=${2:-build/fuzz}
"$build/bin/fuzz-seeds" "$build/seeds"
mkdir -p "$build/finds"
fuzz() {
    mkdir -p "$build/corpus/$1"
    "$build/bin/fuzz-$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
        -dict=tests/fuzz/words.dict -artifact_prefix="$build/finds/$1-" "$build/corpus/$1" "$build/seeds/$1" \
        >"$build/finds/$1.log" 2>&1 || { tail -40 "$build/finds/$1.log"; return 1; }
    printf '%s: %s\n' "$1" "$(grep -o '^Done [0-9]* runs' "$build/finds/$1.log")"
}
for pair in "safetensors gguf" "tokenizer chat_template" "rows config"; do
    # shellcheck disable=SC2086
    set -- $pair
    fuzz "$1" &
    other=$!
    fuzz "$2"
    wait "$other"
done
