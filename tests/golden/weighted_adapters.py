"""Writes weighted_adapters.json: two LoRAs of the pocket model made one by PEFT's add_weighted_adapter, what it is called,
how large it is, and what it makes of some tokens.

    python weighted_adapters.py      (versions: requirements.txt)

PEFT keeps use_rslora of the first adapter for the one that it makes, whose scale then is no longer 1; here only the second
uses it.
"""

import argparse
import json

import torch
from formula_tensors import formula_tensor
from peft import LoraConfig, get_peft_model
from pocket import IDS, load_base, log_probabilities

FIRST = dict(r=4, lora_alpha=8, target_modules=["q_proj", "v_proj", "down_proj"])
SECOND = dict(r=4, lora_alpha=6, use_rslora=True, target_modules=["q_proj", "up_proj"])
WIDER = dict(r=6, lora_alpha=6, target_modules=["q_proj", "o_proj"], rank_pattern={"layers.1.self_attn.q_proj": 2})
CASES = {
    "cat": (FIRST, SECOND, [0.75, 0.5], "cat"),
    "cat of ranks that differ": (FIRST, WIDER, [0.5, -0.25], "cat"),
    "linear": (FIRST, SECOND, [0.75, 0.5], "linear"),
    "linear with a sign": (FIRST, SECOND, [1.0, -0.5], "linear"),
}


def run_case(first: dict, second: dict, weights: list[float], combination: str) -> dict:
    model = get_peft_model(load_base(), LoraConfig(task_type="CAUSAL_LM", **first), adapter_name="first")
    model.add_adapter("second", LoraConfig(task_type="CAUSAL_LM", **second))
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            for adapter in ("first", "second"):
                if f".{adapter}." in name:
                    plain = name.replace(f".{adapter}", "")
                    parameter.copy_(formula_tensor(f"{adapter}.{plain}", list(parameter.shape), scale=0.2))
    model.add_weighted_adapter(["first", "second"], weights, "both", combination_type=combination)
    model.set_adapter("both")
    model.eval()
    config = model.peft_config["both"]
    return {
        "first": first,
        "second": second,
        "weights": weights,
        "combination": combination,
        "r": config.r,
        "lora_alpha": config.lora_alpha,
        "ids": IDS,
        "logprobs": log_probabilities(model),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="weighted_adapters.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    cases = {name: run_case(*case) for name, case in CASES.items()}
    with open(options.out, "w") as file:
        file.write("{\n")
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items()))
        file.write("\n}\n")


if __name__ == "__main__":
    main()
