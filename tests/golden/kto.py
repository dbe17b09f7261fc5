"""Writes kto.json: 20 optimizer steps of TRL's KTOTrainer on the pocket model, fp32 or under bf16 autocast.

    python kto.py      (versions: requirements.txt)

Rows are judged answers, or pairs that TRL takes apart. LoRA cases start from a filled adapter, which TRL copies as the
reference; full cases have a second copy of the model. Micro-batches of one kind only report no figure of the other:
null. Where a row is longer than max_length TRL lends the whole answer to its neighbour and Fettle the cut one; no row
here is.
"""

import argparse
import tempfile

import preference
import torch
from datasets import Dataset
from pocket import load_tokenizer
from preference import BF16, FULL, pairs, settings
from trl import KTOConfig, KTOTrainer

METRICS = [f"{name}/{side}" for name in ("rewards", "logps", "logits") for side in ("chosen", "rejected")] + [
    "rewards/margins",
    "kl",
    "entropy",
]


def judged() -> list[dict]:
    """Good and bad answers in no regular order, some micro-batches of one kind only."""
    rows = []
    for i, pair in enumerate(pairs()):
        label = i % 3 != 1 and i not in (6, 14)
        rows.append({"prompt": pair["prompt"], "completion": pair["chosen" if label else "rejected"], "label": label})
    return rows


def kto(**changes) -> dict:
    return {
        "kind": "kto",
        "beta": 0.1,
        "loss_type": "kto",
        "desirable_weight": 1.0,
        "undesirable_weight": 1.0,
    } | changes


FAST = {"learning_rate": 1e-3}
ACCUMULATED = {"per_device_batch_size": 2, "gradient_accumulation_steps": 3}
CASES = {
    "lora": (judged, settings(kto(), optimizer=FAST)),
    "lora weighted": (judged, settings(kto(beta=0.3, desirable_weight=1.5, undesirable_weight=2.0), batch=ACCUMULATED)),
    "lora apo_zero_unpaired": (judged, settings(kto(loss_type="apo_zero_unpaired"), optimizer=FAST)),
    "lora bf16": (judged, settings(kto(), optimizer=FAST) | BF16),
    "lora pairs": (pairs, settings(kto(), optimizer=FAST)),
    "full": (judged, settings(kto(), adapter=FULL, optimizer={"learning_rate": 1e-4})),
}


def run_case(rows: list[dict], run: dict) -> dict:
    with tempfile.TemporaryDirectory() as out:
        objective = run["objective"]
        trainer = preference.recording(KTOTrainer)(
            model=preference.load_model(run["adapter"]),
            ref_model=preference.load_model(run["adapter"]) if run["adapter"] == FULL else None,
            args=KTOConfig(
                **preference.arguments(run, out),
                loss_type=objective["loss_type"],
                desirable_weight=objective["desirable_weight"],
                undesirable_weight=objective["undesirable_weight"],
            ),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:8]),
            processing_class=load_tokenizer(),
        )
        return preference.golden(trainer, run, rows, METRICS)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="kto.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(make(), run) for name, (make, run) in CASES.items()})


if __name__ == "__main__":
    main()
