"""Holds Fettle's GGUF files against gguf-py and llama.cpp:  python gguf_check.py [--keep FOLDER]

FETTLE_PROGRAM names the program (default build/dev/bin/fettle). Tiny random models of transformers are written as
folders, exported by `fettle export` in every type, and then, for each family:
  - metadata as gguf-py reads it; types of the tensors;
  - q8_0 bit by bit against gguf.quants.quantize of the f32 file's tensors; every other type within what it may lose;
  - ids of texts by llama.cpp against transformers;
  - log-probabilities of the whole vocabulary at three places by llama.cpp, from the f32 and the f16 file, against
    transformers in float32: 1e-2 at the most;
  - the same with a LoRA of PEFT beside the f32 file, and folded into another one.
Needs torch, transformers, tokenizers, peft, gguf and xllamacpp (llama.cpp and its server as one wheel).
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request

import gguf
import numpy
import torch
import xllamacpp
from peft import LoraConfig, get_peft_model
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

ROOT = pathlib.Path(__file__).resolve().parents[2]
FETTLE = os.environ.get("FETTLE_PROGRAM", str(ROOT / "build/dev/bin/fettle"))
POCKET = ROOT / "resources/pocket"
TYPES = ["f32", "f16", "bf16", "q8_0", "q4_k_m"]
TEXTS = ["The moon is far away.", "What's 1234 + 56?  Two  spaces", "naïve Grüße, \n\nЖук 你好 🙂", "a\tb"]
QWEN2 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|"
         r"\s+(?!\S)|\s+")
LLAMA3 = QWEN2.replace(r"|\p{N}|", r"|\p{N}{1,3}|")
SIZES = {"hidden_size": 256, "intermediate_size": 512, "num_hidden_layers": 4, "num_attention_heads": 4,
         "num_key_value_heads": 2, "max_position_embeddings": 128, "initializer_range": 0.05}
CASES = {
    "llama": SIZES | {"tokenizer": "pocket", "attention_bias": True, "mlp_bias": True},
    "llama, tied, 3.1": SIZES | {
        "tokenizer": "llama3", "tie_word_embeddings": True, "rope_theta": 500000.0,
        "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
                         "original_max_position_embeddings": 8192}},
    "llama, linear": SIZES | {"tokenizer": "pocket", "rope_scaling": {"rope_type": "linear", "factor": 4.0}},
    "llama, yarn": SIZES | {"tokenizer": "pocket", "rope_scaling": {
        "rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32}},
    "mistral": SIZES | {"tokenizer": "pocket", "head_dim": 96, "sliding_window": None},
    "qwen2": SIZES | {"tokenizer": "qwen2", "tie_word_embeddings": True},
    "qwen3": SIZES | {"tokenizer": "qwen2", "head_dim": 128},
    "gemma": SIZES | {"tokenizer": "pocket", "head_dim": 128},
    "gemma2": SIZES | {"tokenizer": "pocket", "head_dim": 128, "query_pre_attn_scalar": 128, "sliding_window": 16},
    "gemma3_text": SIZES | {"tokenizer": "pocket", "head_dim": 128, "query_pre_attn_scalar": 128, "sliding_window": 16,
                            "layer_types": ["sliding_attention", "full_attention"] * 2},
    "phi3": SIZES | {"tokenizer": "pocket", "sliding_window": None, "pad_token_id": 0},
    "granite": SIZES | {"tokenizer": "smollm", "embedding_multiplier": 3.0, "logits_scaling": 2.0,
                        "residual_multiplier": 0.7, "attention_multiplier": 0.1},
    "smollm3": SIZES | {"tokenizer": "llama3", "pad_token_id": 0},
    "stablelm": SIZES | {"tokenizer": "gpt2", "use_qkv_bias": True},
    "olmo2": SIZES | {"tokenizer": "gpt2", "pad_token_id": 0, "tie_word_embeddings": True},
    "gpt2": {"tokenizer": "gpt2", "n_embd": 256, "n_layer": 4, "n_head": 4, "n_positions": 128,
             "initializer_range": 0.05},
    "gpt_neox": SIZES | {"tokenizer": "gpt2", "rotary_pct": 0.5, "num_key_value_heads": 4},
    "falcon": SIZES | {"tokenizer": "gpt2"},
    "falcon, grouped": SIZES | {"tokenizer": "gpt2", "new_decoder_architecture": True, "num_kv_heads": 2},
}


def byte_level(kind: str) -> Tokenizer:
    """A byte-level tokenizer that cuts words as the named model's does, trained on this tree's own pages."""
    steps = {"gpt2": [pre_tokenizers.ByteLevel(add_prefix_space=False)],
             "smollm": [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]}
    for name, pattern in {"qwen2": QWEN2, "llama3": LLAMA3}.items():
        steps[name] = [pre_tokenizers.Split(Regex(pattern), "isolated"),
                       pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    tokenizer = Tokenizer(models.BPE(ignore_merges=kind == "llama3"))
    if kind == "qwen2":
        tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = steps[kind][0] if len(steps[kind]) == 1 else pre_tokenizers.Sequence(steps[kind])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=1000, special_tokens=["<|endoftext|>"], show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train([str(ROOT / "README.md"), str(ROOT / "CONTRIBUTING.md")], trainer)
    return tokenizer


def write_tokenizer(folder: pathlib.Path, kind: str) -> int:
    if kind == "pocket":
        for name in ["tokenizer.json", "tokenizer.model", "tokenizer_config.json", "chatml.jinja"]:
            shutil.copy(POCKET / name, folder / name.replace("chatml", "chat_template"))
        return 2048
    byte_level(kind).save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps(
        {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<|endoftext|>", "bos_token": "<|endoftext|>",
         "add_bos_token": False}))
    return 1024  # more rows than tokens


def write_model(folder: pathlib.Path, name: str, case: dict):
    keys = {key: value for key, value in case.items() if key != "tokenizer"}
    keys["vocab_size"] = write_tokenizer(folder, case["tokenizer"])
    torch.manual_seed(1)
    model = AutoModelForCausalLM.from_config(AutoConfig.for_model(name.split(",")[0], **json.loads(json.dumps(keys))),
                                             attn_implementation="eager").float().eval()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() == 1:  # fresh norms and biases are too plain to find mistakes with
                parameter.add_(torch.randn_like(parameter) * 0.1)
    model.save_pretrained(folder)
    return model


def run_export(folder: pathlib.Path, out: pathlib.Path, *more):
    # Of a model whose name says Phi-3, llama.cpp wants that model's own tokens.
    ended = subprocess.run([FETTLE, "export", "--model", folder, "--out", out, "--name", "tiny", *more],
                           capture_output=True, text=True)
    if ended.returncode != 0:
        sys.exit(f"fettle export {folder} {more}: {ended.stdout}{ended.stderr}")


def export(folder: pathlib.Path, kind: str) -> pathlib.Path:
    run_export(folder, folder / f"{kind}.gguf", "--type", kind)
    return folder / f"{kind}.gguf"


def tensors_of(file: pathlib.Path) -> dict:
    return {tensor.name: tensor for tensor in gguf.GGUFReader(file).tensors}


def check_tensors(folder: pathlib.Path, files: dict) -> str:
    """The largest share of its deviation that a matrix loses in each type."""
    plain = {name: numpy.array(tensor.data) for name, tensor in tensors_of(files["f32"]).items()}
    worst = {}
    for kind in TYPES[1:]:
        for name, tensor in tensors_of(files[kind]).items():
            own = tensor.tensor_type
            values = gguf.quants.dequantize(tensor.data, own).reshape(plain[name].shape)
            if own == gguf.GGMLQuantizationType.Q8_0:
                assert (gguf.quants.quantize(plain[name], own) == tensor.data).all(), f"{folder}: {name} is not bit-equal"
            loss = float(numpy.sqrt(((values - plain[name]) ** 2).mean()) / (plain[name].std() + 1e-9))
            if plain[name].ndim == 2:
                worst[own.name] = max(worst.get(own.name, 0), loss)
    allowed = {"F32": 0, "F16": 5e-4, "BF16": 4e-3, "Q8_0": 0.01, "Q6_K": 0.02, "Q5_0": 0.06, "Q4_K": 0.08}
    for kind, loss in worst.items():
        assert loss <= allowed[kind], f"{folder}: {kind} loses {loss}"
    return " ".join(f"{kind} {loss:.1e}" for kind, loss in sorted(worst.items()))


class Llama:
    """llama.cpp's server on one file, exact: float32 in the cache, no flash attention."""

    def __init__(self, file: pathlib.Path, lora: pathlib.Path | None = None):
        options = xllamacpp.CommonParams()
        options.model.path = str(file)
        options.n_ctx, options.n_parallel, options.warmup, options.verbosity = 128, 1, False, -1
        options.cpuparams.n_threads = options.cpuparams_batch.n_threads = 1
        options.cache_type_k = options.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
        options.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
        if lora:
            options.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(lora), 1.0)]
        self.server = xllamacpp.Server(options)

    def ask(self, path: str, question: dict) -> dict:
        request = urllib.request.Request(self.server.listening_address + path, json.dumps(question).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())

    def ids(self, text: str) -> list:
        return self.ask("/tokenize", {"content": text, "add_special": False, "parse_special": True})["tokens"]

    def log_probs(self, ids: list, count: int) -> numpy.ndarray:
        # A token that ends the text, or half a character, would come without its rivals: a plain one is made to win. The
        # probabilities are those before any choice.
        plain = self.ids("e")[-1]
        answer = self.ask("/completion", {"prompt": ids, "n_predict": 1, "n_probs": count, "temperature": 0,
                                          "cache_prompt": False, "logit_bias": [[plain, 1000]]})
        row = numpy.full(count, -numpy.inf)
        for token in answer["completion_probabilities"][0]["top_logprobs"]:
            row[token["id"]] = token["logprob"]
        return row


