"""Trains and decodes the same model in Fettle and in transformers + PEFT, in turns, and prints both and their ratio.

SmolLM2-135M's shape with random weights, LoRA r 16 on all linear layers, AdamW, batches of 4 x 256 tokens. A speed counts
only where both start from the same loss, every step has a gradient and the loss falls.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
POCKET = HERE.parent.parent / "resources/pocket"
FETTLE = os.environ["FETTLE_PROGRAM"]
ROWS, LENGTH = 4, 256
NARROW = {"ONEDNN_MAX_CPU_ISA": "AVX2", "MKL_ENABLE_INSTRUCTIONS": "AVX2", "ATEN_CPU_CAPABILITY": "avx2"}


def make_model(folder, dtype):
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(1)
    model = LlamaForCausalLM(LlamaConfig(
        vocab_size=49152, hidden_size=576, intermediate_size=1536, num_hidden_layers=30, num_attention_heads=9,
        num_key_value_heads=3, max_position_embeddings=8192, rms_norm_eps=1e-5, rope_theta=100000.0,
        tie_word_embeddings=True, initializer_range=0.02)).to(getattr(torch, dtype))
    model.save_pretrained(folder)
    (folder / "tokenizer_config.json").write_bytes((POCKET / "tokenizer_config.json").read_bytes())
    tokenizer = json.loads((POCKET / "tokenizer.json").read_text())
    known = tokenizer["model"]["vocab"]  # filled up: Fettle never answers a token that has no text
    taken = set(known.values()) | {token["id"] for token in tokenizer["added_tokens"]}
    known.update({f"<filler {token}>": token for token in range(49152) if token not in taken})
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))


def make_rows(folder):
    """Four texts of more than 256 tokens, and their first 256 ids as Fettle reads them."""
    lines = [json.loads(line) for line in open(POCKET / "data/chat.jsonl")]
    texts = []
    for row in range(ROWS):
        part = lines[row * 100:row * 100 + 60]
        texts.append(" ".join(message["content"] for line in part for message in line["messages"]))
    (folder / "rows.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    (folder / "texts").write_text("".join(json.dumps(text) + "\n" for text in texts))
    done = subprocess.run([FETTLE, "tokenize", "--model", folder / "model", "--file", folder / "texts", "--json"],
                          check=True, capture_output=True, text=True)
    return [json.loads(line)["input_ids"][:LENGTH] for line in done.stdout.splitlines()]


def measured(command, environment):
    """Output and peak resident bytes of a process."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                             env={**os.environ, **environment})
    output, errors = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed:\n{errors}")
    return output, usage.ru_maxrss * 1024


def train_ours(folder, dtype, steps, environment):
    run = pathlib.Path(tempfile.mkdtemp(dir=folder))
    (run / "config.json").write_text(json.dumps({
        "model": {"path": str(folder / "model"), "dtype": dtype},
        "data": {"train": [{"path": str(folder / "rows.jsonl")}], "max_length": LENGTH, "validation_split": 0},
        "adapter": {"kind": "lora", "r": 16, "lora_alpha": 32, "lora_dropout": 0},
        "optimizer": {"learning_rate": 1e-4}, "schedule": {"kind": "constant", "warmup_ratio": 0},
        "batch": {"per_device_batch_size": ROWS, "gradient_accumulation_steps": 1},
        "duration": {"max_steps": steps}, "precision": {"compute": dtype}, "device": "cpu",
        "checkpoint": {"every_steps": -1}}))
    _, peak = measured([FETTLE, "train", str(run)], environment)
    events = [json.loads(line) for line in open(run / "events.jsonl")]
    first = next(event for event in events if event["type"] == "step")
    started = next(event for event in events if event["type"] == "started")
    found = [event for event in events if event["type"] == "step"]
    return {"seconds": [ROWS * LENGTH / event["tokens_per_second"] for event in found],
            "losses": [event["loss"] for event in found], "norms": [event["grad_norm"] for event in found],
            "peak": peak, "tokens": first["tokens"], "adapter": run / "adapter", "first_step": first["time"] - started["time"]}


