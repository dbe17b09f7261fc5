"""Writes families.json: every family as a tiny random decoder in transformers, fp32 with eager attention.

    python families.py      (versions: requirements.txt)

Weights follow formula_tensors.py under their checkpoint names (norms one more), adapters under PEFT's. Each case holds
config.json, log-probabilities of two sequences, 32 greedy ids, and the norm of each gradient of the mean cross-entropy:
of every weight in full tuning, and of every tensor of a LoRA (PEFT, all-linear).

    python families.py --open FOLDER --ids 1,2,3      prints the log-probabilities of a folder that Fettle wrote
"""

import argparse
import json

import torch
from formula_tensors import fill_adapter, formula_tensor
from peft import LoraConfig, get_peft_model
from transformers import AutoConfig, AutoModelForCausalLM

SEQUENCES = [[1, 17, 4, 80, 33, 9, 50, 61, 7, 7, 28, 90, 12], [1, 95, 61, 2, 44, 3]]
LLAMA = {
    "vocab_size": 96,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 64,
    "bos_token_id": 1,
    "eos_token_id": 2,
}
GPT2 = {"model_type": "gpt2", "vocab_size": 96, "n_embd": 32, "n_layer": 3, "n_head": 4, "n_positions": 64,
        "bos_token_id": 1, "eos_token_id": 2}
GEMMA3 = LLAMA | {"model_type": "gemma3_text", "head_dim": 12, "num_hidden_layers": 4, "query_pre_attn_scalar": 20,
                  "sliding_window": 5, "sliding_window_pattern": 3}
NEOX = {"model_type": "gpt_neox", "vocab_size": 96, "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2,
        "num_attention_heads": 4, "max_position_embeddings": 64, "rotary_pct": 0.5, "bos_token_id": 1, "eos_token_id": 2}
FALCON = {"model_type": "falcon", "vocab_size": 96, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4,
          "max_position_embeddings": 64, "bos_token_id": 1, "eos_token_id": 2}
CASES = {
    "llama": LLAMA | {"model_type": "llama", "attention_bias": True, "mlp_bias": True},
    "llama, tied, yarn": LLAMA | {
        "model_type": "llama", "tie_word_embeddings": True, "hidden_act": "gelu",
        "rope_scaling": {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 16, "mscale": 0.7,
                         "mscale_all_dim": 0.4, "truncate": False}},
    "mistral": LLAMA | {"model_type": "mistral", "sliding_window": 4, "head_dim": 10},
    "qwen2": LLAMA | {"model_type": "qwen2", "tie_word_embeddings": True},
    "qwen2, windows": LLAMA | {"model_type": "qwen2", "use_sliding_window": True, "sliding_window": 4,
                               "max_window_layers": 1, "num_hidden_layers": 3},
    "gpt2": GPT2,
    "gpt2, other keys": GPT2 | {"n_inner": 40, "activation_function": "relu", "scale_attn_by_inverse_layer_idx": True,
                                "tie_word_embeddings": False, "layer_norm_epsilon": 1e-3},
    "gemma3": GEMMA3,
    "gemma3, caps": GEMMA3 | {"final_logit_softcapping": 3.0, "attention_bias": True, "rope_local_base_freq": 500.0,
                              "rope_theta": 8000.0, "rope_scaling": {"rope_type": "linear", "factor": 8.0},
                              "layer_types": ["full_attention", "sliding_attention"] * 2},
    "qwen3": LLAMA | {"model_type": "qwen3", "head_dim": 12, "tie_word_embeddings": True},
    "qwen3, bias, windows": LLAMA | {"model_type": "qwen3", "head_dim": 8, "attention_bias": True,
                                     "use_sliding_window": True, "sliding_window": 4, "max_window_layers": 1},
    "gemma": LLAMA | {"model_type": "gemma", "head_dim": 12, "hidden_act": "gelu"},
    "gemma2": LLAMA | {"model_type": "gemma2", "head_dim": 12, "num_hidden_layers": 3, "query_pre_attn_scalar": 20,
                       "sliding_window": 5, "attn_logit_softcapping": 2.0, "final_logit_softcapping": 3.0},
    "smollm3": LLAMA | {"model_type": "smollm3", "num_hidden_layers": 5, "pad_token_id": 0},
    "smollm3, windows": LLAMA | {"model_type": "smollm3", "num_hidden_layers": 3, "pad_token_id": 0,
                                 "no_rope_layers": [0, 1, 0], "use_sliding_window": True, "sliding_window": 4},
    "phi3": LLAMA | {"model_type": "phi3", "sliding_window": 6, "pad_token_id": 0},
    "phi3, longrope": LLAMA | {
        "model_type": "phi3", "partial_rotary_factor": 0.75, "tie_word_embeddings": True, "pad_token_id": 0,
        "original_max_position_embeddings": 4,
        "rope_scaling": {"type": "longrope", "short_factor": [1.0, 1.2, 1.5], "long_factor": [2.0, 3.0, 4.5]}},
    "granite": LLAMA | {"model_type": "granite", "embedding_multiplier": 3.0, "logits_scaling": 1.5,
                        "residual_multiplier": 0.7, "attention_multiplier": 0.2, "attention_bias": True},
    "stablelm": LLAMA | {"model_type": "stablelm", "use_qkv_bias": True, "partial_rotary_factor": 0.5},
    "stablelm, parallel": LLAMA | {"model_type": "stablelm", "use_parallel_residual": True},
    "olmo2": LLAMA | {"model_type": "olmo2", "pad_token_id": 0},
    "gpt_neox": NEOX,
    "gpt_neox, one after the other": NEOX | {"use_parallel_residual": False, "attention_bias": False, "rotary_pct": 1.0},
    "falcon": FALCON,
    "falcon, grouped": FALCON | {"new_decoder_architecture": True, "num_kv_heads": 2, "bias": True,
                                 "tie_word_embeddings": False},
    "falcon, one after the other": FALCON | {"multi_query": False, "parallel_attn": False, "ffn_hidden_size": 40},
}


