"""Writes sft.json: 20 optimizer steps of TRL's SFTTrainer with PEFT on the pocket model, fp32 weights; products in
fp32, or in bf16 by torch's autocast (bf16=True) where a case says so.

    python sft.py      (versions: requirements.txt)

Each case holds what Fettle needs to run the same: the run's settings, the rows, and per step TRL's loss and gradient norm
before clipping. The packed case runs with eager attention, where each document of a row sees itself only; its evaluation
is one batch, since TRL weighs a batch by its packed rows and Fettle by its documents.
"""

import argparse
import copy
import json
import re
import tempfile

import pocket
import torch
from datasets import Dataset
from formula_tensors import fill_adapter
from peft import LoraConfig, get_peft_model
from trl import SFTConfig, SFTTrainer

STEPS = 20


def pairs() -> list[dict]:
    return [{"prompt": pocket.prompt(i), "completion": pocket.answer(i)} for i in range(pocket.ROWS)]


def texts() -> list[dict]:
    return [{"text": row["prompt"] + row["completion"]} for row in pairs()]


LORA = {"kind": "lora", "r": 4, "lora_alpha": 8, "lora_dropout": 0.0, "target_modules": "all-linear"}


def settings(**changes) -> dict:
    base = {
        "data": {"max_length": 256, "packing": False, "train_on": "answers"},
        "adapter": LORA,
        "optimizer": {"kind": "adamw", "learning_rate": 5e-3, "weight_decay": 0.0, "max_grad_norm": 1.0},
        "schedule": {"kind": "constant", "warmup_steps": 0, "warmup_ratio": 0.0},
        "batch": {"per_device_batch_size": 4, "gradient_accumulation_steps": 1},
        "duration": {"num_train_epochs": 1, "max_steps": STEPS},
    }
    for section, values in changes.items():
        base[section] = values if section == "adapter" else base.get(section, {}) | values
    return copy.deepcopy(base)


FULL = {"kind": "none"}
SLOW = {"learning_rate": 3e-4}  # at 1e-3 the reference's own loss is 0.16 apart in fp32 and under autocast
LAST = FULL | {"last_layers": 2, "trainable": ["model.norm"]}
EMBEDDING = FULL | {"trainable": ["embed_tokens", "layers\\.[03]\\.mlp"]}  # the tied head with it
BF16 = {"precision": {"compute": "bfloat16"}}
CASES = {
    "completion-only": (pairs, settings()),
    "everything": (pairs, settings(data={"train_on": "everything"})),
    "text": (texts, settings(schedule={"kind": "linear", "warmup_steps": 3})),
    "packed": (texts, settings(data={"packing": True, "max_length": 96}, batch={"per_device_batch_size": 2})),
    "accumulation": (pairs, settings(batch={"per_device_batch_size": 2, "gradient_accumulation_steps": 2})),
    "linear": (pairs, settings(schedule={"kind": "linear", "warmup_ratio": 0.2})),
    "cosine": (pairs, settings(schedule={"kind": "cosine", "warmup_steps": 4})),
    "constant with warm-up": (pairs, settings(schedule={"kind": "constant_with_warmup", "warmup_steps": 5})),
    "rslora": (pairs, settings(adapter=LORA | {"use_rslora": True})),
    "decay": (pairs, settings(optimizer={"weight_decay": 0.1, "max_grad_norm": 0.25})),
    "full": (pairs, settings(adapter=FULL, optimizer=SLOW)),
    "full everything": (
        texts,
        settings(adapter=FULL, optimizer=SLOW | {"weight_decay": 0.1}, schedule={"kind": "cosine"}),
    ),
    "dft": (pairs, settings(objective={"kind": "sft", "loss_type": "dft"}, optimizer={"learning_rate": 1e-3})),
    "adafactor": (pairs, settings(adapter=FULL, optimizer=SLOW | {"kind": "adafactor", "weight_decay": 0.1})),
    "last layers": (pairs, settings(adapter=LAST, optimizer=SLOW | {"weight_decay": 0.1})),
    "embedding and parts": (pairs, settings(adapter=EMBEDDING, optimizer=SLOW)),
    "bf16": (pairs, settings() | BF16),
    "bf16 last layers": (pairs, settings(adapter=LAST, optimizer=SLOW) | BF16),
    "bf16 full": (pairs, settings(adapter=FULL, optimizer=SLOW) | BF16),
}


