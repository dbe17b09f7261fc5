"""Writes modules_to_save.json: modules trained whole beside LoRA and IA3 on the pocket model, as PEFT saves them, what
they make of some tokens attached and merged, and 20 optimizer steps of TRL's SFTTrainer, in fp32 and under bf16 autocast.

    python modules_to_save.py      (versions: requirements.txt)
    python modules_to_save.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)

The pocket model's head is tied: PEFT gives each of the two copies that are trained a life of its own.
"""

import argparse
import json

import small_adapters
import sft
import torch
from formula_tensors import formula_tensor
from peft import IA3Config, LoraConfig, PeftModel
from pocket import load_base, log_probabilities

Q_V = dict(task_type="CAUSAL_LM", r=2, lora_alpha=4, lora_dropout=0.0, target_modules=["q_proj", "v_proj"])
CASES = {
    "embedding and head": lambda: LoraConfig(**Q_V, modules_to_save=["embed_tokens", "lm_head"]),
    "embedding alone": lambda: LoraConfig(**Q_V, modules_to_save=["embed_tokens"]),
    "head alone": lambda: LoraConfig(**Q_V, modules_to_save=["lm_head"]),
    "every norm": lambda: LoraConfig(**Q_V, modules_to_save=["norm"]),
    "a part": lambda: LoraConfig(**Q_V, modules_to_save=["layers.2.mlp", "4.self_attn.o_proj"]),
    "not a target": lambda: LoraConfig(
        task_type="CAUSAL_LM", r=2, lora_alpha=4, target_modules="all-linear", modules_to_save=["down_proj"]
    ),
    "ia3": lambda: IA3Config(task_type="CAUSAL_LM", modules_to_save=["lm_head", "model.norm"]),
}
ADAPTER = {
    "kind": "lora",
    "r": 2,
    "lora_alpha": 4,
    "lora_dropout": 0.0,
    "target_modules": ["q_proj", "v_proj"],
    "modules_to_save": ["embed_tokens", "lm_head", "model.norm"],
}
SLOW = {"learning_rate": 3e-4}
RUNS = {
    "fp32": sft.settings(adapter=ADAPTER, optimizer=SLOW | {"weight_decay": 0.1}),
    "bf16": sft.settings(adapter=ADAPTER, optimizer=SLOW) | sft.BF16,
}


def fill(model) -> None:
    """Formulas under the names that PEFT saves: norms around 1, trained matrices as large as the base's."""
    for name, parameter in model.named_parameters():
        saved = name.replace(".modules_to_save.default", "").replace(".default", "")
        formula = formula_tensor(saved, list(parameter.shape), scale=0.1)
        if "lora_" in name:
            parameter.data.copy_(formula)
        elif "ia3_l" in name or ("modules_to_save" in name and parameter.dim() == 1):
            parameter.data.copy_(1 + formula)
        elif "modules_to_save" in name:
            parameter.data.copy_(formula)


def run_case(make) -> dict:
    case = small_adapters.run_case(make, fill)
    merged = small_adapters.adapted(make, fill).eval().merge_and_unload()
    return case | {"merged": log_probabilities(merged)}


def start(adapter: dict):
    """LoRA by the formula, the saved modules as the base has them."""
    options = {key: value for key, value in adapter.items() if key != "kind"}

    def fill_lora(model) -> None:
        for name, parameter in model.named_parameters():
            if "lora_" in name:
                parameter.data.copy_(formula_tensor(name.replace(".default", ""), list(parameter.shape), scale=0.05))

    return small_adapters.adapted(lambda: LoraConfig(task_type="CAUSAL_LM", **options), fill_lora)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="modules_to_save.json")
    parser.add_argument("--open", help="an adapter folder to open in PEFT; prints log-probabilities")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        print(json.dumps(log_probabilities(PeftModel.from_pretrained(load_base(), options.open).eval())))
        return
    sft.load_model = start
    cases = {name: run_case(make) for name, make in CASES.items()}
    training = {name: sft.run_case(sft.pairs(), run) for name, run in RUNS.items()}
    with open(options.out, "w") as file:
        for title, part in (('{"cases": {', cases), ('},\n"training": {', training)):
            file.write(title + "\n")
            file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in part.items()))
            file.write("\n")
        file.write("}}\n")


if __name__ == "__main__":
    main()
