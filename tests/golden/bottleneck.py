"""Writes bottleneck.json: bottlenecks on the pocket model as AdapterHub's package saves them, what they make of
some tokens, and 20 steps of AdamW.

    python bottleneck.py   (adapters==1.3.0, which wants transformers 4.57, torch 2.11)
    python bottleneck.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)

The training rows are those of sft.json; SFTTrainer's labels and batches are made by hand, since TRL does not go with
that transformers.
"""

import argparse
import json
import os
import tempfile

import adapters
import pocket
import torch
from adapters import BnConfig, DoubleSeqBnConfig, ParBnConfig
from formula_tensors import formula_tensor
from pocket import IDS, log_probabilities
from safetensors.torch import load_file

STEPS, ROWS, LEARNING_RATE = 20, 4, 1e-2
NAME = "hub"
CASES = {
    "houlsby": DoubleSeqBnConfig(),
    "parallel": ParBnConfig(reduction_factor=8),
    "behind the mlp": BnConfig(mh_adapter=False, output_adapter=True, reduction_factor=5, non_linearity="gelu", scaling=0.5),
}
HOULSBY = {"mh_adapter": True, "output_adapter": True, "reduction_factor": 16, "non_linearity": "swish"}
PARALLEL = {"mh_adapter": False, "output_adapter": True, "is_parallel": True, "reduction_factor": 8}
TRAINED = {
    "houlsby": {"kind": "bottleneck", **HOULSBY},
    "parallel": {"kind": "bottleneck", **PARALLEL, "non_linearity": "relu", "scaling": 4.0, "init_weights": "mam_adapter"},
}


def load_base():
    model = pocket.load_base()
    adapters.init(model)
    return model


def adapted(config):
    model = load_base()
    model.add_adapter(NAME, config=config)
    model.train_adapter(NAME)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if f".adapters.{NAME}." in name:
                parameter.copy_(formula_tensor(name, list(parameter.shape), scale=0.2))
    return model


def run_case(adapter) -> dict:
    model = adapted(adapter)
    with tempfile.TemporaryDirectory() as out:
        model.save_adapter(out, NAME, use_safetensors=True, with_head=False)
        with open(os.path.join(out, "adapter_config.json")) as file:
            config = json.load(file)
        tensors = load_file(os.path.join(out, "adapter.safetensors"))
    config["model_name"] = "base"
    shapes = {name: list(tensor.shape) for name, tensor in sorted(tensors.items())}
    return {"config": config, "shapes": shapes, "ids": IDS, "logprobs": log_probabilities(model.eval())}


def examples(rows: list[dict]) -> list[tuple[list[int], int]]:
    """Ids with EOS, and how many of them are the prompt's: the common prefix, as TRL has it."""
    tokenizer = pocket.load_tokenizer()
    result = []
    for row in rows:
        prompt = tokenizer(row["prompt"])["input_ids"]
        ids = tokenizer(row["prompt"] + row["completion"] + tokenizer.eos_token)["input_ids"]
        common = next((i for i, (a, b) in enumerate(zip(prompt, ids)) if a != b), min(len(prompt), len(ids)))
        result.append((ids, common))
    return result


def loss_of(model, batch) -> torch.Tensor:
    """Mean over the trained tokens. Rows go one by one: nothing is padded."""
    losses = []
    for ids, prompt in batch:
        logits = model(torch.tensor([ids])).logits[0].float()
        log_probs = torch.log_softmax(logits, -1)[:-1].gather(1, torch.tensor(ids[1:])[:, None])[:, 0]
        losses.append(-log_probs[prompt - 1 :])
    return torch.cat(losses).mean()


def train(adapter, settings: dict, golden: dict) -> dict:
    model = adapted(adapter)
    model.train()
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=LEARNING_RATE, weight_decay=0.0)
    rows = examples(golden["rows"])
    losses, norms = [], []
    for step in range(STEPS):
        begin = step * ROWS % len(rows)
        loss = loss_of(model, rows[begin : begin + ROWS])
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        norms.append(float(torch.nn.utils.clip_grad_norm_(parameters, 1.0)))
        optimizer.step()
    run = golden["run"]
    run = run | {"adapter": settings, "optimizer": run["optimizer"] | {"learning_rate": LEARNING_RATE}}
    return {"run": run, "rows": golden["rows"], "loss": losses, "grad_norm": norms}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="bottleneck.json")
    parser.add_argument("--open", help="an adapter folder to open with AdapterHub; prints log-probabilities")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        model = load_base()
        model.load_adapter(options.open, set_active=True, use_safetensors=True)
        print(json.dumps(log_probabilities(model.eval())))
        return
    with open("sft.json") as file:
        golden = json.load(file)["completion-only"]
    cases = {name: run_case(adapter) for name, adapter in CASES.items()}
    training = {name: train(CASES[name], settings, golden) for name, settings in TRAINED.items()}
    with open(options.out, "w") as file:
        file.write('{"cases": {\n')
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items()))
        file.write('\n},\n"training": ' + json.dumps(training) + "}\n")


if __name__ == "__main__":
    main()
