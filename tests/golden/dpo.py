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
    "lora aot": settings(dpo(loss_type="aot", label_smoothing=0.1)),
    "lora discopop": settings(dpo(loss_type="discopop", beta=0.05)),
    "lora mix": settings(dpo(loss_weights={"sigmoid": 0.8, "aot_unpaired": 0.2, "sft": 0.5})),
    "lora forward_kl": settings(dpo(f_divergence_type="forward_kl")),
    "lora js_divergence": settings(dpo(f_divergence_type="js_divergence", loss_type="ipo")),
    "lora alpha_divergence": settings(dpo(f_divergence_type="alpha_divergence", f_alpha_divergence_coef=0.3)),
    "lora sigmoid_norm": settings(dpo(loss_type="sigmoid_norm", beta=1.0)),
    "lora ld_alpha": settings(dpo(ld_alpha=0.3)),
    "full sigmoid": settings(dpo(), adapter=FULL, optimizer=SLOW),
    "full ipo": settings(dpo(loss_type="ipo", beta=0.2), adapter=FULL, optimizer=SLOW, batch=ACCUMULATED),
}


def run_case(rows: list[dict], run: dict) -> dict:
    with tempfile.TemporaryDirectory() as out:
        model = preference.load_model(run["adapter"])
        objective = run["objective"]
        weights = objective.get("loss_weights", {objective["loss_type"]: 1.0})
        reference = preference.load_model(run["adapter"]) if run["adapter"] == FULL else None
        trainer = preference.recording(DPOTrainer)(
            model=model,
            ref_model=reference,
            args=DPOConfig(
                **preference.arguments(run, out),
                loss_type=list(weights),
                loss_weights=list(weights.values()),
                label_smoothing=objective["label_smoothing"],
                ld_alpha=objective.get("ld_alpha"),
                f_divergence_type=objective.get("f_divergence_type", "reverse_kl"),
                f_alpha_divergence_coef=objective.get("f_alpha_divergence_coef", 0.5),
            ),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:8]),
            processing_class=load_tokenizer(),
        )
        return preference.golden(trainer, run, rows, METRICS)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="dpo.json")
    parser.add_argument("--cases", nargs="*", default=list(CASES), help="replace only these in --out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(pairs(), CASES[name]) for name in options.cases})


if __name__ == "__main__":
    main()
