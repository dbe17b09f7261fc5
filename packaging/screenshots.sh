#!/bin/sh
# Draws every page of the window, in every theme, small and large, text at 100 and 150 %, with a real run in it:
#     sh packaging/screenshots.sh [BUILD_FOLDER] [OUT_FOLDER]
# Needs a built fettle-studio and an engine; where there is no display, Xvfb is used. THEMES, SIZES and PERCENTS choose.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build/release}
out=${2:-$root/build/screenshots}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { printf '%s\n' "$*" >&2; }

export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
export FETTLE_PROGRAM="${FETTLE_PROGRAM:-$build/bin/fettle}"
export LC_ALL=C.UTF-8

run() { # name; its config.json on stdin
    folder=$XDG_DATA_HOME/fettle/runs/$1
    mkdir -p "$folder"
    cat >"$folder/config.json"
    say "Training $1"
    "$FETTLE_PROGRAM" train "$folder" >"$work/train.log" 2>&1 || {
        tail -n 5 "$work/train.log" >&2
        say "There is no engine, or it failed: the pages are drawn without $1."
        rm -rf "$folder"
    }
}

# Two runs on the pocket model, so that there is something to compare, and one that learns preferences.
sft() { # name rank
    run "$1" <<JSON
{
  "name": "pocket, rank $2", "seed": 1,
  "data": {"train": [{"path": "$root/resources/pocket/data/chat.jsonl"}], "max_length": 256},
  "adapter": {"kind": "lora", "r": $2, "lora_alpha": $(($2 * 2))},
  "optimizer": {"learning_rate": 0.002}, "batch": {"per_device_batch_size": 16},
  "duration": {"max_steps": 120},
  "evaluation": {"every_steps": 40, "sample_prompts": ["Where does Rooster live?"]}
}
JSON
}
sft rank-16 16
sft rank-4 4
run preferences <<JSON
{
  "name": "pocket, preferences", "seed": 1,
  "data": {"train": [{"path": "$root/resources/pocket/data/preferences.jsonl"}], "max_length": 256},
  "objective": {"kind": "dpo"}, "adapter": {"kind": "lora", "r": 16, "lora_alpha": 32},
  "optimizer": {"learning_rate": 0.0005}, "batch": {"per_device_batch_size": 8},
  "duration": {"max_steps": 120},
  "evaluation": {"every_steps": 40, "metric": "eval_rewards/accuracies"}
}
JSON

display=
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    display="xvfb-run -a -s '-screen 0 1920x1080x24'"
fi
draw() { # theme size percent
    say "Drawing $1 $2 at $3 %"
    eval "$display" "$build/bin/fettle-studio" --settings "$work/settings-$3.ini" --language en --theme $1 --size $2 \
        --font $3 --ask "'Where does Rooster live?'" --ask "'What is the job of Memi?'" \
        --screenshots "$out/$1-$2-$3" "$root/resources/pocket/data/chat.jsonl"
}
for theme in ${THEMES:-light dark contrast}; do
    for size in ${SIZES:-1024x700 1366x768 1920x1080}; do
        for percent in ${PERCENTS:-100 150}; do draw "$theme" "$size" "$percent"; done
    done
done
say "The pictures lie in $out"
