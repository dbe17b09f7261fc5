"""What dpo.py and its like share: the pocket model, pairs, settings, and a trainer that keeps each step's numbers."""

import copy
import json
import os

from formula_tensors import fill_adapter
from peft import LoraConfig, get_peft_model
from pocket import DEEDS, NAMES, PLACES, ROWS, answer, load_base, prompt

STEPS = 20


def pairs() -> list[dict]:
    """Answers of differing lengths to prompts of differing lengths."""
    rows = []
    for i in range(ROWS):
        rejected = f" {PLACES[i % 6]} {DEEDS[i % 5]}" + " and then" * (i % 4) + f" {NAMES[(i + 3) % 8]}."
        rows.append({"prompt": prompt(i) + " A cold wind blew." * (i % 2), "chosen": answer(i), "rejected": rejected})
    return rows


LORA = {"kind": "lora", "r": 4, "lora_alpha": 8, "lora_dropout": 0.0, "target_modules": "all-linear"}
FULL = {"kind": "none"}
BF16 = {"precision": {"compute": "bfloat16"}}


def settings(objective: dict, **changes) -> dict:
    base = {
        "data": {"max_length": 256, "packing": False, "train_on": "answers"},
        "objective": objective,
        "adapter": LORA,
        "optimizer": {"kind": "adamw", "learning_rate": 1e-4, "weight_decay": 0.0, "max_grad_norm": 1.0},
        "schedule": {"kind": "linear", "warmup_steps": 2, "warmup_ratio": 0.0},
        "batch": {"per_device_batch_size": 4, "gradient_accumulation_steps": 1},
        "duration": {"num_train_epochs": 1, "max_steps": STEPS},
    }
    for section, values in changes.items():
        base[section] = values if section == "adapter" else base[section] | values
    return copy.deepcopy(base)


def load_model(adapter: dict):
    model = load_base()
    if adapter["kind"] == "none":
        return model
    keys = {key: adapter[key] for key in ("r", "lora_alpha", "lora_dropout", "target_modules")}
    model = get_peft_model(model, LoraConfig(**keys, task_type="CAUSAL_LM"))
    fill_adapter(model)
    return model


def arguments(run: dict, folder: str) -> dict:
    """What both trainers' configurations share."""
    return dict(
        output_dir=folder,
        max_steps=STEPS,
        max_length=run["data"]["max_length"],
        learning_rate=run["optimizer"]["learning_rate"],
        weight_decay=run["optimizer"]["weight_decay"],
        max_grad_norm=run["optimizer"]["max_grad_norm"],
        lr_scheduler_type=run["schedule"]["kind"],
        warmup_steps=run["schedule"]["warmup_steps"],
        per_device_train_batch_size=run["batch"]["per_device_batch_size"],
        per_device_eval_batch_size=run["batch"]["per_device_batch_size"],
        gradient_accumulation_steps=run["batch"]["gradient_accumulation_steps"],
        beta=run["objective"]["beta"],
        gradient_checkpointing=False,
        bf16="precision" in run,
        fp16=False,
        use_cpu=True,
        logging_steps=1,
        save_strategy="no",
        report_to="none",
        optim="adamw_torch",
        disable_tqdm=True,
        train_sampling_strategy="sequential",
    )


def recording(trainer_class):
    """`trainer_class` that keeps loss and gradient norm unrounded, and what it logs."""

    class Recorder(trainer_class):
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

    return Recorder


def golden(trainer, run: dict, rows: list[dict], metrics: list[str]) -> dict:
    trainer.train()
    logged = [entry for entry in trainer.state.log_history if "loss" in entry and "step" in entry]
    evaluation = trainer.evaluate()
    assert len(trainer.losses) == len(trainer.norms) == len(logged) == STEPS
    return {
        "run": run,
        "rows": rows,
        "loss": trainer.losses,
        "grad_norm": trainer.norms,
        "learning_rate": trainer.rates,
        "metrics": {name: [entry.get(name) for entry in logged] for name in metrics},
        "eval_rows": 8,
        "evaluation": {name: evaluation["eval_" + name] for name in ["loss"] + metrics if "eval_" + name in evaluation},
    }


def write(path: str, cases: dict) -> None:
    """Cases that the file has besides these stay."""
    if os.path.exists(path):
        with open(path) as file:
            cases = json.load(file) | cases
    with open(path, "w") as file:
        file.write("{\n")
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items()))
        file.write("\n}\n")
