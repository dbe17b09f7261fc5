"""Writes added_tokens.json: a chat template whose tokens the pocket model lacks, put on it as TRL does it
(clone_chat_template): tokens added, end of turn as end of sequence, matrices resized, with 20 optimizer steps of TRL's
SFTTrainer on conversations, by LoRA with PEFT's trainable_token_indices and by full tuning, in fp32.

    python added_tokens.py      (versions: requirements.txt)
    python added_tokens.py --open FOLDER [--base FOLDER]      (log-probabilities of an adapter that Fettle wrote)
    python added_tokens.py --merged FOLDER      (ids and log-probabilities of a model that Fettle wrote)

New rows are the mean of all others: transformers draws them about that mean (mean_resizing), which no other program can
repeat. TRL trains an untied head whole; here single rows of it, as PEFT can as well. TRL also fills the vocabulary up to
a multiple of 64, which changes no other logit; here it is not. The tokenizer is tokenizer.json as it is: the class
LlamaTokenizer of transformers 5 makes another one of it, with no blank behind a special token.
"""

import argparse
import json
from pathlib import Path

import pocket
import sft
import torch
from formula_tensors import formula_tensor
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "chat_templates" / "llama3.jinja"
TOKENS = ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
CHAT = [
    {"role": "user", "content": "Who are you?"},
    {"role": "assistant", "content": " Noosk lives in the old mill."},
]
RUNS = {
    "tied": sft.settings(adapter=sft.LORA, optimizer={"learning_rate": 2e-3}),
    "untied": sft.settings(adapter=sft.LORA, optimizer={"learning_rate": 2e-3, "weight_decay": 0.1}),
    "full": sft.settings(adapter=sft.FULL, optimizer=sft.SLOW),
}


def conversations() -> list[dict]:
    return [
        {
            "messages": [
                {"role": "user", "content": pocket.prompt(i)},
                {"role": "assistant", "content": pocket.answer(i)},
            ]
        }
        for i in range(pocket.ROWS)
    ]


def load_tokenizer():
    tokenizer = PreTrainedTokenizerFast.from_pretrained(pocket.POCKET)
    tokenizer.add_special_tokens({"additional_special_tokens": TOKENS})
    tokenizer.eos_token = TOKENS[-1]
    tokenizer.chat_template = TEMPLATE.read_text()
    return tokenizer


def untie(model):
    model.config.tie_word_embeddings = False
    head = formula_tensor("lm_head.weight", list(model.lm_head.weight.shape), scale=0.1)
    model.lm_head.weight = torch.nn.Parameter(head)
    return model


def resized(model, tokens: int):
    old = model.get_input_embeddings().weight.shape[0]
    model.resize_token_embeddings(tokens, mean_resizing=False)
    with torch.no_grad():
        for layer in {model.get_input_embeddings(), model.get_output_embeddings()}:
            layer.weight[old:] = layer.weight[:old].mean(0)
    return model


def base_of(name: str):
    base = pocket.load_base()
    return resized(untie(base) if name == "untied" else base, len(load_tokenizer()))


def fill(model) -> None:
    """LoRA by the formula; the rows stay where they start."""
    for name, parameter in model.named_parameters():
        if "lora_" in name:
            parameter.data.copy_(formula_tensor(name.replace(".default", ""), list(parameter.shape), scale=0.05))


class WholeHead:
    """TRL's fused loss takes the head's matrix past PEFT's wrapper, which would leave the rows out."""

    def __init__(self, wrapper):
        self.weight, self.bias = wrapper.token_adapter.get_merged_weights(["default"]), None


def start(name: str):
    model = base_of(name)
    if name == "full":
        return model
    ids = load_tokenizer().convert_tokens_to_ids(TOKENS)
    rows = {"embed_tokens": ids} | ({"lm_head": ids} if name == "untied" else {})
    options = {key: value for key, value in sft.LORA.items() if key != "kind"}
    model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", trainable_token_indices=rows, **options))
    with torch.no_grad():
        fill(model)
    causal = model.get_base_model()
    causal.get_output_embeddings = lambda: WholeHead(causal.lm_head)
    return model


def log_probabilities(model, ids: list[int]) -> list[float]:
    with torch.no_grad():
        logits = model(torch.tensor([ids])).logits[0].double()
    return torch.log_softmax(logits, -1)[:-1].gather(1, torch.tensor(ids[1:])[:, None])[:, 0].tolist()


def run_case(name: str) -> dict:
    arguments = sft.training_arguments
    pocket.load_tokenizer = load_tokenizer
    sft.load_model = lambda _: start(name)

    def on_answers_alone(run, folder):
        made = arguments(run, folder)
        made.assistant_only_loss = True
        return made

    sft.training_arguments = on_answers_alone
    case = sft.run_case(conversations(), RUNS[name])
    sft.training_arguments = arguments
    chat = load_tokenizer().apply_chat_template(CHAT, return_assistant_tokens_mask=True, return_dict=True)
    return case | {
        "ids": chat["input_ids"],
        "mask": chat["assistant_masks"],
        "logprobs": log_probabilities(start(name).eval(), chat["input_ids"]),
    }


def opened(folder: str, base: str | None):
    """As AutoPeftModelForCausalLM does it: the adapter's tokenizer says how many rows there are."""
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32) if base else pocket.load_base()
    return tokenizer, PeftModel.from_pretrained(resized(model, len(tokenizer)), folder).eval()


def show(tokenizer, model) -> None:
    ids = tokenizer.apply_chat_template(CHAT, return_dict=True)["input_ids"]
    print(json.dumps({"ids": ids, "eos": tokenizer.eos_token_id, "logprobs": log_probabilities(model, ids)}))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="added_tokens.json")
    parser.add_argument("--open", help="an adapter folder to open in PEFT")
    parser.add_argument("--base", help="the base of --open; else the pocket model")
    parser.add_argument("--merged", help="a model folder to open in transformers")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        return show(*opened(options.open, options.base))
    if options.merged:
        model = AutoModelForCausalLM.from_pretrained(options.merged, dtype=torch.float32).eval()
        return show(PreTrainedTokenizerFast.from_pretrained(options.merged), model)
    with open(options.out, "w") as file:
        file.write("{\n")
        file.write(",\n".join(f"{json.dumps(name)}: {json.dumps(run_case(name))}" for name in RUNS))
        file.write("\n}\n")


if __name__ == "__main__":
    main()
