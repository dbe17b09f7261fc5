"""Writes ggml_blocks.json: blocks of quantized values as gguf-py reads and writes them.

    python ggml_blocks.py      (versions: requirements.txt, gguf 0.19.0)

`read`: random bytes of each type (scales are small halves, so that no value is infinite) and the values that
gguf.quants.dequantize makes of them. `values`: 8 rows of 64, some of zeros or of one sign; `written`: the bytes that
gguf.quants.quantize makes of them. It has no way to write the K types.
"""

import json
import pathlib

import gguf
import numpy
from formula_tensors import formula_tensor

BLOCKS = 6
# Where the scales in half precision lie in a block.
HALVES = {"Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q4_K": [0, 2], "Q5_K": [0, 2],
          "Q6_K": [208]}


def random_blocks(kind: gguf.GGMLQuantizationType, seed: int) -> numpy.ndarray:
    random = numpy.random.default_rng(seed)
    size = gguf.GGML_QUANT_SIZES[kind][1]
    blocks = random.integers(0, 256, (BLOCKS, size), dtype=numpy.uint8)
    for at in HALVES[kind.name]:
        halves = random.normal(0, 0.02, BLOCKS).astype(numpy.float16)
        blocks[:, at:at + 2] = halves.view(numpy.uint8).reshape(BLOCKS, 2)
    return blocks


def rows() -> numpy.ndarray:
    values = formula_tensor("blocks", [8, 64], 0.3).numpy().astype(numpy.float32)
    values[1] = 0
    values[2] = abs(values[2])
    values[3, :32] = -abs(values[3, :32])
    values[4] *= 1e-6
    return values


def main():
    result = {"read": {}, "values": rows().reshape(-1).tolist(), "written": {}}
    for seed, name in enumerate(HALVES):
        kind = gguf.GGMLQuantizationType[name]
        blocks = random_blocks(kind, seed)
        values = gguf.quants.dequantize(blocks, kind)
        result["read"][name] = {"bytes": blocks.tobytes().hex(), "values": values.reshape(-1).tolist()}
    for name in ["Q8_0", "Q5_0"]:
        blocks = gguf.quants.quantize(rows(), gguf.GGMLQuantizationType[name])
        result["written"][name] = blocks.tobytes().hex()
    pathlib.Path("ggml_blocks.json").write_text(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
