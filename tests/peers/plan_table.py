"""Predicted and measured memory, part by part, for eight configurations:  FETTLE_PROGRAM=... plan_table.py MODEL_FOLDER

Each configuration trains two steps of rows of 256 tokens. `plan` is the run's own plan event, `measured` what its ended
event says; runtime is apart. MB.
"""

import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

POCKET = pathlib.Path(__file__).resolve().parents[2] / "resources/pocket"
PARTS = ["weights", "adapter", "gradients", "optimizer", "activations", "loss", "runtime"]


def write_rows(file):
    lines = [json.loads(line) for line in open(POCKET / "data/chat.jsonl")]
    texts = [" ".join(message["content"] for line in lines[row * 100:row * 100 + 80] for message in line["messages"])
             for row in range(8)]
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))


def run(folder, model, adapter, checkpointing, batch, dtype):
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({
        "model": {"path": model, "dtype": dtype}, "precision": {"compute": dtype}, "device": "cpu",
        "data": {"train": [{"path": str(folder.parent / "rows.jsonl")}], "max_length": 256, "validation_split": 0},
        "adapter": {"kind": "lora", "r": 16} if adapter == "lora" else {"kind": "none"},
        "batch": {"per_device_batch_size": batch, "gradient_accumulation_steps": 1},
        "duration": {"max_steps": 2}, "gradient_checkpointing": checkpointing, "checkpoint": {"every_steps": -1}}))
    subprocess.run([os.environ["FETTLE_PROGRAM"], "train", folder], check=True, capture_output=True)
    events = [json.loads(line) for line in open(folder / "events.jsonl")]
    return (next(event for event in events if event["type"] == "plan")["ledger"],
            next(event for event in events if event["type"] == "ended")["measured_memory"])


def main():
    model, dtype = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "bfloat16"
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        write_rows(root / "rows.jsonl")
        print(f"{dtype}: plan/measured")
        for adapter, checkpointing, batch in itertools.product(["lora", "none"], ["off", "on"], [1, 4]):
            plan, measured = run(root / f"{adapter}-{checkpointing}-{batch}", model, adapter, checkpointing, batch, dtype)
            needed = plan["total"] - plan["runtime"]
            parts = ", ".join(f"{part} {plan[part] / 1e6:.0f}/{measured[part] / 1e6:.0f}" for part in PARTS)
            print(f"{adapter}, checkpointing {checkpointing}, batch {batch}: total {needed / 1e6:.0f}/"
                  f"{measured['peak'] / 1e6:.0f} = {needed / measured['peak']:.3f}; {parts}; with the runtime "
                  f"{(measured['peak'] + plan['runtime']) / measured['resident_peak']:.2f} of the process's peak "
                  f"{measured['resident_peak'] / 1e6:.0f}", flush=True)


main()
