"""Writes optimizers.json: 20 steps of each optimizer on tensors and gradients that are formulas (formula_tensors.py).

    python optimizers.py      (versions: requirements.txt)

Adafactor is transformers' own, set as its Trainer sets it. AdamW with 8-bit states is written here in NumPy after
bitsandbytes (functional.py create_dynamic_map, csrc/kernels.cu kOptimizerStatic8bit2StateBlockwise), whose CUDA kernels
do not run everywhere: block 256, tensors below 4096 elements in 32 bits, decay after the update. Lion in 32 and 8 bits
likewise (kOptimizer32bit1State, kOptimizerStatic8bit1StateBlockwise: decay first). SGD and Muon are torch's; Muon takes
matrices only, AdamW the rest.
"""

import json

import numpy as np
import torch
from formula_tensors import formula_tensor
from transformers.optimization import Adafactor

STEPS = 20
LEARNING_RATE = 1e-2
DECAY = 0.1
SHAPES = {"a.weight": [70, 90], "b.weight": [24, 40], "c.weight": [50], "d.weight": [5000]}
SAMPLES = 61  # every so many elements are written down


def start(name: str) -> torch.Tensor:
    return formula_tensor(name, SHAPES[name], 0.5)


def gradient(name: str, step: int) -> torch.Tensor:
    # Sizes that differ by a thousand inside a block, so that small codes matter.
    spread = formula_tensor(name + ".spread", SHAPES[name], 3.0)
    return formula_tensor(f"{name}.{step}", SHAPES[name], 1.0) * torch.exp(spread)


def adafactor() -> dict:
    parameters = {name: torch.nn.Parameter(start(name)) for name in SHAPES}
    optimizer = Adafactor(
        parameters.values(), lr=LEARNING_RATE, scale_parameter=False, relative_step=False, weight_decay=DECAY
    )
    for step in range(STEPS):
        for name, parameter in parameters.items():
            parameter.grad = gradient(name, step)
        optimizer.step()
    return {name: parameter.detach().numpy() for name, parameter in parameters.items()}


def dynamic_map(signed: bool) -> np.ndarray:
    values = [0.0, 1.0]
    for i in range(7):
        items = (2**i if signed else 2 ** (i + 1)) + 1
        edges = np.linspace(0.1, 1, items)
        means = (edges[:-1] + edges[1:]) / 2 * 10.0 ** (i - 6)
        values += means.tolist() + ((-means).tolist() if signed else [])
    assert len(values) == 256
    return np.sort(np.array(values, dtype=np.float32))


class State8bit:
    def __init__(self, count: int, signed: bool):
        self.map, self.signed, self.count = dynamic_map(signed), signed, count
        blocks = (count + 255) // 256
        self.codes = np.full(blocks * 256, int(np.flatnonzero(self.map == 0)[0]), dtype=np.uint8)
        self.absmax = np.zeros(blocks, dtype=np.float32)

    def load(self) -> np.ndarray:
        return (self.map[self.codes].reshape(-1, 256) * self.absmax[:, None]).reshape(-1)[: self.count]

    def store(self, values: np.ndarray) -> None:
        padded = np.zeros(self.codes.size, dtype=np.float32)
        padded[: self.count] = values
        self.absmax = np.abs(padded.reshape(-1, 256)).max(axis=1)
        scaled = (padded.reshape(-1, 256) / np.maximum(self.absmax, np.float32(1e-38))[:, None]).reshape(-1)
        middles = (self.map[1:] + self.map[:-1]) / np.float32(2)
        codes = np.searchsorted(middles, scaled, side="left")
        if self.signed:
            codes = codes - ((padded < 0) & (self.map[codes] >= 0)) + ((padded >= 0) & (self.map[codes] < 0))
        self.codes = codes.astype(np.uint8)


