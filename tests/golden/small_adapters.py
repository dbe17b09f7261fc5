"""What the scripts of PEFT's small adapters share: a case's folder and log-probabilities, and a training run."""

import argparse
import copy
import json
import os
import tempfile

import torch
from peft import PeftModel, get_peft_model
from pocket import IDS, load_base, log_probabilities
from safetensors.torch import load_file

LEARNING_RATE = 3e-2


def saved(model) -> tuple[dict, dict]:
    """adapter_config.json and the tensors' shapes, as PEFT writes them."""
    with tempfile.TemporaryDirectory() as out:
        model.save_pretrained(out)
        with open(os.path.join(out, "adapter_config.json")) as file:
            config = json.load(file)
        tensors = load_file(os.path.join(out, "adapter_model.safetensors"))
    config["base_model_name_or_path"] = "base"
    return config, {name: list(tensor.shape) for name, tensor in sorted(tensors.items())}


def adapted(make, fill):
    model = get_peft_model(load_base(), make())
    with torch.no_grad():
        fill(model)
    return model


def run_case(make, fill) -> dict:
    model = adapted(make, fill)
    config, shapes = saved(model)
    model.eval()
    return {"config": config, "shapes": shapes, "ids": IDS, "logprobs": log_probabilities(model)}


def train(make, fill, adapter: dict, learning_rate: float) -> dict:
    import sft  # TRL takes seconds to load

    run = sft.settings(adapter=adapter, optimizer={"learning_rate": learning_rate})
    sft.load_model = lambda *_: adapted(make, fill)
    return sft.run_case(sft.pairs(), copy.deepcopy(run))


def run(
    description: str, default_out: str, cases: dict, fill, trained: str, settings: dict, learning_rate=LEARNING_RATE
) -> None:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--out", default=default_out)
    parser.add_argument("--open", help="an adapter folder to open in PEFT; prints log-probabilities")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        print(json.dumps(log_probabilities(PeftModel.from_pretrained(load_base(), options.open).eval())))
        return
    result = {name: run_case(make, fill) for name, make in cases.items()}
    training = train(cases[trained], fill, settings, learning_rate)
    with open(options.out, "w") as file:
        file.write('{"cases": {\n')
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in result.items()))
        file.write('\n},\n"starts from": ' + json.dumps(trained) + ',\n"training": ' + json.dumps(training) + "}\n")