def stored_name(config: dict, name: str) -> str:
    """What a file calls it where transformers has renamed the module (conversion_mapping.py)."""
    return name.replace("lm_head.", "embed_out.") if config["model_type"] == "gpt_neox" else name


def make_model(config: dict):
    keys = {key: value for key, value in config.items() if key != "model_type"}
    model = AutoModelForCausalLM.from_config(
        AutoConfig.for_model(config["model_type"], **json.loads(json.dumps(keys))), attn_implementation="eager")
    model = model.float().eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            isNorm = parameter.dim() == 1 and name.endswith(".weight")
            parameter.copy_(formula_tensor(stored_name(config, name), list(parameter.shape), 0.25) + (1 if isNorm else 0))
    return model


def log_probs(model, ids: list[int]) -> list[float]:
    logits = model(torch.tensor([ids])).logits[0].double()
    return [logits[t].log_softmax(-1)[ids[t + 1]].item() for t in range(len(ids) - 1)]


def greedy(model, ids: list[int], count: int = 32) -> list[int]:
    ids = list(ids)
    for _ in range(count):
        ids.append(int(model(torch.tensor([ids])).logits[0, -1].argmax()))
    return ids[-count:]


def gradient_norms(model, rename=lambda name: name) -> dict:
    count = sum(len(ids) - 1 for ids in SEQUENCES)
    loss = 0
    for ids in SEQUENCES:
        logits = model(torch.tensor([ids])).logits[0, :-1].float()
        loss = loss + torch.nn.functional.cross_entropy(logits, torch.tensor(ids[1:]), reduction="sum") / count
    model.zero_grad()
    loss.backward()
    return {rename(name): p.grad.norm().item() for name, p in model.named_parameters() if p.grad is not None}


def run_case(config: dict) -> dict:
    model = make_model(config)
    with torch.no_grad():
        result = {
            "config": config,
            "log_probs": [log_probs(model, ids) for ids in SEQUENCES],
            "greedy": greedy(model, SEQUENCES[1]),
        }
    result["full"] = gradient_norms(model, lambda name: stored_name(config, name))
    adapted = get_peft_model(model, LoraConfig(r=4, lora_alpha=8, target_modules="all-linear", task_type="CAUSAL_LM"))
    fill_adapter(adapted, 0.2)
    result["lora"] = gradient_norms(adapted, lambda name: name.replace(".default", ""))
    return result


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="families.json")
    parser.add_argument("--open")
    parser.add_argument("--ids")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.open:
        model = AutoModelForCausalLM.from_pretrained(options.open, dtype=torch.float32, attn_implementation="eager")
        with torch.no_grad():
            print(json.dumps(log_probs(model.eval(), [int(i) for i in options.ids.split(",")])))
        return
    cases = {name: run_case(config) for name, config in CASES.items()}
    with open(options.out, "w") as file:
        json.dump({"sequences": SEQUENCES, "cases": cases}, file, indent=1)


if __name__ == "__main__":
    main()