def partly(model, adapter: dict):
    """Freezes all but the last layers and the named parts; with neither, nothing."""
    layers = model.config.num_hidden_layers
    parts = [rf"layers\.{layers - 1 - i}" for i in range(adapter.get("last_layers", 0))] + adapter.get("trainable", [])
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(not parts or any(re.search(rf"(^|\.)({part})\.", name) for part in parts))
    return model


def load_model(adapter: dict):
    model = pocket.load_base()
    if adapter["kind"] == "none":
        return partly(model, adapter)
    config = LoraConfig(
        r=adapter["r"],
        lora_alpha=adapter["lora_alpha"],
        lora_dropout=adapter["lora_dropout"],
        target_modules=adapter["target_modules"],
        use_rslora=adapter.get("use_rslora", False),
        task_type="CAUSAL_LM",
    )
    model = get_peft_model(model, config)
    fill_adapter(model)
    return model


def training_arguments(run: dict, folder: str) -> SFTConfig:
    schedule = run["schedule"]
    warmup = schedule["warmup_steps"] or schedule["warmup_ratio"]  # below 1 it is a share, in transformers 5
    return SFTConfig(
        output_dir=folder,
        max_steps=STEPS,
        loss_type=run.get("objective", {}).get("loss_type", "nll"),
        max_length=run["data"]["max_length"],
        packing=run["data"]["packing"],
        completion_only_loss=None if run["data"]["train_on"] == "answers" else False,
        learning_rate=run["optimizer"]["learning_rate"],
        weight_decay=run["optimizer"]["weight_decay"],
        max_grad_norm=run["optimizer"]["max_grad_norm"],
        lr_scheduler_type=schedule["kind"],
        warmup_steps=warmup,
        per_device_train_batch_size=run["batch"]["per_device_batch_size"],
        per_device_eval_batch_size=run["batch"]["per_device_batch_size"],
        gradient_accumulation_steps=run["batch"]["gradient_accumulation_steps"],
        gradient_checkpointing=False,
        bf16="precision" in run,
        fp16=False,
        use_cpu=True,
        logging_steps=1,
        save_strategy="no",
        report_to="none",
        optim={"adamw": "adamw_torch"}.get(run["optimizer"]["kind"], run["optimizer"]["kind"]),
        disable_tqdm=True,
        train_sampling_strategy="sequential",
    )


class Recorder(SFTTrainer):
    """Keeps each step's loss and gradient norm unrounded."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.losses, self.norms, self.rates = [], [], []

    def training_step(self, *args, **kwargs):
        loss = super().training_step(*args, **kwargs)
        if len(self.losses) == len(self.norms):
            self.losses.append(0.0)
        self.losses[-1] += loss.item()
        return loss

    def _clip_grad_norm(self, model):
        norm = super()._clip_grad_norm(model)
        self.norms.append(float(norm))
        self.rates.append(self.lr_scheduler.get_last_lr()[0])
        return norm


def run_case(rows: list[dict], run: dict) -> dict:
    evaluated = 10
    with tempfile.TemporaryDirectory() as out:
        trainer = Recorder(
            model=load_model(run["adapter"]),
            args=training_arguments(run, out),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:evaluated]),
            processing_class=pocket.load_tokenizer(),
        )
        trainer.train()
        evaluation = trainer.evaluate()["eval_loss"]
    assert len(trainer.losses) == len(trainer.norms) == STEPS
    return {
        "run": run,
        "rows": rows,
        "loss": trainer.losses,
        "grad_norm": trainer.norms,
        "learning_rate": trainer.rates,
        "eval_rows": evaluated,
        "eval_loss": evaluation,
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="sft.json")
    parser.add_argument("--cases", nargs="*", default=list(CASES), help="replace only these in --out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    cases = {}
    if options.cases != list(CASES):
        with open(options.out) as file:
            cases = json.load(file)
    for name in options.cases:
        make_rows, run = CASES[name]
        cases[name] = run_case(make_rows(), run)
    with open(options.out, "w") as file:
        file.write("{\n")
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items()))
        file.write("\n}\n")


if __name__ == "__main__":
    main()