def adamw_8bit() -> dict:
    b1, b2, eps = np.float32(0.9), np.float32(0.999), 1e-8
    results = {}
    for name, shape in SHAPES.items():
        p = start(name).numpy().reshape(-1).copy()
        wide = p.size < 4096
        m, v = np.zeros_like(p), np.zeros_like(p)
        first, second = State8bit(p.size, True), State8bit(p.size, False)
        for step in range(STEPS):
            g = gradient(name, step).numpy().reshape(-1)
            if not wide:
                m, v = first.load(), second.load()
            m = m * b1 + (np.float32(1) - b1) * g
            v = v * b2 + (np.float32(1) - b2) * (g * g)
            root = np.sqrt(1 - 0.999 ** (step + 1))
            size = LEARNING_RATE * root / (1 - 0.9 ** (step + 1))
            p = p - np.float32(size) * (m / (np.sqrt(v) + np.float32(eps * root)))
            p = p * np.float32(1 - LEARNING_RATE * DECAY)
            if not wide:
                first.store(m)
                second.store(v)
        results[name] = p.reshape(shape)
    return results


def lion(in_8_bits: bool) -> dict:
    b1, b2, one = np.float32(0.9), np.float32(0.99), np.float32(1)
    results = {}
    for name, shape in SHAPES.items():
        p = start(name).numpy().reshape(-1).copy()
        wide = not in_8_bits or p.size < 4096
        m, state = np.zeros_like(p), State8bit(p.size, True)
        for step in range(STEPS):
            g = gradient(name, step).numpy().reshape(-1)
            if not wide:
                m = state.load()
            p = p * np.float32(1 - LEARNING_RATE * DECAY)
            p = p - np.float32(LEARNING_RATE) * np.sign(m * b1 + (one - b1) * g)
            m = m * b2 + (one - b2) * g
            if not wide:
                state.store(m)
        results[name] = p.reshape(shape)
    return results


def of_torch(make) -> dict:
    """make(name, parameter): the optimizer of one tensor."""
    results = {}
    for name in SHAPES:
        parameter = torch.nn.Parameter(start(name))
        optimizer = make(name, parameter)
        for step in range(STEPS):
            parameter.grad = gradient(name, step)
            optimizer.step()
        results[name] = parameter.detach().numpy()
    return results


def sgd(name: str, parameter: torch.nn.Parameter) -> torch.optim.Optimizer:
    return torch.optim.SGD([parameter], lr=LEARNING_RATE, momentum=0.9, weight_decay=DECAY)


def muon(momentum: float, adjust: str):
    def make(name: str, parameter: torch.nn.Parameter) -> torch.optim.Optimizer:
        if parameter.dim() == 2:
            return torch.optim.Muon(
                [parameter], lr=LEARNING_RATE, weight_decay=DECAY, momentum=momentum, adjust_lr_fn=adjust
            )
        return torch.optim.AdamW([parameter], lr=LEARNING_RATE, weight_decay=DECAY)

    return make


def written(parameters: dict) -> dict:
    return {
        name: {
            "norm": float(np.linalg.norm(values.astype(np.float64))),
            "samples": [float(value) for value in values.reshape(-1)[::SAMPLES]],
        }
        for name, values in parameters.items()
    }


def main() -> None:
    golden = {
        "steps": STEPS,
        "learning_rate": LEARNING_RATE,
        "weight_decay": DECAY,
        "every": SAMPLES,
        "shapes": SHAPES,
        "adafactor": written(adafactor()),
        "adamw_8bit": written(adamw_8bit()),
        "lion": written(lion(False)),
        "lion_8bit": written(lion(True)),
        "sgd": written(of_torch(sgd)),
        "muon": written(of_torch(muon(0.95, "match_rms_adamw"))),
        "muon_original": written(of_torch(muon(0.9, "original"))),
    }
    with open("optimizers.json", "w") as file:
        json.dump(golden, file)
        file.write("\n")


if __name__ == "__main__":
    main()
