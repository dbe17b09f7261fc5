"""Scores of a reward model by Fettle and by transformers (with PEFT for an adapter):  python reward.py BASE RESULT TEXTS

BASE is the folder of the base model, RESULT the `adapter` or `model` folder that a run of the objective reward left,
TEXTS a file with one text a line. Prints both scores of each text and the largest gap between them.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import torch
from peft import PeftModel
from transformers import AutoModelForSequenceClassification, AutoTokenizer

FETTLE = os.environ.get("FETTLE_PROGRAM", "fettle")


def by_fettle(base, result, texts):
    is_adapter = (result / "adapter_config.json").exists()
    model = ["--model", base, "--adapter", result] if is_adapter else ["--model", result]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as rows:
        rows.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        rows.flush()
        ended = subprocess.run([FETTLE, "score", *model, "--file", rows.name, "--json"], check=True, capture_output=True)
    return [json.loads(line)["reward"] for line in ended.stdout.splitlines()]


def by_transformers(base, result, texts):
    is_adapter = (result / "adapter_config.json").exists()
    options = {"dtype": torch.float32, "attn_implementation": "eager"} | ({"num_labels": 1} if is_adapter else {})
    model = AutoModelForSequenceClassification.from_pretrained(base if is_adapter else result, **options)
    tokenizer = AutoTokenizer.from_pretrained(base)
    if is_adapter:
        model = PeftModel.from_pretrained(model, result)
        model.config.pad_token_id = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else tokenizer.eos_token_id
    model.eval()
    with torch.no_grad():
        return [model(**tokenizer(text, return_tensors="pt")).logits.item() for text in texts]


def main():
    base, result = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    texts = pathlib.Path(sys.argv[3]).read_text().splitlines()
    ours, theirs = by_fettle(base, result, texts), by_transformers(base, result, texts)
    for text, own, other in zip(texts, ours, theirs):
        print(f"{own:12.6f} {other:12.6f}  {text}")
    print("largest gap", max(abs(own - other) for own, other in zip(ours, theirs)))


if __name__ == "__main__":
    main()
