#!/usr/bin/env python3
"""Damaged safetensors files in Fettle and in the Python package: safetensors_files.py [FILES] [SEED].

Each file is a small valid one with a few bytes of its header, its length or its end changed; what the package opens must
be opened, what it refuses must be refused. `fettle models` looks at a thousand folders at once: of a file that it cannot
read the problem begins with the file's path, of one that is merely no model of its config.json it does not.
FETTLE_PROGRAM names another build. Ends with an error where the two differ, and prints the files' headers.
"""

import collections
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

PROGRAM = os.environ.get("FETTLE_PROGRAM", "build/dev/bin/fettle")
BATCH = 1000
CONFIG = {"model_type": "llama", "vocab_size": 8, "hidden_size": 4, "intermediate_size": 4, "num_hidden_layers": 1,
          "num_attention_heads": 1, "max_position_embeddings": 8}
PARTS = ['"dtype"', '"shape"', '"data_offsets"', '"F32"', '"F16"', '"BF16"', '"I64"', '"BOOL"', '"F8_E4M3"', '"F4"', '"X"',
         '"__metadata__"', "[0,8]", "[]", "[-1]", "[1.0]", "0", "1", "8", "16", "18446744073709551616", "9223372036854775807",
         "null", "true", '"a"', '"b"', ",", ":", "{", "}", "[", "]", " ", "\n", "\\u0061", "\\ud800", "\x00", "1e2", "-0"]


def sound(rng):
    tensors = {name: numpy.zeros(rng.choice([(2,), (1, 2), (0,), ()]), rng.choice(["float32", "float16", "int64"]))
               for name in rng.sample(["a", "b", "c.weight"], rng.randint(0, 3))}
    return save(tensors, rng.choice([None, {"format": "pt"}]))


def changed_header(header, rng):
    at = rng.randrange(len(header) + 1)
    kind = rng.randrange(5)
    part = rng.choice(PARTS)
    if kind == 0:
        return header[:at] + part + header[at:]
    if kind == 1:
        return header[:at] + header[at + rng.randint(1, 4):]
    if kind == 2:
        return header[:at] + chr(rng.randrange(1, 256)) + header[at + 1:]
    if kind == 3:
        old = rng.choice(PARTS)
        return header.replace(old, part, 1)
    end = min(len(header), at + rng.randint(1, 40))
    return header[:end] + header[at:end] + header[end:]


def mutant(rng):
    file = sound(rng)
    size = int.from_bytes(file[:8], "little")
    header, data = file[8:8 + size].decode(), file[8 + size:]
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        header = changed_header(header, rng)
    encoded = header.encode("latin-1", "ignore") if rng.random() < 0.2 else header.encode()
    length = len(encoded) if rng.random() < 0.95 else rng.choice([0, 1, len(encoded) - 1, len(encoded) + 1, 2**63, 10**8 + 1])
    if rng.random() < 0.1:
        data = rng.choice([data[:-1], data + b"\0", b"", data * 2])
    return length.to_bytes(8, "little") + encoded + data


def package_opens(path):
    try:
        with safe_open(path, "numpy"):
            return True
    except (SafetensorError, OSError):
        return False


def fettle_opens(folder, count):
    output = subprocess.run([PROGRAM, "models", str(folder), "--json"], check=True, capture_output=True, text=True).stdout
    problems = {Path(model["path"]).name: model["problem"] for model in json.loads(output)["models"]}
    return [not problems[str(i)].startswith(str(folder)) for i in range(count)]


def main(files=100000, seed=1):
    rng = random.Random(seed)
    counts, differing = collections.Counter(), []
    for _ in range(0, files, BATCH):
        with tempfile.TemporaryDirectory() as name:
            folder, contents = Path(name).resolve(), []
            for i in range(BATCH):
                (folder / str(i)).mkdir()
                (folder / str(i) / "config.json").write_text(json.dumps(CONFIG))
                contents.append(mutant(rng))
                (folder / str(i) / "model.safetensors").write_bytes(contents[-1])
            theirs = [package_opens(folder / str(i) / "model.safetensors") for i in range(BATCH)]
            ours = fettle_opens(folder, BATCH)
        counts.update(theirs)
        differing += [(their, content) for their, our, content in zip(theirs, ours, contents) if their != our]
    print(f"{counts.total()} files: {counts[True]} opened and {counts[False]} refused by the package; {len(differing)} differ")
    for their, content in differing[:20]:
        print("the package", "opens" if their else "refuses", content[:400])
    sys.exit(bool(differing))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
