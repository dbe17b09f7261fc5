"""Writes reward.json: 20 optimizer steps of TRL's RewardTrainer on the pocket model with a score from the
formula, fp32 or under bf16 autocast.

    python reward.py      (versions: requirements.txt)

The pocket model has no pad token, so that EOS is it and the score of a text is read in front of its EOS. LoRA cases
train a filled adapter with the score beside it; full cases start from a folder of transformers' own. `scores` are what
transformers gives the rows' chosen answers after the run, one text a batch, from the saved folder.
"""

import argparse
import tempfile

import preference
import torch
from datasets import Dataset
from formula_tensors import fill_adapter, formula_tensor
from peft import LoraConfig, PeftModel, get_peft_model
from pocket import POCKET, load_tokenizer
from preference import BF16, FULL, pairs, settings
from transformers import AutoModelForSequenceClassification
from trl import RewardConfig, RewardTrainer

METRICS = ["min_reward", "mean_reward", "max_reward", "accuracy", "margin"]
SCORE = "base_model.model.score.weight"


def with_margins() -> list[dict]:
    return [row | {"margin": 0.25 * (i % 3)} for i, row in enumerate(pairs())]


def reward(**changes) -> dict:
    return {"kind": "reward", "center_rewards_coefficient": None} | changes


FAST = {"learning_rate": 1e-3}
ACCUMULATED = {"per_device_batch_size": 2, "gradient_accumulation_steps": 3}
CASES = {
    "lora": (pairs, settings(reward(), optimizer=FAST)),
    "lora margin": (with_margins, settings(reward(center_rewards_coefficient=0.01), optimizer=FAST, batch=ACCUMULATED)),
    "lora bf16": (pairs, settings(reward(), optimizer=FAST) | BF16),
    "lora long": (pairs, settings(reward(), data={"max_length": 24}, optimizer=FAST)),
    "full": (pairs, settings(reward(), adapter=FULL, optimizer={"learning_rate": 1e-4})),
}


def load_base():
    model = AutoModelForSequenceClassification.from_pretrained(
        POCKET, num_labels=1, dtype=torch.float32, attn_implementation="eager"
    )
    model.config.pad_token_id = model.config.eos_token_id
    with torch.no_grad():
        model.score.weight.copy_(formula_tensor(SCORE, list(model.score.weight.shape)))
    return model


def load_model(adapter: dict):
    model = load_base()
    if adapter["kind"] == "none":
        return model
    keys = {key: adapter[key] for key in ("r", "lora_alpha", "lora_dropout", "target_modules")}
    model = get_peft_model(model, LoraConfig(**keys, task_type="SEQ_CLS"))
    fill_adapter(model)
    return model


def scores(folder: str, adapter: dict, texts: list[str]) -> list[float]:
    model = load_base()
    if adapter["kind"] == "none":
        model = AutoModelForSequenceClassification.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    else:
        model = PeftModel.from_pretrained(model, folder)
    tokenizer = load_tokenizer()
    model.eval()
    with torch.no_grad():
        return [model(**tokenizer(text, return_tensors="pt")).logits.item() for text in texts]


def run_case(rows: list[dict], run: dict) -> dict:
    with tempfile.TemporaryDirectory() as out:
        arguments = preference.arguments(run | {"objective": {"beta": None}}, out)
        del arguments["beta"]
        trainer = preference.recording(RewardTrainer)(
            model=load_model(run["adapter"]),
            args=RewardConfig(**arguments, center_rewards_coefficient=run["objective"]["center_rewards_coefficient"]),
            train_dataset=Dataset.from_list(rows),
            eval_dataset=Dataset.from_list(rows[:8]),
            processing_class=load_tokenizer(),
        )
        case = preference.golden(trainer, run, rows, METRICS)
        trainer.save_model(out)
        texts = [row["prompt"] + row["chosen"] for row in rows[:4]]
        return case | {"texts": texts, "scores": scores(out, run["adapter"], texts)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="reward.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(make(), run) for name, (make, run) in CASES.items()})


if __name__ == "__main__":
    main()
