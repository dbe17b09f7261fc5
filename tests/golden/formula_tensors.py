"""Tensors that a Python script and a C++ test can both make without a file between them.

Element i of the tensor `name` is float32(scale * (2u - 1)) with u the top 24 bits of splitmix64's output number i+1 from
the state FNV-1a-64(name), over 2^24. tests/support/formula_tensors.h is the same in C++.
"""

import numpy as np
import torch

_GAMMA = np.uint64(0x9E3779B97F4A7C15)


def fnv1a(name: str) -> int:
    state = 0xCBF29CE484222325
    for byte in name.encode():
        state = ((state ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return state


def formula_tensor(name: str, shape: list[int], scale: float = 0.05) -> torch.Tensor:
    count = int(np.prod(shape))
    with np.errstate(over="ignore"):
        x = np.uint64(fnv1a(name)) + (np.arange(count, dtype=np.uint64) + np.uint64(1)) * _GAMMA
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x = x ^ (x >> np.uint64(31))
    u = (x >> np.uint64(40)).astype(np.float64) / 2.0**24
    return torch.from_numpy(((2 * u - 1) * scale).astype(np.float32)).reshape(shape)


def fill_adapter(model: torch.nn.Module, scale: float = 0.05) -> None:
    """Gives every LoRA tensor of a PEFT model its formula, under the name that PEFT saves it by."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "lora_" in name:
                parameter.copy_(formula_tensor(name.replace(".default", ""), list(parameter.shape), scale))
