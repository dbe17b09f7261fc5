"""Writes p_tuning.json: input vectors and prefixes that a network makes of an embedding (P-tuning's MLP and LSTM, prefix
tuning's projection) on the pocket model, as PEFT saves them, what they make of some tokens, and 20 optimizer steps of TRL's
SFTTrainer, in fp32 and under bf16 autocast.

    python p_tuning.py      (versions: requirements.txt)
    python p_tuning.py --open FOLDER      (log-probabilities of a folder that Fettle wrote)

PEFT saves what the network makes, and not the network. "leaves" has the names and shapes of what is trained.
"""

import argparse
import json

import sft
import small_adapters
import torch
from formula_tensors import formula_tensor
from peft import PeftModel, PrefixTuningConfig, PromptEncoderConfig
from pocket import load_base, log_probabilities

MLP = {"kind": "p_tuning", "num_virtual_tokens": 6, "encoder_reparameterization_type": "MLP"}
LSTM = {
    "kind": "p_tuning",
    "num_virtual_tokens": 6,
    "encoder_reparameterization_type": "LSTM",
    "encoder_hidden_size": 40,
    "encoder_num_layers": 2,
}
PREFIX = {"kind": "prefix_tuning", "num_virtual_tokens": 6, "prefix_projection": True, "encoder_hidden_size": 48}
CASES = {
    "mlp": MLP,
    "narrow mlp": MLP | {"encoder_hidden_size": 32, "num_virtual_tokens": 1},
    "lstm": LSTM,
    "lstm of one layer": LSTM | {"encoder_num_layers": 1},
    "prefix": PREFIX,
}
SLOW = {"learning_rate": 3e-4}  # at 1e-3 the reference itself is a quarter apart in fp32 and under autocast
RUNS = {
    "mlp": sft.settings(adapter=MLP, optimizer=SLOW),
    "mlp, bf16": sft.settings(adapter=MLP, optimizer=SLOW) | sft.BF16,
    "lstm": sft.settings(adapter=LSTM, optimizer=SLOW),
    "lstm, bf16": sft.settings(adapter=LSTM, optimizer=SLOW) | sft.BF16,
    "prefix": sft.settings(adapter=PREFIX, optimizer=SLOW),
    "prefix, bf16": sft.settings(adapter=PREFIX, optimizer=SLOW) | sft.BF16,
}


def config_of(adapter: dict):
    options = {key: value for key, value in adapter.items() if key != "kind"}
    make = PromptEncoderConfig if adapter["kind"] == "p_tuning" else PrefixTuningConfig
    return make(task_type="CAUSAL_LM", **options)


def fill(model) -> None:
    """Formulas under the names inside the encoder, of the size that torch starts linear layers with."""
    for name, parameter in model.prompt_encoder["default"].named_parameters():
        scale = 1.0 if name == "embedding.weight" else 0.1
        parameter.data.copy_(formula_tensor(name, list(parameter.shape), scale=scale))


def adapted(adapter: dict):
    return small_adapters.adapted(lambda: config_of(adapter), fill)


def run_case(adapter: dict) -> dict:
    leaves = {
        name: list(parameter.shape)
        for name, parameter in sorted(adapted(adapter).prompt_encoder["default"].named_parameters())
    }
    return {"adapter": adapter, "leaves": leaves} | small_adapters.run_case(lambda: config_of(adapter), fill)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="p_tuning.json")
    parser.add_argument("--open", help="an adapter folder to open in PEFT; prints log-probabilities")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        print(json.dumps(log_probabilities(PeftModel.from_pretrained(load_base(), options.open).eval())))
        return
    sft.load_model = adapted
    cases = {name: run_case(adapter) for name, adapter in CASES.items()}
    training = {name: sft.run_case(sft.pairs(), run) for name, run in RUNS.items()}
    with open(options.out, "w") as file:
        for title, part in (('{"cases": {', cases), ('},\n"training": {', training)):
            file.write(title + "\n")
            file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in part.items()))
            file.write("\n")
        file.write("}}\n")


if __name__ == "__main__":
    main()