def check_ids(folder: pathlib.Path, llama: Llama):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    for text in TEXTS:
        theirs, ours = llama.ids(text), tokenizer(text, add_special_tokens=False).input_ids
        assert theirs == ours, f"{folder}: {text!r} is {theirs} in llama.cpp and {ours} in transformers"


def gap(model, llama: Llama) -> float:
    """The largest difference of log-probabilities, of tokens that are not all but impossible."""
    ids = torch.randint(5, 900, (40,), generator=torch.Generator().manual_seed(2)).tolist()
    with torch.no_grad():
        expected = model(torch.tensor([ids])).logits[0].log_softmax(-1).numpy()
    worst = 0
    for length in [1, 17, 40]:
        row = expected[length - 1]
        theirs = llama.log_probs(ids[:length], len(row))
        likely = row > row.max() - 12
        worst = max(worst, float(abs(theirs - row)[likely].max()))
    return worst


def check_adapter(folder: pathlib.Path, model, file: pathlib.Path) -> list:
    torch.manual_seed(3)
    tuned = get_peft_model(model, LoraConfig(r=4, lora_alpha=16, use_rslora=True, target_modules="all-linear",
                                             task_type="CAUSAL_LM")).eval()
    with torch.no_grad():
        for name, parameter in tuned.named_parameters():
            if "lora_B" in name:
                parameter.normal_(0, 0.02)
    tuned.save_pretrained(folder / "adapter")
    run_export(folder, folder / "lora.gguf", "--adapter", folder / "adapter", "--adapter-only")
    run_export(folder, folder / "merged.gguf", "--adapter", folder / "adapter", "--type", "f32")
    return [gap(tuned, Llama(file, folder / "lora.gguf")), gap(tuned, Llama(folder / "merged.gguf"))]


def check(name: str, case: dict, folder: pathlib.Path) -> str:
    folder.mkdir(parents=True)
    model = write_model(folder, name, case)
    files = {kind: export(folder, kind) for kind in TYPES}
    losses = check_tensors(folder, files)
    gaps = {}
    for kind in ["f32", "f16", "q8_0", "q4_k_m"]:
        llama = Llama(files[kind])
        if kind == "f32":
            check_ids(folder, llama)
        gaps[kind] = gap(model, llama)
    gaps["lora"], gaps["merged"] = check_adapter(folder, model, files["f32"])
    shown = " ".join(f"{kind} {value:.1e}" for kind, value in gaps.items())
    for kind in ["f32", "f16", "lora", "merged"]:
        assert gaps[kind] < 1e-2, f"{name}: log-probabilities differ: {shown}"
    return f"gaps {shown}; lost {losses}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--keep", type=pathlib.Path)
    options.add_argument("cases", nargs="*")
    options = options.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as temporary:
        root = options.keep or pathlib.Path(temporary)
        for name, case in CASES.items():
            if not options.cases or name in options.cases:
                print(f"{name}: {check(name, case, root / name.replace(', ', '-'))}", flush=True)


if __name__ == "__main__":
    main()
