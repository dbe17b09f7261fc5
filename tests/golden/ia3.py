"""Writes ia3.json: IA3 adapters on the pocket model as PEFT saves them, what they make of some tokens, what
merging makes of one matrix, and 20 optimizer steps of TRL's SFTTrainer.

    python ia3.py      (versions: requirements.txt)
    python ia3.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)
"""

from formula_tensors import formula_tensor
from peft import IA3Config
from small_adapters import run

CASES = {
    "llama's own": lambda: IA3Config(task_type="CAUSAL_LM"),
    "all-linear": lambda: IA3Config(
        task_type="CAUSAL_LM", target_modules="all-linear", feedforward_modules=["up_proj", "o_proj"]
    ),
    "regular expressions": lambda: IA3Config(
        task_type="CAUSAL_LM",
        target_modules=r".*layers\.[02]\.(mlp\.down|self_attn\.q)_proj",
        feedforward_modules=r".*down_proj",
    ),
}
SETTINGS = {
    "kind": "ia3",
    "target_modules": ["k_proj", "v_proj", "down_proj"],
    "feedforward_modules": ["down_proj"],
}


def fill(model) -> None:
    """1 + formula, under the names that PEFT saves."""
    for name, parameter in model.named_parameters():
        if "ia3_l" in name:
            saved = name.replace(".default", "")
            parameter.data.copy_(1 + formula_tensor(saved, list(parameter.shape), scale=0.5))


if __name__ == "__main__":
    run(__doc__, "ia3.json", CASES, fill, trained="llama's own", settings=SETTINGS)
