#!/bin/sh
# Proves Fettle on a machine's GPU:  sh check.sh [--folder FOLDER] [--results FILE] [CONFIG.json ...]
# Besides, it trains what the window's main path wrote, where its test has run in that folder.
# FOLDER: an unpacked bundle or a build folder; by default the bundle around this script, else build/release. Each
# CONFIG.json is one more training run. FILE gets the figures appended. DEVICE=cpu tries the script without a GPU.
# Ends with 'N passed, N failed'. Needs python3, whose torch is used unless FETTLE_TORCH names another.
set -u

here=$(cd "$(dirname "$0")" && pwd)
device=${DEVICE:-cuda}
results=/dev/null
folder=$(cd "$here/../.." && pwd)
[ -x "$folder/bin/fettle" ] || folder=$folder/build/release
while [ $# -gt 0 ]; do
    case $1 in
    --folder) folder=$2 && shift 2 ;;
    --results) results=$2 && shift 2 ;;
    --*) echo "usage: sh check.sh [--folder FOLDER] [--results FILE] [CONFIG.json ...]" >&2 && exit 2 ;;
    *) break ;;
    esac
done
fettle=$(cd "$folder" && pwd)/bin/fettle
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

note() { printf '%s\n' "$*" | tee -a "$results"; }

# check NAME COMMAND...: what the command prints is shown and becomes part of the figures.
check() {
    name=$1
    shift
    if "$@" >"$work/out" 2>"$work/err"; then
        passed=$((passed + 1))
        note "ok      $name"
    else
        failed=$((failed + 1))
        note "FAILED  $name"
        tail -n 20 "$work/err" >&2
    fi
    sed 's/^/        /' "$work/out" | tee -a "$results"
}

devices() { "$fettle" devices --json | python3 "$work/figures.py" devices "$device"; }

selftest() {
    "$fettle" selftest --device "$device" >"$work/selftest"
    status=$?
    grep '^FAILED' "$work/selftest"
    tail -n 1 "$work/selftest"
    return $status
}

# train NAME CONFIG OVERRIDES...: a run of the configuration; its loss falls, every step has a gradient.
train() {
    run=$work/$1
    shift
    mkdir -p "$run" &&
        python3 "$work/figures.py" config "$@" >"$run/config.json" &&
        "$fettle" train "$run" >/dev/null &&
        python3 "$work/figures.py" run "$run/events.jsonl"
}

generate() {
    echo '[{"role": "user", "content": "What is the job of Memi?"}]' >"$work/question.json"
    "$fettle" generate --model pocket --adapter "$work/pocket/adapter" --messages "$work/question.json" \
        --device "$device" --temperature 0 --max-tokens 24 --json | tail -n 1 >"$work/answer"
    cat "$work/answer"
    grep -q '"text":"[^"]' "$work/answer"
}

cat >"$work/figures.py" <<'PYTHON'
import json, sys

def devices(wanted):
    listed = json.load(sys.stdin)["devices"]
    for device in listed:
        print(json.dumps(device))
    return any(device["device"].startswith(wanted) for device in listed)

def merge(into, more):
    for key, value in more.items():
        into[key] = merge(into.get(key, {}), value) if isinstance(value, dict) else value
    return into

def config(path, *overrides):
    merged = json.load(open(path))
    for override in overrides:
        merge(merged, json.loads(override))
    print(json.dumps(merged, indent=2))
    return True

def run(path):
    steps = [event for event in map(json.loads, open(path)) if event["type"] == "step"]
    losses = [step["loss"] for step in steps]
    tenth = max(1, len(losses) // 10)
    first, last = sum(losses[:tenth]) / tenth, sum(losses[-tenth:]) / tenth
    speeds = sorted(step["tokens_per_second"] for step in steps)
    print(json.dumps({"steps": len(steps), "first_loss": round(first, 4), "last_loss": round(last, 4),
                      "median_tokens_per_second": round(speeds[len(speeds) // 2]),
                      "smallest_grad_norm": min(step["grad_norm"] for step in steps),
                      "memory_bytes": max(step["memory_bytes"] for step in steps)}))
    return last < first and all(step["grad_norm"] > 0 for step in steps)

sys.exit(0 if {"devices": devices, "config": config, "run": run}[sys.argv[1]](*sys.argv[2:]) else 1)
PYTHON

resources=$folder/share/fettle
[ -d "$resources" ] || resources=$here/../../resources
resources=$(cd "$resources" && pwd)
recipe=$resources/recipes/pocket-chat.json
on_device="{\"device\": \"$device\"}"
sixty_steps="{\"data\": {\"train\": [{\"path\": \"$resources/pocket/data/chat.jsonl\"}]}, \"duration\": {\"max_steps\": 60}}"
bfloat16='{"precision": {"compute": "bfloat16"}}'

note "fettle on $device, $(date -u +%Y-%m-%dT%H:%M:%SZ)"
check "devices" devices
check "selftest" selftest
check "pocket recipe, float32" train pocket "$recipe" "$on_device" "$sixty_steps"
check "pocket recipe, bfloat16" train pocket-bf16 "$recipe" "$on_device" "$sixty_steps" "$bfloat16"
check "one answer" generate
number=0
[ ! -e "$folder/bin/main-path-config.json" ] || set -- "$folder/bin/main-path-config.json" "$@"
for config in "$@"; do
    number=$((number + 1))
    check "$config" train "extra-$number" "$config" "$on_device"
done
check "bench" "$fettle" bench --device "$device" --json
note "$passed passed, $failed failed"
[ "$failed" = 0 ]
