#!/bin/sh
# Rebuilds the pocket model and its data from a seed:  sh resources/pocket/rebuild.sh [FETTLE] [WORK_FOLDER]
# FETTLE is the built program (default build/release/bin/fettle). Takes about twenty minutes on two cores.
set -eu

pocket=$(cd "$(dirname "$0")" && pwd)
fettle=${1:-$pocket/../../build/release/bin/fettle}
fettle=$(realpath "$fettle")
work=${2:-$(mktemp -d)}
mkdir -p "$work"

python3 "$pocket/world/make_world.py" --out "$pocket/data" --text "$work"
rm -rf "$work/tokenizer" "$work/run"
"$fettle" tokenizer-train --input "$work/text.txt" --out "$work/tokenizer" --vocab-size 2048 \
    --special '<|im_start|>' '<|im_end|>' --eos '<|im_end|>' --chat-template "$pocket/chatml.jinja"
mkdir "$work/run"
cp "$pocket/pretrain.json" "$work/run/config.json"
(cd "$work" && "$fettle" train run)
cp "$work"/run/model/* "$pocket/"
echo "$pocket/model.safetensors is new." >&2
