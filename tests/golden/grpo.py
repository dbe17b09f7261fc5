"""Writes grpo.json: 20 optimizer steps of TRL's GRPOTrainer on the pocket model, fp32, with recorded answers (drawn.py).

    python grpo.py      (versions: requirements.txt)

LoRA cases start from a filled adapter, which TRL copies as the reference; the full case has a second copy of the model.
"""

import argparse

import drawn
import trl.trainer.grpo_trainer as module
from preference import FULL, settings
from trl import GRPOConfig, GRPOTrainer


def grpo(**changes) -> dict:
    base = {"kind": "grpo", "beta": 0.0, "loss_type": "dapo", "scale_rewards": "group", "temperature": 1.0}
    return base | drawn.ROLLOUTS | changes


BATCH = {"per_device_batch_size": 2}
TWICE = {"per_device_batch_size": 2, "gradient_accumulation_steps": 2}
FAST = {"learning_rate": 1e-3}
CASES = {
    "lora": settings(grpo(), batch=BATCH, optimizer=FAST),
    "lora accumulated": settings(grpo(), batch=TWICE, optimizer=FAST),
    "lora grpo, distance": settings(grpo(loss_type="grpo", beta=0.3), batch=TWICE, optimizer=FAST),
    "lora bnpo, batch": settings(grpo(loss_type="bnpo", scale_rewards="batch", beta=0.1), batch=BATCH, optimizer=FAST),
    "lora dr_grpo, cooler": settings(
        grpo(loss_type="dr_grpo", scale_rewards="none", temperature=0.7, beta=0.1), batch=BATCH, optimizer=FAST
    ),
    "lora whole answers only": settings(
        grpo(loss_type="grpo", mask_truncated_completions=True), batch=BATCH, optimizer=FAST
    ),
    "lora sequence": settings(
        grpo(loss_type="grpo", importance_sampling_level="sequence", beta=0.1, use_bias_correction_kl=False),
        batch=BATCH,
        optimizer=FAST,
    ),
    "lora, answers of two steps": settings(grpo(num_iterations=2, beta=0.1), batch=TWICE, optimizer=FAST),
    "full, distance": settings(grpo(beta=0.3), adapter=FULL, batch=BATCH, optimizer={"learning_rate": 1e-4}),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="grpo.json")
    options = parser.parse_args()
    drawn.write(options.out, GRPOTrainer, GRPOConfig, module, CASES, returns_log_probs=True)


if __name__ == "__main__":
    main()
