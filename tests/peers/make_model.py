"""Writes a transformers folder of a known shape with random weights, so that speed and memory can be measured where no
model can be fetched.

    python make_model.py --shape smollm2-135m --tokenizer FOLDER --out FOLDER [--dtype bfloat16] [--seed 0]

Weights are N(0, 0.02) and never zeros, which run faster. The tokenizer's files are copied; it may have fewer tokens than
the embedding has rows.
"""

import argparse
import json
import pathlib
import shutil

import torch
from safetensors.torch import save_file

SHAPES = {
    "smollm2-135m": dict(
        hidden_size=576,
        intermediate_size=1536,
        num_hidden_layers=30,
        num_attention_heads=9,
        num_key_value_heads=3,
        vocab_size=49152,
        max_position_embeddings=8192,
        rms_norm_eps=1e-5,
        rope_theta=100000,
        tie_word_embeddings=True,
    ),
}


def shapes(config: dict) -> dict:
    """Every tensor of a Llama with tied head, in the order of its layers."""
    width, inner = config["hidden_size"], config["intermediate_size"]
    kv = width // config["num_attention_heads"] * config["num_key_value_heads"]
    layer = {
        "input_layernorm": (width,),
        "self_attn.q_proj": (width, width),
        "self_attn.k_proj": (kv, width),
        "self_attn.v_proj": (kv, width),
        "self_attn.o_proj": (width, width),
        "post_attention_layernorm": (width,),
        "mlp.gate_proj": (inner, width),
        "mlp.up_proj": (inner, width),
        "mlp.down_proj": (width, inner),
    }
    every = {"model.embed_tokens.weight": (config["vocab_size"], width), "model.norm.weight": (width,)}
    for index in range(config["num_hidden_layers"]):
        every |= {f"model.layers.{index}.{name}.weight": shape for name, shape in layer.items()}
    return every


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--shape", choices=SHAPES, default="smollm2-135m")
    parser.add_argument("--tokenizer", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--dtype", default="bfloat16")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()

    options.out.mkdir(parents=True, exist_ok=True)
    config = SHAPES[options.shape] | {
        "model_type": "llama",
        "architectures": ["LlamaForCausalLM"],
        "hidden_act": "silu",
        "initializer_range": 0.02,
        "torch_dtype": options.dtype,
    }
    (options.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    generator = torch.Generator().manual_seed(options.seed)
    dtype = getattr(torch, options.dtype)
    tensors = {
        name: torch.ones(shape, dtype=dtype) if len(shape) == 1
        else torch.empty(shape).normal_(0, 0.02, generator=generator).to(dtype)
        for name, shape in shapes(config).items()
    }
    save_file(tensors, options.out / "model.safetensors", metadata={"format": "pt"})
    for name in ["tokenizer.json", "tokenizer.model", "tokenizer_config.json", "chat_template.jinja"]:
        if (options.tokenizer / name).exists():
            shutil.copy(options.tokenizer / name, options.out / name)


if __name__ == "__main__":
    main()
