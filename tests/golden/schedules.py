"""Writes schedules.json: the learning rates of 24 optimizer steps under each of transformers' schedules.

    python schedules.py     (versions: requirements.txt)
"""

import json
import pathlib

import torch
from transformers import get_scheduler

STEPS, PEAK = 24, 1e-3
SHAPES = {  # its options in a run's configuration, and as transformers takes them where they are other ones
    "constant": ({"kind": "constant"}, {}),
    "constant with warm-up": ({"kind": "constant_with_warmup", "warmup_steps": 5}, {}),
    "linear": ({"kind": "linear", "warmup_steps": 5}, {}),
    "cosine": ({"kind": "cosine", "warmup_steps": 5}, {}),
    "cosine at once": ({"kind": "cosine"}, {}),
    "restarts": ({"kind": "cosine_with_restarts", "warmup_steps": 4, "num_cycles": 3}, {}),
    "least rate": ({"kind": "cosine_with_min_lr", "warmup_steps": 5, "min_lr_rate": 0.2}, {}),
    "least rate on both sides": ({"kind": "cosine_warmup_with_min_lr", "warmup_steps": 5, "min_lr_rate": 0.2}, {}),
    "least rate, start": (
        {"kind": "cosine_warmup_with_min_lr", "warmup_steps": 5, "min_lr_rate": 0.2, "warmup_lr_rate": 0.3},
        {},
    ),
    "polynomial": ({"kind": "polynomial", "warmup_steps": 3, "lr_end": 1e-4, "power": 2.0}, {}),
    "a line to a rate": ({"kind": "polynomial", "lr_end": 1e-7}, {}),
    "inverse root": ({"kind": "inverse_sqrt", "warmup_steps": 5}, {}),
    "inverse root, own scale": ({"kind": "inverse_sqrt", "warmup_steps": 2, "timescale": 7}, {}),
    "stable": ({"kind": "warmup_stable_decay", "warmup_steps": 5, "num_decay_steps": 6}, {}),
    "stable, a tenth": ({"kind": "warmup_stable_decay", "warmup_steps": 5}, {"num_decay_steps": 3}),
    "stable, lines": (
        {
            "kind": "warmup_stable_decay",
            "warmup_steps": 5,
            "num_decay_steps": 6,
            "decay_type": "linear",
            "warmup_type": "cosine",
            "min_lr_ratio": 0.1,
        },
        {},
    ),
    "stable, roots": (
        {
            "kind": "warmup_stable_decay",
            "warmup_steps": 5,
            "num_decay_steps": 6,
            "decay_type": "1-sqrt",
            "warmup_type": "1-sqrt",
        },
        {},
    ),
}


def rates(options, other):
    own = {key: value for key, value in options.items() if key not in ("kind", "warmup_steps")} | other
    warmup = None if options["kind"] == "constant" else options.get("warmup_steps", 0)
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=PEAK)
    schedule = get_scheduler(options["kind"], optimizer, warmup, STEPS, own)
    found = []
    for _ in range(STEPS):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return found


cases = {name: {"schedule": options, "rates": rates(options, other)} for name, (options, other) in SHAPES.items()}
text = ",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases.items())
file = pathlib.Path(__file__).with_name("schedules.json")
file.write_text(f'{{"steps": {STEPS}, "learning_rate": {PEAK},\n"cases": {{\n{text}\n}}}}\n')
