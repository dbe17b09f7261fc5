"""Trains DPO and ORPO on the same pairs in Fettle and in TRL, in turns, and prints both and their ratio.

    FETTLE_PROGRAM=build/release/bin/fettle python preferences.py      (versions: tests/golden/requirements.txt)

SmolLM2-135M's shape with random weights, LoRA r 16 on all linear layers, AdamW, steps of 4 pairs of about 256 tokens of
prompt and 64 of each answer. TRL asks its reference in every step; Fettle asks once, before the first, which is counted
in. A speed counts only where both start from the same loss and every step has a gradient.
"""

import argparse
import json
import pathlib
import statistics
import sys
import tempfile
import time

from cpu import FETTLE, POCKET, make_model, measured

PAIRS = 4
STEPS_OF_A_RUN = 100  # over which the one pass of the reference is spread: 4 epochs of 100 pairs


def make_pairs(folder):
    lines = [json.loads(line) for line in open(POCKET / "data/chat.jsonl")]
    texts = [" ".join(message["content"] for message in line["messages"]) for line in lines]
    rows, at = [], 0
    for _ in range(PAIRS):
        rows.append({"prompt": " ".join(texts[at:at + 15]), "chosen": " " + " ".join(texts[at + 15:at + 19]),
                     "rejected": " " + " ".join(texts[at + 19:at + 23])})
        at += 23
    (folder / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def train_ours(folder, method, dtype, steps):
    run = pathlib.Path(tempfile.mkdtemp(dir=folder))
    (run / "config.json").write_text(json.dumps({
        "model": {"path": str(folder / "model"), "dtype": dtype},
        "data": {"train": [{"path": str(folder / "pairs.jsonl")}], "max_length": 1024, "validation_split": 0},
        "objective": {"kind": method},
        "adapter": {"kind": "lora", "r": 16, "lora_alpha": 32, "lora_dropout": 0},
        "optimizer": {"learning_rate": 1e-4}, "schedule": {"kind": "constant", "warmup_ratio": 0},
        "batch": {"per_device_batch_size": PAIRS, "gradient_accumulation_steps": 1},
        "duration": {"max_steps": steps}, "precision": {"compute": dtype}, "device": "cpu",
        "checkpoint": {"every_steps": -1}}))
    _, peak = measured([FETTLE, "train", str(run)], {})
    events = [json.loads(line) for line in open(run / "events.jsonl")]
    found = [event for event in events if event["type"] == "step"]
    reference = [event["time"] for event in events
                 if event["type"] == "progress" and event["phase"] == "reference"]
    tokens = found[0]["tokens"]
    return {"seconds": [tokens / event["tokens_per_second"] for event in found], "tokens": tokens,
            "losses": [event["loss"] for event in found], "norms": [event["grad_norm"] for event in found],
            "reference": reference[-1] - reference[0] if reference else 0, "peak": peak}


def peer_steps(folder, method, dtype, steps):
    """Runs in a process of its own; prints what train_ours reads from events."""
    import torch
    from datasets import Dataset
    from peft import LoraConfig
    from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast, TrainerCallback
    from trl import DPOConfig, DPOTrainer
    from trl.experimental.orpo import ORPOConfig, ORPOTrainer

    result = {"seconds": [], "losses": [], "norms": []}

    class Watch(TrainerCallback):
        def on_step_begin(self, *_, **__):
            self.start = time.monotonic()

        def on_step_end(self, *_, **__):
            result["seconds"].append(time.monotonic() - self.start)

        def on_log(self, args, state, control, logs=None, **__):
            if "grad_norm" in logs:
                result["losses"].append(float(logs["loss"]))
                result["norms"].append(float(logs["grad_norm"]))

    config, trainer = {"dpo": (DPOConfig, DPOTrainer), "orpo": (ORPOConfig, ORPOTrainer)}[method]
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder / "model")
    tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
    with tempfile.TemporaryDirectory() as out:
        trainer(model=AutoModelForCausalLM.from_pretrained(folder / "model", dtype=getattr(torch, dtype)),
                args=config(output_dir=out, per_device_train_batch_size=PAIRS, max_steps=steps, learning_rate=1e-4,
                            lr_scheduler_type="constant", logging_steps=1, report_to="none", use_cpu=True,
                            max_length=1024, save_strategy="no", gradient_checkpointing=False,
                            bf16=dtype == "bfloat16", disable_tqdm=True),
                train_dataset=Dataset.from_list([json.loads(line) for line in open(folder / "pairs.jsonl")]),
                processing_class=tokenizer, callbacks=[Watch()],
                peft_config=LoraConfig(r=16, lora_alpha=32, lora_dropout=0.0, target_modules="all-linear")).train()
    print(json.dumps(result))


def train_peer(folder, method, dtype, steps):
    output, peak = measured([sys.executable, __file__, "--peer-steps", str(folder), "--method", method, "--dtype",
                             dtype, "--steps", str(steps)], {})
    return {**json.loads(output.splitlines()[-1]), "peak": peak}


def median(results):
    return statistics.median(seconds for result in results for seconds in result["seconds"][1:])


def show(method, ours, peers):
    for result in ours + peers:
        assert min(result["norms"]) > 0, result
    assert abs(ours[0]["losses"][0] / peers[0]["losses"][0] - 1) < 1e-2, (ours[0]["losses"], peers[0]["losses"])
    step, peer = median(ours), median(peers)
    whole = step + statistics.median(result["reference"] for result in ours) / STEPS_OF_A_RUN
    print(f"{method}: Fettle {step:.2f} s a step of {ours[0]['tokens']} tokens, with its reference {whole:.2f} s, "
          f"TRL {peer:.2f} s: {peer / step:.2f}, {peer / whole:.2f} times; first losses {ours[0]['losses'][0]:.4f} and "
          f"{peers[0]['losses'][0]:.4f}; peak {ours[0]['peak'] / 1e9:.2f} and {peers[0]['peak'] / 1e9:.2f} GB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--method", choices=["dpo", "orpo"], help="one of them alone")
    parser.add_argument("--dtype", default="float32", choices=["float32", "bfloat16"])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--peer-steps", type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer_steps:
        return peer_steps(options.peer_steps, options.method, options.dtype, options.steps)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_model(folder / "model", options.dtype)
        make_pairs(folder)
        for method in [options.method] if options.method else ["dpo", "orpo"]:
            ours, peers = [], []
            for _ in range(options.rounds):
                ours.append(train_ours(folder, method, options.dtype, options.steps))
                peers.append(train_peer(folder, method, options.dtype, options.steps))
            show(method, ours, peers)


if __name__ == "__main__":
    main()
