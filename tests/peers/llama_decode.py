"""Greedy decoding by llama.cpp, a process of its own:  python llama_decode.py FOLDER TYPE COUNT

FOLDER holds model/ and ids.json as cpu.py writes them. The weights go into a GGUF file of TYPE (F16, BF16, F32, Q8_0)
without a vocabulary: prompt and answer are ids. Prints the rate of COUNT tokens after 32 of prompt, and the ids.
Needs gguf and llama-cpp-python beside requirements.txt.
"""

import json
import pathlib
import sys
import time

import gguf
import llama_cpp
import numpy
import torch
from safetensors import safe_open

NAMES = {"self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v",
         "self_attn.o_proj": "attn_output", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
         "mlp.down_proj": "ffn_down", "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm"}


def gguf_name(name):
    if not name.startswith("model.layers."):
        return {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight"}[name]
    _, _, layer, rest = name.split(".", 3)
    return f"blk.{layer}.{NAMES[rest.removesuffix('.weight')]}.weight"


def interleaved(weight, heads):
    """llama.cpp turns neighbouring pairs where transformers turns halves."""
    rows, columns = weight.shape
    return weight.view(heads, 2, rows // heads // 2, columns).transpose(1, 2).reshape(rows, columns)


def write_gguf(folder, file, kind):
    config = json.loads((folder / "config.json").read_text())
    heads, kv_heads = config["num_attention_heads"], config["num_key_value_heads"]
    writer = gguf.GGUFWriter(file, "llama")
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv_heads)
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_freq_base(config.get("rope_theta") or config["rope_parameters"]["rope_theta"])
    writer.add_rope_dimension_count(config["hidden_size"] // heads)
    writer.add_vocab_size(config["vocab_size"])
    writer.add_tokenizer_model("no_vocab")
    with safe_open(folder / "model.safetensors", framework="pt") as tensors:
        for name in tensors.keys():
            weight = tensors.get_tensor(name).to(torch.float32)
            if "q_proj" in name:
                weight = interleaved(weight, heads)
            if "k_proj" in name:
                weight = interleaved(weight, kv_heads)
            stored = gguf.GGMLQuantizationType.F32 if weight.dim() == 1 else gguf.GGMLQuantizationType[kind]
            writer.add_tensor(gguf_name(name), gguf.quants.quantize(weight.numpy(), stored), raw_dtype=stored)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main():
    folder, kind, count = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    file = folder / f"model-{kind}.gguf"
    if not file.exists():
        write_gguf(folder / "model", file, kind)
    model = llama_cpp.Llama(str(file), n_ctx=512, n_threads=2, n_threads_batch=2, verbose=False)
    model.eval(json.loads((folder / "ids.json").read_text())[0][:32])
    ids, start = [], time.monotonic()
    for _ in range(count):
        logits = numpy.ctypeslib.as_array(llama_cpp.llama_get_logits_ith(model.ctx, -1), (model.n_vocab(),))
        ids.append(int(logits.argmax()))
        model.eval(ids[-1:])
    print(json.dumps({"rate": count / (time.monotonic() - start), "ids": ids}))


main()
