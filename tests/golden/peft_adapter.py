"""Writes peft_adapter.json: adapters on the pocket model as PEFT saves them, and what they make of some tokens.

    python peft_adapter.py      (versions: requirements.txt)
    python peft_adapter.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)

The tensors follow formula_tensors.py, so the test makes the same files without a binary between them.
"""

import argparse
import json
import os
import tempfile

import torch
from formula_tensors import fill_adapter
from peft import LoraConfig, PeftModel, get_peft_model
from pocket import IDS, load_base, log_probabilities
from safetensors.torch import load_file

CASES = {
    "all-linear": dict(r=4, lora_alpha=8, target_modules="all-linear"),
    "rslora with patterns": dict(
        r=4,
        lora_alpha=8,
        use_rslora=True,
        target_modules=["q_proj", "v_proj", "down_proj"],
        rank_pattern={"layers.1.self_attn.q_proj": 2},
        alpha_pattern={"down_proj": 3},
    ),
    "regular expression": dict(r=2, lora_alpha=2, target_modules=r".*layers\.[02]\.mlp\.(gate|up)_proj"),
    "names left out": dict(r=2, lora_alpha=4, target_modules="all-linear", exclude_modules=["down_proj", "0.mlp.up_proj"]),
    "expression left out": dict(
        r=2, lora_alpha=4, target_modules=["q_proj", "v_proj"], exclude_modules=r".*layers\.[0-3]\.self_attn\.v_proj"
    ),
    "two layers": dict(r=2, lora_alpha=4, target_modules=["gate_proj", "o_proj"], layers_to_transform=[1, 4]),
    "one layer": dict(r=8, lora_alpha=16, target_modules=["o_proj", "k_proj"], layers_to_transform=[3]),
}


def run_case(settings: dict) -> dict:
    model = get_peft_model(load_base(), LoraConfig(task_type="CAUSAL_LM", lora_dropout=0.0, **settings))
    fill_adapter(model)
    with tempfile.TemporaryDirectory() as out:
        model.save_pretrained(out)
        with open(os.path.join(out, "adapter_config.json")) as file:
            config = json.load(file)
        tensors = load_file(os.path.join(out, "adapter_model.safetensors"))
    config["base_model_name_or_path"] = "base"
    shapes = {name: list(tensor.shape) for name, tensor in sorted(tensors.items())}
    return {"config": config, "shapes": shapes, "ids": IDS, "logprobs": log_probabilities(model)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="peft_adapter.json")
    parser.add_argument("--open", help="an adapter folder to open in PEFT; prints log-probabilities")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        print(json.dumps(log_probabilities(PeftModel.from_pretrained(load_base(), options.open))))
        return
    cases = {name: run_case(settings) for name, settings in CASES.items()}
    with open(options.out, "w") as file:
        file.write("{\n")
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items()))
        file.write("\n}\n")


if __name__ == "__main__":
    main()
