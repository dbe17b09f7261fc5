"""Writes dpo.json: 20 optimizer steps of TRL's DPOTrainer, fp32, on the pocket model.

    python dpo.py      (versions: requirements.txt)

Each case holds the run's settings, the rows, and per step TRL's loss, gradient norm before clipping and metrics. LoRA
cases start from a filled adapter, which TRL then copies as the reference; full cases have a second copy of the model.
"""

import argparse
import tempfile

import preference
import torch
from datasets import Dataset
from pocket import load_tokenizer
from preference import FULL, pairs, settings
from trl import DPOConfig, DPOTrainer

METRICS = [
    f"{name}/{side}" for name in ("rewards", "logps", "logits") for side in ("chosen", "rejected")
] + ["rewards/accuracies", "rewards/margins", "entropy", "mean_token_accuracy"]


def dpo(**changes) -> dict:
    return {"kind": "dpo", "beta": 0.1, "loss_type": "sigmoid", "label_smoothing": 0.0} | changes


SLOW = {"learning_rate": 1e-5}
ACCUMULATED = {"per_device_batch_size": 2, "gradient_accumulation_steps": 3}
CASES = {
    "lora sigmoid": settings(dpo()),
    "lora hinge": settings(dpo(loss_type="hinge")),
    "lora ipo": settings(dpo(loss_type="ipo")),
    "lora robust": settings(dpo(loss_type="robust", label_smoothing=0.1)),
    "lora accumulation": settings(dpo(beta=0.3), batch=ACCUMULATED),
    "lora cut": settings(dpo(), data={"max_length": 24}),
    "full sigmoid": settings(dpo(), adapter=FULL, optimizer=SLOW),
    "full ipo": settings(dpo(loss_type="ipo", beta=0.2), adapter=FULL, optimizer=SLOW, batch=ACCUMULATED),
}


def run_case(rows: list[dict], run: dict) -> dict:
    with tempfile.TemporaryDirectory() as out:
        model = preference.load_model(run["adapter"])
        reference = preference.load_model(run["adapter"]) if run["adapter"] == FULL else None
        trainer = preference.recording(DPOTrainer)(
            model=model,
            ref_model=reference,
            args=DPOConfig(
                **preference.arguments(run, out),
                loss_type=[run["objective"]["loss_type"]],
                label_smoothing=run["objective"]["label_smoothing"],
            ),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:8]),
            processing_class=load_tokenizer(),
        )
        return preference.golden(trainer, run, rows, METRICS)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="dpo.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(pairs(), run) for name, run in CASES.items()})


if __name__ == "__main__":
    main()
