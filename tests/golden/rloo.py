"""Writes rloo.json: 20 optimizer steps of TRL's RLOOTrainer on the pocket model, fp32, with recorded answers (drawn.py).

    python rloo.py      (versions: requirements.txt)
"""

import argparse

import drawn
import trl.trainer.rloo_trainer as module
from preference import FULL, settings
from trl import RLOOConfig, RLOOTrainer


def rloo(**changes) -> dict:
    base = {"kind": "rloo", "beta": 0.05, "normalize_advantages": False, "temperature": 1.0}
    return base | drawn.ROLLOUTS | changes


BATCH = {"per_device_batch_size": 2}
TWICE = {"per_device_batch_size": 2, "gradient_accumulation_steps": 2}
FAST = {"learning_rate": 1e-3}
CASES = {
    "lora": settings(rloo(), batch=BATCH, optimizer=FAST),
    "lora, no distance, accumulated": settings(rloo(beta=0.0), batch=TWICE, optimizer=FAST),
    "lora normalised, warmer": settings(
        rloo(normalize_advantages=True, temperature=1.3, num_generations=2), batch=TWICE, optimizer=FAST
    ),
    "lora, answers of three steps": settings(rloo(num_iterations=3), batch=BATCH, optimizer={"learning_rate": 2e-4}),
    "full": settings(rloo(), adapter=FULL, batch=BATCH, optimizer={"learning_rate": 1e-4}),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="rloo.json")
    options = parser.parse_args()
    drawn.write(options.out, RLOOTrainer, RLOOConfig, module, CASES, returns_log_probs=False)


if __name__ == "__main__":
    main()
