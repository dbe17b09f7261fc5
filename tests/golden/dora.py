"""Writes dora.json: LoRA with learned lengths (DoRA) on the pocket model as PEFT saves it, what it makes of some tokens,
and 20 optimizer steps of TRL's SFTTrainer.

    python dora.py      (versions: requirements.txt)
    python dora.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)
"""

from formula_tensors import formula_tensor
from peft import LoraConfig
from small_adapters import run

CASES = {
    "all-linear": lambda: LoraConfig(
        task_type="CAUSAL_LM", r=4, lora_alpha=8, lora_dropout=0.0, target_modules="all-linear", use_dora=True
    ),
    "queries, rsLoRA": lambda: LoraConfig(
        task_type="CAUSAL_LM", r=2, lora_alpha=3, target_modules=["q_proj"], use_dora=True, use_rslora=True
    ),
}
SETTINGS = {
    "kind": "lora",
    "r": 4,
    "lora_alpha": 8,
    "lora_dropout": 0.0,
    "target_modules": "all-linear",
    "use_dora": True,
}


def fill(model) -> None:
    """Formulas under the names that PEFT saves; lengths around 1."""
    for name, parameter in model.named_parameters():
        shape = list(parameter.shape)
        if "lora_magnitude_vector" in name:
            parameter.data.copy_(1 + formula_tensor(name.replace(".default.weight", ""), shape, scale=0.5))
        elif "lora_" in name:
            parameter.data.copy_(formula_tensor(name.replace(".default", ""), shape, scale=0.2))


if __name__ == "__main__":
    run(__doc__, "dora.json", CASES, fill, trained="all-linear", settings=SETTINGS, learning_rate=2e-3)