def peer_steps(folder, dtype, steps):
    """Runs in a process of its own; prints what train_ours reads from events."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import LlamaForCausalLM

    ids = torch.tensor(json.loads((folder / "ids.json").read_text()))
    model = LlamaForCausalLM.from_pretrained(folder / "model", dtype=getattr(torch, dtype))
    model = get_peft_model(model, LoraConfig(r=16, lora_alpha=32, lora_dropout=0.0, target_modules="all-linear"),
                           autocast_adapter_dtype=False)
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=1e-4, weight_decay=0.0, fused=True)
    result = {"seconds": [], "losses": [], "norms": [], "tokens": ids.numel()}
    model.train()
    for _ in range(steps):
        start = time.monotonic()
        optimizer.zero_grad()
        loss = model(input_ids=ids, labels=ids, use_cache=False).loss
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        result["losses"].append(loss.item())
        result["norms"].append(norm.item())
        result["seconds"].append(time.monotonic() - start)
    print(json.dumps(result))


def train_peer(folder, dtype, steps, environment):
    output, peak = measured([sys.executable, __file__, "--peer-steps", str(folder), "--dtype", dtype,
                                "--steps", str(steps)], environment)
    return {**json.loads(output.splitlines()[-1]), "peak": peak}


def peer_decode(folder, dtype, count):
    import torch
    from transformers import LlamaForCausalLM

    ids = torch.tensor([json.loads((folder / "ids.json").read_text())[0][:32]])
    model = LlamaForCausalLM.from_pretrained(folder / "model", dtype=getattr(torch, dtype)).eval()
    model.generate(ids, max_new_tokens=4, min_new_tokens=4, do_sample=False)
    start = time.monotonic()
    out = model.generate(ids, max_new_tokens=count, min_new_tokens=count, do_sample=False)
    print(json.dumps({"rate": (out.shape[1] - ids.shape[1]) / (time.monotonic() - start),
                      "ids": out[0, ids.shape[1]:].tolist()}))


def decode_ours(folder, count, environment, quantize=None):
    ids = ",".join(map(str, json.loads((folder / "ids.json").read_text())[0][:32]))
    command = [FETTLE, "generate", "--model", str(folder / "model"), "--ids", ids, "--max-tokens", str(count),
               "--temperature", "0", "--device", "cpu", "--json"]
    output, _ = measured(command + (["--quantize", quantize] if quantize else []), environment)
    done = json.loads(output.splitlines()[-1])
    return {"rate": done["tokens_per_second"], "ids": done["output_ids"]}


def stream_rates(folder, adapter, environment, count):
    """Tokens a second of the base alone, and of base and tuned together, from one chat server."""
    (folder / "model/chat_template.jinja").write_bytes((POCKET / "chatml.jinja").read_bytes())
    server = subprocess.Popen([FETTLE, "chat", "--model", str(folder / "model"), "--device", "cpu", "--json"], text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **environment})

    def event():
        return json.loads(server.stdout.readline())

    def ask(requests):
        for number, adapters in enumerate(requests):
            server.stdin.write(json.dumps({
                "command": "generate", "id": number, "adapters": adapters,
                "messages": [{"role": "user", "content": "Where does Rooster live?"}],
                "sampling": {"temperature": 0, "max_new_tokens": count}}) + "\n")
        server.stdin.flush()
        tokens, first, open_requests = 0, None, len(requests)
        while open_requests:
            kind = event()["type"]
            open_requests -= kind in ("done", "error")
            tokens += kind == "token"
            first = first or (time.monotonic() if kind == "token" else None)
        return (tokens - 1) / (time.monotonic() - first)

    while event()["type"] != "ready":
        pass
    rates = [(ask([[]]), ask([[], [{"path": str(adapter), "strength": 1}]])) for _ in range(3)]
    server.stdin.close()
    server.wait()
    return [statistics.median(side) for side in zip(*rates)]


def check(ours, peer):
    for name, result in (("Fettle", ours), ("the peer", peer)):
        assert result["tokens"] == ROWS * LENGTH, (name, result["tokens"])
        assert min(result["norms"]) > 0 and result["losses"][-1] < result["losses"][0], (name, result)
    assert abs(ours["losses"][0] / peer["losses"][0] - 1) < 1e-2, (ours["losses"][0], peer["losses"][0])


def rate(results):
    return ROWS * LENGTH / statistics.median(seconds for result in results for seconds in result["seconds"][1:])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--isa", choices=["avx2"], help="both sides without AVX-512 and AMX")
    parser.add_argument("--dtype", default="float32", choices=["float32", "bfloat16"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--new-tokens", type=int, default=64)
    parser.add_argument("--peer-steps", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--peer-decode", type=pathlib.Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer_steps:
        return peer_steps(options.peer_steps, options.dtype, options.steps)
    if options.peer_decode:
        return peer_decode(options.peer_decode, options.dtype, options.new_tokens)

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_model(folder / "model", options.dtype)
        (folder / "ids.json").write_text(json.dumps(make_rows(folder)))
        narrow = NARROW if options.isa else {}
        own = {"FETTLE_CPU_ISA": options.isa} if options.isa else {}
        ours, peer = [], []
        for _ in range(options.rounds):
            peer.append(train_peer(folder, options.dtype, options.steps, narrow))
            ours.append(train_ours(folder, options.dtype, options.steps, own))
            check(ours[-1], peer[-1])
        print(json.dumps({
            "case": "train", "dtype": options.dtype, "isa": options.isa or "all", "ours_tokens_per_second": rate(ours),
            "peer_tokens_per_second": rate(peer), "ratio": rate(ours) / rate(peer),
            "ours_peak_bytes": max(result["peak"] for result in ours),
            "peer_peak_bytes": max(result["peak"] for result in peer),
            "ours_first_step_seconds": max(result["first_step"] for result in ours),
            "ours_losses": ours[-1]["losses"], "peer_losses": peer[-1]["losses"],
            "ours_norm": ours[-1]["norms"][0], "peer_norm": peer[-1]["norms"][0]}))
        decoded = {"ours": [], "ours int8": [], "peer": []}
        for _ in range(options.rounds):
            output, _ = measured([sys.executable, __file__, "--peer-decode", str(folder), "--dtype", options.dtype,
                                     "--new-tokens", str(options.new_tokens)], narrow)
            decoded["peer"].append(json.loads(output.splitlines()[-1]))
            decoded["ours"].append(decode_ours(folder, options.new_tokens, own))
            decoded["ours int8"].append(decode_ours(folder, options.new_tokens, own, "int8"))
        rates = {side: statistics.median(result["rate"] for result in results) for side, results in decoded.items()}
        agreed = sum(a == b for a, b in zip(decoded["ours"][0]["ids"], decoded["peer"][0]["ids"]))
        print(json.dumps({"case": "decode", "dtype": options.dtype, "ours_tokens_per_second": rates["ours"],
                          "peer_tokens_per_second": rates["peer"], "ratio": rates["ours"] / rates["peer"],
                          "int8_tokens_per_second": rates["ours int8"],
                          "int8_ratio": rates["ours int8"] / rates["ours"],
                          "equal_tokens": f"{agreed} of {options.new_tokens}"}))
        one, both = stream_rates(folder, ours[-1]["adapter"], own, options.new_tokens)
        print(json.dumps({"case": "streams", "one_tokens_per_second": one, "base_and_tuned_together": both,
                          "ratio": both / one}))


if __name__ == "__main__":
    main()
