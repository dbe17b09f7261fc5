"""Writes orpo.json: 20 optimizer steps of TRL's ORPOTrainer, fp32, on the pocket model.

    python orpo.py      (versions: requirements.txt)

TRL's logits/chosen and logits/rejected run over padding as well, so that they depend on what a row is batched with; they
are left out. Its own tokenization splits prompt and answer by the prompt's text, which for these rows gives the same ids.
"""

import argparse
import tempfile

import preference
import torch
from datasets import Dataset
from pocket import load_tokenizer
from preference import FULL, pairs, settings
from trl.experimental.orpo import ORPOConfig, ORPOTrainer

METRICS = [f"{name}/{side}" for name in ("rewards", "logps") for side in ("chosen", "rejected")] + [
    "rewards/accuracies",
    "rewards/margins",
    "nll_loss",
    "log_odds_ratio",
    "log_odds_chosen",
]


def orpo(**changes) -> dict:
    return {"kind": "orpo", "beta": 0.1} | changes


FAST = {"learning_rate": 1e-3}
ACCUMULATED = {"per_device_batch_size": 2, "gradient_accumulation_steps": 3}
CASES = {
    "lora": settings(orpo(), optimizer=FAST),
    "lora accumulation": settings(orpo(beta=0.5), optimizer=FAST, batch=ACCUMULATED),
    "full": settings(orpo(beta=0.25), adapter=FULL, optimizer={"learning_rate": 1e-4}),
}


def run_case(rows: list[dict], run: dict) -> dict:
    with tempfile.TemporaryDirectory() as out:
        tokenizer = load_tokenizer()
        tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
        trainer = preference.recording(ORPOTrainer)(
            model=preference.load_model(run["adapter"]),
            args=ORPOConfig(**preference.arguments(run, out)),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:8]),
            processing_class=tokenizer,
        )
        return preference.golden(trainer, run, rows, METRICS)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="orpo.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(pairs(), run) for name, run in CASES.items()})


if __name__ == "__main__":
    main()
