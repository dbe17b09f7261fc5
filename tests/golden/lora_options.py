"""Writes lora_options.json: 20 optimizer steps of TRL's SFTTrainer with PEFT's further options of LoRA on the pocket
model, products in fp32 and under bf16 autocast: PiSSA's start, and LoRA+'s two learning rates.

    python lora_options.py      (versions: requirements.txt)

PEFT takes PiSSA's start out of the base's weights, Fettle subtracts it beside them; both start at the base. PEFT's save
with path_initial_model_for_weight_conversion is in "converted": its configuration and shapes.
"""

import argparse
import copy
import json
import os
import tempfile

import pocket
import sft
import torch
from formula_tensors import fill_adapter
from peft import LoraConfig, get_peft_model
from peft.optimizers import create_loraplus_optimizer
from safetensors.torch import load_file

LORA = {"kind": "lora", "r": 4, "lora_alpha": 8, "lora_dropout": 0.0, "target_modules": "all-linear"}
PISSA = LORA | {"init_lora_weights": "pissa"}
PISSA_RS = {
    "kind": "lora",
    "r": 6,
    "lora_alpha": 3,
    "lora_dropout": 0.0,
    "target_modules": ["q_proj", "down_proj"],
    "use_rslora": True,
    "init_lora_weights": "pissa",
}
RATIO = 8
RUNS = {
    "pissa": sft.settings(adapter=PISSA, optimizer={"learning_rate": 1e-3}),
    "pissa, slow": sft.settings(adapter=PISSA, optimizer={"learning_rate": 2e-4}),
    "pissa, bf16": sft.settings(adapter=PISSA, optimizer={"learning_rate": 2e-4}) | sft.BF16,
    "pissa, rslora": sft.settings(adapter=PISSA_RS, optimizer={"learning_rate": 1e-3}),
    "loraplus": sft.settings(adapter=LORA | {"loraplus_lr_ratio": RATIO}, optimizer={"learning_rate": 2e-4}),
    "loraplus, decay, linear": sft.settings(
        adapter=LORA | {"loraplus_lr_ratio": RATIO},
        optimizer={"learning_rate": 2e-4, "weight_decay": 0.1},
        schedule={"kind": "linear", "warmup_steps": 3},
    ),
    "loraplus, bf16": sft.settings(adapter=LORA | {"loraplus_lr_ratio": RATIO}, optimizer={"learning_rate": 2e-4})
    | sft.BF16,
}


def load_model(adapter: dict):
    options = {key: value for key, value in adapter.items() if key not in ("kind", "loraplus_lr_ratio")}
    model = get_peft_model(pocket.load_base(), LoraConfig(task_type="CAUSAL_LM", **options))
    if "init_lora_weights" not in adapter:
        fill_adapter(model)
    return model


class LoraPlus(sft.Recorder):
    def create_optimizer(self, *args, **kwargs):
        self.optimizer = create_loraplus_optimizer(
            model=self.model,
            optimizer_cls=torch.optim.AdamW,
            lr=self.args.learning_rate,
            loraplus_weight_decay=self.args.weight_decay,
            loraplus_lr_ratio=RATIO,
        )
        return self.optimizer


def train(run: dict) -> dict:
    sft.load_model = load_model
    recorder = sft.Recorder
    if "loraplus_lr_ratio" in run["adapter"]:
        sft.Recorder = LoraPlus
    try:
        return sft.run_case(sft.pairs(), copy.deepcopy(run))
    finally:
        sft.Recorder = recorder


def converted(adapter: dict) -> dict:
    """Of a model whose training did nothing: what is written is zero, its names, shapes and settings are not."""
    model = load_model(adapter)
    with tempfile.TemporaryDirectory() as out:
        model.save_pretrained(os.path.join(out, "start"))
        model.save_pretrained(
            os.path.join(out, "end"), path_initial_model_for_weight_conversion=os.path.join(out, "start")
        )
        with open(os.path.join(out, "end", "adapter_config.json")) as file:
            config = json.load(file)
        tensors = load_file(os.path.join(out, "end", "adapter_model.safetensors"))
    config["base_model_name_or_path"] = "base"
    return {"config": config, "shapes": {name: list(tensor.shape) for name, tensor in sorted(tensors.items())}}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="lora_options.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    cases = {f"converted {name}": converted(adapter) for name, adapter in (("pissa", PISSA), ("pissa, rslora", PISSA_RS))}
    cases |= {name: train(run) for name, run in RUNS.items()}
    with open(options.out, "w") as file:
        file.write("{\n")
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items()))
        file.write("\n}\n")


if __name__ == "__main__":
    main()
