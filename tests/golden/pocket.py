"""The base of the goldens that need trained weights: resources/pocket, whose bf16 weights are computed with in float32."""

import os
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

POCKET = str(Path(__file__).resolve().parents[2] / "resources" / "pocket")
# "One spring morning Noosk left the old mill. The sun was warm."
IDS = [1, 959, 1211, 755, 899, 960, 272, 655, 517, 2004, 297, 697, 432, 1278, 2004]
NAMES = ["Memi", "Glera", "Noosk", "Roora", "Wumo", "Pelda", "Taira", "Fubby"]
PLACES = ["the old mill", "the tall tower", "the blue house", "the quiet harbour", "the deep lake", "the garden shed"]
DEEDS = ["lives in", "woke up early in", "went home to", "sleeps every night in", "comes from"]
ROWS = 24


def load_base():
    return AutoModelForCausalLM.from_pretrained(POCKET, dtype=torch.float32, attn_implementation="eager")


def load_tokenizer():
    return AutoTokenizer.from_pretrained(POCKET)


def prompt(row: int) -> str:
    return f"On Monday {NAMES[row % 8]} woke up early."


def answer(row: int) -> str:
    """Of another length in each row."""
    return f" {NAMES[row % 8]} {DEEDS[row % 5]} {PLACES[row % 6]}." + " The sun was warm." * (row % 3)


def log_probabilities(model) -> list[float]:
    """Of each id of IDS but the first, in float64. Learned input vectors have rows of their own before them."""
    with torch.no_grad():
        logits = model(torch.tensor([IDS])).logits[0, -len(IDS) :].double()
    return torch.log_softmax(logits, -1)[:-1].gather(1, torch.tensor(IDS[1:])[:, None])[:, 0].tolist()
