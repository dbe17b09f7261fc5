"""Writes prompt_tuning.json: learned input vectors on the pocket model as PEFT saves them, what they make of some tokens,
and 20 optimizer steps of TRL's SFTTrainer.

    python prompt_tuning.py      (versions: requirements.txt)
    python prompt_tuning.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)
"""

from formula_tensors import formula_tensor
from peft import PromptTuningConfig
from small_adapters import run

CASES = {
    "eight": lambda: PromptTuningConfig(task_type="CAUSAL_LM", num_virtual_tokens=8),
    "one": lambda: PromptTuningConfig(task_type="CAUSAL_LM", num_virtual_tokens=1),
}
SETTINGS = {"kind": "prompt_tuning", "num_virtual_tokens": 8}


def fill(model) -> None:
    weight = model.prompt_encoder["default"].embedding.weight
    weight.data.copy_(formula_tensor("prompt_embeddings", list(weight.shape), scale=0.3))


if __name__ == "__main__":
    run(__doc__, "prompt_tuning.json", CASES, fill, trained="eight", settings=SETTINGS)
