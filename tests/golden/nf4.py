"""Writes nf4.json: what bitsandbytes makes of matrices that are formulas, in NF4 with and without double quantisation.

    python nf4.py      (versions: requirements.txt)

Codes and values are written down as SHA-256 of their bytes (codes as bitsandbytes packs them, values in float32) and as a
few samples.
"""

import hashlib
import json

import torch
from bitsandbytes.functional import dequantize_4bit, quantize_4bit
from formula_tensors import formula_tensor

CASES = {
    "whole blocks": ([6, 128], torch.float32, False),
    "blocks across rows": ([10, 70], torch.float32, False),
    "double": ([300, 96], torch.float32, True),
    "bfloat16, double": ([70, 90], torch.bfloat16, True),
}
SAMPLES = 37  # every so many values are written down


def digest(tensor: torch.Tensor) -> str:
    return hashlib.sha256(tensor.contiguous().numpy().tobytes()).hexdigest()


def run(name: str, shape: list[int], dtype: torch.dtype, double: bool) -> dict:
    # A block of zeros, and magnitudes that differ by a hundred.
    weight = formula_tensor(name, shape) * torch.exp(formula_tensor(name + ".spread", shape, 4.0))
    weight.view(-1)[64:128] = 0
    packed, state = quantize_4bit(weight.to(dtype), blocksize=64, compress_statistics=double, quant_type="nf4")
    values = dequantize_4bit(packed, state).float()
    return {
        "shape": shape,
        "dtype": str(dtype).removeprefix("torch."),
        "double_quant": double,
        "codes": digest(packed.view(-1)),
        "values": digest(values),
        "samples": values.view(-1)[::SAMPLES].tolist(),
    }


def main() -> None:
    golden = {"every": SAMPLES, "cases": {name: run(name, *case) for name, case in CASES.items()}}
    with open("nf4.json", "w") as file:
        json.dump(golden, file)
        file.write("\n")


if __name__ == "__main__":
    main()
