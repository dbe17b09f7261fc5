"""Writes cpo.json: 20 optimizer steps of TRL's CPOTrainer, fp32, on the pocket model: CPO, SimPO, AlphaPO and others.

    python cpo.py      (versions: requirements.txt)

TRL's logits/chosen and logits/rejected run over padding as well; they are left out. Its own tokenization splits prompt
and answer by the prompt's text, which for these rows gives the same ids.
"""

import argparse
import tempfile

import preference
import torch
from datasets import Dataset
from pocket import load_tokenizer
from preference import FULL, pairs, settings
from trl.experimental.cpo import CPOConfig, CPOTrainer

METRICS = [f"{name}/{side}" for name in ("rewards", "logps") for side in ("chosen", "rejected")] + [
    "rewards/accuracies",
    "rewards/margins",
    "nll_loss",
]
OWN = ("loss_type", "cpo_alpha", "simpo_gamma", "alpha", "label_smoothing")


def cpo(**changes) -> dict:
    return {
        "kind": "cpo",
        "beta": 0.1,
        "loss_type": "sigmoid",
        "cpo_alpha": 1.0,
        "simpo_gamma": 0.5,
        "alpha": 0.0,
        "label_smoothing": 0.0,
    } | changes


FAST = {"learning_rate": 1e-3}
ACCUMULATED = {"per_device_batch_size": 2, "gradient_accumulation_steps": 3}
CASES = {
    "sigmoid": settings(cpo(label_smoothing=0.1), optimizer=FAST),
    "simpo": settings(cpo(loss_type="simpo", beta=2.0, simpo_gamma=1.0, cpo_alpha=0.0), optimizer=FAST, batch=ACCUMULATED),
    "alphapo": settings(cpo(loss_type="alphapo", beta=2.5, alpha=0.25, simpo_gamma=0.3), optimizer=FAST),
    "hinge": settings(cpo(loss_type="hinge", cpo_alpha=0.5), optimizer=FAST),
    "ipo, full": settings(cpo(loss_type="ipo", beta=0.5), adapter=FULL, optimizer={"learning_rate": 1e-4}),
}


def run_case(rows: list[dict], run: dict) -> dict:
    with tempfile.TemporaryDirectory() as out:
        tokenizer = load_tokenizer()
        tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
        trainer = preference.recording(CPOTrainer)(
            model=preference.load_model(run["adapter"]),
            args=CPOConfig(**preference.arguments(run, out), **{key: run["objective"][key] for key in OWN}),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:8]),
            processing_class=tokenizer,
        )
        # Without its weight TRL computes no likelihood.
        metrics = METRICS if trainer.cpo_alpha != 0 else [name for name in METRICS if name != "nll_loss"]
        return preference.golden(trainer, run, rows, metrics)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="cpo.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(pairs(), run) for name, run in CASES.items()})


if __name__ == "__main__":
    main()
