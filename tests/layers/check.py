#!/usr/bin/env python3
"""Fails when an #include crosses an arrow of the design: check.py SOURCE_FOLDER."""

import re

from report import report

ARROWS = {
    "base": [], "config": ["base"], "text": ["base"], "source": ["config"], "data": ["text", "config"],
    "hub": ["base"], "library": ["source", "text", "hub"], "judge": ["text"],
    "plan": ["data", "library"], "run": ["plan"], "parquet": ["data"], "device": ["base"],
    "weights": ["source", "device"], "ops": ["device"], "model": ["ops", "weights"], "adapter": ["model"],
    "generate": ["adapter", "text"], "objective": ["generate", "data"], "optim": ["ops", "config"],
    "train": ["objective", "optim", "run", "judge"], "export": ["generate"], "verdict": ["objective", "judge"], "inspect": ["adapter"], "bench": ["train"],
    "cuda": ["ops"],
}
# The optimizer restores its states from files.
ARROWS["optim"].append("weights")
UI_ARROWS = {
    "text": [], "tasks": ["text"], "models": ["text", "tasks"], "engine": ["models"], "widgets": ["models"],
    "pages": ["widgets", "models", "engine"], "window": ["pages"],
}
LIGHT = ["base", "config", "source", "text", "hub", "judge", "library", "data", "plan", "run"]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
TORCH = ("ATen/", "torch/", "c10/")


def reachable(folder, arrows=ARROWS):
    seen, queue = {folder}, [folder]
    while queue:
        for target in arrows[queue.pop()]:
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return seen


def allowed(path):
    """Core folders that a file may include, and whether it may see Torch and Qt."""
    part, folder = path.parts[0], path.parts[1] if len(path.parts) > 2 else ""
    if part == "core":
        return reachable(folder), folder not in LIGHT, False
    if part == "app" and folder == "engine":
        return set(ARROWS), True, False
    if part == "app":
        return set(LIGHT), False, folder == "studio"
    if part == "ui":
        return set(LIGHT), False, True
    return set(ARROWS), True, True


def problems(root):
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if path.suffix not in (".h", ".cpp", ".cu") or relative.parts[0] not in ("core", "app", "ui"):
            continue
        folders, torch, qt = allowed(relative)
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            parts = target.split("/")
            if parts[0] == "core" and parts[1] not in folders:
                yield f"{relative} includes {target}: no arrow leads there"
            if parts[0] == "ui" and relative.parts[0] == "ui" and parts[1] not in reachable(relative.parts[1], UI_ARROWS):
                yield f"{relative} includes {target}: no arrow leads there"
            if parts[0] == "ui" and relative.parts[:2] == ("app", "studio"):
                continue
            if parts[0] in ("app", "ui", "tests") and parts[0] != relative.parts[0]:
                yield f"{relative} includes {target}: nothing points to {parts[0]}"
            if target.startswith(TORCH) and not torch:
                yield f"{relative} includes {target}: LibTorch has no place there"
            if re.match(r"Q[A-Z]|Qt", target) and not qt:
                yield f"{relative} includes {target}: Qt has no place there"


if __name__ == "__main__":
    report(problems)
